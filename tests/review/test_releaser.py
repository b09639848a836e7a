"""A released mail reaches the next hop once, as it was ruled, and every recipient's state is the true one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path as FilePath
from typing import Any

import dkim
import pytest

from gateway.config.models import Config, Dkim
from gateway.mail.address import Path
from gateway.mail.reply import LOCAL_ERROR
from gateway.relay.dkim_process import DkimProcess
from gateway.relay.signing import Signer
from gateway.review.delivery import BACKOFF, backoff
from gateway.review.moderation import Moderation
from gateway.review.notices import Notifier
from gateway.review.releaser import Releaser
from gateway.store.database import Store, StoreError
from gateway.store.holds import Held, Holds
from gateway.store.ledger import Ledger
from gateway.store.notices import Notice, Notices
from gateway.store.transmissions import Transmissions
from gateway.words import Confidence, Direction, HeldState, Thread, VerdictName
from tests.review.samples import BODY, ID, ORDER, START, Clock, config, held, put, recipient
from tests.support.dkim import rsa_key, signed
from tests.support.hop import CLOSE, Action, Delay, Hop, Stored

A, B, C = "a@home.example", "b@home.example", "c@home.example"
FOOTER = {"amazon.de.normal.txt": "Bitte ueber Amazon{% if order %}: {{ order }}{% endif %}.\n"}
OK = b"250 2.1.5 recipient fine\r\n"
RECEIVED = (
    b"Received: from [192.0.2.7] (unknown [192.0.2.7])\r\n"
    b"\tby gate.example (Marketgate) with ESMTP id tx1;\r\n"
    b"\tMon, 02 Mar 2026 09:40:00 +0000\r\n"
)


class Setting:
    """A store with one approved mail, a releaser with its hop, and a clock."""

    def __init__(self, store: Store, hop: Hop) -> None:
        self.store, self.hop, self.clock = store, hop, Clock()
        self.settings: Config = replace(config(hop.port), footers=FOOTER)
        self.desk = Moderation(store, lambda: self.settings, self.clock)
        self.releaser = self.fresh()

    def fresh(self) -> Releaser:
        return Releaser(
            self.store, lambda: self.settings, hostname="gate.example", now=self.clock, new_id=lambda: "tx1"
        )

    def release(self, item: Held | None = None, form: Any = "original", body: bytes = BODY) -> None:
        put(self.store, item, body)
        self.desk.release(ID, "bo", form)

    async def deliver(self) -> Held:
        """Carry out all that is due now; the mail as it is then."""
        while await self.releaser.step():
            pass
        await self.releaser.finish()
        return self.now

    @property
    def now(self) -> Held:
        item = Holds(self.store).get(ID)
        assert item is not None
        return item

    @property
    def states(self) -> dict[str, tuple[HeldState, str | None]]:
        return {one.path.address: (one.state, one.reply) for one in self.now.recipients}


@asynccontextmanager
async def setting(store: Store, **script: Sequence[Action]) -> AsyncIterator[Setting]:
    """`script`: what the hop does instead, by step, as tests.support.hop says."""
    async with Hop() as hop:
        hop.script.update({step: list(actions) for step, actions in script.items()})
        yield Setting(store, hop)


async def until(true: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_the_held_bytes_arrive_with_one_received_field_in_front(store: Store) -> None:
    async with setting(store) as its:
        its.release()
        await its.deliver()
        (taken,) = its.hop.mails
        assert taken.data == RECEIVED + BODY
        assert its.states == {"buyer@home.example": (HeldState.SENT, "250 2.0.0 queued as HOP1")}


@pytest.mark.parametrize("direction", list(Direction))
async def test_each_leg_may_leave_received_out(store: Store, direction: Direction) -> None:
    async with setting(store) as its:
        leg = (
            its.settings.gateway.outbound if direction is Direction.OUTBOUND else its.settings.gateway.inbound
        )
        assert leg is not None
        quiet = its.settings.gateway.model_copy(
            update={direction.value: leg.model_copy(update={"received": False})}
        )
        its.settings = replace(its.settings, gateway=quiet)
        its.release(held(direction=direction))
        await its.deliver()
        assert [taken.data for taken in its.hop.mails] == [BODY]


async def test_forged_fields_of_ours_do_not_leave(store: Store) -> None:
    async with setting(store) as its:
        its.release(body=b"X-Marketgate-Verdict: none\r\n" + BODY)
        await its.deliver()
        assert [taken.data for taken in its.hop.mails] == [RECEIVED + BODY]


async def test_the_envelope_is_the_authors_with_the_parameters_the_hop_offers(store: Store) -> None:
    sender = Path(
        "<Anna@Example.com>", "Anna@Example.com", ("SIZE=3", "BODY=8BITMIME", "RET=HDRS", "MT-PRIORITY=3")
    )
    to = Path("<A@home.example>", "A@home.example", ("NOTIFY=FAILURE", "ORCPT=rfc822;A@home.example"))
    async with setting(store) as its:
        its.hop.extensions = ["8BITMIME", "DSN", "SIZE 9999"]
        its.release(held(replace(recipient(A), path=to), mail_from=sender))
        await its.deliver()
        (taken,) = its.hop.mails
        size = len(RECEIVED + BODY)
        assert taken.mail_from == f"MAIL FROM:<Anna@Example.com> BODY=8BITMIME RET=HDRS SIZE={size}".encode()
        assert taken.rcpt_tos == (b"RCPT TO:<A@home.example> NOTIFY=FAILURE ORCPT=rfc822;A@home.example",)


async def test_a_hop_that_offers_nothing_gets_no_parameter(store: Store) -> None:
    sender = Path("<anna@example.com>", "anna@example.com", ("SIZE=3", "BODY=8BITMIME", "RET=HDRS"))
    async with setting(store) as its:
        its.hop.extensions = []
        its.release(held(replace(recipient(A), path=Path(f"<{A}>", A, ("NOTIFY=NEVER",))), mail_from=sender))
        await its.deliver()
        (taken,) = its.hop.mails
        assert (taken.mail_from, taken.rcpt_tos) == (
            b"MAIL FROM:<anna@example.com>",
            (f"RCPT TO:<{A}>".encode(),),
        )


async def test_what_the_author_cannot_do_without_is_not_left_out(store: Store) -> None:
    async with setting(store) as its:
        its.hop.extensions = []
        sender = Path("<jürgen@example.com>", "jürgen@example.com", ("SMTPUTF8",))
        its.release(held(mail_from=sender))
        item = await its.deliver()
        assert (item.state, its.hop.mails) == (HeldState.FAILED, [])
        assert its.states["buyer@home.example"][1] == "554 5.6.7 The next mail server does not offer SMTPUTF8"


async def test_a_footer_goes_where_the_new_text_ends(store: Store) -> None:
    async with setting(store) as its:
        its.release(form="footer")
        await its.deliver()
        (taken,) = its.hop.mails
        above, words, below = taken.data.partition(f"Bitte ueber Amazon: {ORDER}.".encode())
        assert words
        assert (above.count(b"Am Mo., 2. M"), below.count(b"Am Mo., 2. M")) == (0, 1)


def known_thread(store: Store) -> str:
    buyer = ("buyer@home.example",)
    seed = Thread("t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, buyer)
    Ledger(store).remember("tx", "<question@home.example>", (), seed, START)
    Ledger(store).confirm("tx", START)
    return "t1"


async def test_an_edited_text_goes_in_place_of_the_newest_one_and_the_rest_is_the_authors(
    store: Store,
) -> None:
    new = "Guten Tag,\n\nIhr Paket kommt am Freitag. Schöne Grüße, Anna\n."
    async with setting(store) as world:
        put(store)
        world.desk.edit(ID, "bo", new)
        held = await world.deliver()
    assert held.state is HeldState.SENT
    (got,) = world.hop.mails
    sent = got.data.replace(b"\r\n..\r\n", b"\r\n.\r\n")
    assert sent.endswith(BODY.replace(b"Mittwoch", b"Freitag"))
    assert sent.removesuffix(BODY.replace(b"Mittwoch", b"Freitag")).startswith(b"Received: ")


async def test_the_ledger_learns_of_the_answer_and_of_its_footer(store: Store) -> None:
    async with setting(store) as its:
        its.release(held(thread=known_thread(store)), "footer")
        await its.deliver()
        found = Ledger(store).lookup(["<answer-1@example.com>"])
        assert found is not None
        assert (found.id, found.footers) == ("t1", 1)


async def test_one_answer_to_two_counts_one_footer_and_both_get_the_same_words(store: Store) -> None:
    """One recipient is deferred: at its second attempt the thread has had a footer, the copy is the same."""
    async with setting(store, RCPT=[OK, b"451 4.2.1 later\r\n"]) as its:
        its.release(held(recipient(A), recipient(B), thread=known_thread(store)), "footer")
        await its.deliver()
        its.hop.script.clear()
        its.clock.at += BACKOFF[0]
        await its.deliver()
        found = Ledger(store).get("t1")
        first, second = its.hop.mails
        assert found is not None
        assert found.footers == 1
        assert first.data[len(RECEIVED) :] == second.data[len(RECEIVED) :]


async def test_who_has_it_is_remembered_for_a_client_that_comes_again(store: Store) -> None:
    async with setting(store) as its:
        its.release(held(recipient("A@home.example", HeldState.PROVISIONAL)))
        await its.deliver()
        assert Transmissions(store).done(b"f" * 32, its.clock.at) == frozenset({A})


async def test_each_recipient_has_its_own_outcome(store: Store) -> None:
    """F50: two delivered, one refused for good, one for now; the author is told of the refusal."""
    replies: list[Action] = [OK, b"550 5.1.1 no such user\r\n", b"451 4.2.1 greylisted\r\n", OK]
    async with setting(store, RCPT=replies) as its:
        its.release(held(recipient(A), recipient(B), recipient(C), recipient("d@home.example")))
        item = await its.deliver()
        assert its.states == {
            A: (HeldState.SENT, "250 2.0.0 queued as HOP1"),
            B: (HeldState.FAILED, "550 5.1.1 no such user"),
            C: (HeldState.APPROVED, "451 4.2.1 greylisted"),
            "d@home.example": (HeldState.SENT, "250 2.0.0 queued as HOP1"),
        }
        assert item.recipients[2].next_try == its.clock.at + timedelta(minutes=1)
        (notice,) = Notices(store).due(its.clock.at)
        assert (notice.kind, notice.to) == ("failed", "anna@example.com")
        assert b"- b@home.example: 550 5.1.1 no such user" in notice.body


async def test_several_refusals_of_one_delivery_are_one_notice_committed_with_them(store: Store) -> None:
    """A crash right behind the last refusal costs the author nothing: what follows is not needed for it."""
    replies: list[Action] = [b"550 5.1.1 no such user\r\n", b"550 5.2.1 disabled\r\n", OK]
    async with setting(store, RCPT=replies) as its:
        its.release(held(recipient(A), recipient(B), recipient(C)))
        its.releaser._afterwards = _dies  # type: ignore[method-assign]
        await its.deliver()
        (notice,) = Notices(store).due(its.clock.at)
        assert b"- a@home.example: 550 5.1.1 no such user\r\n- b@home.example: 550 5.2.1 dis" in notice.body


async def _dies(delivery: object) -> None:
    raise StoreError("locked", "as if the process had died")


@pytest.mark.parametrize(
    ("step", "state", "reply"),
    [
        ("MAIL", HeldState.FAILED, "550 5.7.1 not you"),
        ("MAIL", HeldState.APPROVED, "451 4.3.0 busy"),
        ("RCPT", HeldState.FAILED, "550 5.1.1 no"),
        ("DATA", HeldState.APPROVED, "451 4.3.0 no room"),
        ("DATA", HeldState.FAILED, "554 5.5.1 no valid recipients"),
        ("DOT", HeldState.APPROVED, "452 4.3.1 no room"),
        ("DOT", HeldState.FAILED, "554 5.6.0 spam"),
        ("DOT", HeldState.APPROVED, "421 4.3.2 going down"),
    ],
)
async def test_a_reply_decides_what_is_next(store: Store, step: str, state: HeldState, reply: str) -> None:
    async with setting(store, **{step: [f"{reply}\r\n".encode()]}) as its:
        its.release(held(recipient(A)))
        await its.deliver()
        assert its.states == {A: (state, reply)}


@pytest.mark.parametrize("cut", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"])
async def test_a_connection_that_breaks_before_the_dot_means_later(store: Store, cut: str) -> None:
    async with setting(store, **{cut: [CLOSE]}) as its:
        its.release(held(recipient(A)))
        item = await its.deliver()
        assert (item.state, its.hop.mails) == (HeldState.APPROVED, [])
        its.hop.script.clear()
        its.clock.at += BACKOFF[0]
        await its.deliver()
        assert (its.now.state, len(its.hop.mails)) == (HeldState.SENT, 1)


async def test_a_connection_that_breaks_after_the_dot_is_uncertain_until_a_person_says_so(
    store: Store,
) -> None:
    async with setting(store, DOT=[Stored(CLOSE)]) as its:
        its.release(held(recipient(A)))
        await its.deliver()
        assert its.now.state is HeldState.UNCERTAIN
        its.hop.script.clear()
        its.clock.at += timedelta(days=2)
        await its.deliver()
        assert (its.now.state, len(its.hop.mails)) == (HeldState.UNCERTAIN, 1)
        its.desk.retry(ID, "bo")
        await its.deliver()
        assert (its.now.state, len(its.hop.mails)) == (HeldState.SENT, 2)


async def test_a_hop_that_is_down_for_an_hour_gets_it_once(store: Store) -> None:
    """F49: it stays approved with the reason visible, and is tried after 1, 5, 15 minutes, then hourly."""
    async with setting(store, MAIL=[b"451 4.3.2 closed for an hour\r\n"] * 5) as its:
        its.release(held(recipient(A)))
        tries = []
        for _ in range(5):
            item = await its.deliver()
            (one,) = item.recipients
            assert (one.state, one.reply, one.next_try is not None) == (
                HeldState.APPROVED,
                "451 4.3.2 closed for an hour",
                True,
            )
            assert one.next_try is not None
            tries.append((one.next_try - its.clock.at).total_seconds() / 60)
            its.clock.at = one.next_try
        its.hop.script.clear()
        await its.deliver()
        assert (tries, its.now.state, len(its.hop.mails)) == ([1, 5, 15, 60, 60], HeldState.SENT, 1)
        await its.deliver()
        assert len(its.hop.mails) == 1


async def test_nobody_there_means_later(store: Store) -> None:
    async with setting(store) as its:
        await its.hop.stop()
        its.release(held(recipient(A)))
        await its.deliver()
        assert its.states == {
            A: (
                HeldState.APPROVED,
                "451 4.4.1 The next mail server cannot be reached, please try again later",
            )
        }


async def test_an_author_who_undoes_in_time_wins_and_nothing_leaves(store: Store) -> None:
    async with setting(store) as its:
        its.release()
        its.desk.undo(ID, "bo")
        await its.deliver()
        assert (its.now.state, its.hop.mails) == (HeldState.PENDING, [])


async def test_two_spellings_of_one_address_get_one_copy(store: Store) -> None:
    async with setting(store) as its:
        its.release(held(recipient(A), recipient("A@HOME.example")))
        await its.deliver()
        assert [len(taken.rcpt_tos) for taken in its.hop.mails] == [1]
        assert its.now.state is HeldState.SENT


async def test_two_releasers_on_one_store_send_it_once(store: Store) -> None:
    async with setting(store) as its:
        its.release()
        other = its.fresh()
        await asyncio.gather(its.releaser.step(), other.step())
        await asyncio.gather(its.releaser.finish(), other.finish())
        assert (its.now.state, len(its.hop.mails)) == (HeldState.SENT, 1)


async def test_a_lease_that_was_taken_over_sends_no_dot(store: Store) -> None:
    """The first holder was away too long; when it comes to the dot, the lease is another's."""
    async with setting(store) as its:
        its.release()
        lease = Holds(store).lease(its.clock.at, its.clock.at + timedelta(minutes=1))
        assert lease is not None
        its.clock.at += timedelta(minutes=2)
        assert Holds(store).recover(its.clock.at) == 1
        await its.deliver()
        await its.releaser._carry_out(lease)
        assert (its.now.state, len(its.hop.mails)) == (HeldState.SENT, 1)


