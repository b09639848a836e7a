"""The desk without its pages: what web pages and API both ask, so that they show the same truth.

The functions are synchronous, as the store is: a server runs them with
`desk.store.call`. Reading the text of a held mail is a link of the audit chain.
Deciding is `decide` and goes through `moderation`, whose exceptions pass.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, get_args

from gateway.config.models import Config
from gateway.evidence import timeline
from gateway.mail.message import Message
from gateway.relay.relay_alias import alias_of
from gateway.review import forms, shown
from gateway.review.copies import CannotRelease, Stamp, ruled_text, thread_of
from gateway.review.editing import Edit
from gateway.review.elsewhere import elsewhere
from gateway.review.moderation import Moderation
from gateway.review.people import FIRST_LINK, People
from gateway.review.preview import Preview, preview, previews
from gateway.review.rulings import Outcome, Refused, UnknownId
from gateway.review.shown import Attachment, Shown, Texts
from gateway.store import audit
from gateway.store.activity import Activity
from gateway.store.browse import NOTHING_SINCE, Browse, Conversations, Since, Wanted
from gateway.store.database import Store
from gateway.store.held import BodyErased, Held
from gateway.store.holds import Holds
from gateway.store.ledger import Ledger
from gateway.store.orders import Orders
from gateway.store.texts import KeptTexts
from gateway.words import FINISHED, Kind, Thread

Form = Literal["original", "footer", "redacted", "relay", "redirect"]
"""The forms that Moderation.release takes."""

PAGE: Final = 50
"""Conversations of one page of the queue."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with. `store` is the desk's own connection to the store, so that a long look does
    not delay the mail; `wake` tells releaser and notifier that there is work; `now` is aware, UTC."""

    store: Store
    config: Callable[[], Config]
    now: Callable[[], datetime]
    moderation: Moderation
    people: People
    wake: Callable[[], None]

    async def decide(
        self,
        held_id: str,
        who: str,
        verb: str,
        note: str = "",
        version: int | None = None,
        as_: str = "original",
        *,
        bulk: bool = False,
        text: str = "",
        accept: Collection[str] = (),
    ) -> Outcome:
        """Rule on one held mail and have it carried out. Raises Decided, UnknownId, Refused, StoreError."""
        outcome = await self.store.call(
            rule, self, held_id, who, verb, note, version, as_, bulk=bulk, text=text, accept=accept
        )
        if outcome.done:
            self.wake()
        return outcome


def new_desk(
    store: Store, config: Callable[[], Config], now: Callable[[], datetime], wake: Callable[[], None]
) -> Desk:
    """The desk on a store."""
    return Desk(store, config, now, Moderation(store, config, now), People(store, now), wake)


def first_link(desk: Desk) -> str | None:
    """The address where the first administrator gives himself name and password; None if there is a user.

    It works once, for FIRST_LINK. The one given out before ends.
    """
    secret = desk.people.first_link()
    return None if secret is None else f"{desk.config().gateway.review.public_url}/first/{secret}"


FIRST_LINK_HOURS: Final = FIRST_LINK // timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Row:
    """One conversation in the queue.

    `lead` is its most urgent held mail, `others` the rest of them, oldest first. `buyers` are the outside
    recipients, `left` is the time to the deadline (negative: missed), `age` that since it was held.
    `wrote_again` and `answered` are times of mail that came in, or went out, after the first was held.
    `claimed_by` is who looks at it now.
    """

    lead: Held
    others: tuple[Held, ...]
    reasons: tuple[tuple[str, str], ...]
    buyers: tuple[str, ...]
    age: timedelta
    left: timedelta | None
    wrote_again: datetime | None
    answered: datetime | None
    both_channels: bool
    claimed_by: str | None


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue: `total` conversations with `mails` held mails fit, on `pages` pages."""

    rows: tuple[Row, ...]
    total: int
    mails: int
    page: int
    pages: int


def queue(desk: Desk, wanted: Wanted, page: int = 1, size: int = PAGE) -> Queue:
    """A page (1 is the first) of the conversations that wait, most urgent first."""
    browse, now = Browse(desk.store), desk.now()
    found = browse.conversations(wanted, size, (page - 1) * size)
    since = browse.since(item.thread for mails in found.page for item in mails if item.thread)
    return _queue(found, since, now, page, size)


