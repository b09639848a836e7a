"""Idempotency keys: a request that comes twice with the same key is done once.

A client sends `Idempotency-Key: anything` with a request that changes something and
repeats both when it heard no answer. The same request gets the first answer again
(with `Idempotency-Replayed: true`), another request under the same key is refused.
Keys belong to who sends them and are forgotten after a day.
"""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from gateway.review.web.errors import TRANSLATED, Json, Problem, problem_of
from gateway.review.web.security import Visitor, desk_of
from gateway.store.idempotency import Answer, Answers, Begun

HEADER: Final = "idempotency-key"
LONGEST: Final = 255


async def once(
    request: Request, who: Visitor, act: Callable[[], Awaitable[Any]], status: int = 200
) -> Response:
    """Do `act`, whose result is the JSON of the answer, unless this request was answered before.

    What it raises of `errors.TRANSLATED` is an answer like any other; a 5xx is not remembered.
    """
    key = request.headers.get(HEADER)
    if key is None:
        return _response(await _answer(act, status))
    if not 0 < len(key) <= LONGEST:
        raise Problem(422, "idempotency_key", f"An Idempotency-Key has 1 to {LONGEST} characters.")
    desk = desk_of(request)
    answers = Answers(desk.store)
    name = _hash(who.name.encode("utf-8", "replace"), key.encode())
    asked = _hash(request.method.encode(), request.url.path.encode(), await request.body())
    known = await desk.store.call(answers.begin, name, asked, desk.now())
    if isinstance(known, Answer):
        return _response(known, {"Idempotency-Replayed": "true"})
    if known is Begun.WORKING:
        headers = {"Retry-After": "1"}
        raise Problem(409, "working", "This request is being worked on; ask again.", headers=headers)
    if known is Begun.OTHER:
        raise Problem(422, "idempotency_key", "This Idempotency-Key was used for another request.")
    try:
        answer = await _answer(act, status)
    except BaseException:
        await desk.store.call(answers.give_up, name)
        raise
    await desk.store.call(answers.end, name, answer, desk.now())
    return _response(answer)


async def _answer(act: Callable[[], Awaitable[Any]], status: int) -> Answer:
    try:
        result = await act()
    except TRANSLATED as error:
        problem = problem_of(error)
        if problem.status >= 500:
            raise problem from None
        return Answer(problem.status, bytes(problem.response().body))
    return Answer(status, bytes(Json(result).body))


def _response(answer: Answer, headers: dict[str, str] | None = None) -> Response:
    return Response(answer.body, answer.status, headers, "application/json")


def _hash(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(4) + part)
    return digest.digest()
