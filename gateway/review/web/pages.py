"""The pages of held mail: the queue, one mail, its source, its HTML in a closed frame.

Only looking: a GET changes nothing but the audit link that says who read a text.
Deciding is in `acts`, the other pages are in `rooms`.
"""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import nh3
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.config.models import Config
from gateway.review import desk as views
from gateway.review.copies import ruled_text
from gateway.review.deadlines import released_at
from gateway.review.desk import Desk
from gateway.review.editing import Edit
from gateway.review.shown import Shown
from gateway.review.trial import Trial, again
from gateway.review.web.drawing import draw, piece, wording
from gateway.review.web.marks import compared, exact, marked, unified
from gateway.review.web.offers import goes_in, offers
from gateway.review.web.security import Visitor, desk_of, needs
from gateway.store.browse import Wanted
from gateway.words import UNFINISHED, HeldState, Severity

router = APIRouter(include_in_schema=False)

Lister = Annotated[Visitor, Depends(needs("list"))]
Reader = Annotated[Visitor, Depends(needs("read"))]
Saver = Annotated[Visitor, Depends(needs("raw"))]

FRAME_CSP: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox"
)
"""For the HTML a stranger wrote: nothing runs, nothing is fetched, nothing can be sent."""

SOURCE: Final = 256 * 1024
"""Bytes of a source that are shown; the rest is in the file."""

CANNED: Final = ("marketplace", "contact", "tone", "order")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue is asked for, as it stands in the address."""

    state: str = ""
    marketplace: str = ""
    q: str = ""
    both: bool = False
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        """The same for the store: "" is all that is unfinished, `all` is every state."""
        states = {"": None, "all": ()}.get(
            self.state, (HeldState(self.state),) if self.state in _WORDS else None
        )
        return Wanted(states, self.marketplace or None, self.q, self.both)

    @property
    def narrowed(self) -> bool:
        """Whether anything but the page was asked for."""
        return bool(self.state or self.marketplace or self.q or self.both)

    def query(self, page: int) -> str:
        """The query string of one page."""
        values = {
            "state": self.state,
            "marketplace": self.marketplace,
            "q": self.q,
            "both": "1" if self.both else "",
        }
        if page > 1:
            values["page"] = str(page)
        return urlencode({name: value for name, value in values.items() if value})


_WORDS: Final = frozenset(state.value for state in HeldState)


def _filter(
    state: Annotated[str, Query(max_length=20)] = "",
    marketplace: Annotated[str, Query(max_length=64)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    both: bool = False,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Filter:
    return Filter(state, marketplace, q.strip(), both, page)


Asked = Annotated[Filter, Depends(_filter)]


@router.get("/")
async def queue(request: Request, who: Lister, asked: Asked) -> Response:
    """What waits, most urgent first, one row a conversation."""
    desk = desk_of(request)
    found = await desk.store.call(views.queue, desk, asked.wanted, asked.page)
    return await draw(request, who, "queue.html", room="queue", **_listed(desk, found, asked))


@router.get("/rows")
async def rows(
    request: Request, who: Lister, asked: Asked, seen: Annotated[str, Query(max_length=64)] = ""
) -> Response:
    """The rows alone, for the script that keeps a list up to date; 204 if they are as it `seen` them."""
    desk = desk_of(request)
    found = await desk.store.call(views.queue, desk, asked.wanted, asked.page)
    drawn = piece(request, who, "rows.html", **_listed(desk, found, asked))
    version = hashlib.sha256(bytes(drawn.body)).hexdigest()[:16]
    if version == seen:
        return Response(status_code=204)
    drawn.headers["X-Rows"] = version
    return drawn


def _listed(desk: Desk, found: views.Queue, asked: Filter) -> dict[str, Any]:
    config = desk.config()
    return {
        "queue": found,
        "asked": asked,
        "packs": config.packs,
        "states": [state.value for state in UNFINISHED],
        "show_both": asked.both or any(row.both_channels for row in found.rows),
        "urgent": lambda row: row.left is not None and row.left.total_seconds() < 4 * 3600,
    }


@router.get("/held/{held_id}")
async def one(
    request: Request,
    held_id: str,
    who: Reader,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """One held mail. Reading its text is logged."""
    return await mail(request, who, held_id, done=done)


async def mail(
    request: Request,
    who: Visitor,
    held_id: str,
    *,
    done: str = "",
    status: int = 200,
    conflict: bool = False,
    refused: str = "",
    note: str = "",
    edit: Edit | None = None,
    text: str | None = None,
) -> Response:
    """The page of one held mail; `conflict` and `refused` say that a ruling was not taken, and why.

    `edit` is one that was tried, `text` the new text as it was typed.
    """
    desk = desk_of(request)
    item, trial, next_id = await desk.store.call(_gathered, desk, held_id, who.name)
    t, config, now = wording(request, who.user), desk.config(), desk.now()
    held = item.held
    original = next((one for one in item.previews if one.form == "original" and one.possible), None)
    new = item.texts.new.rstrip() if item.texts else ""
    typed = text if text is not None else ruled_text(held) or item.editable
    return await draw(
        request,
        who,
        "held.html",
        status=status,
        room="queue",
        item=item,
        held=held,
        pieces=marked(new, held.findings),
        words=lambda found: exact(new, found),
        main=sorted(held.findings, key=lambda found: found.severity is Severity.WARN),
        offers=offers(held, item.previews, config, t, desk.now(), item.uneditable),
        sends=[
            (one, compared(original.text, one.text) if original and not one.identical else ())
            for one in item.previews
            if one.possible
        ],
        trial=trial,
        left=None if held.deadline is None else held.deadline - now,
        age=now - held.held_at,
        by_itself=released_at(held, config),
        goes_in=goes_in(held, now),
        looking=views.claimant(held, now),
        notes={ruling.at: ruling for ruling in held.rulings},
        order_page=_order_page(config, held.marketplace, held.orders),
        canned=CANNED,
        waits=any(one.state in UNFINISHED for one in held.recipients),
        next_id=next_id,
        done=done if t.has(f"done.{done}") else "",
        conflict=conflict,
        refused=refused,
        note=note,
        edit=edit,
        typed=typed,
        editing=text is not None,
        unified=unified,
    )


def _gathered(desk: Desk, held_id: str, who: str) -> tuple[Shown, Trial | None, str | None]:
    item = views.one(desk, held_id, who)
    trial = again(desk, item.held) if item.texts is not None else None
    return item, trial, views.next_one(desk, item.held)


def _order_page(config: Config, name: str | None, orders: tuple[str, ...]) -> str:
    """The marketplace's page for the order, for people at the desk; only https, "" if there is none."""
    pack = config.pack(name)
    url = (pack.order_url or "") if pack else ""
    return url.replace("{order}", orders[0] if orders else "") if url.startswith("https://") else ""


