"""What the gateway remembers of a mail: which thread it belongs to, and how it ended.

Synchronous, for the store's own thread; `explain --remember` uses the same. Only
mail that concerns a marketplace is written, so that all other mail costs one look-up.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gateway.config.models import Config
from gateway.mail import quote
from gateway.mail.address import Mailbox, domain_in, mailboxes
from gateway.mail.envelope import Transaction
from gateway.mail.language import detect
from gateway.mail.message import Message
from gateway.policy.decision import Decision
from gateway.relay.keeping import kept_text
from gateway.relay.known_orders import KnownOrders
from gateway.relay.relay_alias import alias_of
from gateway.signals import order_number
from gateway.signals.senders import alias_pack, unwrapped
from gateway.signals.tokens import normal
from gateway.store.aliases import split
from gateway.store.buyers import Buyers
from gateway.store.channels import Channels, Person
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.orders import Orders
from gateway.words import (
    ActionName,
    Bought,
    Direction,
    Facts,
    Kind,
    Mode,
    OtherChannel,
    Thread,
    VerdictName,
)

BUYERS_MAIL = (VerdictName.OFFCHANNEL, VerdictName.MIXED)
"""Verdicts of mail from a buyer's private address."""

MOST_WORDS = 16 * 1024
"""Characters of a mail in which its language is looked for."""

MOST_SENDERS = 20
"""Addresses of From and Reply-To that are looked at."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A thread, and what led to it.

    `references`: an id that the mail names, or its own. `alias`: its relay alias and case. `order`: it names
    an order that its sender or recipient wrote about. `memory`: only that this address is known as a
    buyer's; then the thread says who he is, not what this mail is about.
    """

    thread: Thread
    by: Literal["references", "alias", "order", "memory"]


@dataclass(frozen=True, slots=True)
class People:
    """The other side of a mail: `relays` are buyers' aliases, `private` all other addresses but our own."""

    relays: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


