"""Who may do what: every route of the app for everybody. A route that is not in the table fails the test."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from gateway.review.people import RIGHTS, SCOPES, may
from gateway.review.web.security import Visitor
from gateway.store.people import Role
from tests.review.samples import ID, put
from tests.review.web.conftest import Site

NOBODY, VIEWER, REVIEWER, ADMIN = "nobody", Role.VIEWER.value, Role.REVIEWER.value, Role.ADMIN.value
EVERYBODY = (NOBODY, VIEWER, REVIEWER, ADMIN)

# Method and path -> who may, at least, and the scope a token needs: None no token may, "" any token.
TABLE: dict[tuple[str, str], tuple[str, str | None]] = {
    ("GET", "/healthz"): (NOBODY, ""),
    ("GET", "/readyz"): (NOBODY, ""),
    ("GET", "/metrics"): (NOBODY, ""),
    ("GET", "/login"): (NOBODY, ""),
    ("POST", "/login"): (NOBODY, ""),
    ("GET", "/login/oidc"): (NOBODY, ""),
    ("GET", "/login/oidc/back"): (NOBODY, ""),
    ("POST", "/logout"): (NOBODY, ""),
    ("GET", "/first/{secret}"): (NOBODY, ""),
    ("POST", "/first/{secret}"): (NOBODY, ""),
    # The link itself is the permission: see test_mine.
    ("GET", "/mine/{secret}"): (NOBODY, ""),
    ("POST", "/mine/{secret}"): (NOBODY, ""),
    ("GET", "/static/{name}"): (NOBODY, ""),
    ("GET", "/"): (VIEWER, "held:read"),
    ("GET", "/rows"): (VIEWER, "held:read"),
    ("GET", "/held/{held_id}"): (VIEWER, "held:read"),
    ("GET", "/held/{held_id}/html"): (VIEWER, "held:read"),
    ("GET", "/held/{held_id}/source"): (REVIEWER, "held:raw"),
    ("POST", "/held/{held_id}/ruling"): (REVIEWER, "held:rule"),
    ("POST", "/held/{held_id}/edit"): (REVIEWER, "held:rule"),
    ("POST", "/held/{held_id}/claim"): (REVIEWER, "held:rule"),
    ("POST", "/bulk"): (REVIEWER, "held:rule"),
    ("POST", "/language"): (VIEWER, ""),
    ("GET", "/overview"): (VIEWER, "history:read"),
    ("GET", "/history"): (VIEWER, "history:read"),
    ("GET", "/try"): (REVIEWER, "explain"),
    ("POST", "/try"): (REVIEWER, "explain"),
    ("GET", "/configuration"): (ADMIN, "config:read"),
    ("GET", "/activity"): (ADMIN, "audit:read"),
    ("GET", "/people"): (ADMIN, "users:read"),
    ("POST", "/people"): (ADMIN, "users:write"),
    ("POST", "/people/{user_id}"): (ADMIN, "users:write"),
    ("GET", "/tokens"): (VIEWER, None),
    ("POST", "/tokens"): (VIEWER, None),
    ("POST", "/tokens/{token_id}"): (VIEWER, None),
    ("POST", "/mode"): (ADMIN, "mode:write"),
    ("GET", "/api/v1/openapi.json"): (NOBODY, ""),
    ("GET", "/api/v1/session"): (NOBODY, ""),
    ("PATCH", "/api/v1/session"): (VIEWER, ""),
    ("GET", "/api/v1/held"): (VIEWER, "held:read"),
    ("GET", "/api/v1/held/{held_id}"): (VIEWER, "held:read"),
    ("GET", "/api/v1/held/{held_id}/raw"): (REVIEWER, "held:raw"),
    ("GET", "/api/v1/held/{held_id}/attachments/{number}"): (REVIEWER, "held:raw"),
    ("POST", "/api/v1/held/{held_id}/rulings"): (REVIEWER, "held:rule"),
    ("POST", "/api/v1/held/{held_id}/edit"): (REVIEWER, "held:rule"),
    ("POST", "/api/v1/rulings"): (REVIEWER, "held:rule"),
    ("POST", "/api/v1/held/{held_id}/claim"): (REVIEWER, "held:rule"),
    ("DELETE", "/api/v1/held/{held_id}/claim"): (REVIEWER, "held:rule"),
    ("GET", "/api/v1/history"): (VIEWER, "history:read"),
    ("GET", "/api/v1/mode"): (VIEWER, "mode:read"),
    ("PUT", "/api/v1/mode"): (ADMIN, "mode:write"),
    ("GET", "/api/v1/audit"): (ADMIN, "audit:read"),
    ("GET", "/api/v1/audit/verify"): (ADMIN, "audit:read"),
    ("GET", "/api/v1/users"): (ADMIN, "users:read"),
    ("POST", "/api/v1/users"): (ADMIN, "users:write"),
    ("PATCH", "/api/v1/users/{name}"): (ADMIN, "users:write"),
    ("GET", "/api/v1/tokens"): (VIEWER, None),
    ("POST", "/api/v1/tokens"): (VIEWER, None),
    ("DELETE", "/api/v1/tokens/{token_id}"): (VIEWER, None),
}
PLACES = {"held_id": ID, "number": "2", "name": "viewer", "token_id": "x", "user_id": "x", "secret": "x"}


def routes_of(routes: Any) -> Iterator[tuple[str, str]]:
    """Method and path of every route, also of those in routers that were taken in whole."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes_of(inner.routes)
        else:
            path = route.path
            for method in getattr(route, "methods", None) or {"GET"}:
                if method != "HEAD" or isinstance(route, APIRoute):
                    yield method, path


