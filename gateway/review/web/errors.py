"""What can go wrong with a request, in one form: a status, a word for programs, a sentence for people.

The API answers `{"error": word, "message": sentence, "held": null or the mail}`; pages
show the same sentence. What a ruling or the store raises is translated here, and
nothing of an exception's inside ever reaches a client.
"""

import json
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from gateway.review.people import BadName, BadPassword, TooMany, WrongPassword
from gateway.review.rulings import Decided, Refused, UnknownId
from gateway.review.sentence import Sentence
from gateway.review.wire import record_json
from gateway.store.database import StoreError
from gateway.store.held import BodyErased
from gateway.store.people import LastAdmin, LinkSpent, NameTaken, NoSuchUser

API: Final = "/api/"


class Json(JSONResponse):
    """JSON in UTF-8; a lone surrogate (from a broken header) is written as the escape JSON has for it."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace")


class ErrorJson(TypedDict):
    """Every error of the API. `held` is the held mail as it is now, where the error is about one."""

    error: str
    message: str
    held: dict[str, Any] | None


class Problem(Exception):
    """A request that is not done. `code` is a fixed word, `message` a sentence in English for people."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        held: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.held = held
        self.headers = headers or {}

    def as_json(self) -> ErrorJson:
        """The body of the answer."""
        return {"error": self.code, "message": self.message, "held": self.held}

    def response(self) -> Response:
        """The answer of the API."""
        return Json(self.as_json(), self.status, self.headers)


TRANSLATED: Final = (
    Decided,
    UnknownId,
    Refused,
    BodyErased,
    StoreError,
    NameTaken,
    LastAdmin,
    NoSuchUser,
    BadName,
    BadPassword,
    LinkSpent,
    TooMany,
    WrongPassword,
)
"""The exceptions that `problem_of` knows."""

_SIMPLE: Final[tuple[tuple[type[Exception], int, str], ...]] = (
    (UnknownId, 404, "unknown"),
    (NoSuchUser, 404, "unknown"),
    (Refused, 422, "refused"),
    (BadName, 422, "bad_name"),
    (BadPassword, 422, "bad_password"),
    (BodyErased, 410, "erased"),
    (NameTaken, 409, "taken"),
    (LastAdmin, 409, "last_admin"),
)


def problem_of(error: Exception) -> Problem:
    """The problem that one of TRANSLATED is. Raises it again if it is none of them."""
    if isinstance(error, Decided):
        return Problem(409, "decided", error.message, held=record_json(error.held))
    if isinstance(error, StoreError):
        # The detail may hold paths and statements: it is in the log, not in the answer.
        return Problem(503, "store", "The store does not answer.", headers={"Retry-After": "5"})
    if isinstance(error, LinkSpent):
        return Problem(
            404,
            "link_spent",
            "This link was used before or ran out; a restart of the service makes a new one.",
        )
    if isinstance(error, TooMany):
        when = error.until.strftime("%H:%M")
        return Problem(429, "locked", f"Too many failed log-ins; try again after {when} UTC.")
    if isinstance(error, WrongPassword):
        return Problem(401, "wrong", "The name or the password is wrong.")
    for kind, status, code in _SIMPLE:
        if isinstance(error, kind):
            # A refusal keeps its sentence, with what a page needs to say it in its own language.
            own = error.message if isinstance(error, Refused) else next(iter(error.args), None)
            said = own if isinstance(own, Sentence) else str(error)
            return Problem(status, code, said)
    raise error


def wants_json(request: Request) -> bool:
    """Whether the answer is for a program: everything below /api/."""
    return request.url.path.removeprefix(str(request.scope.get("root_path", ""))).startswith(API)
