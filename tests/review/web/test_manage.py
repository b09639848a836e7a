"""The pages that manage: users, one's own tokens, the mode. What they do is what the API shows then."""

import re

from gateway.store.people import Role
from tests.review.web.conftest import PASSWORD, Site
from tests.review.web.test_pages import text_of


async def test_users_are_added_and_changed_on_the_page(site: Site) -> None:
    browser = await site.logged_in(Role.ADMIN)
    new = {"name": "Mira / Süd", "role": "viewer", "password": PASSWORD}
    answer = await browser.post("/people", data=new)
    assert (answer.status_code, answer.headers["location"]) == (303, "/people?done=added")
    page = await browser.get("/people?done=added")
    assert "The user was added." in text_of(page) and "Mira / Süd" in text_of(page)
    mira = site.desk.people.users.by_name("Mira / Süd")
    assert mira is not None and f'action="/people/{mira.id}"' in page.text
    changes = ({"verb": "role", "role": "reviewer"}, {"verb": "password", "password": "a few new words"})
    for fields in changes:
        assert (await browser.post(f"/people/{mira.id}", data=fields)).status_code == 303
    await site.desk.people.log_in("Mira / Süd", "a few new words")
    await browser.post(f"/people/{mira.id}", data={"verb": "disable"})
    now = site.desk.people.users.get(mira.id)
    assert now is not None and (now.role, now.disabled) == (Role.REVIEWER, True)
    assert "kept out" in text_of(await browser.get("/people"))


async def test_what_cannot_be_done_with_a_user_says_why_and_changes_nothing(site: Site) -> None:
    browser, admin = await site.logged_in(Role.ADMIN), f"/people/{site.user(Role.ADMIN).id}"
    for path, fields, status, words in (
        ("/people", {"name": "ADMIN", "role": "viewer"}, 409, "Somebody has this name already"),
        ("/people", {"name": "jo", "role": "viewer", "password": "short"}, 422, "at least 12 characters"),
        ("/people", {"name": "gateway", "role": "viewer"}, 422, "the name of the program itself"),
        ("/people", {"name": "jo", "role": "king"}, 422, "There is no role"),
        (admin, {"verb": "disable"}, 409, "the only administrator left"),
        (admin, {"verb": "role", "role": "viewer"}, 409, "the only administrator left"),
        (admin, {"verb": "promote"}, 422, "There are role, password"),
        ("/people/nobody", {"verb": "disable"}, 404, ""),
    ):
        answer = await browser.post(path, data=fields)
        assert (answer.status_code, words in text_of(answer)) == (status, True), (path, text_of(answer))
    assert [one.name for one in site.desk.people.users.all()] == ["admin"]


async def test_a_token_is_shown_once_and_works_until_it_is_revoked(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    page = await browser.get("/tokens")
    assert "held:read" in page.text and "held:rule" not in page.text
    assert "at least one scope" in text_of(await browser.post("/tokens", data={"name": "bi"}))
    page = await browser.post("/tokens", data={"name": "bi", "scopes": "held:read", "days": "30"})
    (secret,) = re.findall(r"mg_[\w-]+", page.text)
    program = await site.browser(Authorization=f"Bearer {secret}")
    assert (await program.get("/api/v1/held")).status_code == 200
    page = await browser.get("/tokens")
    assert secret not in page.text
    (place,) = re.findall(r'action="(/tokens/[^"]+)"', page.text)
    assert (await browser.post(place)).status_code == 303
    assert (await program.get("/api/v1/held")).status_code == 401


async def test_the_mode_is_changed_on_the_page_for_some_hours(site: Site) -> None:
    browser = await site.logged_in(Role.ADMIN)
    configured = (await browser.get("/api/v1/mode")).json()["mode"]
    assert (await browser.post("/mode", data={"wanted": "bypass", "hours": "2"})).status_code == 303
    assert "Bypassed" in text_of(await browser.get("/"))
    assert (await browser.get("/api/v1/mode")).json()["mode"] == "bypass"
    assert (await browser.post("/mode", data={"wanted": "off"})).status_code == 422
    await browser.post("/mode", data={"wanted": configured})
    assert (await browser.get("/api/v1/mode")).json()["mode"] == configured
