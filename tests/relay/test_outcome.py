"""The order of promises: who gets what, and what the client hears, for every mix of outcomes."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path as FilePath
from typing import Protocol

import pytest
import structlog

from gateway.config.load import load
from gateway.config.models import Archive, Config
from gateway.mail.address import Path, parse_path
from gateway.mail.edit import Splice
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.mail.reply import HOP_LOST, OK, Reply
from gateway.policy.decision import Decision, RecipientDecision
from gateway.relay.outcome import Carrier, Sending
from gateway.relay.upstream import HopError, Upstream
from gateway.store.archive import Archive as Copies
from gateway.store.database import Store, StoreError
from gateway.store.holds import Held, Holds
from gateway.store.ledger import Ledger
from gateway.store.notices import Notice, Notices
from gateway.words import Direction, Disposition, HeldState, Kind, Ruling, Thread, Verdict, VerdictName

ARCHIVE = "archive@old.example"
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
RAW = b"From: staff@example.com\r\nMessage-ID: <1@example.com>\r\nSubject: Re: order\r\n\r\nHello\r\n"
SENDER = parse_path(b"FROM:<staff@example.com> BODY=8BITMIME", "FROM")


class Hop:
    """A next hop in memory: notes what it is told; the last reply of a verb in its script repeats."""

    def __init__(self, **script: Sequence[Reply | HopError]) -> None:
        self.script = {verb: list(replies) for verb, replies in script.items()}
        self.heard: list[str] = []
        self.mails: list[tuple[tuple[str, ...], bytes]] = []
        self.alive = True
        self._rcpts: list[str] = []

    def _answer(self, verb: str) -> Reply:
        replies = self.script.get(verb, [OK])
        answer = replies.pop(0) if len(replies) > 1 else replies[0]
        if isinstance(answer, HopError):
            self.alive = False
            raise answer
        return answer

    async def mail(self, path: Path) -> Reply:
        self.heard.append(path.command("MAIL FROM").decode().strip())
        self._rcpts = []
        return self._answer("mail")

    async def rcpt(self, path: Path) -> Reply:
        self.heard.append(path.command("RCPT TO").decode().strip())
        answer = self._answer("rcpt")
        if answer.ok:
            self._rcpts.append(path.address)
        return answer

    async def data(self, pieces: Iterable[bytes], *, timeout: float = 1.0) -> Reply:  # noqa: ASYNC109
        self.heard.append("DATA")
        content = b"".join(pieces)
        answer = self._answer("data")
        if answer.ok:
            self.mails.append((tuple(self._rcpts), content))
        return answer

    async def rset(self) -> Reply:
        self.heard.append("RSET")
        return OK

    async def quit(self) -> None:
        self.heard.append("QUIT")

    def abort(self) -> None:
        self.alive = False


MINIMAL = """
[company]
domains = ["example.com"]
[inbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:1"
received = false
[outbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:1"
received = false
"""


@pytest.fixture
def config(tmp_path: FilePath) -> Config:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "gateway.toml").write_text(MINIMAL)
    loaded = load(folder)
    assert isinstance(loaded, Config), loaded
    return loaded


@pytest.fixture
async def store(tmp_path: FilePath) -> AsyncIterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.db")
    opened.open()
    yield opened
    opened.close()


Wanted = dict[str, Disposition]


class Case(Protocol):
    """Makes a Sending: address -> disposition, with a splice for those named in `edited`."""

    def __call__(self, wanted: Wanted, *, edited: tuple[str, ...] = (), raw: bytes = RAW) -> Sending: ...


@pytest.fixture
def case(config: Config) -> Case:
    def make(wanted: Wanted, *, edited: tuple[str, ...] = (), raw: bytes = RAW) -> Sending:
        paths = {name: parse_path(b"TO:<%s>" % name.encode(), "TO") for name in wanted}
        envelope = Envelope(SENDER, tuple(paths.values()))
        tx = Transaction("tx", Direction.OUTBOUND, Session("127.0.0.1"), envelope, Message(raw), AT)
        splice = (Splice(len(raw), 0, b"Footer\r\n"),)
        items = tuple(
            RecipientDecision(
                paths[name], Kind.EXTERNAL, disposition, splices=splice if name in edited else ()
            )
            for name, disposition in wanted.items()
        )
        decision = Decision("tx", Direction.OUTBOUND, Verdict(), None, items, config.hash)
        return Sending(tx, decision, config, "gw.example.com")

    return make


@pytest.mark.parametrize(("rdns", "said"), [("mx.shop.example", b"mx.shop.example"), (None, b"unknown")])
def test_the_trace_field_names_the_client(case: Case, config: Config, rdns: str | None, said: bytes) -> None:
    """Its greeting, its confirmed name, its address; our name, the protocol, the id and the time."""
    assert config.gateway.outbound is not None
    leg = config.gateway.outbound.model_copy(update={"received": True})
    tracing = replace(config, gateway=config.gateway.model_copy(update={"outbound": leg}))
    made = case({"a@x.test": Disposition.PASS})
    session = Session("192.0.2.7", helo="mail.client.test", tls=True, rdns=rdns)
    sending = replace(made, tx=replace(made.tx, session=session), config=tracing)
    assert next(sending.bytes_of(sending.groups()[0])).startswith(
        b"Received: from mail.client.test (" + said + b" [192.0.2.7])\r\n"
        b"\tby gw.example.com (Marketgate) with ESMTPS id tx;\r\n\t"
    )


def carrier(store: Store, failed: list[Held] | None = None) -> Carrier:
    ids = iter(f"held{number}" for number in range(10))
    made = Carrier(store, lambda: next(ids))
    if failed is not None:

        def told(item: Held, body: bytes) -> tuple[Notice, ...]:
            failed.append(item)
            return (Notice("notice0", item.id, "failed", "a@example.com", Direction.OUTBOUND, body),)

        made.write_notices = told
    return made


def counted(store: Store) -> dict[HeldState, int]:
    return {state: number for state, number in Holds(store).count().items() if number}


def as_upstream(hop: Hop) -> Upstream:
    return hop  # type: ignore[return-value]


PASS, HOLD, REJECT, TEMPFAIL = Disposition
ALIAS = "a1b2c3+case-1@marketplace.amazon.de"
BUYER, COLLEAGUE, OTHER = "buyer@mail.example", "colleague@example.com", "other@mail.example"


async def test_one_outcome_goes_through_the_mirrored_transaction(case: Case, store: Store) -> None:
    """Only DATA is sent: MAIL and RCPT went to the hop when the client said them."""
    hop = Hop(data=[Reply.make(250, "2.0.0 Ok: queued as 4711")])
    outcome = await carrier(store).carry(case({BUYER: PASS, COLLEAGUE: PASS}), as_upstream(hop))
    assert (hop.heard, str(outcome.reply)) == (["DATA"], "250 2.0.0 Ok: queued as 4711")


@pytest.mark.parametrize("answer", [Reply.make(451, "4.2.0 greylisted"), Reply.make(552, "5.2.2 full")])
async def test_a_refusal_of_the_data_is_passed_on_in_the_hops_words(
    case: Case, store: Store, answer: Reply
) -> None:
    """Code, enhanced code and text are the hop's, and nothing is held."""
    outcome = await carrier(store).carry(case({BUYER: PASS}), as_upstream(Hop(data=[answer])))
    assert (outcome.reply, outcome.sent, counted(store)) == (answer, (), {})


async def test_all_held_resets_the_hop_then_commits(case: Case, store: Store) -> None:
    """The hop never sees the data; the reply names the held copy, which has the bytes as received."""
    hop = Hop()
    outcome = await carrier(store).carry(case({BUYER: HOLD}), as_upstream(hop))
    held = Holds(store).get("held0")
    assert held is not None
    assert (hop.heard, hop.mails, str(outcome.reply)) == (["RSET"], [], "250 2.0.0 held for review as held0")
    assert (held.state, Holds(store).body("held0")) == (HeldState.PENDING, RAW)


async def test_the_clock_of_a_held_answer_runs_from_the_buyers_mail_and_not_from_a_colleagues(
    case: Case, store: Store
) -> None:
    """What the ledger knows of the conversation counts: an answer that left stops the marketplace's clock."""
    ledger, known = Ledger(store), Thread("t1", VerdictName.RELAY, None, "amazon", (), None, (ALIAS,))
    asked, day = AT - timedelta(hours=3), timedelta(days=1)
    ledger.remember("tx-0", "<asked@buyer.example>", (), known, asked)
    joined = ledger.confirm("tx-0", asked)
    assert joined is not None
    one, found = carrier(store), []
    for number, answer in enumerate((False, True)):
        sent_at = asked + timedelta(hours=1)
        ledger.add_message(joined.id, f"<{number}@x>", Direction.OUTBOUND, sent_at, answer=answer)
        sending = case({ALIAS: HOLD}, raw=RAW + b"%d\r\n" % number)
        items = tuple(replace(item, kind=Kind.RELAY) for item in sending.decision.recipients)
        verdict = Verdict(VerdictName.RELAY, marketplace="amazon")
        decision = replace(sending.decision, verdict=verdict, thread=joined, recipients=items)
        await one.carry(replace(sending, decision=decision), as_upstream(Hop()))
        held = Holds(store).get(f"held{number}")
        assert held is not None
        found.append((held.clock, held.deadline))
    assert found == [("marketplace", asked + day), ("house", AT + day)]


async def test_staff_get_their_copy_now_and_the_buyers_copy_waits(case: Case, store: Store) -> None:
    """A split: one fresh transaction with the sender's own parameters, then the hold is pending."""
    hop = Hop()
    outcome = await carrier(store).carry(case({BUYER: HOLD, COLLEAGUE: PASS}), as_upstream(hop))
    held = Holds(store).get("held0")
    assert held is not None
    assert hop.heard == [
        "RSET",
        "MAIL FROM:<staff@example.com> BODY=8BITMIME",
        f"RCPT TO:<{COLLEAGUE}>",
        "DATA",
    ]
    assert (hop.mails, outcome.held) == ([((COLLEAGUE,), RAW)], "held0")
    assert (held.state, [one.path.address for one in held.recipients], held.also_delivered) == (
        HeldState.PENDING,
        [BUYER],
        (COLLEAGUE,),
    )


async def test_the_untouched_group_goes_first(case: Case, store: Store) -> None:
    """An edited copy and an untouched one are two transactions, in that order of trust."""
    hop = Hop()
    await carrier(store).carry(case({BUYER: PASS, COLLEAGUE: PASS}, edited=(BUYER,)), as_upstream(hop))
    assert hop.mails == [((COLLEAGUE,), RAW), ((BUYER,), RAW + b"Footer\r\n")]


@pytest.mark.parametrize("verb", ["mail", "rcpt", "data"])
async def test_a_refusal_of_the_first_group_undoes_the_hold(case: Case, store: Store, verb: str) -> None:
    """The client hears the hop's reply and nothing stays behind."""
    refused = Reply.make(450, "4.7.1 later")
    outcome = await carrier(store).carry(
        case({BUYER: HOLD, COLLEAGUE: PASS}), as_upstream(Hop(**{verb: [refused]}))
    )
    assert (outcome.reply, outcome.held, counted(store)) == (refused, None, {})


async def test_a_later_group_put_off_is_451_and_the_retry_sends_only_the_rest(
    case: Case, store: Store
) -> None:
    """Who has it is remembered by the fingerprint of the mail."""
    sending = case({BUYER: PASS, COLLEAGUE: PASS}, edited=(BUYER,))
    first = Hop(data=[OK, Reply.make(452, "4.2.2 full")])
    outcome = await carrier(store).carry(sending, as_upstream(first))
    again = Hop()
    second = await carrier(store).carry(sending, as_upstream(again))
    assert (outcome.reply.code, first.mails) == (451, [((COLLEAGUE,), RAW)])
    assert (second.reply.code, again.mails) == (250, [((BUYER,), RAW + b"Footer\r\n")])


async def test_a_later_group_cut_off_is_451_and_the_hold_is_adopted_by_the_retry(
    case: Case, store: Store
) -> None:
    """The provisional hold of the first attempt becomes the pending one of the second."""
    sending = case({BUYER: HOLD, COLLEAGUE: PASS, OTHER: PASS}, edited=(OTHER,))
    cut = Hop(data=[OK, HopError(HOP_LOST, uncertain=False)])
    one = carrier(store)
    first = await one.carry(sending, as_upstream(cut))
    between = counted(store)
    second = await one.carry(sending, as_upstream(Hop()))
    assert (first.reply.code, between) == (451, {HeldState.PROVISIONAL: 1})
    assert (str(second.reply), counted(store)) == (
        "250 2.0.0 held for review as held0",
        {HeldState.PENDING: 1},
    )


async def test_a_later_group_refused_for_good_becomes_a_failed_held_mail(case: Case, store: Store) -> None:
    """The author's notice is in the store with it, the client hears 250, the hop's words are kept."""
    failed: list[Held] = []
    sending = case({BUYER: PASS, COLLEAGUE: PASS}, edited=(BUYER,))
    hop = Hop(rcpt=[OK, Reply.make(550, "5.1.1 no such user")])
    one, woken = carrier(store, failed), list[bool]()
    one.on_notices = lambda: woken.append(True)
    outcome = await one.carry(sending, as_upstream(hop))
    (held,) = failed
    assert [(each.held, each.body) for each in Notices(store).due(AT)] == [(held.id, RAW)]
    assert (woken, held.also_delivered) == ([True], (COLLEAGUE,))
    assert (outcome.reply.code, hop.mails) == (250, [((COLLEAGUE,), RAW)])
    assert [(one.path.address, one.state, one.reply) for one in held.recipients] == [
        (BUYER, HeldState.FAILED, "550 5.1.1 no such user")
    ]


async def test_a_notice_is_in_the_commit_of_the_copy_it_tells_of(case: Case, store: Store) -> None:
    """Neither is there without the other: a commit that fails leaves none, and the client comes again."""
    sending = case({BUYER: PASS, COLLEAGUE: PASS}, edited=(BUYER,))
    refused = Reply.make(550, "5.1.1 no such user")
    one = carrier(store, [])
    told = one.write_notices
    one.write_notices = lambda item, body: (*told(item, body), *told(item, body))  # twice the same id
    with pytest.raises(StoreError):
        await one.carry(sending, as_upstream(Hop(rcpt=[OK, refused])))
    assert (counted(store), Notices(store).due(AT)) == ({}, [])


async def test_a_notice_that_cannot_be_written_does_not_cost_the_copy(case: Case, store: Store) -> None:
    """The failed copy is there all the same."""
    sending = case({BUYER: PASS, COLLEAGUE: PASS}, edited=(BUYER,))
    one = carrier(store)

    def broken(item: Held, body: bytes) -> tuple[Notice, ...]:
        raise ValueError(item.id)

    one.write_notices = broken
    hop = Hop(rcpt=[OK, Reply.make(550, "5.1.1 no such user")])
    outcome = await one.carry(sending, as_upstream(hop))
    assert (outcome.reply.code, counted(store)) == (250, {HeldState.FAILED: 1})


async def test_recipients_of_a_later_group_are_refused_one_by_one(case: Case, store: Store) -> None:
    """As LMTP has it: who was accepted gets it, who was refused is in the failed held mail, alone."""
    failed: list[Held] = []
    sending = case({BUYER: PASS, OTHER: PASS, COLLEAGUE: PASS}, edited=(BUYER, OTHER))
    hop = Hop(rcpt=[OK, Reply.make(550, "5.1.1 no such user"), OK])
    outcome = await carrier(store, failed).carry(sending, as_upstream(hop))
    (held,) = failed
    assert (outcome.reply.code, hop.mails) == (250, [((COLLEAGUE,), RAW), ((OTHER,), RAW + b"Footer\r\n")])
    assert [(one.path.address, one.state, one.reply) for one in held.recipients] == [
        (BUYER, HeldState.FAILED, "550 5.1.1 no such user")
    ]


async def test_any_reject_sends_and_holds_nothing_and_names_the_recipient(case: Case, store: Store) -> None:
    """A 5xx for all: nothing may be half done."""
    hop = Hop()
    outcome = await carrier(store).carry(
        case({BUYER: REJECT, COLLEAGUE: PASS, OTHER: HOLD}), as_upstream(hop)
    )
    assert (outcome.reply.code, BUYER in outcome.reply.text, hop.heard) == (550, True, ["RSET"])
    assert counted(store) == {}


async def test_any_tempfail_is_451_for_all(case: Case, store: Store) -> None:
    """Temporary trouble outranks a rejection: the client tries all of it again."""
    hop = Hop()
    outcome = await carrier(store).carry(case({BUYER: REJECT, COLLEAGUE: TEMPFAIL}), as_upstream(hop))
    assert (outcome.reply.code, hop.heard, counted(store)) == (451, ["RSET"], {})


async def test_the_same_mail_again_joins_the_existing_hold(case: Case, store: Store) -> None:
    """A client that did not hear our 250 and sends again makes no second held mail."""
    one = carrier(store)
    first = await one.carry(case({BUYER: HOLD}), as_upstream(Hop()))
    second = await one.carry(case({BUYER: HOLD}), as_upstream(Hop()))
    assert (first.held, second.held, counted(store)) == ("held0", "held0", {HeldState.PENDING: 1})


ANSWER = (
    b"From: Anna <a@example.com>\r\nTo: <k@example.net>\r\nMessage-ID: <%b@example.com>\r\nDate: %b\r\n"
    b"Subject: Re: Ihre Bestellung\r\n\r\n%b\r\n\r\nAm 1. Mai schrieb Kim:\r\n> Wo ist das Paket?\r\n"
)
MORNING, NOON = b"Mon, 4 May 2026 09:00:00 +0200", b"Mon, 4 May 2026 12:00:00 +0200"


@pytest.mark.parametrize(
    ("again", "to", "held"),
    [
        (ANSWER % (b"two", NOON, b"Es kommt morgen."), BUYER, "held0"),
        (ANSWER % (b"two", NOON, b"Es  kommt\r\nmorgen."), BUYER, "held0"),
        (ANSWER % (b"two", NOON, b"Es kommt heute."), BUYER, "held1"),
        (ANSWER % (b"two", NOON, b"Es kommt morgen."), OTHER, "held1"),
        (ANSWER.replace(b"Bestellung", b"Frage") % (b"two", NOON, b"Es kommt morgen."), BUYER, "held1"),
        (ANSWER.replace(b"Anna <a@", b"Ben <b@") % (b"two", NOON, b"Es kommt morgen."), BUYER, "held1"),
    ],
    ids=["same", "wrapped", "words", "recipient", "subject", "author"],
)
async def test_the_same_words_sent_again_join_the_hold_with_a_new_message_id(
    case: Case, store: Store, again: bytes, to: str, held: str
) -> None:
    """One question for what was sent twice; another text, buyer, subject or author is another mail."""
    one = carrier(store)
    first = ANSWER % (b"one", MORNING, b"Es kommt morgen.")
    await one.carry(case({BUYER: HOLD}, raw=first), as_upstream(Hop()))
    outcome = await one.carry(case({to: HOLD}, raw=again), as_upstream(Hop()))
    assert (outcome.reply.code, outcome.held) == (250, held)
    assert Holds(store).body("held0") == first


async def test_what_is_sent_again_after_a_decision_is_held_by_itself(case: Case, store: Store) -> None:
    """A mail that was given back and comes again unchanged is seen by a person again."""
    one, holds = carrier(store), Holds(store)
    await one.carry(case({BUYER: HOLD}, raw=ANSWER % (b"one", MORNING, b"Nein.")), as_upstream(Hop()))
    ruling = Ruling("held0", "anna", "reject", "why", AT)
    holds.decide("held0", ruling, {BUYER: HeldState.REJECTED}, expect=[HeldState.PENDING])
    outcome = await one.carry(case({BUYER: HOLD}, raw=ANSWER % (b"two", NOON, b"Nein.")), as_upstream(Hop()))
    assert outcome.held == "held1"


async def test_a_connection_broken_in_the_mirrored_transaction_is_the_callers(
    case: Case, store: Store
) -> None:
    """Nothing was promised: the stage answers with the error's 451."""
    with pytest.raises(HopError) as caught:
        await carrier(store).carry(
            case({BUYER: PASS}), as_upstream(Hop(data=[HopError(HOP_LOST, uncertain=True)]))
        )
    assert caught.value.reply.code == 451


async def test_forged_fields_are_removed_and_received_stands_above_the_message(
    case: Case, store: Store, config: Config
) -> None:
    """Every copy, also an untouched one, leaves without X-Marketgate fields from outside."""
    hop = Hop()
    raw = b"x-marketgate-verdict : none\r\n\tfolded\r\n" + RAW
    await carrier(store).carry(case({BUYER: PASS}, raw=raw), as_upstream(hop))
    assert hop.mails == [((), RAW)]


@pytest.fixture
def archiving(config: Config) -> Config:
    return replace(config, gateway=config.gateway.model_copy(update={"archive": Archive(copy_to=ARCHIVE)}))


def copies(store: Store) -> list[bytes]:
    """What waits for the archive, each copy taken out."""
    kept, found = Copies(store), []
    while copy := kept.due(AT):
        found.append(kept.content(copy))
        kept.taken(copy.id)
    return found


def within(sending: Sending, config: Config, verdict: VerdictName = VerdictName.OFFCHANNEL) -> Sending:
    """The sending under another configuration, in a thread of this verdict."""
    return replace(sending, config=config, decision=replace(sending.decision, verdict=Verdict(name=verdict)))


async def test_the_archive_gets_each_copy_that_went_outside_in_the_bytes_the_hop_took(
    case: Case, store: Store, archiving: Config
) -> None:
    hop = Hop()
    sending = within(case({BUYER: PASS, COLLEAGUE: PASS, OTHER: HOLD}, edited=(BUYER,)), archiving)
    await carrier(store).carry(sending, as_upstream(hop))
    assert (
        [mail for people, mail in hop.mails if people == (BUYER,)] == copies(store) == [RAW + b"Footer\r\n"]
    )


async def test_the_archive_gets_the_mirrored_copy_of_a_mail_that_concerns_a_marketplace(
    case: Case, store: Store, archiving: Config
) -> None:
    await carrier(store).carry(within(case({BUYER: PASS}), archiving), as_upstream(Hop()))
    assert copies(store) == [RAW]


@pytest.mark.parametrize(
    ("people", "verdict", "answer"),
    [
        pytest.param({BUYER: PASS}, VerdictName.NONE, OK, id="concerns nobody"),
        pytest.param({COLLEAGUE: PASS}, VerdictName.OFFCHANNEL, OK, id="stays inside"),
        pytest.param({BUYER: PASS}, VerdictName.OFFCHANNEL, Reply.make(554, "5.7.1 no"), id="refused"),
        pytest.param({BUYER: HOLD}, VerdictName.OFFCHANNEL, OK, id="held"),
        pytest.param({"archive@old.example": PASS}, VerdictName.OFFCHANNEL, OK, id="to the archive itself"),
    ],
)
async def test_the_archive_gets_nothing_else(
    case: Case, store: Store, archiving: Config, people: Wanted, verdict: VerdictName, answer: Reply
) -> None:
    sending = within(case(people), archiving, verdict)
    await carrier(store).carry(sending, as_upstream(Hop(data=[answer])))
    assert copies(store) == []


async def test_without_an_archive_no_copy_is_kept(case: Case, store: Store, config: Config) -> None:
    await carrier(store).carry(within(case({BUYER: PASS}), config), as_upstream(Hop()))
    assert copies(store) == []


async def test_with_the_store_away_the_mail_flows_and_the_archive_misses_it(
    case: Case, store: Store, archiving: Config
) -> None:
    hop = Hop()
    sending = within(case({BUYER: PASS}), archiving)
    with store.begin() as connection:
        connection.exec_driver_sql("DROP TABLE archived")
    with structlog.testing.capture_logs() as logs:
        outcome = await carrier(store).carry(sending, as_upstream(hop))
    assert outcome.reply == OK
    assert "archive.missed" in [line["event"] for line in logs]


async def test_a_retry_archives_only_what_is_sent_now(case: Case, store: Store, archiving: Config) -> None:
    """The first group is out and archived, the second put off; the retry adds that one alone."""
    sending = within(case({BUYER: PASS, OTHER: PASS}, edited=(OTHER,)), archiving)
    await carrier(store).carry(sending, as_upstream(Hop(data=[OK, Reply.make(451, "4.2.0 later")])))
    assert copies(store) == [RAW]
    await carrier(store).carry(sending, as_upstream(Hop()))
    assert copies(store) == [RAW + b"Footer\r\n"]