class Memory:
    """The ledger, in the terms of transactions and decisions. All methods raise StoreError.

    `config` gives the configuration in force: which address is a buyer's alias, which is ours. Without it no
    address is either.
    """

    def __init__(self, store: Store, config: Callable[[], Config] | None = None) -> None:
        self._store = store
        self._ledger = Ledger(store)
        self._buyers = Buyers(store)
        self._orders = Orders(store)
        self._orders_known = KnownOrders(store)
        self._channels = Channels(store)
        self._config = config

    def thread(self, tx: Transaction) -> Thread | None:
        """The confirmed thread that the mail's References or In-Reply-To name."""
        ids = answered_ids(tx)
        return self._ledger.lookup(ids) if ids else None

    def facts(self, tx: Transaction, mode: Mode | None = None) -> Facts:
        """What the ledger knows for a decision on this mail; the commands decide from the same facts."""
        with self._store.reading():
            return self._facts(tx, mode)

    def _facts(self, tx: Transaction, mode: Mode | None) -> Facts:
        people, found = self.people(tx), self.recall(tx)
        bought = self._orders_known.of(tx, people.private, people.relays)
        beside = self._other_channel(tx, people, found, bought)
        if found is None:
            return Facts(bought=bought, other_channel=beside, mode=mode)
        alias = self._alias(tx, found.thread)
        return Facts(found.thread, found.by, bought, beside, mode, relay_alias=alias)

    def _other_channel(
        self, tx: Transaction, people: People, found: Recalled | None, bought: Sequence[Bought]
    ) -> OtherChannel | None:
        """Where the same buyer wrote on the other channel; looked up for mail that concerns a marketplace."""
        orders = [one.order for one in bought]
        if found is not None and found.by != "memory":
            orders += found.thread.orders
        orders += self._named(tx)
        if not (orders or found or people.relays):
            return None
        who = Person(tuple(dict.fromkeys(orders)), people.private, people.relays)
        return self._channels.other(who, "private" if people.relays else "relay", tx.at)

    def stranger(self, tx: Transaction) -> bool | None:
        """Whether `facts` would find nothing, said at once and in the caller's thread; None: ask `facts`."""
        people = self.people(tx)
        told = self._ledger.stranger(known_ids(tx), people.private, people.relays)
        if told and (self._named(tx) or not self._orders_known.none()):
            return None
        return told

    def _named(self, tx: Transaction) -> tuple[str, ...]:
        """The orders that a mail which comes in names. Never raises."""
        config = self._config() if self._config is not None else None
        if config is None or tx.direction is Direction.OUTBOUND:
            return ()
        try:
            return order_number.named(tx, config.packs, config)
        except Exception:
            return ()  # the decision meets the same error, and says so

    def _alias(self, tx: Transaction, thread: Thread) -> str | None:
        """The buyer's alias, where a rule would send an answer there."""
        config = self._config() if self._config is not None else None
        if config is None or tx.direction is Direction.INBOUND:
            return None
        if not any(ActionName.REROUTE in rule.do for rule in config.policy.rule):
            return None
        return alias_of(thread, self._orders, config)

    def recall(self, tx: Transaction) -> Recalled | None:
        """The thread of the mail by the first of these that knows one, each an indexed look-up.

        The ids it names; the case of its relay alias; an order it names, with its people; its alias alone;
        buyer memory. A stranger's mail costs two look-ups: his message ids and his address.
        """
        people = self.people(tx)
        found = self._ledger.lookup(known_ids(tx))
        if found is not None and not self._ledger.is_other_case(found.id, people.relays):
            return Recalled(found, "references")
        found = self._by_relay(tx, [one for one in people.relays if split(one)[1]])
        if found is not None:
            return Recalled(found, "alias")
        theirs = self._ledger.with_people(people.private, people.relays)
        found = next((thread for thread in theirs if _names_order(tx, thread)), None)
        if found is not None:
            return Recalled(found, "order")
        found = self._by_relay(tx, [one for one in people.relays if not split(one)[1]])
        if found is not None:
            return Recalled(found, "alias")
        found = self._buyers.recall(people.private, tx.at) if theirs else None
        return None if found is None else Recalled(found, "memory")

    def _by_relay(self, tx: Transaction, relays: Sequence[str]) -> Thread | None:
        found = (self._ledger.by_relay(address, tx.at) for address in relays)
        return next((thread for thread in found if thread is not None), None)

    def remember(self, tx: Transaction, decision: Decision) -> Thread | None:
        """Write the thread of a concerned inbound mail, unconfirmed; None where there is nothing to."""
        if tx.direction is Direction.OUTBOUND or decision.verdict.name is VerdictName.NONE:
            return None
        people = self.people(tx)
        concerned = decision.verdict.name in BUYERS_MAIL
        return self._ledger.remember(
            tx.id,
            tx.message.message_id,
            answered_ids(tx),
            thread_of(tx, decision),
            tx.at,
            relays=people.relays,
            buyers=people.private if concerned else (),
        )

    def learn(self, tx: Transaction, decision: Decision) -> None:
        """File a mail of the past, which was delivered or sent long ago; doing it again adds nothing.

        No footer is counted: what was sent then had none.
        """
        if self.remember(tx, decision) is not None:
            self.settle(tx, decision, kept=True, sent=(), text=False)
        elif decision.thread is not None and tx.direction is Direction.OUTBOUND:
            self._ledger.add_message(decision.thread.id, tx.message.message_id, tx.direction, tx.at)

    def settle(
        self, tx: Transaction, decision: Decision, *, kept: bool, sent: Collection[str], text: bool = True
    ) -> None:
        """File how it ended: `kept` by the next hop or the store, `sent` to these addresses (folded) now.

        With `text`, header fields and text of what passed are kept too.
        """
        if tx.direction is Direction.INBOUND:
            if decision.verdict.name is not VerdictName.NONE and kept:
                self._ledger.confirm(tx.id, tx.at, kept_text(tx) if text else None)
            elif decision.verdict.name is not VerdictName.NONE:
                self._ledger.forget(tx.id)
        elif decision.thread is not None and sent:
            thread_id = decision.thread.id or self._begin(tx, decision.thread)
            text_kept = kept_text(tx) if text else None
            outside = any(
                each.kind is not Kind.INTERNAL and each.target.folded in sent for each in decision.recipients
            )
            self._ledger.add_message(
                thread_id, tx.message.message_id, tx.direction, tx.at, text_kept, answer=outside
            )
            if any(
                ActionName.FOOTER in each.actions and each.path.folded in sent for each in decision.recipients
            ):
                self._ledger.count_footer(thread_id, tx.at)

    def _begin(self, tx: Transaction, known: Thread) -> str:
        """Begin the thread that only the quote of this answer told of; its id."""
        seed = replace(known, id=tx.id)
        people = known.correspondents if known.verdict in BUYERS_MAIL else ()
        self._ledger.remember(tx.id, None, answered_ids(tx), seed, tx.at, Direction.OUTBOUND, buyers=people)
        joined = self._ledger.confirm(tx.id, tx.at)
        return joined.id if joined is not None else tx.id

    def people(self, tx: Transaction) -> People:
        """Who writes to us (inbound) or is written to (outbound), folded; our own addresses left out.

        Of the senders, From and Reply-To count as people; the envelope sender only where it is an alias.
        """
        config = self._config() if self._config is not None else None
        ours = config.gateway.company.domains if config is not None else ()
        packs = config.packs if config is not None else ()
        relays, private = list[str](), list[str]()
        for box, is_person in _other_side(tx):
            inner = unwrapped(box)
            if alias_pack(inner.address, packs) is not None:
                relays.append(inner.folded)
            elif is_person and box.domain and not domain_in(box.domain, ours):
                private.append(box.folded)
        return People(tuple(dict.fromkeys(relays)), tuple(dict.fromkeys(private)))


