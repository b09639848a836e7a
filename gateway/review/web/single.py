"""Single sign-on: the two addresses of a log-in through OpenID Connect.

The browser leaves from the first and comes back to the second; in between a cookie that
lasts ten minutes binds the one to the other. It is Lax, because the way back begins at
another site, and good for nothing else. Without `[review.oidc]` both are 404.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.review.oidc import BACK, PATH, NotLoggedIn, Provider
from gateway.review.people import BadName, NotYours, new_secret
from gateway.review.web.errors import Problem
from gateway.review.web.security import desk_of, set_cookie, visitor
from gateway.store.people import LastAdmin, NameTaken

router = APIRouter(include_in_schema=False)

COOKIE: Final = "marketgate_oidc"
LIFETIME: Final = 600


@router.get(PATH)
async def leave(request: Request) -> Response:
    """Go to the provider."""
    secret = new_secret()
    try:
        answer = RedirectResponse(await _provider(request).start(secret), 303)
    except NotLoggedIn as error:
        raise Problem(502, "oidc", str(error)) from None
    _bind(request, answer, secret)
    return answer


@router.get(BACK)
async def come_back(
    request: Request,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Let in whom the provider names, with the role of his groups."""
    desk, provider = desk_of(request), _provider(request)
    try:
        person = await provider.finish(request.cookies.get(COOKIE, ""), state, code)
        _, secret = await desk.people.log_in_as(person.name, person.role)
    except (NotLoggedIn, NotYours, BadName, LastAdmin, NameTaken) as error:
        raise Problem(403, "oidc", str(error)) from None
    before = (await visitor(request)).secret
    if before:
        await desk.store.call(desk.people.doors.close_session, before, desk.now())
    set_cookie(request, secret)
    # A redirect would still count as coming from the provider, and the cookie of the session is Strict.
    root = request.scope.get("root_path", "")
    answer = Response(headers={"Refresh": f"0; url={root}/"}, media_type="text/html")
    _bind(request, answer, "")
    return answer


def _provider(request: Request) -> Provider:
    desk = desk_of(request)
    review = desk.config().gateway.review
    if review.oidc is None:
        raise Problem(404, "unknown", "There is nothing at this address.")
    return Provider(review.oidc, review.public_url, desk.now)


def _bind(request: Request, answer: Response, secret: str) -> None:
    public = desk_of(request).config().gateway.review.public_url
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=LIFETIME if secret else 0,
        path=request.scope.get("root_path", "") + PATH,
        secure=public.startswith("https:"),
        httponly=True,
        samesite="lax",
    )