@router.get("/held/{held_id}/source")
async def source(request: Request, held_id: str, who: Saver) -> Response:
    """The message as it was received, as text. Reading is logged."""
    desk = desk_of(request)
    raw = await desk.store.call(views.raw, desk, held_id, who.name)
    text = raw[:SOURCE].decode("utf-8", "replace")
    return await draw(
        request,
        who,
        "source.html",
        room="queue",
        held_id=held_id,
        text=text,
        cut=len(raw) > SOURCE,
        size=len(raw),
    )


@router.get("/held/{held_id}/html")
async def html(request: Request, held_id: str, who: Reader) -> Response:
    """The HTML of a mail, cleaned, for a closed frame. Reading is logged."""
    desk = desk_of(request)
    item = await desk.store.call(views.one, desk, held_id, who.name)
    cleaned = nh3.clean(
        item.texts.html if item.texts else "",
        url_schemes={"https", "http", "mailto"},
        attributes={"*": {"title", "dir", "lang", "align", "colspan", "rowspan"}, "a": {"href"}},
        tags=nh3.ALLOWED_TAGS - {"img", "area", "map"},
        link_rel="noreferrer noopener",
    )
    headers = {"Content-Security-Policy": FRAME_CSP, "X-Frame-Options": "SAMEORIGIN"}
    page = f'<!doctype html><meta charset="utf-8"><title>-</title><body>{cleaned}'
    return HTMLResponse(page.encode("utf-8", "replace"), headers=headers)
