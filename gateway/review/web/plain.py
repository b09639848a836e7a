"""The few pages without which nobody gets in, without templates: log-in, first administrator, error.

`Pages` is what `create_app` needs of whoever draws the pages; these here are the
plainest that work, in a browser without scripts and styles.
"""

from html import escape
from typing import Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.review.web.errors import Problem


class Pages(Protocol):
    """The pages that login and errors show. `csrf` goes into a hidden field of that name."""

    def login(
        self, request: Request, *, csrf: str, next_: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The log-in form: POST to /login with name, password, next, csrf. With `problem`, its status."""
        ...

    def first(
        self, request: Request, *, csrf: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The form of the first administrator: POST to the same address with name, password, again, csrf."""
        ...

    def error(self, request: Request, problem: Problem) -> Response:
        """A page that says what is wrong and what to do."""
        ...


class PlainPages:
    """Pages of nothing but HTML."""

    def login(
        self, request: Request, *, csrf: str, next_: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The log-in form."""
        root = request.scope.get("root_path", "")
        hidden = _hidden("csrf", csrf) + _hidden("next", next_)
        return _page("Log in", _form(f"{root}/login", hidden, name, "", "current-password"), problem)

    def first(
        self, request: Request, *, csrf: str, name: str = "", problem: Problem | None = None
    ) -> Response:
        """The form of the first administrator."""
        again = '<p><label>Password again <input name="again" type="password" required></label></p>'
        form = _form(request.url.path, _hidden("csrf", csrf), name, again, "new-password")
        return _page("First administrator", form, problem)

    def error(self, request: Request, problem: Problem) -> Response:
        """What is wrong."""
        return _page("That did not work", "", problem)


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def _form(action: str, hidden: str, name: str, more: str, complete: str) -> str:
    return (
        f'<form method="post" action="{escape(action)}">{hidden}'
        f'<p><label>Name <input name="name" value="{escape(name)}" autocomplete="username" required>'
        "</label></p>"
        f'<p><label>Password <input name="password" type="password" autocomplete="{complete}" required>'
        f"</label></p>{more}<p><button>Continue</button></p></form>"
    )


def _page(title: str, content: str, problem: Problem | None) -> Response:
    said = "" if problem is None else f'<p role="alert">{escape(problem.message)}</p>'
    return HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title} - Marketgate</title>'
        f"<main><h1>{title}</h1>{said}{content}</main></html>",
        200 if problem is None else problem.status,
        {} if problem is None else problem.headers,
    )
