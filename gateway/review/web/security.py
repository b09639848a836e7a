"""Who is asking, whether he may, and whether it was really he: the doors of the desk.

Sessions lie in the store, the cookie is only their secret: HttpOnly, SameSite=Strict,
and on https Secure under the name `__Host-marketgate`. Whatever changes something
needs the CSRF token (header X-CSRF-Token, or form field `csrf`) that belongs to the
cookie, unless it comes with an API token. `Guard` puts the security headers on every
answer and refuses requests that other sites have browsers send. Nothing is allowed
by default: a route says with `needs` what it is for.
"""

import base64
import hashlib
import hmac
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.review.desk import Desk
from gateway.review.people import IDLE, LONGEST, RIGHTS, may, new_secret
from gateway.review.web.errors import Problem, wants_json
from gateway.review.web.plain import Pages
from gateway.store.people import User

log = structlog.get_logger()

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER: Final = "x-csrf-token"
CSRF_FIELD: Final = "csrf"

MOST: Final = 1024 * 1024
"""Bytes of a request's body; `Guard` takes other limits by path."""

CSP: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cache-Control": "no-store",
}
"""On every answer; a route that sets one of them itself keeps its own."""

ATTACHMENT_CSP: Final = "default-src 'none'; sandbox"
"""For what a stranger wrote and is only to be saved."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. `user` None: nobody is logged in. `scopes` are those of his API token, None: a session.

    `secret` is the value of the cookie, "" if there is none.
    """

    user: User | None = None
    scopes: Collection[str] | None = None
    secret: str = ""

    @property
    def name(self) -> str:
        """The name that goes into rulings and the audit chain."""
        if self.user is None:
            raise Problem(401, "login", "Log in first.")
        return self.user.name

    def may(self, verb: str) -> bool:
        """Whether he may do it; pages ask before they show a button."""
        return self.user is not None and may(self.user.role, verb, self.scopes)

    def check(self, verb: str) -> None:
        """See that he may do it. Raises Problem: 401 nobody is logged in, 403 he may not."""
        if self.user is None:
            headers = {"WWW-Authenticate": "Bearer"}
            raise Problem(401, "login", "Log in first, or send an API token.", headers=headers)
        if not self.may(verb):
            right = RIGHTS[verb]
            what = f"the role {right.role.value}"
            if self.scopes is not None and self.user.role.includes(right.role):
                what = f"a token with the scope {right.scope}" if right.scope else "a log-in, not a token"
            raise Problem(403, "forbidden", f"This needs {what}.")


