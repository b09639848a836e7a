"""What follows from a mail that went out: rerouting, the refusal in own words, the desk's entry, the hint."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from gateway.mail.address import parse_path
from gateway.mail.reply import Reply
from gateway.relay.afterwards import Afterwards, Redacted
from gateway.relay.outcome import Outcome, Sending
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import ActionName, Disposition, HeldState
from tests.relay.test_outcome import (  # noqa: F401 - fixtures
    AT,
    BUYER,
    COLLEAGUE,
    RAW,
    Case,
    Hop,
    as_upstream,
    carrier,
    case,
    config,
    counted,
    store,
)

PASS, REJECT = Disposition.PASS, Disposition.REJECT
ALIAS = "k7w2m9qx4tz8r1p@marketplace.amazon.de"


def changed(sending: Sending, address: str, **values: object) -> Sending:
    """The sending with the decision on one recipient changed."""
    items = tuple(
        replace(item, **values) if item.path.address == address else item  # type: ignore[arg-type]
        for item in sending.decision.recipients
    )
    return replace(sending, decision=replace(sending.decision, recipients=items))


def rerouted(sending: Sending) -> Sending:
    alias = parse_path(b"TO:<%s>" % ALIAS.encode(), "TO")
    return changed(sending, BUYER, sent_to=alias, actions=(ActionName.REROUTE,))


async def test_a_rerouted_mail_goes_to_the_alias_in_a_fresh_transaction(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """The mirrored transaction names the private address, so it is reset, even with one recipient."""
    hop = Hop()
    outcome = await carrier(store).carry(rerouted(case({BUYER: PASS})), as_upstream(hop))
    assert hop.heard == [
        "RSET",
        "MAIL FROM:<staff@example.com> BODY=8BITMIME",
        f"RCPT TO:<{ALIAS}>",
        "DATA",
    ]
    assert (hop.mails, outcome.reached, outcome.reply.ok) == ([((ALIAS,), RAW)], frozenset({ALIAS}), True)


async def test_two_addresses_of_one_buyer_are_one_copy_at_the_relay(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """The alias is asked once."""
    alias = parse_path(b"TO:<%s>" % ALIAS.encode(), "TO")
    sending = changed(rerouted(case({BUYER: PASS, "b@home.example": PASS})), "b@home.example", sent_to=alias)
    hop = Hop()
    await carrier(store).carry(sending, as_upstream(hop))
    assert hop.mails == [((ALIAS,), RAW)]


async def test_a_refused_alias_is_kept_for_a_person_in_the_same_form(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """The colleague has his copy; a retry from the desk goes through the relay again."""
    answers = [Reply.make(250, "2.1.5 ok"), Reply.make(550, "5.1.1 unknown")]
    sending = rerouted(case({COLLEAGUE: PASS, BUYER: PASS}, edited=(BUYER,)))
    outcome = await carrier(store).carry(sending, as_upstream(Hop(rcpt=answers)))
    held = Holds(store).get("held0")
    assert held is not None
    (one,) = held.recipients
    assert (outcome.reply.ok, one.path.address, one.state, one.release_as) == (
        True,
        BUYER,
        HeldState.FAILED,
        "relay",
    )


async def test_a_refusal_says_the_rules_own_words_and_names_the_recipients(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """In ASCII, in one line."""
    sending = changed(
        case({BUYER: REJECT, COLLEAGUE: PASS}), BUYER, words="Bitte über Amazon antworten – danke"
    )
    outcome = await carrier(store).carry(sending, as_upstream(Hop()))
    assert str(outcome.reply) == f"550 5.7.1 Bitte ueber Amazon antworten - danke, not sent to: {BUYER}"


async def test_a_notified_mail_leaves_an_entry_that_nobody_has_to_decide_on(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """Sent already, its body kept, its one ruling the gateway's own; not in the queue of what waits."""
    sending = changed(case({BUYER: PASS}), BUYER, actions=(ActionName.NOTIFY,), rule="legal")
    outcome = await carrier(store).carry(sending, as_upstream(Hop()))
    await Afterwards(store, lambda: "entry").follow(sending, outcome)
    entry = Holds(store).get("entry")
    assert entry is not None
    assert (entry.state, entry.noted, entry.rule, Holds(store).body("entry")) == (
        HeldState.SENT,
        True,
        "legal",
        RAW,
    )
    assert [(one.who, one.verb, one.at) for one in entry.rulings] == [("gateway", "notify", AT)]
    assert (Holds(store).list(), Holds(store).list(every=True)) == ([], [entry])


def heard(told: list[Redacted]) -> Callable[[Redacted], Awaitable[None]]:
    async def hear(one: Redacted) -> None:
        told.append(one)

    return hear


async def test_a_mail_that_was_refused_leaves_no_entry(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """Nothing is told of a mail that did not go."""
    sending = changed(case({BUYER: PASS}), BUYER, actions=(ActionName.NOTIFY,), removed=("Tel. 1",))
    told: list[Redacted] = []
    after = Afterwards(store, lambda: "entry")
    after.on_redacted = heard(told)
    await after.follow(sending, Outcome(Reply.make(451, "4.2.0 later")))
    assert (counted(store), told) == ({}, [])


async def test_the_author_of_a_cut_mail_is_told_which_lines(
    case: Case,  # noqa: F811
    store: Store,  # noqa: F811
) -> None:
    """Lines, recipient, subject and id; a machine hears nothing."""
    sending = changed(case({BUYER: PASS}), BUYER, actions=(ActionName.REDACT,), removed=("Tel. 1", "Tel. 1"))
    outcome = await carrier(store).carry(sending, as_upstream(Hop()))
    told: list[Redacted] = []
    after = Afterwards(store, lambda: "entry")
    after.on_redacted = heard(told)
    await after.follow(sending, outcome)
    company = sending.config.gateway.company.model_copy(update={"machine_senders": ("staff@example.com",)})
    gateway = sending.config.gateway.model_copy(update={"company": company})
    machine = replace(sending, config=replace(sending.config, gateway=gateway))
    await after.follow(machine, outcome)
    assert told == [Redacted("staff@example.com", ("Tel. 1",), (BUYER,), "Re: order", "<1@example.com>", AT)]
