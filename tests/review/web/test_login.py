"""Getting in and out: a new session at each log-in, none after a log-out, a form only our own page sends."""

from datetime import timedelta

import pytest
from starlette.requests import Request

from gateway.review.desk import first_link
from gateway.review.people import IDLE, LONGEST
from gateway.review.web.security import needs, without_secret
from gateway.store.activity import Activity
from gateway.store.people import Role
from tests.review.web.conftest import PASSWORD, URL, Site

NAME = {"name": "admin", "password": PASSWORD}


async def test_a_log_in_gives_a_new_session_and_ends_the_one_before(site: Site) -> None:
    site.user(Role.ADMIN)
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    planted = browser.cookies["marketgate"]
    answer = await browser.post("/login", data={**NAME, "csrf": csrf, "next": "/held?state=pending"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/held?state=pending")
    first = browser.cookies["marketgate"]
    again = await browser.get("/api/v1/session")
    assert (again.json()["user"]["name"], again.json()["csrf"] != csrf) == ("admin", True)
    await browser.post("/login", data={**NAME, "csrf": again.json()["csrf"]})
    second = browser.cookies["marketgate"]
    assert len({planted, first, second}) == 3
    for old in (planted, first):
        stranger = await site.browser(Cookie=f"marketgate={old}")
        assert (await stranger.get("/api/v1/session")).json()["user"] is None


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site: Site) -> None:
    site.user(Role.ADMIN)
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    cookie = (await browser.post("/login", data={**NAME, "csrf": csrf})).headers["set-cookie"]
    secret, *rest = cookie.split("; ")
    assert rest == ["Path=/", f"Max-Age={int(LONGEST.total_seconds())}", "HttpOnly", "SameSite=Strict"]
    assert len(secret) > 40


async def test_a_log_out_ends_the_session_also_for_a_stolen_cookie(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    stolen = browser.cookies["marketgate"]
    answer = await browser.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    thief = await site.browser(Cookie=f"marketgate={stolen}")
    for one in (browser, thief):
        assert (await one.get("/api/v1/held")).status_code == 401


@pytest.mark.parametrize(("wait", "status"), [(IDLE - timedelta(minutes=1), 200), (IDLE, 401)])
async def test_a_session_that_is_not_used_ends(site: Site, wait: timedelta, status: int) -> None:
    browser = await site.logged_in(Role.VIEWER)
    site.clock.at += wait
    assert (await browser.get("/api/v1/held")).status_code == status


async def test_a_session_ends_however_much_it_is_used(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    for _ in range(14):
        assert (await browser.get("/api/v1/held")).status_code == 200
        site.clock.at += IDLE - timedelta(minutes=1)
    site.clock.at += timedelta(hours=1)
    assert (await browser.get("/api/v1/held")).status_code == 401


@pytest.mark.parametrize(
    "form", [{"name": "admin", "password": "wrong wrong wrong"}, {"name": "nobody", "password": PASSWORD}, {}]
)
async def test_what_was_wrong_is_not_said_and_nothing_typed_is_run(site: Site, form: dict[str, str]) -> None:
    site.user(Role.ADMIN)
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    answer = await browser.post("/login", data={**form, "csrf": csrf, "next": '"><script>'})
    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text
    assert "<script>" not in answer.text and PASSWORD not in answer.text


async def test_a_disabled_user_and_one_without_a_password_do_not_get_in(site: Site) -> None:
    site.user(Role.ADMIN)
    gone = site.user(Role.VIEWER)
    site.desk.people.users.set_disabled(gone.id, True, "admin", site.clock.at)
    site.desk.people.add("ghost", Role.VIEWER, None, "admin")
    for name in ("viewer", "ghost"):
        browser = await site.browser()
        csrf = (await browser.get("/api/v1/session")).json()["csrf"]
        answer = await browser.post("/login", data={"name": name, "password": PASSWORD, "csrf": csrf})
        assert answer.status_code == 401


async def test_too_many_failures_lock_the_name_for_a_growing_while(site: Site) -> None:
    site.user(Role.ADMIN)
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]

    async def attempt(password: str) -> int:
        answer = await browser.post("/login", data={"name": "admin", "password": password, "csrf": csrf})
        return answer.status_code

    assert [await attempt("wrong wrong wrong") for _ in range(6)] == [401] * 5 + [429]
    assert await attempt(PASSWORD) == 429
    site.clock.at += timedelta(seconds=30)
    assert await attempt(PASSWORD) == 303


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", ""]
)
async def test_nobody_is_sent_to_another_site_after_the_log_in(site: Site, address: str) -> None:
    site.user(Role.ADMIN)
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    answer = await browser.post("/login", data={**NAME, "csrf": csrf, "next": address})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("csrf", [None, "", "wrong", "ü"])
async def test_a_log_in_that_another_page_made_is_refused(site: Site, csrf: str | None) -> None:
    """Otherwise somebody could be logged in as somebody else, and not notice."""
    site.user(Role.ADMIN)
    browser = await site.browser()
    await browser.get("/login")
    form = NAME if csrf is None else {**NAME, "csrf": csrf}
    assert (await browser.post("/login", data=form)).status_code == 403
    assert (await browser.post("/logout", data={"csrf": "x"})).status_code == 403


async def test_the_form_works_as_it_is_shown(site: Site) -> None:
    """What the page holds in its hidden fields is what the POST wants."""
    site.user(Role.ADMIN)
    browser = await site.browser()
    page = (await browser.get("/login", params={"next": "/held"})).text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    assert 'name="next" value="/held"' in page
    assert (await browser.post("/login", data={**NAME, "csrf": csrf})).status_code == 303
    there = await browser.get("/login", params={"next": "/held"})
    assert (there.status_code, there.headers["location"]) == (303, "/held")


async def test_the_first_administrator_enters_by_a_link_that_works_once(site: Site) -> None:
    link = first_link(site.desk)
    assert link is not None and link.startswith("http://127.0.0.1:8080/first/")
    path = link.removeprefix("http://127.0.0.1:8080")
    scanner = await site.browser()
    for _ in range(3):
        assert (await scanner.get(path)).status_code == 200
    browser = await site.browser()
    await browser.get(path)
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    form = {"name": "Eva Groß", "password": PASSWORD, "again": PASSWORD, "csrf": csrf}
    assert (await browser.post(path, data=form)).status_code == 303
    me = (await browser.get("/api/v1/session")).json()["user"]
    assert (me["name"], me["role"]) == ("Eva Groß", "admin")
    for again in (await scanner.get(path), await browser.get(path)):
        assert again.status_code == 404
    csrf = (await scanner.get("/api/v1/session")).json()["csrf"]
    assert (await scanner.post(path, data={**form, "csrf": csrf})).status_code == 404
    assert [user.name for user in site.desk.people.users.all()] == ["Eva Groß"]
    assert first_link(site.desk) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"again": "something else"}, "the two passwords differ"),
        ({"password": "short", "again": "short"}, "at least 12 characters"),
        ({"name": " "}, "1 to 64 printable characters"),
        ({"name": "Gateway"}, "the name of the program itself"),
        ({"password": "aaaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaaa"}, "too easy to guess"),
    ],
)
async def test_a_first_form_that_is_not_filled_well_says_why_and_spends_nothing(
    site: Site, change: dict[str, str], said: str
) -> None:
    link = first_link(site.desk)
    assert link is not None
    path = link.removeprefix("http://127.0.0.1:8080")
    browser = await site.browser()
    csrf = (await browser.get("/api/v1/session")).json()["csrf"]
    form = {"name": "Eva", "password": PASSWORD, "again": PASSWORD, "csrf": csrf, **change}
    answer = await browser.post(path, data=form)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert not site.desk.people.users.any()
    assert (await browser.get(path)).status_code == 200


