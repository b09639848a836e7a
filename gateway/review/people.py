"""People: passwords, log-ins, roles, and the one table that says who may do what.

Passwords are argon2id, made and compared in threads of their own, so that neither
the mail nor the store waits. A wrong name costs the same time as a wrong password
and says the same. WrongPassword, TooMany, BadPassword and BadName say why somebody
is not let in or written down; StoreError passes.
"""

import asyncio
import base64
import secrets
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, ParamSpec, TypeVar

import structlog
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from gateway.review.sentence import Sentence
from gateway.store import audit
from gateway.store.database import Store
from gateway.store.doors import Doors, Token, digest
from gateway.store.people import LinkSpent, Role, User, Users, folded_name

log = structlog.get_logger()

P = ParamSpec("P")
R = TypeVar("R")

IDLE: Final = timedelta(hours=12)
"""A session that is not used for so long ends."""

LONGEST: Final = timedelta(days=7)
"""How long a session lasts at most."""

FIRST_LINK: Final = timedelta(hours=24)
"""How long the link for the first administrator works."""

SHORTEST: Final = 12
LONGEST_PASSWORD: Final = 1024
LONGEST_NAME: Final = 64
OURS: Final = frozenset({audit.GATEWAY, "deadline", "provider"})
"""Names under which the program itself acts."""

WAITING: Final = 20
"""Log-ins that may wait for their turn; more are asked to come back."""


@dataclass(frozen=True, slots=True)
class Right:
    """Who may do something: the lowest role, and the scope an API token needs for it.

    `scope` "" is: every token may. None: no token may, only a person who is logged in.
    """

    role: Role
    scope: str | None


_RULE = Right(Role.REVIEWER, "held:rule")

RIGHTS: Final[dict[str, Right]] = {
    "list": Right(Role.VIEWER, "held:read"),
    "read": Right(Role.VIEWER, "held:read"),
    "raw": Right(Role.REVIEWER, "held:raw"),
    "history": Right(Role.VIEWER, "history:read"),
    **dict.fromkeys(
        (
            "release",
            "edit",
            "answered",
            "reject",
            "withdraw",
            "dismiss",
            "undismiss",
            "undo",
            "retry",
            "claim",
            "unclaim",
        ),
        _RULE,
    ),
    "mode": Right(Role.VIEWER, "mode:read"),
    "set-mode": Right(Role.ADMIN, "mode:write"),
    "audit": Right(Role.ADMIN, "audit:read"),
    "users": Right(Role.ADMIN, "users:read"),
    "set-users": Right(Role.ADMIN, "users:write"),
    "config": Right(Role.ADMIN, "config:read"),
    "statistics": Right(Role.VIEWER, "history:read"),
    "try": Right(Role.REVIEWER, "explain"),
    "self": Right(Role.VIEWER, ""),
    "tokens": Right(Role.VIEWER, None),
}
"""Everything that can be done on the desk and through its API. What is not here, nobody may."""

SCOPES: Final = tuple(dict.fromkeys(right.scope for right in RIGHTS.values() if right.scope))
"""What a token can be given."""


def may(role: Role, verb: str, scopes: Collection[str] | None = None) -> bool:
    """Whether somebody of that role may do it; `scopes` are those of his token, None: he is logged in."""
    right = RIGHTS.get(verb)
    if right is None or not role.includes(right.role):
        return False
    return scopes is None or right.scope == "" or (right.scope is not None and right.scope in scopes)


class WrongPassword(Exception):
    """The name or the password is wrong, or the user is disabled; which of them is not said."""


class NotYours(Exception):
    """The name a provider gives belongs to a user who logs in with a password, or who is disabled."""

    def __init__(self) -> None:
        super().__init__("A user of this name is disabled here, or logs in with a password.")


class TooMany(Exception):
    """Too many failed log-ins; `until` says when the next one may be tried."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"too many failed log-ins; try again at {until:%H:%M} UTC")
        self.until = until


PROVIDER: Final = "provider"
"""Who adds users and changes roles at a log-in through OpenID Connect."""

_FORM = "a name has 1 to {most} printable characters"
_OURS = "{name} is the name of the program itself; choose another one"
_SHORT = "a password has at least {least} characters; a few words are a good one"
_LONG = "a password has at most {most} characters"


class BadPassword(ValueError):
    """The password cannot be taken; the text says why."""


class BadName(ValueError):
    """The name cannot be taken; the text says why."""


def new_secret() -> str:
    """256 random bits, for cookies, tokens and links."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """An id that cannot be guessed: 26 characters of base32, 128 random bits."""
    return base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")


def checked_name(name: str) -> str:
    """The name as it is kept. Raises BadName."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadName(Sentence("why.name_form", _FORM, most=str(LONGEST_NAME)))
    if folded_name(name) in OURS:
        raise BadName(Sentence("why.name_ours", _OURS, name=folded_name(name)))
    return name


def checked_password(password: str, name: str) -> str:
    """The password, if it can be one. Raises BadPassword."""
    if len(password) < SHORTEST:
        raise BadPassword(Sentence("why.password_short", _SHORT, least=str(SHORTEST)))
    if len(password) > LONGEST_PASSWORD:
        raise BadPassword(Sentence("why.password_long", _LONG, most=str(LONGEST_PASSWORD)))
    if folded_name(password) == folded_name(name) or len(set(password)) < 4:
        raise BadPassword(Sentence("why.password_easy", "this password is too easy to guess"))
    return password