async def test_the_loop_wakes_for_a_decision_and_stops_after_the_delivery_under_way(store: Store) -> None:
    async with setting(store, DOT=[Delay(0.3)]) as its:
        its.releaser.poll = 60.0
        running = asyncio.create_task(its.releaser.run())
        await asyncio.sleep(0.05)
        its.release()
        its.releaser.wake()
        await until(lambda: b"DATA" in its.hop.lines)
        assert its.states["buyer@home.example"][0] is HeldState.SENDING
        stopping = asyncio.create_task(its.releaser.stop())
        await asyncio.sleep(0.05)
        assert not stopping.done()
        await asyncio.wait_for(asyncio.gather(stopping, running), 10)
        assert its.now.state is HeldState.SENT


async def test_decisions_of_other_processes_are_seen_without_being_woken(store: Store) -> None:
    async with setting(store) as its:
        its.releaser.poll = 0.05
        running = asyncio.create_task(its.releaser.run())
        await asyncio.sleep(0.1)
        its.release()
        await until(lambda: its.hop.mails)
        await its.releaser.stop()
        await running
        assert its.now.state is HeldState.SENT


async def test_an_unreachable_store_after_the_250_is_waited_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outcome is not forgotten, and the mail is not sent again."""
    monkeypatch.setattr("gateway.review.releaser.PAUSE", 0.01)
    async with setting(store) as its:
        its.release()
        settle, troubles = its.releaser._holds.settle, [StoreError("locked"), StoreError("full")]

        def shaky(*words: Any, **more: Any) -> Held:
            if troubles:
                raise troubles.pop()
            return settle(*words, **more)

        monkeypatch.setattr(its.releaser._holds, "settle", shaky)
        await its.deliver()
        assert (troubles, its.now.state, len(its.hop.mails)) == ([], HeldState.SENT, 1)


async def test_a_store_that_cannot_take_the_mark_gets_no_dot(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with setting(store) as its:
        its.release()

        def full(*_: Any) -> None:
            raise StoreError("full")

        monkeypatch.setattr(its.releaser._holds, "dotted", full)
        await its.deliver()
        assert (its.now.state, its.hop.mails) == (HeldState.APPROVED, [])


async def test_a_store_that_is_away_while_we_stop_never_makes_a_sent_mail_due_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be written down after the 250 is left to the end of the lease, and is doubt then."""
    async with setting(store) as its:
        its.release(held(recipient(A), recipient(B)))
        settle, troubles = its.releaser._holds.settle, [StoreError("locked")]

        def shaky(*words: Any, **more: Any) -> Held:
            its.releaser.stopping = True
            if troubles:
                raise troubles.pop()
            return settle(*words, **more)

        monkeypatch.setattr(its.releaser._holds, "settle", shaky)
        its.releaser.stopping = True
        await its.deliver()
        its.clock.at += timedelta(hours=1)
        its.releaser = its.fresh()
        await its.deliver()
        assert {state for state, _ in its.states.values()} == {HeldState.UNCERTAIN}
        assert len(its.hop.mails) == 1