async def test_the_first_link_ends_after_a_day_and_when_a_newer_one_is_given(site: Site) -> None:
    old, new = first_link(site.desk), first_link(site.desk)
    assert old is not None and new is not None
    browser = await site.browser()
    statuses = [
        (await browser.get(link.removeprefix("http://127.0.0.1:8080"))).status_code for link in (old, new)
    ]
    site.clock.at += timedelta(hours=24)
    statuses.append((await browser.get(new.removeprefix("http://127.0.0.1:8080"))).status_code)
    assert statuses == [404, 200, 404]


async def test_log_ins_and_log_outs_are_in_the_audit_chain(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    await browser.post("/logout")
    told = [(done.verb, done.who) for done in Activity(site.desk.store).entries(["viewer", "test"])]
    assert told == [("logout", "viewer"), ("login", "viewer"), ("user-add", "test")]


async def test_a_page_without_a_log_in_leads_to_the_form_and_back(site: Site) -> None:
    """The API says 401 instead; a click from another site is sent again, so that the strict cookie comes."""
    site.app.add_api_route("/page", _page)
    browser = await site.browser()
    answer = await browser.get("/page?x=1&y=ü")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2Fpage%3Fx%3D1%26y%3D%25C3%25BC"
    clicked = await browser.get("/page?x=1", headers={"Sec-Fetch-Site": "cross-site"})
    assert (clicked.status_code, clicked.headers["refresh"]) == (200, "0; url=/page?x=1")
    assert (await browser.post("/page")).status_code == 405


async def _page(request: Request) -> None:
    await needs("list")(request)


async def test_over_https_the_cookie_is_secure_and_bound_to_the_host(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway = site.desk.config().gateway
    secure = gateway.review.model_copy(update={"public_url": URL.replace("http", "https")})
    monkeypatch.setattr(gateway, "__dict__", {**gateway.__dict__, "review": secure})
    browser = await site.browser()
    answer = await browser.get("/api/v1/session")
    assert answer.headers["set-cookie"].startswith("__Host-marketgate=")
    assert answer.headers["set-cookie"].endswith("; HttpOnly; SameSite=Strict; Secure")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/mine/s3cret", "/mine/..."),
        ("/first/s3cret/more", "/first/..."),
        ("/held/4msjt2ydzfm3", "/held/4msjt2ydzfm3"),
        ("/mine", "/mine"),
        ("/", "/"),
    ],
)
def test_a_personal_address_does_not_stand_in_the_log(path: str, logged: str) -> None:
    """Whoever reads the log of an error could act as the author."""
    assert without_secret(path) == logged
