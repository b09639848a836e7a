"""Pages that manage: the users of the desk, one's own API tokens, the mode in force.

They do what the API does, through the same functions. What cannot be done is shown on
the same page, with what was typed but for passwords. The secret of a new token is on the
page that answers its making, and nowhere else.
"""

from datetime import timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.review.overview import set_mode
from gateway.review.people import RIGHTS, SCOPES, SHORTEST, BadName, BadPassword
from gateway.review.web.drawing import draw, root, said, wording
from gateway.review.web.errors import Problem, problem_of
from gateway.review.web.security import Visitor, desk_of, needs
from gateway.store.people import LastAdmin, NameTaken, NoSuchUser, Role, User
from gateway.words import Mode

router = APIRouter(include_in_schema=False)

UserReader = Annotated[Visitor, Depends(needs("users"))]
UserWriter = Annotated[Visitor, Depends(needs("set-users"))]
Holder = Annotated[Visitor, Depends(needs("tokens"))]
Switcher = Annotated[Visitor, Depends(needs("set-mode"))]

Name = Annotated[str, Form(max_length=200)]
Word = Annotated[str, Form(max_length=40)]
Password = Annotated[str, Form(max_length=2000)]

DAYS: Final = (30, 90, 365)
"""How long a token can last, besides without an end."""


@router.get("/people")
async def people(request: Request, who: UserReader, done: str = "") -> Response:
    """Everybody who may use the desk."""
    return await _people(request, who, done=done)


@router.post("/people")
async def add(
    request: Request, who: UserWriter, name: Name = "", role: Word = "", password: Password = ""
) -> Response:
    """Write a new user; without a password nobody can log in under the name yet."""
    try:
        await desk_of(request).people.create(name, _role(role), password or None, who.name)
    except (BadName, BadPassword, NameTaken) as error:
        return await _people(request, who, error=error, name=name)
    return RedirectResponse(f"{root(request)}/people?done=added", 303)


@router.post("/people/{user_id}")
async def change(
    request: Request, user_id: str, who: UserWriter, verb: Word = "", role: Word = "", password: Password = ""
) -> Response:
    """Change one user: his role or password, or whether he may enter."""
    desk = desk_of(request)
    call, now = desk.store.call, desk.now()
    try:
        user = await call(desk.people.users.get, user_id)
        if user is None:
            raise NoSuchUser(user_id)
        match verb:
            case "role":
                await call(desk.people.users.set_role, user.id, _role(role), who.name, now)
            case "disable" | "enable":
                await call(desk.people.users.set_disabled, user.id, verb == "disable", who.name, now)
            case "password":
                await desk.people.change_password(user, password, who.name)
            case _:
                raise Problem(422, "verb", "There are role, password, disable and enable.")
    except (BadPassword, LastAdmin) as error:
        return await _people(request, who, error=error)
    return RedirectResponse(f"{root(request)}/people?done=changed", 303)


async def _people(
    request: Request, who: Visitor, *, done: str = "", error: Exception | None = None, name: str = ""
) -> Response:
    desk, t = desk_of(request), wording(request, who.user)
    problem = None if error is None else problem_of(error)
    return await draw(
        request,
        who,
        "people.html",
        room="people",
        status=problem.status if problem else 200,
        users=await desk.store.call(desk.people.users.all),
        roles=[role.value for role in Role],
        shortest=SHORTEST,
        done=done if t.has(f"people.{done}") else "",
        refused=said(problem, t),
        name=name,
    )


@router.get("/tokens")
async def tokens(request: Request, who: Holder) -> Response:
    """One's own API tokens."""
    return await _tokens(request, who)


@router.post("/tokens")
async def add_token(
    request: Request,
    who: Holder,
    name: Name = "",
    scopes: Annotated[list[str] | None, Form()] = None,
    days: Annotated[int, Form(ge=0, le=3650)] = 365,
) -> Response:
    """Make a token; its secret is shown in the answer."""
    desk, t = desk_of(request), wording(request, who.user)
    until = desk.now() + timedelta(days=days) if days else None
    wanted = [one for one in SCOPES if one in (scopes or ())]
    if not wanted:
        return await _tokens(request, who, 422, refused=t("tokens.no_scope"))
    try:
        _, secret = await desk.store.call(desk.people.add_token, _me(who), name, wanted, until)
    except BadName as error:
        return await _tokens(request, who, 422, refused=said(problem_of(error), t))
    return await _tokens(request, who, secret=secret)


@router.post("/tokens/{token_id}")
async def revoke(request: Request, token_id: str, who: Holder) -> Response:
    """End one of one's own tokens; one that is no more is no error."""
    desk, me = desk_of(request), _me(who)
    await desk.store.call(desk.people.doors.revoke, token_id, me.id, me.name, desk.now())
    return RedirectResponse(f"{root(request)}/tokens", 303)


async def _tokens(request: Request, who: Visitor, status: int = 200, **values: Any) -> Response:
    desk, me = desk_of(request), _me(who)
    mine = [right.scope for right in RIGHTS.values() if right.scope and me.role.includes(right.role)]
    context = {"secret": "", "refused": "", **values}
    return await draw(
        request,
        who,
        "tokens.html",
        room="tokens",
        status=status,
        tokens=await desk.store.call(desk.people.doors.tokens, me.id),
        scopes=list(dict.fromkeys(mine)),
        days=DAYS,
        **context,
    )


@router.post("/mode")
async def switch(
    request: Request,
    who: Switcher,
    wanted: Word = "",
    hours: Annotated[int, Form(ge=0, le=8760)] = 0,
) -> Response:
    """Set the mode for all processes at once, for some hours or until it is changed."""
    known = {mode.value: mode for mode in Mode}
    if wanted not in known:
        raise Problem(422, "mode", f"There is no mode {wanted!r}; there are {', '.join(known)}.")
    desk = desk_of(request)
    length = timedelta(hours=hours) if hours else None
    await desk.store.call(set_mode, desk, known[wanted], length, who.name)
    return RedirectResponse(f"{root(request)}/configuration", 303)


def _role(word: str) -> Role:
    if word not in {role.value for role in Role}:
        raise Problem(422, "role", f"There is no role {word!r}; there are {', '.join(Role)}.")
    return Role(word)


def _me(who: Visitor) -> User:
    if who.user is None:
        raise Problem(401, "login", "Log in first.")
    return who.user