def test_every_route_is_in_the_table(site: Site) -> None:
    """Whoever adds a route says here who may use it."""
    assert set(routes_of(site.app.routes)) == set(TABLE)


@pytest.mark.parametrize("who", EVERYBODY)
async def test_every_route_lets_in_whom_the_table_says(site: Site, who: str) -> None:
    """401 for nobody and 403 for too low a role, before anything else is looked at; for others neither."""
    put(site.desk.store)
    for role in Role:
        site.user(role)
    wrong = []
    for (method, path), (needed, _) in TABLE.items():
        browser = await (site.browser() if who == NOBODY else site.logged_in(Role(who)))
        answer = await browser.request(method, path.format(**PLACES), json={} if method != "GET" else None)
        allowed = EVERYBODY.index(who) >= EVERYBODY.index(needed)
        refused = {"login": 401, "forbidden": 403}.get(_word(answer))
        # Who asks for a page without being logged in is sent to the form.
        status = 401 if answer.status_code == 303 and refused == 401 else answer.status_code
        if allowed == (refused is not None) or (not allowed and status != refused):
            wrong.append((method, path, answer.status_code, answer.text[:100]))
    assert wrong == []


async def test_every_route_asks_a_token_for_its_scope(site: Site) -> None:
    """A token with all scopes but that one is refused, a token with only that one is not."""
    put(site.desk.store)
    site.user(Role.VIEWER)
    wrong = []
    for (method, path), (needed, scope) in TABLE.items():
        if needed == NOBODY:
            continue
        others = [other for other in SCOPES if other != scope]
        for scopes, allowed in ((others, scope == ""), ([scope or SCOPES[0]], scope is not None)):
            program = await site.program(Role.ADMIN, *scopes)
            answer = await program.request(
                method, path.format(**PLACES), json={} if method != "GET" else None
            )
            if allowed == (_word(answer) == "forbidden"):
                wrong.append((method, path, scopes, answer.status_code, answer.text[:100]))
    assert wrong == []


async def test_a_token_never_may_more_than_its_user(site: Site) -> None:
    """Scopes of an administrator in the hand of a viewer open nothing."""
    program = await site.program(Role.VIEWER, *SCOPES)
    assert (await program.get("/api/v1/audit")).status_code == 403
    assert (await program.get("/api/v1/held")).status_code == 200


@pytest.mark.parametrize("verb", [*RIGHTS, "unheard-of"])
def test_nobody_may_what_is_not_in_the_table_of_rights(verb: str) -> None:
    """And a visitor who is not logged in may nothing of it."""
    assert may(Role.ADMIN, verb) == (verb in RIGHTS)
    assert not Visitor().may(verb)


def _word(answer: Any) -> str:
    """The word of an error: of the API, or of a page; "" if there is none."""
    if answer.headers.get("location", "").startswith("/login?next="):
        return "login"
    shown = (
        re.search(r'data-error="(\w+)"', answer.text)
        if "html" in answer.headers.get("content-type", "")
        else None
    )
    if shown:
        return shown[1]
    if "json" not in answer.headers.get("content-type", ""):
        return ""
    body = answer.json()
    return str(body.get("error")) if isinstance(body, dict) else ""