class People:
    """The people of one store. `now` gives the time (aware, UTC)."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], hasher: PasswordHasher | None = None
    ) -> None:
        self.users = Users(store)
        self.doors = Doors(store)
        self._store = store
        self._now = now
        self._hasher = hasher or PasswordHasher()
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="password")
        self._waiting = 0
        self._nobody: str | None = None

    def add(self, name: str, role: Role, password: str | None, who: str, language: str | None = None) -> User:
        """Write a new user, with a password or without. Raises BadName, BadPassword, NameTaken."""
        return self.users.add(self._new(name, role, password, language), who)

    def set_password(self, user: User, password: str, who: str) -> User:
        """Give a user another password; his sessions end. Raises BadPassword."""
        hashed = self._hasher.hash(checked_password(password, user.name))
        return self.users.set_password(user.id, hashed, who, self._now())

    async def create(self, name: str, role: Role, password: str | None, who: str) -> User:
        """`add`, for a program with an event loop."""
        new = await self._off_the_loop(self._new, name, role, password, None)
        return await self._store.call(self.users.add, new, who)

    async def change_password(self, user: User, password: str, who: str) -> User:
        """`set_password`, for a program with an event loop."""
        hashed = await self._off_the_loop(self._hash, checked_password(password, user.name))
        return await self._store.call(self.users.set_password, user.id, hashed, who, self._now())

    async def log_in(self, name: str, password: str) -> tuple[User, str]:
        """Let somebody in: the user and the secret of the new session. Raises WrongPassword, TooMany."""
        if self._waiting >= WAITING:
            raise TooMany(self._now() + timedelta(minutes=1))
        until = await self._store.call(self.doors.try_password, name, self._now())
        if until is not None:
            log.warning("desk.login_failed", reason="locked", until=until.isoformat())
            raise TooMany(until)
        user = await self._store.call(self.users.by_name, name)
        kept = user.password if user is not None and not user.disabled else None
        fits = await self._off_the_loop(self._fits, kept, password)
        if user is None or kept is None or not fits:
            log.warning("desk.login_failed", reason="wrong")
            raise WrongPassword
        if self._hasher.check_needs_rehash(kept):
            fresh = await self._off_the_loop(self._hash, password)
            await self._store.call(self.users.rehash, user.id, kept, fresh)
        return user, await self._enter(user)

    async def log_in_as(self, name: str, role: Role) -> tuple[User, str]:
        """Let somebody in whom a provider vouches for, with the role it gives him; he is added if he is new.

        Raises NotYours for the name of a user who has a password here or is disabled, BadName, LastAdmin.
        """
        name = checked_name(name)
        user = await self._store.call(self.users.by_name, name)
        if user is None:
            user = await self._store.call(self.users.add, self._new(name, role, None, None), PROVIDER)
        elif user.password is not None or user.disabled:
            log.warning("desk.login_failed", reason="disabled" if user.disabled else "local")
            raise NotYours
        elif user.role is not role:
            user = await self._store.call(self.users.set_role, user.id, role, PROVIDER, self._now())
        return user, await self._enter(user)

    async def first(self, secret: str, name: str, password: str, language: str | None) -> tuple[User, str]:
        """Make the first administrator by his link, and let him in: the user and his session's secret.

        Raises LinkSpent, BadName, BadPassword.
        """
        link = await self._store.call(self.doors.link, secret, self._now())
        if link is None or link.kind != "first":
            raise LinkSpent
        user = await self._off_the_loop(self._new, name, Role.ADMIN, password, language)
        await self._store.call(self.users.add_first, user, digest(secret))
        return user, await self._enter(user)

    def first_link(self) -> str | None:
        """A new secret that lets the first administrator in, once; None if there is a user already."""
        if self.users.any():
            return None
        secret, at = new_secret(), self._now()
        self.doors.add_link(secret, "first", "", at, at + FIRST_LINK)
        return secret

    def add_token(
        self, user: User, name: str, scopes: Collection[str], until: datetime | None
    ) -> tuple[Token, str]:
        """A new API token of a user, and its secret, which is shown this once. Raises BadName, ValueError."""
        unknown = sorted(set(scopes) - set(SCOPES))
        if unknown or not scopes:
            raise ValueError(f"unknown scope {unknown[0]!r}" if unknown else "a token needs a scope")
        secret = f"mg_{new_secret()}"
        token = Token(new_id(), user.id, checked_name(name), tuple(sorted(scopes)), self._now(), until)
        return self.doors.add_token(token, secret, user.name), secret

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _enter(self, user: User) -> str:
        secret, at = new_secret(), self._now()
        await self._store.call(self.doors.open_session, secret, user, at, at + LONGEST)
        log.info("desk.login", who=user.name)
        return secret

    async def _off_the_loop(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, lambda: fn(*args, **kwargs)
            )
        finally:
            self._waiting -= 1

    def _new(self, name: str, role: Role, password: str | None, language: str | None) -> User:
        name = checked_name(name)
        hashed = None if password is None else self._hasher.hash(checked_password(password, name))
        return User(new_id(), name, role, self._now(), language, password=hashed)

    def _hash(self, password: str) -> str:
        return self._hasher.hash(password)

    def _fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the one; of nobody, the same time is spent to say no."""
        if self._nobody is None:
            self._nobody = self._hasher.hash(new_secret())
        try:
            return self._hasher.verify(kept or self._nobody, password[:LONGEST_PASSWORD]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False
