"""What people are told of mail that waits: once, in time, the right ones, and nobody is flooded."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import SMTPUTF8
from pathlib import Path
from typing import Any

import pytest

from gateway.config.models import Config
from gateway.review.moderation import DEADLINE, Moderation
from gateway.review.notices import Notifier
from gateway.review.telling import Teller, last_of
from gateway.store import audit
from gateway.store.database import Store
from gateway.store.doors import Doors
from gateway.store.held import Held
from gateway.store.holds import Holds
from gateway.store.notices import Notice, Notices
from gateway.words import Direction, HeldState
from tests.review.samples import AMAZON, ID, START, Clock, config, held, put, recipient
from tests.review.test_deadlines import ALIAS, PHONE, RUDE, relayed

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
LEAD, BOSS = "lead@example.com", "boss@example.com"


class Scene:
    """A store, a clock, and what was written for whom since it was asked last."""

    def __init__(self, store: Store, **sections: Any) -> None:
        self.store, self.clock, self.notify = store, Clock(START), sections
        self.seen: set[str] = set()

    @property
    def settings(self) -> Config:
        gateway = {key: value for key, value in self.notify.items() if key not in ("notify", "company")}
        company = {"domains": ["example.com"], "languages": ["de", "en"], **self.notify.get("company", {})}
        made = config(notify=self.notify.get("notify", {}), company=company, **gateway)
        return replace(made, packs=(AMAZON.model_copy(update={"response_hours": 24}),))

    async def told(self) -> list[Notice]:
        """What another round writes, by a process of its own each time."""
        await Teller(self.store, lambda: self.settings, self.clock).step()
        fresh = [
            one for one in Notices(self.store).due(self.clock.at + 999 * HOUR) if one.id not in self.seen
        ]
        self.seen |= {one.id for one in fresh}
        return fresh

    async def kinds(self) -> list[tuple[str, str]]:
        return sorted((one.kind, one.to) for one in await self.told())

    def put(self, number: int = 0, **more: Any) -> Held:
        """Held now."""
        item = held(id=f"{number:026d}", fingerprint=number.to_bytes(32), held_at=self.clock.at, **more)
        return put(self.store, item)


def text(notice: Notice) -> str:
    body = message_from_bytes(notice.body, policy=SMTPUTF8).get_body()
    assert body is not None
    return str(body.get_content())


def title(notice: Notice) -> str:
    return str(message_from_bytes(notice.body, policy=SMTPUTF8)["Subject"])


async def test_the_author_is_told_that_his_mail_has_not_gone_and_what_he_can_do(store: Store) -> None:
    """The note of WORDS.md, in its order, once; marked as automatic and threaded with his mail."""
    scene = Scene(store)
    put(store, held(also_delivered=("boss@example.com",)))
    (notice,) = await scene.told()
    said = text(notice)
    places = [
        said.index(words)
        for words in (
            "Ihre Nachricht an buyer@home.example vom 02.03.2026",
            "NOCH NICHT ERREICHT",
            "nichts ist verloren",
            "Warum: ",
            "Aufgefallen ist: Telefonnummer (0911 1234567)",
            "Schon zugestellt wurde sie an: boss@example.com",
            "1. Im Konto des Marktplatzes antworten",
            "2. Die Nachricht zurückziehen",
            "3. Nichts: Dann entscheiden die Prüfer; Frist ist 03.03.2026",
            "Bitte senden Sie die Nachricht nicht unverändert noch einmal.",
            "die Seite zu öffnen ändert nichts",
            ID,
        )
    ]
    parsed = message_from_bytes(notice.body, policy=SMTPUTF8)
    assert places == sorted(places)
    assert (title(notice), notice.to, notice.leg) == (
        "Noch nicht gesendet: Re: Lieferung",
        "anna@example.com",
        Direction.INBOUND,
    )
    assert (parsed["Auto-Submitted"], parsed["In-Reply-To"]) == ("auto-generated", "<answer-1@example.com>")
    assert await scene.told() == []


async def test_of_a_curt_answer_he_learns_when_it_goes_by_itself(store: Store) -> None:
    put(store, relayed(RUDE, author="anna@example.com"))
    (notice,) = await Scene(store).told()
    assert "Haben sie es bis 03.03.2026, 07:30 Uhr nicht getan, wird die Nachricht unverändert" in text(
        notice
    )


@pytest.mark.parametrize(
    ("more", "notify"),
    [
        ({"author": ""}, {}),
        ({"author": "noreply@example.com"}, {}),
        ({"author": "No-Reply+shop@example.com"}, {}),
        ({"author": "buyer@home.example"}, {}),  # nobody outside gets a link to a mail
        ({"direction": Direction.INBOUND}, {}),
        ({}, {"author": False}),
        ({}, {"author": {"anna@example.com": False}}),
        ({}, {"author": {"Anna@Example.com": False, "example.com": True}}),
        ({}, {"author": {"example.com": False}}),
    ],
)
async def test_machines_strangers_and_whoever_is_left_out_hear_nothing(
    store: Store, more: dict[str, Any], notify: dict[str, Any]
) -> None:
    """Neither when it is held nor when it is decided."""
    scene = Scene(store, notify=notify)
    scene.put(**more)
    assert await scene.told() == []
    Moderation(store, lambda: scene.settings, scene.clock).answered(f"{0:026d}", "Bo")
    assert await scene.told() == []


@pytest.mark.parametrize(
    ("notify", "told"),
    [
        ({"author": {"example.com": False, "anna@example.com": True}}, True),
        ({"author": {"bo@example.com": False}}, True),
        ({"author": {"*.example.com": False}}, True),
    ],
)
async def test_the_address_counts_more_than_its_domain(
    store: Store, notify: dict[str, Any], told: bool
) -> None:
    scene = Scene(store, notify=notify)
    scene.put()
    assert bool(await scene.told()) is told


async def test_what_is_not_sure_to_be_held_yet_is_not_told(store: Store) -> None:
    """A provisional mail may still be undone; once it is pending its author hears of it."""
    scene = Scene(store)
    scene.put(recipients=(recipient("b@home.example", HeldState.PROVISIONAL),))
    assert await scene.told() == []
    Holds(store).finalise(f"{0:026d}", scene.clock.at)
    assert await scene.kinds() == [("held", "anna@example.com")]


async def test_an_author_is_not_flooded(store: Store) -> None:
    """Five single notes in an hour; then a list at once, then peace for a quarter of an hour, then a list."""
    scene, seen = Scene(store), []
    for number in range(3):
        scene.put(number)
    seen.append(await scene.kinds())
    for number in range(3, 23):
        scene.put(number, subject=f"mail {number}")
    seen.append(await scene.kinds())
    scene.clock.at += MINUTE
    for number in range(30, 33):
        scene.put(number)
    seen.append(await scene.kinds())
    scene.clock.at += 2 * HOUR
    scene.put(40)
    seen.append(await scene.kinds())
    many, one = [("held_list", "anna@example.com")], [("held", "anna@example.com")]
    assert seen == [one * 3, many, many, one]


async def test_over_the_limit_the_rest_waits_for_one_list(store: Store) -> None:
    scene = Scene(store, notify={"author_limit": 2})
    counts = []
    for number in range(8):
        scene.put(number)
        counts.append([kind for kind, _ in await scene.kinds()])
        scene.clock.at += MINUTE
    scene.clock.at += 15 * MINUTE
    (rest,) = await scene.told()
    assert counts == [["held"], ["held"], [], [], [], [], [], []]
    assert (rest.kind, title(rest)) == ("held_list", "Noch nicht gesendet: 6 Nachrichten")
    assert text(rest).count("urn:marketgate:link:") == 6
    other = replace(held(), id="o" * 26, author="bo@example.com", fingerprint=b"o" * 32)
    put(store, other)
    assert await scene.kinds() == [("held", "bo@example.com")]


async def test_the_author_learns_what_became_of_it_and_who_decided(store: Store) -> None:
    """Answered, withdrawn; sent only once it was sent. What he did himself he knows."""
    scene = Scene(store, notify={"author_limit": 100})
    desk = Moderation(store, lambda: scene.settings, scene.clock)
    for number in range(6):
        scene.put(number)
    await scene.told()
    ids = [f"{number:026d}" for number in range(6)]
    desk.answered(ids[0], "Bo")
    desk.withdraw(ids[1], "Anna@example.com")
    desk.reject(ids[2], "Bo", "not so")
    desk.release(ids[3], "Bo", "original")
    lease = Holds(store).lease(scene.clock.at, scene.clock.at + MINUTE)
    assert lease is not None
    kinds = await scene.told()
    assert sorted(one.kind for one in kinds) == ["decided", "rejected"]
    (answered,) = [one for one in kinds if one.kind == "decided"]
    assert "Bo hat vermerkt, dass im Marktplatz geantwortet wurde" in text(answered)
    Holds(store).settle(lease, "buyer@home.example", HeldState.SENT, "250 ok", scene.clock.at)
    (sent,) = await scene.told()
    assert "Sie wurde gesendet (Unverändert freigeben); entschieden hat Bo." in text(sent)
    assert await scene.told() == []


async def test_the_author_learns_that_a_deadline_sent_it(store: Store) -> None:
    scene = Scene(store)
    put(store, relayed(RUDE))
    await scene.told()
    Moderation(store, lambda: scene.settings, scene.clock).release(ID, DEADLINE)
    lease = Holds(store).lease(scene.clock.at, scene.clock.at + MINUTE)
    assert lease is not None
    Holds(store).settle(lease, ALIAS, HeldState.SENT, "250 ok", scene.clock.at)
    (sent,) = await scene.told()
    assert "weil die Frist des Marktplatzes endete und niemand entschieden hatte" in text(sent)


async def test_reviewers_are_told_at_once_but_not_for_each_mail(store: Store) -> None:
    """One mail about all that is new, to each of them; then five minutes of peace."""
    scene = Scene(store, notify={"author": False, "reviewers": [LEAD, "x@outside.example"]})
    for number in range(3):
        scene.put(number, subject=f"mail {number}")
    first = await scene.told()
    assert [(one.kind, one.to, one.leg) for one in sorted(first, key=lambda one: one.to)] == [
        ("new", LEAD, Direction.INBOUND),
        ("new", "x@outside.example", Direction.OUTBOUND),
    ]
    assert title(first[0]) == "Zu prüfen: 3"
    for number in range(3):
        assert f"http://127.0.0.1:8080/held/{number:026d}" in text(first[0])
    scene.clock.at += MINUTE
    scene.put(7)
    assert await scene.told() == []
    scene.clock.at += 5 * MINUTE
    assert await scene.kinds() == [("new", LEAD), ("new", "x@outside.example")]


async def test_a_digest_comes_at_its_times_of_day(store: Store) -> None:
    """Held at 09:30 UTC; the company works in UTC here, its digest goes at 08:00 and 14:00."""
    scene = Scene(store, notify={"author": False, "reviewers": [LEAD], "digest": ["08:00", "14:00"]})
    scene.put()
    seen = []
    for minutes in (0, 269, 270, 275, 24 * 60):
        scene.clock.at = START + minutes * MINUTE
        seen.append([one for one, _ in await scene.kinds() if one == "new"])
    assert seen == [[], [], ["new"], [], []]
    assert last_of(("08:00", "14:00"), START, scene.settings.time_zone) == START - 1.5 * HOUR
    assert last_of(("14:00",), START, scene.settings.time_zone) == START - 19.5 * HOUR


async def test_what_waits_is_reminded_of_then_passed_on_and_in_the_chain(store: Store) -> None:
    """After two hours the reviewers, after six those above them; each once, whoever looks."""
    notify = {"author": False, "reviewers": [LEAD], "escalation": [BOSS]}
    scene, seen = Scene(store, notify=notify), []
    scene.put()
    for minutes in (0, 119, 120, 125, 359, 360, 400, 1000):
        scene.clock.at = START + minutes * MINUTE
        seen.append(await scene.kinds())
    remind, escalate = [("remind", LEAD)], [("escalate", BOSS)]
    assert seen == [[("new", LEAD)], [], remind, [], [], escalate, [], []]
    assert [one.verb for one in audit.history(store, f"{0:026d}")] == ["hold", "remind", "escalate"]
    assert audit.verify(store) == []


async def test_mail_on_the_houses_clock_waits_in_open_hours(store: Store) -> None:
    """Two hours of an office that closes at 10:30: the second one is on the next day."""
    scene = Scene(
        store, notify={"author": False, "reviewers": [LEAD]}, company={"hours": "Mon-Fri 08:30-10:30"}
    )
    scene.put()
    await scene.told()
    seen = []
    for hours in (2, 23, 24):
        scene.clock.at = START + hours * HOUR
        seen.append(await scene.kinds())
    assert seen == [[], [], [("remind", LEAD)]]


async def test_before_the_marketplaces_time_ends_contact_data_raise_an_alarm(store: Store) -> None:
    """Four hours before; what goes by itself, and private mail, raises none. To reviewers and those above."""
    review = {"remind_hours": 0, "escalate_hours": 0}
    notify = {"author": False, "reviewers": [LEAD], "escalation": [BOSS]}
    scene, seen = Scene(store, notify=notify, review=review), []
    put(store, relayed(PHONE))
    put(store, relayed(RUDE, id="r" * 26, fingerprint=b"r" * 32))
    put(store, held(id="p" * 26, fingerprint=b"p" * 32))
    await scene.told()
    for minutes in (20 * 60 - 1, 20 * 60, 21 * 60, 30 * 60):
        scene.clock.at = START + minutes * MINUTE
        seen.append(await scene.told())
    assert [sorted((one.kind, one.to) for one in some) for some in seen] == [
        [],
        [("alarm", BOSS), ("alarm", LEAD)],
        [],
        [],
    ]
    assert title(seen[1][0]) == "ALARM, Frist endet: 1 zu prüfen"


async def test_zero_hours_is_never(store: Store) -> None:
    review = {"remind_hours": 0, "escalate_hours": 0, "alarm_hours": 0}
    scene = Scene(store, notify={"author": False, "reviewers": [LEAD]}, review=review)
    put(store, relayed(PHONE))
    await scene.told()
    scene.clock.at += 99 * HOUR
    assert await scene.told() == []


async def test_what_was_decided_before_anybody_was_told_is_old_news(store: Store) -> None:
    """Nobody is told that a mail waits which does not."""
    scene = Scene(store, notify={"reviewers": [LEAD]})
    scene.put()
    Moderation(store, lambda: scene.settings, scene.clock).answered(f"{0:026d}", "Bo")
    scene.clock.at += 3 * HOUR
    assert await scene.told() == []


async def test_the_authors_link_is_made_when_the_notice_is_sent(store: Store) -> None:
    """Its secret is in the mail and only its hash in the store; it lasts 72 hours from then."""
    scene = Scene(store)
    scene.put()
    (notice,) = await scene.told()
    notifier = Notifier(store, lambda: scene.settings, hostname="gate.example", now=scene.clock)
    sent = await notifier._with_links(notice.body, scene.settings)
    said = str(message_from_bytes(sent, policy=SMTPUTF8).get_content())
    (url,) = [line for line in said.splitlines() if line.startswith("http://127.0.0.1:8080/mine/")]
    secret = url.rpartition("/")[2]
    link = Doors(store).link(secret, scene.clock.at + 72 * HOUR - MINUTE)
    assert link is not None
    assert (link.kind, link.subject) == ("author", f"{0:026d}")
    assert Doors(store).link(secret, scene.clock.at + 72 * HOUR) is None
    assert secret.encode() not in Path(str(store.url.database)).read_bytes()
