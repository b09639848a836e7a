"""The web app of a desk: routes, error answers, guard. Wiring only.

`create_app` may be called several times in a process; an app keeps nothing but its
desk and its pages. Pages come in as an object (see `plain.Pages`) and as routers.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from gateway import __version__
from gateway.review.desk import Desk
from gateway.review.web import acts, admin, api, assets, health, login, manage, mine, rooms, single
from gateway.review.web import pages as desk_pages
from gateway.review.web.drawing import HtmlPages
from gateway.review.web.errors import TRANSLATED, Json, Problem, problem_of, wants_json
from gateway.review.web.plain import Pages
from gateway.review.web.security import Guard

DESCRIPTION = """\
Everything the review desk does. Send an API token as `Authorization: Bearer ...`. Every error has the form
`{"error", "message", "held"}`. A request with an `Idempotency-Key` that is repeated is done once.
"""

_WORDS = {404: "unknown", 405: "method", 413: "too_large"}


def create_app(
    desk: Desk,
    pages: Pages | None = None,
    routers: Sequence[APIRouter] = (),
    watch: health.Watch | None = None,
) -> FastAPI:
    """The app of this desk. `pages` draws log-in and errors, `routers` are the routes of further pages.

    `watch` is what the monitoring is told of the mail path.
    """
    app = FastAPI(
        title="Marketgate",
        version=__version__,
        description=DESCRIPTION,
        openapi_url=f"{api.PREFIX}/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        default_response_class=Json,
        root_path=urlsplit(desk.config().gateway.review.public_url).path,
    )
    app.state.desk = desk
    app.state.watch = watch
    app.state.pages = pages or HtmlPages()
    html = (assets.router, desk_pages.router, acts.router, rooms.router, manage.router, mine.router)
    for router in (health.router, login.router, single.router, api.router, admin.router, *html, *routers):
        app.include_router(router)
    for kind in TRANSLATED:
        app.add_exception_handler(kind, _translated)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(Guard, desk=desk, limits={"/try": lambda: rooms.largest(desk)})
    return app


async def _problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, Problem):
        raise error
    if wants_json(request):
        return error.response()
    if error.code == "login":
        return login.to_login(request, error)
    pages: Pages = request.app.state.pages
    return pages.error(request, error)


async def _translated(request: Request, error: Exception) -> Response:
    return await _problem(request, problem_of(error))


async def _invalid(request: Request, error: Exception) -> Response:
    """A field that is not as it should be: which, and why; never what was in it."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    places = [(".".join(str(step) for step in one["loc"][1:]) or "the body", one["msg"]) for one in found]
    message = "; ".join(f"{place}: {why}" for place, why in places)
    return await _problem(request, Problem(422, "invalid", message or "The request cannot be read."))


async def _http(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: an address that is none, a method it does not have."""
    if not isinstance(error, HTTPException):
        raise error
    message = {404: "There is nothing at this address."}.get(error.status_code, str(error.detail))
    headers = dict(error.headers or {})
    code = _WORDS.get(error.status_code, "request")
    return await _problem(request, Problem(error.status_code, code, message, headers=headers))
