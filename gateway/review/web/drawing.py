"""Drawing pages: templates that escape everything, and what every page has in common.

`draw` gives a template the visitor, his language, the mode in force, the CSRF token
and the number of waiting mails. `HtmlPages` are the pages of log-in and errors.
"""

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.config.models import Config
from gateway.review.overview import mode
from gateway.review.people import SHORTEST
from gateway.review.sentence import Sentence
from gateway.review.web import assets
from gateway.review.web.errors import Problem
from gateway.review.web.security import Visitor, csrf_token, desk_of
from gateway.review.web.wording import Wording, language_of
from gateway.store.people import User

ROOMS: Final = (
    ("queue", "/", "list"),
    ("overview", "/overview", "statistics"),
    ("history", "/history", "history"),
    ("try", "/try", "try"),
    ("config", "/configuration", "config"),
    ("activity", "/activity", "audit"),
    ("people", "/people", "users"),
)
"""The pages of the menu: name, address, the right that is needed."""

TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLATES.globals.update(asset=assets.address, zip=zip)


def wording(request: Request, user: User | None = None) -> Wording:
    """The words for this request."""
    chosen = user.language if user else None
    language = language_of(chosen, request.headers.get("accept-language", ""))
    return Wording(language, desk_of(request).config().time_zone)


def root(request: Request) -> str:
    """What stands in front of every address of ours: the path of `review.public_url`, mostly ""."""
    return str(request.scope.get("root_path", "")).rstrip("/")


async def draw(
    request: Request, who: Visitor, template: str, *, status: int = 200, room: str = "", **values: Any
) -> Response:
    """A page for somebody who is logged in."""
    desk = desk_of(request)
    now = await desk.store.call(mode, desk)
    context = {
        "who": who,
        "room": room,
        "rooms": [(name, path) for name, path, right in ROOMS if who.may(right)],
        "mode": now,
        "csrf": await csrf_token(request),
        **_common(request, wording(request, who.user)),
        **values,
    }
    return _html(TEMPLATES.get_template(template).render(context), status)


def draw_bare(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """A page for somebody who is not logged in and needs not be."""
    context = {**_common(request, wording(request)), "problem": None, **values}
    return _html(TEMPLATES.get_template(template).render(context), status)


def piece(request: Request, who: Visitor, template: str, **values: Any) -> Response:
    """A part of a page, for the script that puts it there."""
    context = {**_common(request, wording(request, who.user)), "who": who, **values}
    return _html(TEMPLATES.get_template(template).render(context), 200)


def title_of(config: Config, name: str | None) -> str:
    """The name of a marketplace as people read it."""
    pack = config.pack(name)
    return pack.title if pack else (name or "")


def _common(request: Request, t: Wording) -> dict[str, Any]:
    config = desk_of(request).config()
    return {
        "t": t,
        "root": root(request),
        "market": lambda name: title_of(config, name),
        "company": config.gateway.company.name,
    }


def _html(text: str, status: int, headers: dict[str, str] | None = None) -> Response:
    # A lone surrogate (from a broken header) has no UTF-8 form; a page shows the replacement sign.
    return HTMLResponse(text.encode("utf-8", "replace"), status, headers)


class HtmlPages:
    """The pages of log-in and errors; they need no store and no visitor."""

    def login(
        self, request: Request, *, csrf: str, next_: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The log-in form."""
        single = desk_of(request).config().gateway.review.oidc is not None
        return self._page(request, "login.html", problem, csrf=csrf, next=next_, name=name, single=single)

    def first(
        self, request: Request, *, csrf: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The form of the first administrator."""
        return self._page(
            request, "first.html", problem, csrf=csrf, name=name, path=request.url.path, shortest=SHORTEST
        )

    def error(self, request: Request, problem: Problem) -> Response:
        """What is wrong, and what to do."""
        return self._page(request, "error.html", problem)

    def _page(self, request: Request, template: str, problem: Problem | None, **values: Any) -> Response:
        known = getattr(request.state, "visitor", None)
        t = wording(request, known.user if isinstance(known, Visitor) else None)
        context = {**_common(request, t), "problem": problem, "said": said(problem, t), **values}
        status = problem.status if problem else 200
        headers = problem.headers if problem else None
        return _html(TEMPLATES.get_template(template).render(context), status, headers)


def said(problem: Problem | None, t: Wording) -> str:
    """A problem in the language of the page: its own sentence, else that of its kind, else as it is."""
    if problem is None:
        return ""
    if isinstance(problem.message, Sentence) and t.has(problem.message.word):
        return t.said(problem.message)
    key = f"error.{problem.code}"
    return t(key) if t.has(key) else t.said(problem.message)
