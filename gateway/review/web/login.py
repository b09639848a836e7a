"""Getting in and out: the log-in form, the log-out, and the link for the first administrator.

A GET never changes anything, so a link that a scanner opens is not spent. At every
log-in the session gets a new secret, and whatever the browser had before is over.
"""

from typing import Annotated, Final
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.review.people import BadName, BadPassword, TooMany, WrongPassword
from gateway.review.sentence import Sentence
from gateway.review.web.errors import Problem, problem_of
from gateway.review.web.plain import Pages
from gateway.review.web.security import check_csrf, csrf_token, desk_of, set_cookie, visitor
from gateway.store.people import LinkSpent

router = APIRouter(include_in_schema=False)

NAME: Final = 200
PASSWORD: Final = 2000
"""Characters of the fields that are looked at; the true limits are in `people`."""

Name = Annotated[str, Form(max_length=NAME)]
Password = Annotated[str, Form(max_length=PASSWORD)]


@router.get("/login")
async def form(request: Request, next: str = "/") -> Response:  # noqa: A002 - the name in the address
    """The log-in form; who is logged in already goes on."""
    if (await visitor(request)).user is not None:
        return _go(request, next)
    return _pages(request).login(request, csrf=await csrf_token(request), next_=inside(next))


@router.post("/login")
async def log_in(
    request: Request,
    name: Name = "",
    password: Password = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the name of the field
) -> Response:
    """Name and password: a new session, or the form again with what is wrong."""
    desk, before = desk_of(request), await visitor(request)
    await check_csrf(request, before)
    try:
        _, secret = await desk.people.log_in(name, password)
    except (WrongPassword, TooMany) as error:
        csrf = await csrf_token(request)
        problem = problem_of(error)
        return _pages(request).login(request, csrf=csrf, next_=inside(next), name=name, problem=problem)
    await _enter(request, before.secret, secret)
    return _go(request, next)


@router.post("/logout")
async def log_out(request: Request) -> Response:
    """End the session, here and everywhere the cookie may have been copied to."""
    desk, who = desk_of(request), await visitor(request)
    await check_csrf(request, who)
    await desk.store.call(desk.people.doors.close_session, who.secret, desk.now())
    set_cookie(request, "")
    return _go(request, "/login")


@router.get("/first/{secret}")
async def first_form(request: Request, secret: str) -> Response:
    """The form of the first administrator, as long as the link is open. Looking does not spend it."""
    desk = desk_of(request)
    link = await desk.store.call(desk.people.doors.link, secret, desk.now())
    if link is None or link.kind != "first" or await desk.store.call(desk.people.users.any):
        raise LinkSpent
    return _pages(request).first(request, csrf=await csrf_token(request))


@router.post("/first/{secret}")
async def first(
    request: Request, secret: str, name: Name = "", password: Password = "", again: Password = ""
) -> Response:
    """Make the first administrator and let him in; the link is spent."""
    desk, before = desk_of(request), await visitor(request)
    await check_csrf(request, before)
    try:
        if password != again:
            raise BadPassword(Sentence("why.passwords_differ", "the two passwords differ"))
        _, session = await desk.people.first(secret, name, password, None)
    except (BadName, BadPassword) as error:
        csrf, problem = await csrf_token(request), problem_of(error)
        return _pages(request).first(request, csrf=csrf, name=name, problem=problem)
    await _enter(request, before.secret, session)
    return _go(request, "/")


async def _enter(request: Request, before: str, secret: str) -> None:
    """The browser's new session; the one it had ends."""
    desk = desk_of(request)
    if before:
        await desk.store.call(desk.people.doors.close_session, before, desk.now())
    set_cookie(request, secret)


def inside(address: str) -> str:
    """The address if it is one of ours, else the start: nobody is sent elsewhere after the log-in."""
    safe = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if safe and address.isprintable() and len(address) < 2000 else "/"


def _go(request: Request, address: str) -> Response:
    return RedirectResponse(request.scope.get("root_path", "") + inside(address), 303)


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


def to_login(request: Request, problem: Problem) -> Response:
    """Where somebody goes who is not logged in and wanted a page.

    A browser that comes from another site did not send the cookie, because it is SameSite=Strict: it is
    sent once more to the same address, now from our own page.
    """
    if request.method not in ("GET", "HEAD"):
        return _pages(request).error(request, problem)
    wanted = quote(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return Response(headers={"Refresh": f"0; url={wanted}"}, media_type="text/html")
    query = urlencode({"next": inside(wanted)})
    return RedirectResponse(f"{request.scope.get('root_path', '')}/login?{query}", 303)
