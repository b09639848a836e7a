"""What the buttons of the desk do: rulings on one mail or many, claims, the user's own language.

Every one is a POST with the CSRF token; a ruling carries the version of the mail as it
was seen. What cannot be done is shown on the mail's own page, as the mail is now.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.review import desk as views
from gateway.review.editing import Edit
from gateway.review.rulings import Decided, Refused, UnknownId
from gateway.review.web.drawing import draw, root, said, wording
from gateway.review.web.errors import TRANSLATED, Problem, problem_of
from gateway.review.web.login import inside
from gateway.review.web.pages import CANNED, mail
from gateway.review.web.security import Visitor, desk_of, needs
from gateway.review.web.wording import LANGUAGES, Wording
from gateway.store.held import Held
from gateway.store.holds import Holds

router = APIRouter(include_in_schema=False)

Ruler = Annotated[Visitor, Depends(needs("release"))]
Editor = Annotated[Visitor, Depends(needs("edit"))]
Claimer = Annotated[Visitor, Depends(needs("claim"))]
Oneself = Annotated[Visitor, Depends(needs("self"))]

MOST_AT_ONCE: Final = 200
BULK: Final = ("release:footer", "release:original", "answered", "reject", "dismiss", "withdraw")
Note = Annotated[str, Form(max_length=10_000)]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one of many."""

    id: str
    subject: str
    done: bool
    text: str


@router.post("/held/{held_id}/ruling")
async def rule(
    request: Request,
    held_id: str,
    who: Ruler,
    verb: Annotated[str, Form(max_length=40)] = "",
    version: Annotated[int | None, Form()] = None,
    note: Note = "",
    canned: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Decide on one mail, and show it as it is then."""
    desk, t = desk_of(request), wording(request, who.user)
    word, form = _verb(verb)
    who.check(word)
    note = _note(note, canned, t)
    try:
        outcome = await desk.decide(held_id, who.name, word, note, version, form or "original")
    except Decided:
        return await mail(request, who, held_id, status=409, conflict=True)
    except Refused as refused:
        return await mail(request, who, held_id, status=422, refused=t.said(refused.message), note=note)
    return RedirectResponse(f"{root(request)}/held/{held_id}?done={word if outcome.done else 'same'}", 303)


@router.post("/held/{held_id}/edit")
async def edit(
    request: Request,
    held_id: str,
    who: Editor,
    do: Annotated[str, Form(max_length=20)] = "check",
    text: Annotated[str, Form(max_length=100_000)] = "",
    version: Annotated[int | None, Form()] = None,
    note: Note = "",
    accept: Annotated[list[Annotated[str, Form(max_length=64)]] | None, Form()] = None,
) -> Response:
    """Show what an edit changes and what the lints say of it; or release the mail with it."""
    desk, t = desk_of(request), wording(request, who.user)
    tried: Edit | None = None
    try:
        tried = await desk.store.call(views.tried_edit, desk, held_id, who.name, text)
        if do != "release":
            return await mail(request, who, held_id, edit=tried, text=text, note=note)
        outcome = await desk.decide(
            held_id, who.name, "edit", _note(note, "", t), version, text=text, accept=accept or ()
        )
    except Decided:
        return await mail(request, who, held_id, status=409, conflict=True)
    except Refused as refused:
        why = t.said(refused.message)
        return await mail(request, who, held_id, status=422, refused=why, note=note, edit=tried, text=text)
    return RedirectResponse(f"{root(request)}/held/{held_id}?done={'edit' if outcome.done else 'same'}", 303)


@router.post("/bulk")
async def rule_many(
    request: Request,
    who: Ruler,
    ids: Annotated[list[str] | None, Form()] = None,
    verb: Annotated[str, Form(max_length=40)] = "",
    note: Note = "",
    canned: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """One ruling on many mails, each for itself, and a page that says what became of each."""
    desk, t = desk_of(request), wording(request, who.user)
    if verb not in BULK:
        raise Problem(422, "verb", f"With many at once you can: {', '.join(BULK)}.")
    word, form = _verb(verb)
    who.check(word)
    note = _note(note, canned, t)
    results: list[Result] = []
    for held_id in list(dict.fromkeys(ids or []))[:MOST_AT_ONCE]:
        subject = ""
        try:
            held = await desk.store.call(_found, desk, held_id)
            subject = held.subject
            outcome = await desk.decide(held_id, who.name, word, note, None, form or "original", bulk=True)
        except Decided as decided:
            results.append(Result(held_id, subject, False, by_whom(decided.held, t)))
        except TRANSLATED as error:
            results.append(Result(held_id, subject, False, said(problem_of(error), t)))
        else:
            key = word if outcome.done else "same"
            results.append(
                Result(held_id, subject, outcome.done, t(f"done.{key}", to=_outside(outcome.held)))
            )
    return await draw(request, who, "results.html", room="queue", results=results, verb=form or word)


@router.post("/held/{held_id}/claim")
async def claim(
    request: Request, held_id: str, who: Claimer, verb: Annotated[str, Form(max_length=20)] = "claim"
) -> Response:
    """Say that you look at it, or give it back."""
    desk = desk_of(request)
    word = "unclaim" if verb == "unclaim" else "claim"
    try:
        await desk.store.call(views.rule, desk, held_id, who.name, word)
    except Decided:
        if request.headers.get("hx-request"):
            return Response(status_code=409)
        return await mail(request, who, held_id, status=409, conflict=True)
    if request.headers.get("hx-request"):
        return Response(status_code=204)
    return RedirectResponse(f"{root(request)}/held/{held_id}?done={word}", 303)


@router.post("/language")
async def language(
    request: Request,
    who: Oneself,
    language: Annotated[str, Form(max_length=8)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002 - the name of the field
) -> Response:
    """Choose one's own language; "" is as the browser says."""
    desk, user = desk_of(request), who.user
    wanted = language if language in LANGUAGES else None
    if user is not None and user.language != wanted:
        await desk.store.call(desk.people.users.set_language, user.id, wanted, user.name, desk.now())
    return RedirectResponse(root(request) + inside(next), 303)


def by_whom(held: Held, t: Wording) -> str:
    """Who decided otherwise, when, what; or that the mail is not any more as it was seen."""
    if not held.rulings or held.rulings[-1].verb == "undo":
        return t("conflict.stale")
    last = held.rulings[-1]
    when = t("conflict.by", who=last.who, verb=t.named("event", last.verb), at=t.time(last.at))
    return f"{when} {t(f'now.{held.state.value}')}"


def _verb(word: str) -> tuple[str, str]:
    verb, _, form = word.partition(":")
    if verb not in views.VERBS:
        raise Problem(422, "verb", f"There is no verb {verb!r}; there are {', '.join(views.VERBS)}.")
    return verb, form


def _note(note: str, canned: str, t: Wording) -> str:
    note = note.replace("\r\n", "\n").strip()
    return note or (t(f"canned.{canned}") if canned in CANNED else "")


def _found(desk: views.Desk, held_id: str) -> Held:
    held = Holds(desk.store).get(held_id)
    if held is None:
        raise UnknownId("There is no such held mail.")
    return held


def _outside(held: Held) -> str:
    return ", ".join(one.path.address for one in held.recipients)
