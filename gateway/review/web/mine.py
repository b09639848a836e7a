"""The page on which an author decides on his own held mail, by the link he got by mail.

The link is the whole permission: no account, no cookie, this one mail only, for 72 hours. Its
secret stands in the address of every request, so no other site can make one. A GET changes
nothing; what is done is a POST, a ruling under the author's address. With `four_eyes` he may
only do what sends nothing: withdraw it, or say that he answered at the marketplace.
"""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.review import desk as views
from gateway.review.deadlines import released_at
from gateway.review.desk import Desk
from gateway.review.rulings import Decided, Refused
from gateway.review.web.drawing import draw_bare, root, wording
from gateway.review.web.errors import Problem
from gateway.review.web.marks import compared, exact, marked, unified
from gateway.review.web.offers import Offer, goes_in, offers
from gateway.review.web.security import desk_of
from gateway.review.web.wording import Wording
from gateway.store.held import Held
from gateway.store.holds import Holds
from gateway.words import HeldState, Ruling, Severity

router = APIRouter(include_in_schema=False)

SENDS_NOTHING: Final = ("answered", "withdraw")
SENDS: Final = ("relay", "redacted", "footer", "original", "redirect")
"""Forms of a release, in the order an author is offered them."""
_WITH_ITS_TEXT: Final = frozenset(
    {HeldState.APPROVED, HeldState.SENDING, HeldState.SENT, HeldState.UNCERTAIN, HeldState.FAILED}
)


@router.get("/mine/{secret}")
async def mine(request: Request, secret: str, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """The author's own mail: why it waits, what was found, what he may do. Reading is logged."""
    return await _page(request, secret, done=done)


@router.post("/mine/{secret}")
async def decide(
    request: Request,
    secret: str,
    verb: Annotated[str, Form(max_length=40)] = "",
    version: Annotated[int | None, Form()] = None,
    note: Annotated[str, Form(max_length=10_000)] = "",
) -> Response:
    """Decide on it, and show it as it is then."""
    desk, t = desk_of(request), wording(request)
    held = await desk.store.call(_held, desk, secret)
    word, _, form = verb.partition(":")
    if not _may(form or word, held, desk):
        raise Problem(403, "not_yours", "An author cannot decide that on his own mail.")
    note = note.replace("\r\n", "\n").strip()
    try:
        outcome = await desk.decide(held.id, held.author, word, note, version, form or "original")
    except Decided:
        return await _page(request, secret, status=409, conflict=True)
    except Refused as refused:
        return await _page(request, secret, status=422, refused=t.said(refused.message), note=note)
    return RedirectResponse(f"{root(request)}/mine/{secret}?done={word if outcome.done else 'same'}", 303)


def _held(desk: Desk, secret: str) -> Held:
    """The mail a link leads to. Raises Problem(404) where it leads nowhere (any more)."""
    link = desk.people.doors.link(secret, desk.now())
    held = Holds(desk.store).get(link.subject) if link is not None and link.kind == "author" else None
    if held is None or not held.author:
        raise Problem(404, "author_link", "This link ran out, or a newer one took its place.")
    return held


def _may(name: str, held: Held, desk: Desk) -> bool:
    """Whether an author may do this at all; whether it is possible now is `moderation`'s business."""
    if name == "undo":  # only his own decision
        return bool(held.rulings) and held.rulings[-1].who == held.author
    return name in SENDS_NOTHING or (name in SENDS and not desk.config().gateway.review.four_eyes)


async def _page(
    request: Request,
    secret: str,
    *,
    done: str = "",
    status: int = 200,
    conflict: bool = False,
    refused: str = "",
    note: str = "",
) -> Response:
    desk, t = desk_of(request), wording(request)
    held = await desk.store.call(_held, desk, secret)
    item = await desk.store.call(views.one, desk, held.id, held.author)
    held, config, now = item.held, desk.config(), desk.now()
    original = next((one for one in item.previews if one.form == "original" and one.possible), None)
    return draw_bare(
        request,
        "mine.html",
        status=status,
        path=f"{root(request)}/mine/{secret}",
        item=item,
        held=held,
        pieces=marked(item.texts.new.rstrip() if item.texts else "", held.findings),
        words=lambda found: exact(item.texts.new if item.texts else "", found),
        main=sorted(held.findings, key=lambda found: found.severity is Severity.WARN),
        offers=_offers(held, item.previews, desk, t),
        sends=[
            (one, compared(original.text, one.text) if original and not one.identical else ())
            for one in item.previews
            if one.possible and one.form in SENDS and not config.gateway.review.four_eyes
        ],
        left=None if held.deadline is None else held.deadline - now,
        by_itself=released_at(held, config),
        goes_in=goes_in(held, now),
        changed=_changed(held),
        unified=unified,
        looking=views.claimant(held, now),
        four_eyes=config.gateway.review.four_eyes,
        done=done if t.has(f"done.{done}") else "",
        conflict=conflict,
        refused=refused,
        note=note,
    )


def _changed(held: Held) -> Ruling | None:
    """The ruling that put another text in place of the author's, where that goes or went to somebody."""
    if held.state not in _WITH_ITS_TEXT or not any(one.release_as == "edited" for one in held.recipients):
        return None
    return next((one for one in reversed(held.rulings) if one.verb == "edit"), None)


def _offers(held: Held, previews: tuple[Any, ...], desk: Desk, t: Wording) -> list[Offer]:
    """The buttons, those first that send something; what is not possible is left out, but for its reason."""
    every = offers(held, previews, desk.config(), t, desk.now())
    names = (*SENDS, *SENDS_NOTHING, "undo")
    return [every[name] for name in names if _may(name, held, desk)]