def _other_side(tx: Transaction) -> Iterator[tuple[Mailbox, bool]]:
    """Senders or recipients, each with whether it surely is a person's address and no machine's."""
    if tx.direction is Direction.OUTBOUND:
        yield from ((Mailbox("", path.address), True) for path in tx.envelope.rcpt_tos if path.address)
        return
    replies = mailboxes(tx.message.get("reply-to") or "")
    yield from ((box, True) for box in (*tx.message.from_, *replies)[:MOST_SENDERS] if "@" in box.address)
    if "@" in tx.envelope.mail_from.address:
        yield Mailbox("", tx.envelope.mail_from.address), False


def known_ids(tx: Transaction) -> tuple[str, ...]:
    """The Message-IDs the ledger may know: the mail's own (its answer came first), then `answered_ids`."""
    own = tx.message.message_id
    return tuple(dict.fromkeys((*([own] if own else []), *answered_ids(tx))))


def _names_order(tx: Transaction, thread: Thread) -> bool:
    """Whether subject or text name an order of the thread, standing free; all dashes are the same."""
    if not thread.orders:
        return False
    text = normal(f"{tx.message.subject}\n{tx.message.visible}").casefold()
    return any(_stands_in(text, normal(order).casefold()) for order in thread.orders)


def _stands_in(text: str, order: str) -> bool:
    start = text.find(order) if order else -1
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(order) : start + len(order) + 1]
        if not before.isdigit() and not after.isalnum():
            return True
        start = text.find(order, start + 1)
    return False


def answered_ids(tx: Transaction) -> tuple[str, ...]:
    """The Message-IDs that can name the thread: References first, then In-Reply-To, the nearest last."""
    return tuple(dict.fromkeys((*tx.message.references, *tx.message.in_reply_to)))


def _newest(message: Message) -> str:
    """About what the sender wrote now, enough to tell its language by; never raises.

    Without the second opinion on quotes, which costs more than the rest of the thread.
    """
    text = message.visible[:MOST_WORDS]
    return text[: quote.newest(text).offset]


def thread_of(tx: Transaction, decision: Decision) -> Thread:
    """The thread as this mail shows it; it joins the one it belongs to, if there is one."""
    weighed = decision.verdict
    senders = [box.folded for box in (*tx.message.from_, *mailboxes(tx.message.get("reply-to") or ""))]
    if tx.envelope.mail_from.address:
        senders.append(tx.envelope.mail_from.folded)
    fresh = Thread(
        id=tx.id,
        verdict=weighed.name,
        confidence=weighed.confidence,
        marketplace=weighed.marketplace,
        orders=weighed.orders,
        legal=weighed.legal,
        correspondents=tuple(dict.fromkeys(sender for sender in senders if "@" in sender)),
        language=detect(_newest(tx.message)),
        last_seen=tx.at,
    )
    return replace(fresh, id=decision.thread.id) if decision.thread is not None else fresh
