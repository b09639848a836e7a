"""The API at /api/v1: held mail, rulings and claims, as JSON. The rest of it is in `admin`.

Everything the pages do goes through the same functions of `desk`. Who sends an API
token (`Authorization: Bearer ...`) needs no CSRF token; a log-in of the desk does.
"""

from typing import Annotated, Any, Final, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from gateway.review import desk as views
from gateway.review.preview import FORMS
from gateway.review.rulings import Outcome
from gateway.review.web.errors import TRANSLATED, ErrorJson, Json, Problem, problem_of
from gateway.review.web.once import once
from gateway.review.web.security import ATTACHMENT_CSP, Visitor, desk_of, needs
from gateway.review.wire import (
    EditJson,
    OutcomeJson,
    QueueJson,
    edit_json,
    outcome_json,
    queue_json,
    shown_json,
)
from gateway.store.browse import Wanted
from gateway.words import HeldState

PREFIX: Final = "/api/v1"
ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    code: {"model": ErrorJson} for code in (401, 403, 404, 409, 422, 503)
}

router = APIRouter(prefix=PREFIX, responses=ERRORS, tags=["held"])

Verb = Literal["release", "edit", "reject", "answered", "dismiss", "undismiss", "withdraw", "undo", "retry"]
LONGEST_NOTE: Final = 10_000
LONGEST_TEXT: Final = 100_000
MOST_AT_ONCE: Final = 200

Lister = Annotated[Visitor, Depends(needs("list"))]
Reader = Annotated[Visitor, Depends(needs("read"))]
Saver = Annotated[Visitor, Depends(needs("raw"))]
Claimer = Annotated[Visitor, Depends(needs("claim"))]
Ruler = Annotated[Visitor, Depends(needs("release"))]
Editor = Annotated[Visitor, Depends(needs("edit"))]


class Ruling(BaseModel):
    """A ruling. `version` is that of the mail as it was seen: if it is another one now, nothing is done."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    verb: Verb
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    version: int | None = None
    as_: Annotated[str, Field(alias="as", description=f"With release: one of {', '.join(FORMS)}.")] = (
        "original"
    )
    text: Annotated[str, Field(max_length=LONGEST_TEXT, description="With edit: the newest text anew.")] = ""
    accept: Annotated[
        list[Annotated[str, Field(max_length=64)]],
        Field(max_length=64, description="With edit: checks whose findings may stay."),
    ] = []


class Edited(BaseModel):
    """The newest text of a held mail in other words."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=LONGEST_TEXT)]


