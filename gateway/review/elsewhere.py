"""What the same buyer wrote on the other channel, and what he was answered there, for the desk.

A buyer who writes privately and through the marketplace's relay may be answered twice, and
the marketplace sees what he shows it. So the entry of one channel tells of the other: when
the last mail and the last answer were, and how long. Lengths come from the kept texts, and
are unknown once retention removed those. StoreError on trouble.
"""

from gateway.review.shown import Elsewhere, said
from gateway.store.browse import NOTHING_SINCE, Browse
from gateway.store.channels import Channels
from gateway.store.database import Store
from gateway.store.texts import KeptText, KeptTexts
from gateway.words import Direction, Thread


def elsewhere(store: Store, thread: Thread | None) -> Elsewhere | None:
    """The other channel of a conversation that the ledger knows, or None."""
    if thread is None:
        return None
    found = Channels(store).beside(thread)
    if found is None:
        return None
    talk = KeptTexts(store).of(found.thread)
    theirs = next((one for one in reversed(talk) if one.direction is Direction.INBOUND), None)
    # The ledger knows which mail went to somebody outside: a colleague's copy is no answer.
    answered = Browse(store).since([found.thread]).get(found.thread, NOTHING_SINCE).outbound
    ours = next((one for one in talk if one.direction is Direction.OUTBOUND and one.at == answered), None)
    return Elsewhere(
        channel=found.channel,
        thread=found.thread,
        at=max(found.at, theirs.at) if theirs else found.at,
        words=_words(theirs),
        answered=answered,
        answer_words=_words(ours),
    )


def _words(kept: KeptText | None) -> int | None:
    """How many words its author wrote, without what he quoted; None where nothing is kept."""
    if kept is None or kept.erased:
        return None
    return len(said(kept).new.split())
