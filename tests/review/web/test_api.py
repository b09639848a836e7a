"""The API: what waits, one mail with everything, rulings two people cannot both make, keys that repeat."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from gateway.review.wire import held_json
from gateway.store import Holds, Notices, verify
from gateway.store.activity import Activity
from gateway.store.people import Role
from gateway.store.purge import Limits, Purge
from gateway.words import HeldState
from tests.review.samples import BODY, FORBIDDING, ID, ORDER, START, config, held, put, recipient
from tests.review.web.conftest import PASSWORD, Site

SECOND = "zyxwvutsrqponmlkjihgfedcba"
MIXED = (
    b"From: Anna <anna@example.com>\r\nTo: buyer@home.example\r\nSubject: Rechnung\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nAnbei. Tel. 0911 1234567\r\n--b\r\n"
    b'Content-Type: text/html; name="x.html"\r\nContent-Disposition: attachment;\r\n'
    b" filename*=utf-8''%22%3E%3Cscript%3E%C3%A4.html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n"
)


def ruling(verb: str, **more: object) -> dict[str, object]:
    return {"verb": verb, **more}


async def rule(client: httpx.AsyncClient, verb: str, held_id: str = ID, **more: object) -> httpx.Response:
    return await client.post(f"/api/v1/held/{held_id}/rulings", json=ruling(verb, **more))


async def test_the_queue_has_an_item_a_conversation_with_the_line_of_the_command_line_in_it(
    site: Site,
) -> None:
    first = put(site.desk.store, held(thread="t1"))
    put(site.desk.store, held(id=SECOND, thread="t1", held_at=START + timedelta(minutes=1)))
    answer = await (await site.logged_in(Role.VIEWER)).get("/api/v1/held")
    assert answer.status_code == 200
    page = answer.json()
    assert {key: page[key] for key in ("total", "mails", "page", "pages")} == {
        "total": 1,
        "mails": 2,
        "page": 1,
        "pages": 1,
    }
    (item,) = page["items"]
    line = json.loads(json.dumps(held_json(first)))
    assert {key: item[key] for key in line} == line
    assert [one["id"] for one in item["others"]] == [SECOND]
    assert item["sentences"] == [
        "a private address writes about a marketplace order",
        "phone number found in the new text",
    ]
    assert (item["buyers"], item["age"], item["left"]) == (["buyer@home.example"], 600, 85800)
    assert (item["wrote_again"], item["answered"], item["both_channels"]) == (None, None, False)


async def test_the_queue_is_filtered_and_paged(site: Site) -> None:
    for number in range(5):
        item = held(id=f"{number}" * 26, subject=f"mail {number}", held_at=START + timedelta(minutes=number))
        put(site.desk.store, replace(item, marketplace="ebay" if number else "amazon"))
    done = held(recipient("x@home.example", HeldState.SENT), id=SECOND, orders=("028-1111111-1111111",))
    put(site.desk.store, done)
    browser = await site.logged_in(Role.VIEWER)

    async def ids(**query: str) -> list[str]:
        answer = await browser.get("/api/v1/held", params=query)
        return [item["id"][0] for item in answer.json()["items"]]

    assert await ids() == ["0", "1", "2", "3", "4"]
    assert await ids(size="2", page="2") == ["2", "3"]
    assert await ids(size="2", page="4") == []
    assert await ids(marketplace="amazon") == ["0"]
    assert await ids(q="MAIL 3") == ["3"]
    assert await ids(state="sent") == ["z"]
    assert await ids(all="true", q="028-1111111-1111111") == ["z"]
    wrong = await browser.get("/api/v1/held", params={"state": "lost"})
    assert (wrong.status_code, wrong.json()["error"], wrong.json()["held"]) == (422, "invalid", None)


async def test_one_mail_has_all_that_is_needed_to_decide(site: Site) -> None:
    put(site.desk.store)
    answer = await (await site.logged_in(Role.VIEWER)).get(f"/api/v1/held/{ID}")
    shown = answer.json()
    assert (shown["id"], shown["version"], shown["author"], shown["orders"]) == (
        ID,
        1,
        "anna@example.com",
        [ORDER],
    )
    assert shown["texts"]["new"].startswith("Guten Tag,") and "Amazon" not in shown["texts"]["new"]
    assert "> Wo bleibt meine Amazon-Bestellung" in shown["texts"]["quoted"]
    assert {"name": "subject", "value": "Re: Lieferung"} in shown["texts"]["headers"]
    assert shown["findings"] == [
        {
            "check": "phone_number",
            "severity": "block",
            "snippet": "0911 1234567",
            "span": [0, 0],
            "fix": None,
            "in_signature": False,
        }
    ]
    assert [entry["what"] for entry in shown["timeline"]] == ["held"]
    forms = {one["as"]: one for one in shown["previews"]}
    assert list(forms) == ["original", "footer", "redacted", "relay", "redirect"]
    original = forms["original"]
    assert (original["possible"], original["identical"], original["changes"]) == (True, True, [])
    assert original["text"].endswith("> Wo bleibt meine Amazon-Bestellung 302-1234567-1234567?\r\n")
    assert original["fields"].startswith("Received: from [192.0.2.7]")
    for form in forms.values():
        assert form["possible"] == (form["why"] is None)


async def test_reading_a_text_is_logged_and_looking_at_the_queue_is_not(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    activity = Activity(site.desk.store)

    def readings() -> list[tuple[str, str]]:
        return [(done.subject, done.who) for done in activity.entries(["reviewer"], verb="read")]

    await browser.get("/api/v1/held")
    await browser.get(f"/api/v1/held/{SECOND}")
    assert readings() == []
    await browser.get(f"/api/v1/held/{ID}")
    await browser.get(f"/api/v1/held/{ID}")
    assert readings() == [(ID, "reviewer")]
    site.clock.at += timedelta(hours=1)
    await browser.get(f"/api/v1/held/{ID}/raw")
    assert readings() == [(ID, "reviewer")] * 2
    assert verify(site.desk.store) == []


async def test_the_source_is_the_held_bytes_and_only_to_be_saved(site: Site) -> None:
    put(site.desk.store)
    answer = await (await site.logged_in(Role.REVIEWER)).get(f"/api/v1/held/{ID}/raw")
    assert answer.content == BODY
    kept = {
        name: answer.headers[name]
        for name in ("content-type", "content-disposition", "x-content-type-options")
    }
    assert kept == {
        "content-type": "application/octet-stream",
        "content-disposition": f"attachment; filename=\"{ID}.eml\"; filename*=UTF-8''{ID}.eml",
        "x-content-type-options": "nosniff",
    }
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


async def test_an_attachment_is_only_to_be_saved_whatever_it_calls_itself(site: Site) -> None:
    put(site.desk.store, body=MIXED)
    browser = await site.logged_in(Role.REVIEWER)
    texts = (await browser.get(f"/api/v1/held/{ID}")).json()["texts"]
    assert texts["attachments"] == [
        {"number": "2", "name": '"><script>ä.html', "content_type": "text/html", "size": 25}
    ]
    answer = await browser.get(f"/api/v1/held/{ID}/attachments/2")
    assert (answer.content, answer.headers["content-type"]) == (
        b"<script>alert(1)</script>",
        "application/octet-stream",
    )
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"___script__.html\"; filename*=UTF-8''%22%3E%3Cscript%3E%C3%A4.html"
    )
    for number in ("1", "3", "", "..%2Fraw"):
        assert (await browser.get(f"/api/v1/held/{ID}/attachments/{number}")).status_code == 404


async def test_an_id_cannot_be_guessed_piece_by_piece(site: Site) -> None:
    """The beginning of an id, good enough for the command line, is nothing here."""
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    for held_id in (ID[:6], ID[:25], ID.upper(), ID + "a", "%", "' OR 1=1"):
        for answer in (
            await browser.get(f"/api/v1/held/{held_id}"),
            await browser.get(f"/api/v1/held/{held_id}/raw"),
            await rule(browser, "release", held_id),
            await browser.post(f"/api/v1/held/{held_id}/claim"),
        ):
            assert (answer.status_code, answer.json()["error"]) == (404, "unknown")


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("release", "approved"),
        ("dismiss", "approved"),
        ("reject", "rejected"),
        ("answered", "answered"),
        ("withdraw", "withdrawn"),
    ],
)
async def test_a_ruling_is_recorded_with_name_and_note_and_carried_out(
    site: Site, verb: str, state: str
) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    answer = await rule(browser, verb, note="because", version=1)
    said = answer.json()
    assert (answer.status_code, said["done"], said["held"]["state"]) == (200, True, state)
    kept = Holds(site.desk.store).get(ID)
    assert kept is not None
    assert [(one.who, one.verb, one.note) for one in kept.rulings] == [("reviewer", verb, "because")]
    assert site.woken == [True]
    again = (await rule(browser, verb, note="because")).json()
    assert (again["done"], again["held"]["state"], len(site.woken)) == (False, state, 1)


async def test_a_release_that_a_marketplace_forbids_wants_a_note(site: Site) -> None:
    """Through the API as on the page: one by one and in bulk, also cut and dismissed; a footer needs none."""
    site.configure(replace(config(), packs=(FORBIDDING,)))
    put(site.desk.store)
    client = await site.program(Role.REVIEWER, "held:read", "held:rule")
    for more in ({"verb": "release"}, {"verb": "release", "as": "redacted"}, {"verb": "dismiss"}):
        answer = await client.post(f"/api/v1/held/{ID}/rulings", json={**more, "note": " "})
        assert (answer.status_code, answer.json()["error"]) == (422, "refused")
        assert answer.json()["message"].startswith("Amazon forbids answers to private addresses: say in")
    many = await client.post("/api/v1/rulings", json={"ids": [ID], "verb": "release"})
    assert [one["done"] for one in many.json()["results"]] == [False]
    answer = await rule(client, "release", note="agreed by phone")
    assert (answer.status_code, answer.json()["held"]["state"]) == (200, "approved")


async def test_undo_and_retry(site: Site) -> None:
    put(site.desk.store)
    put(site.desk.store, held(recipient("x@home.example", HeldState.FAILED), id=SECOND))
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "release")
    assert (await rule(browser, "undo")).json()["held"]["state"] == "pending"
    assert (await rule(browser, "retry", SECOND)).json()["held"]["state"] == "approved"


async def test_two_people_deciding_at_once_are_one_decision(site: Site) -> None:
    """The other one hears what was decided, with the mail as it is now."""
    put(site.desk.store)
    anna, bo = [await site.logged_in(Role.REVIEWER, name) for name in ("Anna", "Bo")]
    answers = await asyncio.gather(
        rule(anna, "release", version=1), rule(bo, "reject", note="Bitte ohne Nummer.", version=1)
    )
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200, 409]
    (lost,) = [answer.json() for answer in answers if answer.status_code == 409]
    (won,) = [answer.json() for answer in answers if answer.status_code == 200]
    assert (lost["error"], lost["held"]["state"]) == ("decided", won["held"]["state"])
    (last,) = won["held"]["rulings"]
    assert f"last ruling: {last['verb']} by {last['who']}" in lost["message"]


async def test_a_page_that_is_too_old_decides_nothing(site: Site) -> None:
    """Somebody released and took it back meanwhile: the version is another one."""
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "release")
    now = (await rule(browser, "undo")).json()["held"]["version"]
    answer = await rule(browser, "release", version=1)
    assert (answer.status_code, answer.json()["held"]["version"]) == (409, now)
    assert (await rule(browser, "release", version=now)).status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        ({"verb": "reject"}, 422, "refused"),
        ({"verb": "release", "as": "relay"}, 422, "refused"),
        ({"verb": "release", "as": "footer"}, 422, "refused"),
        ({"verb": "destroy"}, 422, "invalid"),
        ({"verb": "release", "surprise": 1}, 422, "invalid"),
        ({"verb": "release", "note": "x" * 10_001}, 422, "invalid"),
        ({}, 422, "invalid"),
        ([], 422, "invalid"),
    ],
)
async def test_what_cannot_be_done_as_asked_says_why_and_changes_nothing(
    site: Site, body: object, status: int, word: str
) -> None:
    put(site.desk.store, held(marketplace="unheard-of"))
    browser = await site.logged_in(Role.REVIEWER)
    answer = await browser.post(f"/api/v1/held/{ID}/rulings", json=body)
    assert (answer.status_code, answer.json()["error"], bool(answer.json()["message"])) == (
        status,
        word,
        True,
    )
    kept = Holds(site.desk.store).get(ID)
    assert kept is not None
    assert (kept.state, kept.rulings, site.woken) == (HeldState.PENDING, (), [])


async def test_many_at_once_have_a_result_each(site: Site) -> None:
    put(site.desk.store)
    put(site.desk.store, held(recipient("x@home.example", HeldState.PROVISIONAL), id=SECOND))
    browser = await site.logged_in(Role.REVIEWER)
    asked = {"ids": [ID, SECOND, "nosuchid", ID], "verb": "release"}
    answer = await browser.post("/api/v1/rulings", json=asked)
    told = [(one["id"], one["done"], one["error"]) for one in answer.json()["results"]]
    assert told == [(ID, True, None), (SECOND, False, "refused"), ("nosuchid", False, "unknown")]


async def test_a_claim_says_who_looks_and_binds_nobody(site: Site) -> None:
    put(site.desk.store)
    anna, bo = [await site.logged_in(Role.REVIEWER, name) for name in ("Anna", "Bo")]
    assert (await anna.post(f"/api/v1/held/{ID}/claim")).json()["held"]["claimed_by"] == "Anna"
    assert (await anna.get("/api/v1/held")).json()["items"][0]["claimed_by"] == "Anna"
    taken = await bo.post(f"/api/v1/held/{ID}/claim")
    assert (taken.status_code, taken.json()["message"]) == (409, "Anna is looking at it.")
    assert (await bo.delete(f"/api/v1/held/{ID}/claim")).status_code == 409
    assert (await anna.delete(f"/api/v1/held/{ID}/claim")).json()["held"]["claimed_by"] is None
    await anna.post(f"/api/v1/held/{ID}/claim")
    assert (await rule(bo, "release")).status_code == 200


async def test_a_claim_that_ran_out_is_shown_as_none(site: Site) -> None:
    put(site.desk.store)
    anna = await site.logged_in(Role.REVIEWER)
    await anna.post(f"/api/v1/held/{ID}/claim")
    site.clock.at += timedelta(minutes=15)
    assert (await anna.get("/api/v1/held")).json()["items"][0]["claimed_by"] is None
    assert (await anna.get(f"/api/v1/held/{ID}")).json()["claimed_by"] is None


async def test_a_request_with_a_key_is_done_once_and_answered_the_same(site: Site) -> None:
    put(site.desk.store)
    program = await site.program(Role.REVIEWER, "held:rule")
    program.headers["Idempotency-Key"] = "k1"
    first = await rule(program, "reject", note="no")
    again = await rule(program, "reject", note="no")
    assert (first.status_code, first.json()["done"]) == (200, True)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert len(Notices(site.desk.store).due(site.clock.at)) == 1
    other = await rule(program, "release")
    assert (other.status_code, other.json()["error"]) == (422, "idempotency_key")
    site.clock.at += timedelta(hours=24)
    assert (await rule(program, "reject", note="no")).json()["done"] is False


async def test_a_refusal_is_remembered_too_and_a_key_belongs_to_who_sent_it(site: Site) -> None:
    put(site.desk.store, held(recipient("x@home.example", HeldState.SENT)))
    program, other = (
        await site.program(Role.REVIEWER, "held:rule"),
        await site.program(Role.ADMIN, "held:rule"),
    )
    for client in (program, other):
        client.headers["Idempotency-Key"] = "k1"
    first = await rule(program, "reject", note="no")
    again = await rule(program, "reject", note="no")
    assert (first.status_code, again.json(), again.status_code) == (409, first.json(), 409)
    assert "idempotency-replayed" not in (await rule(other, "reject", note="no")).headers
    program.headers["Idempotency-Key"] = "x" * 256
    assert (await rule(program, "reject", note="no")).status_code == 422


async def test_the_same_key_twice_at_once_is_done_once(site: Site) -> None:
    put(site.desk.store)
    program = await site.program(Role.REVIEWER, "held:rule")
    program.headers["Idempotency-Key"] = "k1"
    answers = await asyncio.gather(*(rule(program, "reject", note="no") for _ in range(4)))
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert {answer.json().get("error") for answer in answers if answer.status_code == 409} <= {"working"}
    assert len(Notices(site.desk.store).due(site.clock.at)) == 1


async def test_a_text_that_retention_removed_is_said_to_be_gone(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "withdraw")
    site.clock.at += timedelta(days=31)
    browser = await site.logged_in(Role.REVIEWER)
    at = site.clock.at
    Purge(site.desk.store).run(Limits(at, START, START, START), "gateway", at)
    shown = (await browser.get(f"/api/v1/held/{ID}")).json()
    assert (shown["texts"], shown["erased"], shown["previews"]) == (None, "2026-04-02T09:40:00Z", [])
    assert [entry["what"] for entry in shown["timeline"]] == ["held", "withdraw", "erase"]
    gone = await browser.get(f"/api/v1/held/{ID}/raw")
    assert (gone.status_code, gone.json()["error"]) == (410, "erased")
    assert (await rule(browser, "reject", note="no")).status_code == 409


async def test_history_answers_whether_a_mail_went_out(site: Site) -> None:
    put(site.desk.store, held(recipient("buyer@home.example", HeldState.SENT, reply="250 2.0.0 queued")))
    browser = await site.logged_in(Role.VIEWER)
    for search in (ORDER, "buyer@home.example", "anna@example.com", "<answer-1@example.com>"):
        (item,) = (await browser.get("/api/v1/history", params={"q": search})).json()["items"]
        assert (item["kind"], item["id"], item["recipients"][0]["reply"]) == ("held", ID, "250 2.0.0 queued")
    assert (await browser.get("/api/v1/history", params={"q": "x@y.example"})).json() == {"items": []}


async def test_the_mode_is_set_for_a_while_or_for_good_and_ended_by_the_configured_one(site: Site) -> None:
    admin = await site.logged_in(Role.ADMIN)
    configured = (await admin.get("/api/v1/mode")).json()
    assert configured["source"] == "policy.toml"
    answer = await admin.put("/api/v1/mode", json={"mode": "bypass", "seconds": 7200})
    assert answer.json() == {
        "mode": "bypass",
        "source": "override",
        "configured": configured["mode"],
        "until": "2026-03-02T11:40:00Z",
        "who": "admin",
        "at": "2026-03-02T09:40:00Z",
    }
    site.clock.at += timedelta(hours=2)
    assert (await admin.get("/api/v1/mode")).json() == configured
    await admin.put("/api/v1/mode", json={"mode": "bypass"})
    assert (await admin.put("/api/v1/mode", json={"mode": configured["mode"]})).json() == configured
    assert (await admin.put("/api/v1/mode", json={"mode": "bypass", "seconds": 0})).status_code == 422


async def test_the_audit_chain_is_listed_by_page_and_checked(site: Site) -> None:
    put(site.desk.store)
    admin = await site.logged_in(Role.ADMIN)
    await rule(admin, "withdraw")
    about = (await admin.get("/api/v1/audit", params={"subject": ID})).json()["items"]
    assert [(one["verb"], one["who"]) for one in about] == [("withdraw", "admin"), ("hold", "gateway")]
    page = (await admin.get("/api/v1/audit", params={"limit": "1"})).json()
    rest = (await admin.get("/api/v1/audit", params={"before": str(page["next"])})).json()
    assert [page["items"][0]["seq"], rest["items"][0]["seq"], rest["next"]] == [4, 3, None]
    assert (await admin.get("/api/v1/audit/verify")).json() == {"intact": True, "broken": []}
    with site.desk.store.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET verb = 'release' WHERE seq = 4")
    assert (await admin.get("/api/v1/audit/verify")).json() == {"intact": False, "broken": [4]}


async def test_users_are_managed_and_the_last_administrator_stays(site: Site) -> None:
    admin = await site.logged_in(Role.ADMIN)
    new = {"name": "Bo", "role": "viewer", "password": PASSWORD}
    answer = await admin.post("/api/v1/users", json=new)
    assert (answer.status_code, answer.json()["name"], PASSWORD in answer.text) == (201, "Bo", False)
    assert (await admin.post("/api/v1/users", json={**new, "name": "bO"})).json()["error"] == "taken"
    assert (await admin.post("/api/v1/users", json={**new, "password": "short"})).json()[
        "error"
    ] == "bad_password"
    bo = await site.logged_in(Role.VIEWER, "Bo")
    changed = await admin.patch("/api/v1/users/Bo", json={"role": "reviewer", "password": f"{PASSWORD}!"})
    assert changed.json()["role"] == "reviewer"
    assert (await bo.get("/api/v1/held")).status_code == 401
    for change in ({"disabled": True}, {"role": "viewer"}):
        refused = await admin.patch("/api/v1/users/admin", json=change)
        assert (refused.status_code, refused.json()["error"]) == (409, "last_admin")
    assert (await admin.patch("/api/v1/users/nobody", json={})).status_code == 404
    names = [one["name"] for one in (await admin.get("/api/v1/users")).json()["items"]]
    assert names == ["admin", "Bo"]


async def test_everybody_sets_his_own_language(site: Site) -> None:
    viewer = await site.logged_in(Role.VIEWER)
    assert (await viewer.patch("/api/v1/session", json={"language": "de"})).json()["language"] == "de"
    assert (await viewer.patch("/api/v1/session", json={"language": "<x>"})).status_code == 422
    assert (await viewer.patch("/api/v1/session", json={"role": "admin"})).status_code == 422


async def test_a_token_is_shown_once_works_until_its_end_and_is_revoked(site: Site) -> None:
    browser = await site.logged_in(Role.REVIEWER)
    asked = {"name": "script", "scopes": ["held:read"], "days": 1}
    made = (await browser.post("/api/v1/tokens", json=asked)).json()
    listed = (await browser.get("/api/v1/tokens")).text
    assert (made["id"] in listed, made["secret"] in listed) == (True, False)
    program = await site.browser(Authorization=f"Bearer {made['secret']}")
    assert (await program.get("/api/v1/held")).status_code == 200
    assert (await program.get("/api/v1/mode")).status_code == 403
    site.clock.at += timedelta(hours=11)
    other = await site.logged_in(Role.REVIEWER, "Bo")
    assert (await other.delete(f"/api/v1/tokens/{made['id']}")).status_code == 404
    assert (await browser.delete(f"/api/v1/tokens/{made['id']}")).status_code == 204
    assert (await program.get("/api/v1/held")).status_code == 401
    for wrong in ({**asked, "scopes": ["root"]}, {**asked, "scopes": []}, {**asked, "days": 0}):
        assert (await browser.post("/api/v1/tokens", json=wrong)).status_code == 422


async def test_half_a_surrogate_in_a_subject_does_not_break_an_answer(site: Site) -> None:
    body = b"Subject: =?utf-8?q?=ED=A0=80?= \xff\r\n\r\n\xff\xfe text\r\n"
    put(site.desk.store, held(subject="\udce4 \x00"), body)
    browser = await site.logged_in(Role.REVIEWER)
    assert (await browser.get("/api/v1/held")).status_code == 200
    assert (await browser.get(f"/api/v1/held/{ID}")).status_code == 200


async def test_the_description_is_complete_and_loads_nothing_from_elsewhere(site: Site) -> None:
    description = (await (await site.browser()).get("/api/v1/openapi.json")).json()
    assert set(description["paths"]["/api/v1/held/{held_id}/rulings"]) == {"post"}
    assert "/login" not in description["paths"]
    body = description["components"]["schemas"]["Ruling"]["properties"]
    assert set(body) == {"verb", "note", "version", "as", "text", "accept"}
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            assert told.get("description"), (method, path)
    for page in ("/docs", "/redoc"):
        assert (await (await site.browser()).get(page)).status_code == 404


async def test_an_edit_is_tried_and_then_released_with_its_difference_kept(site: Site) -> None:
    put(site.desk.store)
    client = await site.logged_in(Role.REVIEWER)
    shown = (await client.get(f"/api/v1/held/{ID}")).json()
    text = shown["editable"].replace("Mittwoch", "Freitag")
    tried = await client.post(f"/api/v1/held/{ID}/edit", json={"text": text})
    assert tried.status_code == 200
    assert tried.json()["findings"] == tried.json()["holding"] == []
    assert "-Ihr Paket kommt am Mittwoch." in tried.json()["diff"]
    assert (await client.get(f"/api/v1/held/{ID}")).json()["state"] == "pending"
    done = await rule(client, "edit", text=text, version=shown["version"])
    assert (done.status_code, done.json()["held"]["state"]) == (200, "approved")
    (kept,) = done.json()["held"]["rulings"]
    assert (kept["verb"], kept["as"], kept["diff"]) == ("edit", "edited", tried.json()["diff"])
    assert (await rule(client, "edit", text=text)).json()["done"] is False
    assert (await rule(client, "edit", text=text + "!")).status_code == 409
    after = (await client.get(f"/api/v1/held/{ID}")).json()["previews"][0]
    assert (after["as"], after["possible"]) == ("edited", True) and "Freitag" in after["text"]


async def test_an_edit_that_cannot_be_made_or_of_many_is_refused(site: Site) -> None:
    put(site.desk.store)
    client = await site.logged_in(Role.REVIEWER)
    assert (await client.post(f"/api/v1/held/{ID}/edit", json={"text": " "})).status_code == 422
    assert (await rule(client, "edit", text="")).status_code == 422
    many = await client.post("/api/v1/rulings", json={"ids": [ID], "verb": "edit"})
    assert "one mail at a time" in many.json()["results"][0]["message"]