class Rulings(BaseModel):
    """One ruling on many held mails, each for itself."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    ids: Annotated[list[Annotated[str, Field(max_length=64)]], Field(min_length=1, max_length=MOST_AT_ONCE)]
    verb: Verb
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    as_: Annotated[str, Field(alias="as")] = "original"


class ResultJson(TypedDict):
    """What became of one of many: `error` is null where it was done, or was so already."""

    id: str
    done: bool
    error: str | None
    message: str
    held: dict[str, Any] | None


class ResultsJson(TypedDict):
    """What became of each, in the order asked."""

    results: list[ResultJson]


@router.get("/held", response_model=QueueJson)
async def held(
    request: Request,
    _who: Lister,
    state: Annotated[list[HeldState] | None, Query(description="Default: all that is unfinished.")] = None,
    every: Annotated[bool, Query(alias="all", description="Also what is finished.")] = False,
    marketplace: str | None = None,
    q: Annotated[str, Query(max_length=200, description="Subject, people, order, Message-ID or id.")] = "",
    both_channels: Annotated[bool, Query(description="Only buyers who write on both channels.")] = False,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = views.PAGE,
) -> Response:
    """The queue, one item a conversation, most urgent first."""
    desk = desk_of(request)
    states = tuple(state) if state else (() if every else None)
    wanted = Wanted(states, marketplace, q, both_channels)
    return Json(queue_json(await desk.store.call(views.queue, desk, wanted, page, size)))


@router.get("/held/{held_id}")
async def one(request: Request, held_id: str, who: Reader) -> dict[str, Any]:
    """One held mail: its text, its life, and what each form of a release would send. Reading is logged."""
    desk = desk_of(request)
    return shown_json(await desk.store.call(views.one, desk, held_id, who.name), desk.now())


@router.get("/held/{held_id}/raw", response_class=Response)
async def raw(request: Request, held_id: str, who: Saver) -> Response:
    """The message as it was received. Reading is logged."""
    desk = desk_of(request)
    return saved(await desk.store.call(views.raw, desk, held_id, who.name), f"{held_id}.eml")


@router.get("/held/{held_id}/attachments/{number}", response_class=Response)
async def attachment(request: Request, held_id: str, number: str, who: Saver) -> Response:
    """One attachment, to be saved. Reading is logged."""
    desk = desk_of(request)
    found, content = await desk.store.call(views.attachment, desk, held_id, number, who.name)
    return saved(content, found.name)


@router.post("/held/{held_id}/rulings", response_model=OutcomeJson)
async def rule(request: Request, held_id: str, who: Ruler, ruling: Ruling) -> Response:
    """Decide. 409 with the mail as it is now, if it was decided otherwise; the same again is harmless."""
    who.check(ruling.verb)
    desk = desk_of(request)

    async def act() -> OutcomeJson:
        return outcome_json(
            await desk.decide(
                held_id,
                who.name,
                ruling.verb,
                ruling.note,
                ruling.version,
                ruling.as_,
                text=ruling.text,
                accept=ruling.accept,
            )
        )

    return await once(request, who, act)


@router.post("/held/{held_id}/edit", response_model=EditJson)
async def tried_edit(request: Request, held_id: str, who: Editor, edited: Edited) -> Response:
    """What `edit` with this text would change, and what the lints say of it. Reading is logged."""
    desk = desk_of(request)
    return Json(edit_json(await desk.store.call(views.tried_edit, desk, held_id, who.name, edited.text)))


@router.post("/rulings", response_model=ResultsJson)
async def rule_many(request: Request, who: Ruler, rulings: Rulings) -> Response:
    """Decide on many at once; each has a result of its own."""
    who.check(rulings.verb)
    desk = desk_of(request)

    async def act() -> ResultsJson:
        results: list[ResultJson] = []
        for held_id in dict.fromkeys(rulings.ids):
            try:
                outcome = await desk.decide(
                    held_id, who.name, rulings.verb, rulings.note, None, rulings.as_, bulk=True
                )
            except TRANSLATED as error:
                results.append(_refused(held_id, problem_of(error)))
            else:
                results.append(_done(held_id, outcome))
        return {"results": results}

    return await once(request, who, act)


@router.post("/held/{held_id}/claim", response_model=OutcomeJson)
async def claim(request: Request, held_id: str, who: Claimer) -> Response:
    """Say that you look at it, for a quarter of an hour; 409 if somebody else does."""
    return await _claim(request, held_id, who, "claim")


@router.delete("/held/{held_id}/claim", response_model=OutcomeJson)
async def unclaim(request: Request, held_id: str, who: Claimer) -> Response:
    """Give the claim back."""
    return await _claim(request, held_id, who, "unclaim")


async def _claim(request: Request, held_id: str, who: Visitor, verb: str) -> Response:
    desk = desk_of(request)

    async def act() -> OutcomeJson:
        return outcome_json(await desk.store.call(views.rule, desk, held_id, who.name, verb))

    return await once(request, who, act)


def _done(held_id: str, outcome: Outcome) -> ResultJson:
    said = outcome_json(outcome)
    return {
        "id": held_id,
        "done": said["done"],
        "error": None,
        "message": said["message"],
        "held": said["held"],
    }


def _refused(held_id: str, problem: Problem) -> ResultJson:
    return {
        "id": held_id,
        "done": False,
        "error": problem.code,
        "message": problem.message,
        "held": problem.held,
    }


def saved(content: bytes, name: str) -> Response:
    """An answer that a browser only saves: never shown, never guessed at, without rights if it were."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "_" for sign in name)
    encoded = quote(name[-100:].encode("utf-8", "replace"), safe="")
    where = f"attachment; filename=\"{plain[-100:]}\"; filename*=UTF-8''{encoded}"
    return Response(
        content,
        headers={
            "Content-Disposition": where,
            "Content-Security-Policy": ATTACHMENT_CSP,
        },
        media_type="application/octet-stream",
    )