def desk_of(request: Request) -> Desk:
    """The desk this app belongs to."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the app was not made by create_app")
    return desk


async def visitor(request: Request) -> Visitor:
    """Who asks, looked up once a request. Raises Problem(401) for an API token that is none."""
    known = getattr(request.state, "visitor", None)
    if isinstance(known, Visitor):
        return known
    found = request.state.visitor = await _visitor(request)
    return found


async def _visitor(request: Request) -> Visitor:
    desk = desk_of(request)
    authorization = request.headers.get("authorization")
    if authorization is not None:
        kind, _, secret = authorization.partition(" ")
        holder = None
        if kind.lower() == "bearer" and secret.strip():
            holder = await desk.store.call(desk.people.doors.by_token, secret.strip(), desk.now())
        if holder is None:
            raise Problem(
                401, "token", "This token is not known or ran out.", headers={"WWW-Authenticate": "Bearer"}
            )
        return Visitor(*holder)
    cookie = request.cookies.get(cookie_name(desk), "")
    if not cookie:
        return Visitor()
    user = await desk.store.call(desk.people.doors.by_session, cookie, desk.now(), IDLE)
    return Visitor(user, None, cookie)


def needs(verb: str) -> Callable[[Request], Awaitable[Visitor]]:
    """The dependency of a route that does `verb`, a key of RIGHTS: gives the visitor, if he may.

    Raises Problem: 401 nobody is logged in, 403 he may not, or the request was not made on our own pages.
    """
    if verb not in RIGHTS:
        raise KeyError(f"{verb} is not in the table of rights")

    async def check(request: Request) -> Visitor:
        who = await visitor(request)
        if who.user is not None and request.method not in SAFE and who.scopes is None:
            await check_csrf(request, who)
        who.check(verb)
        return who

    return check


async def check_csrf(request: Request, who: Visitor) -> None:
    """See that the request comes from a page we gave to this cookie. Raises Problem(403)."""
    sent = request.headers.get(CSRF_HEADER)
    if sent is None and request.headers.get("content-type", "").startswith(
        ("application/x-www-form-urlencoded", "multipart/form-data")
    ):
        field = (await request.form()).get(CSRF_FIELD)
        sent = field if isinstance(field, str) else None
    if not who.secret or sent is None or not hmac.compare_digest(sent.encode(), _csrf(who.secret).encode()):
        raise Problem(403, "csrf", "This page is too old; load it again and repeat what you did.")


async def csrf_token(request: Request) -> str:
    """The token that forms and scripts of this visitor send back; a new visitor gets a cookie for it."""
    who = await visitor(request)
    if who.scopes is not None:
        return ""
    if not who.secret:
        who = request.state.visitor = Visitor(None, None, new_secret())
        set_cookie(request, who.secret)
    return _csrf(who.secret)


def _csrf(secret: str) -> str:
    mac = hmac.digest(secret.encode("utf-8", "replace"), b"csrf", hashlib.sha256)
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def cookie_name(desk: Desk) -> str:
    """The name of the cookie. With `__Host-`, no other host and no http page can set it."""
    return "__Host-marketgate" if _is_https(desk) else "marketgate"


def set_cookie(request: Request, secret: str) -> None:
    """Give the answer to this request the cookie; "" takes it away."""
    desk = desk_of(request)
    age = int(LONGEST.total_seconds()) if secret else 0
    secure = "; Secure" if _is_https(desk) else ""
    request.state.set_cookie = (
        f"{cookie_name(desk)}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict{secure}"
    )


def _is_https(desk: Desk) -> bool:
    return desk.config().gateway.review.public_url.startswith("https:")


def without_secret(path: str) -> str:
    """The path of a page as a log may keep it: whoever has the address of a personal page may act on it."""
    first, slash, rest = path[1:].partition("/")
    return f"/{first}/..." if slash and rest and first in ("first", "mine") else path


class Guard:
    """Around everything: security headers, the cookie, foreign sites, too large bodies, our own mistakes.

    `limits` are bytes of a body by path, for routes that take more than MOST.
    """

    def __init__(self, app: ASGIApp, desk: Desk, limits: dict[str, Callable[[], int]] | None = None) -> None:
        self._app = app
        self._desk = desk
        self._limits = limits or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI 3)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if _is_https(self._desk):
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
                if state.get("set_cookie"):
                    headers.append("Set-Cookie", state["set_cookie"])
            await send(message)

        limit = self._limits.get(scope["path"], lambda: MOST)()
        try:
            self._refuse(scope, limit)
            await self._app(scope, _limited(receive, limit), guarded)
        except Problem as problem:
            if not started:
                await _answer(scope, problem)(scope, receive, guarded)
        except Exception as error:
            log.error(
                "desk.error", path=without_secret(scope["path"]), method=scope["method"], exc_info=error
            )
            if started:
                raise
            mistake = Problem(500, "internal", "Something went wrong here; it is in the log.")
            await _answer(scope, mistake)(scope, receive, guarded)

    def _refuse(self, scope: Scope, limit: int) -> None:
        headers = Headers(scope=scope)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > limit:
            raise _too_large(limit)
        if scope["method"] not in SAFE and not self._from_here(headers):
            raise Problem(403, "origin", "This request comes from another site.")

    def _from_here(self, headers: Headers) -> bool:
        """Whether the browser says that the request was made on our own pages; programs say nothing."""
        site = headers.get("sec-fetch-site")
        if site not in (None, "same-origin", "none"):
            return False
        origin = headers.get("origin")
        # Our own forms come with "null": that is what Referrer-Policy no-referrer makes of it (Fetch 3.2).
        if origin is None or (origin == "null" and site == "same-origin"):
            return True
        public = urlsplit(self._desk.config().gateway.review.public_url).netloc
        return urlsplit(origin).netloc in {headers.get("host", ""), public} - {""}


def _answer(scope: Scope, problem: Problem) -> Response:
    """What a program gets, or a page that says the same."""
    request = Request(scope)
    if wants_json(request):
        return problem.response()
    pages: Pages = request.app.state.pages
    return pages.error(request, problem)


def _too_large(limit: int) -> Problem:
    return Problem(413, "too_large", f"The request is larger than {limit} bytes.")


def _limited(receive: Receive, limit: int) -> Receive:
    left = limit

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise _too_large(limit)
        return message

    return counted
