"""The guard around everything: headers, foreign sites, CSRF, sizes, and mistakes of ours."""

from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request

from gateway.review.web.security import CSP, HEADERS
from gateway.store.database import StoreError
from gateway.store.people import Role
from tests.review.samples import ID, put
from tests.review.web.conftest import URL, Site

RULE = f"/api/v1/held/{ID}/rulings"


@pytest.mark.parametrize(
    "path", ["/healthz", "/login", "/nowhere", "/api/v1/held", "/api/v1/nowhere", "/metrics"]
)
async def test_every_answer_has_the_security_headers(site: Site, path: str) -> None:
    answer = await (await site.browser()).get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_allows_our_own_files_and_no_inline_script() -> None:
    rules = dict(rule.split(" ", 1) for rule in CSP.split("; "))
    assert (rules["default-src"], rules["script-src"], rules["style-src"]) == ("'self'",) * 3
    assert (rules["frame-ancestors"], rules["form-action"], rules["base-uri"]) == (
        "'none'",
        "'self'",
        "'none'",
    )
    assert "unsafe" not in CSP


async def test_what_changes_something_needs_the_token_of_the_page(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    token = browser.headers.pop("X-CSRF-Token")
    other = (await (await site.browser()).get("/api/v1/session")).json()["csrf"]
    for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": other}, {"X-CSRF-Token": token[:-1]}):
        answer = await browser.post(RULE, json={"verb": "withdraw"}, headers=headers)
        assert (answer.status_code, answer.json()["error"]) == (403, "csrf")
    answer = await browser.post(RULE, json={"verb": "withdraw"}, headers={"X-CSRF-Token": token})
    assert (answer.status_code, answer.json()["held"]["state"]) == (200, "withdrawn")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://desk.example.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_what_other_sites_have_a_browser_send_is_refused(site: Site, headers: dict[str, str]) -> None:
    """Even with the right token; looking is not concerned."""
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    answer = await browser.post(RULE, json={"verb": "withdraw"}, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "origin")
    assert (await browser.get(f"/api/v1/held/{ID}", headers=headers)).json()["state"] == "pending"


@pytest.mark.parametrize("origin", [URL, "http://127.0.0.1:8080"])
async def test_our_own_pages_are_known_by_the_host_and_by_the_public_address(site: Site, origin: str) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert (await browser.post(RULE, json={"verb": "withdraw"}, headers=headers)).status_code == 200


async def test_a_program_with_a_token_needs_no_page(site: Site) -> None:
    put(site.desk.store)
    program = await site.program(Role.REVIEWER, "held:rule")
    assert (await program.post(RULE, json={"verb": "withdraw"})).status_code == 200


@pytest.mark.parametrize("value", ["Bearer nonsense", "Bearer ", "Basic YTpi", "mg_x", "Bearer \xff"])
async def test_a_token_that_is_none_is_401_even_with_a_log_in(site: Site, value: str) -> None:
    browser = await site.logged_in(Role.ADMIN)
    answer = await browser.get("/api/v1/held", headers=[(b"Authorization", value.encode("latin-1"))])
    assert (answer.status_code, answer.json()["error"]) == (401, "token")
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_cookie_of_nonsense_is_nobody(site: Site) -> None:
    for cookie in ("marketgate=", "marketgate=x", "marketgate=" + "y" * 5000, "marketgate=\"'--"):
        browser = await site.browser(Cookie=cookie)
        assert (await browser.get("/api/v1/held")).status_code == 401


async def test_a_request_that_is_too_large_is_refused_announced_or_not(site: Site) -> None:
    put(site.desk.store)
    program = await site.program(Role.REVIEWER, "held:rule")
    large = b'{"verb": "withdraw", "note": "' + b"x" * (1024 * 1024) + b'"}'
    answer = await program.post(RULE, content=large)
    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(large), 65536):
            yield large[start : start + 65536]

    answer = await program.post(RULE, content=pieces())
    assert 400 <= answer.status_code < 500
    assert (await (await site.program(Role.REVIEWER, "held:read")).get(f"/api/v1/held/{ID}")).json()[
        "state"
    ] == "pending"


async def test_a_mistake_of_ours_is_500_without_its_words(site: Site) -> None:
    async def broken(_request: Request) -> None:
        raise RuntimeError("/secret/path")

    site.app.add_api_route("/api/v1/broken", broken)
    answer = await (await site.browser()).get("/api/v1/broken")
    assert (answer.status_code, answer.json()["error"], "secret" in answer.text) == (500, "internal", False)
    assert answer.headers["content-security-policy"] == CSP


async def test_a_store_that_is_away_is_503_without_its_words(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await site.logged_in(Role.VIEWER)

    def away(*_: object) -> None:
        raise StoreError("locked", "/var/lib/secret.db")

    monkeypatch.setattr(site.desk.people.doors, "by_session", away)
    answer = await browser.get("/api/v1/held")
    assert (answer.status_code, answer.json()) == (
        503,
        {"error": "store", "message": "The store does not answer.", "held": None},
    )
