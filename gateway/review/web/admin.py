"""The API beside held mail: history, mode, audit, users, tokens, and who I am."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from gateway.review.overview import history, mode, set_mode
from gateway.review.people import SCOPES
from gateway.review.web.api import ERRORS, PREFIX
from gateway.review.web.errors import Problem
from gateway.review.web.once import once
from gateway.review.web.security import Visitor, csrf_token, desk_of, needs, visitor
from gateway.review.wire_admin import done_json, history_json, mode_json, token_json, user_json
from gateway.store import audit
from gateway.store.activity import Activity
from gateway.store.people import NoSuchUser, Role, User
from gateway.words import Mode

router = APIRouter(prefix=PREFIX, responses=ERRORS, tags=["desk"])

Searcher = Annotated[Visitor, Depends(needs("history"))]
Watcher = Annotated[Visitor, Depends(needs("mode"))]
Switcher = Annotated[Visitor, Depends(needs("set-mode"))]
Auditor = Annotated[Visitor, Depends(needs("audit"))]
UserReader = Annotated[Visitor, Depends(needs("users"))]
UserWriter = Annotated[Visitor, Depends(needs("set-users"))]
Holder = Annotated[Visitor, Depends(needs("tokens"))]
Oneself = Annotated[Visitor, Depends(needs("self"))]

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Password = Annotated[str, Field(max_length=2000)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewMode(_Body):
    """The mode wanted, for so many seconds or until it is changed; the configured one ends an override."""

    mode: Mode
    seconds: Annotated[int, Field(gt=0, le=365 * 86400)] | None = None


class NewUser(_Body):
    """A user to be. Without a password nobody can log in under the name."""

    name: Annotated[str, Field(max_length=200)]
    role: Role
    password: Password | None = None


class UserChange(_Body):
    """What is to change of a user; what is left out stays."""

    role: Role | None = None
    disabled: bool | None = None
    password: Password | None = None


class Self(_Body):
    """What somebody may change of himself. A new password needs the old one, and ends all sessions."""

    language: Language | None = None


class NewToken(_Body):
    """An API token to be: what it is for, what it may, how many days it lasts (null: no end)."""

    name: Annotated[str, Field(max_length=200)]
    scopes: Annotated[list[str], Field(description=f"Of {', '.join(SCOPES)}.")]
    days: Annotated[int, Field(ge=1, le=3650)] | None = 365


@router.get("/history")
async def search(
    request: Request,
    _who: Searcher,
    q: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """Held and concerned mail by order, buyer, author or Message-ID, the latest first."""
    desk = desk_of(request)
    return {"items": history_json(await desk.store.call(history, desk, q, limit))}


@router.get("/mode")
async def mode_now(request: Request, _who: Watcher) -> dict[str, Any]:
    """The mode in force, and why."""
    desk = desk_of(request)
    return dict(mode_json(await desk.store.call(mode, desk)))


@router.put("/mode")
async def switch(request: Request, who: Switcher, wanted: NewMode) -> Response:
    """Set the mode for all processes at once."""
    desk = desk_of(request)
    length = timedelta(seconds=wanted.seconds) if wanted.seconds else None

    async def act() -> dict[str, Any]:
        return dict(mode_json(await desk.store.call(set_mode, desk, wanted.mode, length, who.name)))

    return await once(request, who, act)


@router.get("/audit")
async def audited(
    request: Request,
    _who: Auditor,
    subject: Annotated[str | None, Query(max_length=64)] = None,
    verb: Annotated[str | None, Query(max_length=32)] = None,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """The audit chain, the latest link first; `next` is the `before` of the page behind it."""
    desk = desk_of(request)

    def entries() -> dict[str, Any]:
        names = [user.name for user in desk.people.users.all()]
        found = Activity(desk.store).entries(names, subject=subject, verb=verb, before=before, limit=limit)
        more = found[-1].seq if len(found) == limit else None
        return {"items": [done_json(one) for one in found], "next": more}

    return await desk.store.call(entries)


@router.get("/audit/verify")
async def verified(request: Request, _who: Auditor) -> dict[str, Any]:
    """The numbers of the links that were changed, are missing or out of order; none: the chain holds."""
    desk = desk_of(request)
    broken = await desk.store.call(audit.verify, desk.store)
    return {"intact": not broken, "broken": broken}


@router.get("/users")
async def users(request: Request, _who: UserReader) -> dict[str, Any]:
    """Everybody, by name."""
    desk = desk_of(request)
    return {"items": [user_json(one) for one in await desk.store.call(desk.people.users.all)]}


@router.post("/users", status_code=201)
async def add_user(request: Request, who: UserWriter, new: NewUser) -> dict[str, Any]:
    """Write a new user; 409 if the name is taken."""
    return user_json(await desk_of(request).people.create(new.name, new.role, new.password, who.name))


@router.patch("/users/{name}")
async def change_user(request: Request, name: str, who: UserWriter, change: UserChange) -> dict[str, Any]:
    """Change role, password, or whether somebody may enter; the last administrator stays one."""
    desk = desk_of(request)
    call, people = desk.store.call, desk.people
    user = await call(people.users.by_name, name)
    if user is None:
        raise NoSuchUser(name)
    if change.role is not None:
        user = await call(people.users.set_role, user.id, change.role, who.name, desk.now())
    if change.disabled is not None:
        user = await call(people.users.set_disabled, user.id, change.disabled, who.name, desk.now())
    if change.password is not None:
        user = await people.change_password(user, change.password, who.name)
    return user_json(user)


@router.get("/session")
async def session(request: Request) -> dict[str, Any]:
    """Who is logged in, if anybody, and the CSRF token that belongs to the cookie."""
    who = await visitor(request)
    user = None if who.user is None else user_json(who.user)
    return {"user": user, "csrf": await csrf_token(request) or None}


@router.patch("/session")
async def change_self(request: Request, who: Oneself, change: Self) -> dict[str, Any]:
    """Set one's own language; null: as the browser says."""
    desk, me = desk_of(request), _me(who)
    return user_json(
        await desk.store.call(desk.people.users.set_language, me.id, change.language, me.name, desk.now())
    )


@router.get("/tokens")
async def tokens(request: Request, who: Holder) -> dict[str, Any]:
    """One's own API tokens, without their secrets."""
    desk = desk_of(request)
    return {
        "items": [token_json(one) for one in await desk.store.call(desk.people.doors.tokens, _me(who).id)]
    }


@router.post("/tokens", status_code=201)
async def add_token(request: Request, who: Holder, new: NewToken) -> dict[str, Any]:
    """A new API token; `secret` is shown this once. It may what its scopes say, and never more than you."""
    desk = desk_of(request)
    until = desk.now() + timedelta(days=new.days) if new.days else None
    try:
        token, secret = await desk.store.call(desk.people.add_token, _me(who), new.name, new.scopes, until)
    except ValueError as error:
        raise Problem(422, "refused", f"{error}; scopes are {', '.join(SCOPES)}") from None
    return {**token_json(token), "secret": secret}


@router.delete("/tokens/{token_id}", status_code=204, response_class=Response)
async def revoke(request: Request, token_id: str, who: Holder) -> Response:
    """End one of one's own tokens."""
    desk, me = desk_of(request), _me(who)
    if not await desk.store.call(desk.people.doors.revoke, token_id, me.id, me.name, desk.now()):
        raise Problem(404, "unknown", "There is no such token of yours.")
    return Response(status_code=204)


def _me(who: Visitor) -> User:
    if who.user is None:
        raise Problem(401, "login", "Log in first.")
    return who.user