def _queue(found: Conversations, since: dict[str, Since], now: datetime, page: int, size: int) -> Queue:
    rows = tuple(row(mails, since.get(mails[0].thread or "", NOTHING_SINCE), now) for mails in found.page)
    return Queue(rows, found.total, found.mails, page, max(-(-found.total // size), 1))


def next_one(desk: Desk, item: Held) -> str | None:
    """The id of the most urgent mail of another conversation that waits."""
    for mails in Browse(desk.store).conversations(Wanted(), 2, count=False).page:
        lead = row(mails, NOTHING_SINCE, desk.now()).lead
        if lead.id != item.id and (lead.thread != item.thread or not lead.thread):
            return lead.id
    return None


def row(mails: tuple[Held, ...], since: Since, now: datetime) -> Row:
    """The conversation of these held mails (at least one) as a row. Pure."""
    lead = min(
        mails, key=lambda item: (item.legal is None, item.deadline is None, item.deadline or item.held_at)
    )
    first = min(item.held_at for item in mails)
    outside = [one.path.address for item in mails for one in item.recipients if one.kind is not Kind.INTERNAL]
    return Row(
        lead=lead,
        others=tuple(item for item in mails if item is not lead),
        reasons=shown.why(lead),
        buyers=tuple(dict.fromkeys(outside)),
        age=now - first,
        left=None if lead.deadline is None else lead.deadline - now,
        wrote_again=since.inbound if since.inbound and since.inbound > first else None,
        answered=since.outbound if since.outbound and since.outbound > first else None,
        both_channels=any("dual_channel" in item.reasons for item in mails),
        claimed_by=claimant(lead, now),
    )


def claimant(held: Held, now: datetime) -> str | None:
    """Who is looking at it now; a claim that ran out is none."""
    return held.claimed_by if held.claimed_until and held.claimed_until > now else None


def one(desk: Desk, held_id: str, who: str) -> Shown:
    """A held mail with everything; that `who` read it is recorded. Raises UnknownId, StoreError."""
    held = _get(desk, held_id)
    browse, links = Browse(desk.store), audit.history(desk.store, held.id)
    thread = Ledger(desk.store).get(held.thread) if held.thread else None
    since = browse.since([held.thread]) if held.thread else {}
    made: Texts | None = None
    erased: datetime | None = None
    offers: tuple[Preview, ...] = ()
    text, uneditable = None, ""
    try:
        body = Holds(desk.store).body(held.id)
    except BodyErased as gone:
        erased = gone.at
    else:
        Activity(desk.store).read(held.id, who, desk.now())
        made = shown.texts(body)
        if any(one.state not in FINISHED for one in held.recipients):
            offers = _offers(desk, held, body, thread)
            try:
                text = forms.editable(Message(body))
            except CannotRelease as error:
                uneditable = error.why
    return Shown(
        held=held,
        reasons=shown.why(held),
        timeline=timeline.entries(held, links),
        texts=made,
        erased=erased,
        previews=offers,
        editable=text,
        uneditable=uneditable,
        thread=thread,
        beside=browse.beside(held),
        since=since.get(held.thread or "", NOTHING_SINCE),
        talk=tuple(map(shown.said, KeptTexts(desk.store).of(held.thread))) if held.thread else (),
        elsewhere=elsewhere(desk.store, thread),
    )


def _offers(desk: Desk, held: Held, body: bytes, thread: Thread | None) -> tuple[Preview, ...]:
    config = desk.config()
    host = config.gateway.company.hostname or "localhost"
    alias = alias_of(thread or thread_of(held), Orders(desk.store), config)
    stamp = Stamp(host, held.id, desk.now())
    found = previews(held, body, thread, config, stamp, alias)
    if ruled_text(held) is not None:
        found = (preview(held, body, "edited", thread, config, stamp), *found)
    return found


def raw(desk: Desk, held_id: str, who: str) -> bytes:
    """The held message as it was received; recorded. Raises UnknownId, BodyErased, StoreError."""
    held = _get(desk, held_id)
    body = Holds(desk.store).body(held.id)
    Activity(desk.store).read(held.id, who, desk.now())
    return body


def attachment(desk: Desk, held_id: str, number: str, who: str) -> tuple[Attachment, bytes]:
    """One attachment and its bytes; recorded. Raises UnknownId (also of a number), BodyErased, StoreError."""
    found = shown.attachment(raw(desk, held_id, who), number)
    if found is None:
        raise UnknownId(f"{held_id} has no attachment {number!r}.")
    return found


def rule(
    desk: Desk,
    held_id: str,
    who: str,
    verb: str,
    note: str = "",
    version: int | None = None,
    as_: str = "original",
    *,
    bulk: bool = False,
    text: str = "",
    accept: Collection[str] = (),
) -> Outcome:
    """Record a ruling: one of VERBS; `text` and `accept` belong to `edit`.

    Raises Decided, UnknownId, Refused, StoreError.
    """
    held, moderation = _get(desk, held_id), desk.moderation
    match verb:
        case "release":
            return moderation.release(held.id, who, _form(as_), note, version, bulk=bulk)
        case "edit":
            if bulk:
                raise Refused("A text is edited in one mail at a time.")
            return moderation.edit(held.id, who, text, note, version, accept)
        case "dismiss":
            return moderation.dismiss(held.id, who, note, version, bulk=bulk)
        case "undismiss":
            return moderation.undismiss(held.id, who, note, version)
        case "claim":
            return moderation.claim(held.id, who)
        case "unclaim":
            return moderation.unclaim(held.id, who)
        case "reject":
            return moderation.reject(held.id, who, note, version)
        case "withdraw":
            return moderation.withdraw(held.id, who, note, version)
        case "answered":
            return moderation.answered(held.id, who, note, version)
        case "retry":
            return moderation.retry(held.id, who, note, version)
        case "undo":
            return moderation.undo(held.id, who, note, version)
    raise Refused(f"There is no verb {verb!r}; there are {', '.join(VERBS)}.")


def tried_edit(desk: Desk, held_id: str, who: str, text: str) -> Edit:
    """What an edit would change, and what the lints say of it; that `who` read the text is recorded.

    Raises UnknownId, Refused, BodyErased, StoreError.
    """
    made = desk.moderation.tried_edit(_get(desk, held_id).id, text)
    Activity(desk.store).read(held_id, who, desk.now())
    return made


def _form(word: str) -> Form:
    for known in get_args(Form):
        if word == known:
            form: Form = known
            return form
    raise Refused(f"This version cannot release as {word!r}; it can as {', '.join(get_args(Form))}.")


VERBS: Final = ("release", "edit", "reject", "answered", "dismiss", "undismiss", "withdraw", "undo", "retry")
"""What can be ruled. Claims are no rulings: `claim` and `unclaim` bind nobody."""


def _get(desk: Desk, held_id: str) -> Held:
    """By the whole id only: on the network a beginning would make it easier to guess."""
    held = Holds(desk.store).get(held_id)
    if held is None:
        raise UnknownId(f"There is no held mail {held_id[:64]!r}.")
    return held