async def test_a_mistake_of_ours_before_the_mark_is_tried_again_and_logged(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with setting(store) as its:
        its.release()

        def broken(*_: Any) -> None:
            raise RuntimeError("ours")

        monkeypatch.setattr("gateway.review.releaser.copy", broken)
        item = await its.deliver()
        assert (item.state, its.hop.mails) == (HeldState.APPROVED, [])
        assert item.recipients[0].next_try == its.clock.at + timedelta(minutes=1)


async def test_one_bad_notice_does_not_hold_up_the_others(store: Store) -> None:
    async with setting(store) as its:
        bad = Notice("n1", None, "failed", "no address", Direction.INBOUND, b"x\r\n", 0, START)
        good = Notice("n2", None, "failed", "anna@example.com", Direction.INBOUND, b"x\r\n", 0, its.clock.at)
        for notice in (bad, good):
            Notices(store).add(notice, START)
        notifier = Notifier(store, lambda: its.settings, hostname="gate.example", now=its.clock)
        await notifier.step()
        assert [mail.rcpt_tos for mail in its.hop.mails] == [(b"RCPT TO:<anna@example.com>",)]


async def test_the_loop_survives_a_store_that_is_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with setting(store) as its:
        its.releaser.poll = 0.01
        lease, troubles = its.releaser._holds.lease, [StoreError("unreachable"), RuntimeError("ours")]

        def shaky(*words: Any) -> Any:
            if troubles:
                raise troubles.pop()
            return lease(*words)

        monkeypatch.setattr(its.releaser._holds, "lease", shaky)
        its.release()
        running = asyncio.create_task(its.releaser.run())
        await until(lambda: its.hop.mails)
        await its.releaser.stop()
        await running
        assert its.now.state is HeldState.SENT


async def test_a_rejection_goes_back_to_the_author_through_the_next_hop_of_his_leg(store: Store) -> None:
    async with setting(store) as its:
        put(store)
        its.desk.reject(ID, "Bo", "Bitte ohne Telefonnummer.")
        notifier = Notifier(store, lambda: its.settings, hostname="gate.example", now=its.clock)
        its.hop.script["MAIL"] = [b"451 4.3.0 busy\r\n"]
        await notifier.step()
        assert (its.hop.mails, Notices(store).due(its.clock.at)) == ([], [])
        its.clock.at += timedelta(minutes=1)
        its.hop.script.clear()
        await notifier.step()
        await notifier.step()
        (taken,) = its.hop.mails
        assert taken.mail_from == f"MAIL FROM:<> SIZE={len(taken.data)}".encode()
        assert taken.rcpt_tos == (b"RCPT TO:<anna@example.com>",)
        assert b"\r\nAuto-Submitted: auto-generated\r\n" in taken.data
        its.clock.at += timedelta(days=1)
        assert Notices(store).due(its.clock.at) == []


async def test_a_refused_notice_is_final(store: Store) -> None:
    async with setting(store, RCPT=[b"550 5.1.1 gone\r\n"]) as its:
        put(store)
        its.desk.reject(ID, "Bo", "no")
        notifier = Notifier(store, lambda: its.settings, hostname="gate.example", now=its.clock)
        await notifier.step()
        its.clock.at += timedelta(days=1)
        assert (its.hop.mails, Notices(store).due(its.clock.at)) == ([], [])


async def test_the_notifier_tells_of_mail_the_relay_could_not_deliver(store: Store) -> None:
    async with setting(store) as its:
        item = put(store, held(recipient(B, HeldState.FAILED, reply="550 5.1.1 no such user")))
        notifier = Notifier(store, lambda: its.settings, hostname="gate.example", now=its.clock)
        running = asyncio.create_task(notifier.run())
        for notice in notifier.failed(item, Holds(store).body(item.id)):
            Notices(store).add(notice, its.clock.at)
        notifier.wake()
        await until(lambda: its.hop.mails)
        await notifier.stop()
        await running
        assert [b"550 5.1.1 no such user" in taken.data for taken in its.hop.mails] == [True]


def test_the_wait_grows_and_then_stays() -> None:
    assert [backoff(attempts).total_seconds() for attempts in (0, 1, 2, 3, 4, 5, 99)] == [
        60,
        60,
        300,
        900,
        3600,
        3600,
        3600,
    ]


@asynccontextmanager
async def signing(store: Store, key: FilePath | None, **script: Sequence[Action]) -> AsyncIterator[Setting]:
    """As `setting`, with a DKIM process and `key` as that of example.com."""
    process = DkimProcess(limit=60, patience=60)
    try:
        async with setting(store, **script) as its:
            if key is not None:
                keys = Dkim(keys={"example.com": str(key)}, selector="s1")
                gateway = its.settings.gateway.model_copy(update={"dkim": keys})
                its.settings = replace(its.settings, gateway=gateway)
            its.releaser = Releaser(
                its.store,
                lambda: its.settings,
                hostname="gate.example",
                now=its.clock,
                new_id=lambda: "tx1",
                signer=Signer(process),
            )
            yield its
    finally:
        await process.close()


def signatures(raw: bytes) -> int:
    return raw.split(b"\r\n\r\n")[0].count(b"DKIM-Signature:")


@pytest.mark.parametrize("form", ["footer", "redirect"])
async def test_a_release_that_changes_a_signed_mail_is_signed_anew(
    store: Store, tmp_path: FilePath, form: str
) -> None:
    key = tmp_path / "example.com.pem"
    key.write_bytes(rsa_key().pem)
    async with signing(store, key) as its:
        its.settings = replace(
            its.settings, footers={**FOOTER, "amazon.de.redirect.txt": "Wir antworten ueber Amazon.\n"}
        )
        its.release(form=form, body=signed(BODY, domain=b"example.com"))
        await its.deliver()
        (taken,) = its.hop.mails
        assert signatures(taken.data) == 1
        assert dkim.verify(taken.data, dnsfunc=lambda name, timeout=5: rsa_key().record)
        assert b"ber Amazon" in taken.data


async def test_a_release_as_original_keeps_the_signature_it_has(store: Store, tmp_path: FilePath) -> None:
    key = tmp_path / "example.com.pem"
    key.write_bytes(rsa_key().pem)
    body = signed(BODY, domain=b"example.com")
    async with signing(store, key) as its:
        its.release(body=body)
        await its.deliver()
        assert [taken.data for taken in its.hop.mails] == [RECEIVED + body]


async def test_what_cannot_be_signed_now_waits_and_nothing_is_sent(store: Store, tmp_path: FilePath) -> None:
    key = tmp_path / "example.com.pem"
    async with signing(store, key) as its:
        its.release(form="footer", body=signed(BODY, domain=b"example.com"))
        await its.deliver()
        assert its.hop.mails == []
        assert its.states == {"buyer@home.example": (HeldState.APPROVED, str(LOCAL_ERROR))}
        key.write_bytes(rsa_key().pem)
        its.clock.at += timedelta(hours=1)
        await its.deliver()
        assert [
            dkim.verify(one.data, dnsfunc=lambda name, timeout=5: rsa_key().record) for one in its.hop.mails
        ] == [True]
