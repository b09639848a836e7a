"""Ways in: sessions, API tokens, one-time links, and the count of failed log-ins.

What a visitor shows is random and known here only by its SHA-256. A way in leads
to a user only while that user is not disabled. StoreError on trouble.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from gateway.store import audit
from gateway.store.database import Store
from gateway.store.desk_schema import attempt, link, session, token, user
from gateway.store.people import User, name_digest, user_of

SEEN: Final = timedelta(minutes=1)
"""How exactly the last use of a session or token is kept: not every request is a write."""

FREE: Final = 4
"""Failed log-ins that cost no waiting."""

FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(hours=1)
FORGIVEN: Final = timedelta(hours=24)
"""After so long without a failure they are forgotten."""

_SESSION = (
    select(session.c.seen.label("session_seen"), user)
    .join_from(session, user)
    .where(
        session.c.hash == bindparam("digest"),
        session.c.until > bindparam("at"),
        session.c.seen > bindparam("idle"),
        user.c.disabled.is_(False),
    )
)
_TOKEN = (
    select(token.c.id.label("token_id"), token.c.scopes, token.c.used, user)
    .join_from(token, user)
    .where(
        token.c.hash == bindparam("digest"),
        token.c.until.is_(None) | (token.c.until > bindparam("at")),
        user.c.disabled.is_(False),
    )
)
_LINK = select(link).where(
    link.c.hash == bindparam("digest"), link.c.used.is_(None), link.c.until > bindparam("at")
)


def digest(secret: str) -> bytes:
    """The 32 bytes a secret is known by."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()


@dataclass(frozen=True, slots=True)
class Token:
    """One API token, without its secret. `used` is the time of its last use, `until` None: no end."""

    id: str
    user: str
    name: str
    scopes: tuple[str, ...]
    at: datetime
    until: datetime | None = None
    used: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link that is still open."""

    kind: str
    subject: str
    until: datetime


class Doors:
    """The ways in of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open_session(self, secret: str, who: User, at: datetime, until: datetime) -> None:
        """Let a user in until `until`, and count that as the last log-in."""
        with self._store.begin() as connection:
            connection.execute(
                insert(session),
                {"hash": digest(secret), "user": who.id, "at": at, "seen": at, "until": until},
            )
            connection.execute(update(user).where(user.c.id == who.id).values(seen=at))
            connection.execute(delete(attempt).where(attempt.c.name == name_digest(who.name)))
            audit.append(connection, "login", who.id, who.name, at)

    def by_session(self, secret: str, at: datetime, idle: timedelta) -> User | None:
        """Whose session this is; None if it is none, ran out, or was not used for `idle`."""
        with self._store.read() as connection:
            values = {"digest": digest(secret), "at": at, "idle": at - idle}
            row = connection.execute(_SESSION, values).first()
        if row is None:
            return None
        if row.session_seen + SEEN <= at:
            with self._store.begin() as connection:
                connection.execute(update(session).where(session.c.hash == digest(secret)).values(seen=at))
        return user_of(row)

    def close_session(self, secret: str, at: datetime) -> None:
        """Log out: the cookie is worth nothing any more. None open: nothing happens."""
        with self._store.begin() as connection:
            closed = connection.execute(
                delete(session).where(session.c.hash == digest(secret)).returning(session.c.user)
            ).scalar()
            if closed:
                name = connection.execute(select(user.c.name).where(user.c.id == closed)).scalar()
                audit.append(connection, "logout", closed, str(name), at)

    def add_token(self, new: Token, secret: str, who: str) -> Token:
        """Write a token; `new.user` is the id of its user."""
        with self._store.begin() as connection:
            connection.execute(
                insert(token),
                {
                    "id": new.id,
                    "hash": digest(secret),
                    "user": new.user,
                    "name": new.name,
                    "scopes": new.scopes,
                    "at": new.at,
                    "until": new.until,
                    "used": None,
                },
            )
            audit.append(connection, "token-add", new.id, who, new.at)
        return new

    def by_token(self, secret: str, at: datetime) -> tuple[User, frozenset[str]] | None:
        """Whose token this is, and its scopes; None if it is none or ran out."""
        with self._store.read() as connection:
            row = connection.execute(_TOKEN, {"digest": digest(secret), "at": at}).first()
        if row is None:
            return None
        if row.used is None or row.used + SEEN <= at:
            with self._store.begin() as connection:
                connection.execute(update(token).where(token.c.id == row.token_id).values(used=at))
        return user_of(row), frozenset(row.scopes)

    def tokens(self, user_id: str) -> list[Token]:
        """The tokens of a user, oldest first."""
        with self._store.read() as connection:
            rows = connection.execute(
                select(token).where(token.c.user == user_id).order_by(token.c.at, token.c.id)
            )
            return [_token(row) for row in rows]

    def revoke(self, item: str, user_id: str, who: str, at: datetime) -> bool:
        """End a token of this user; whether there was one."""
        with self._store.begin() as connection:
            gone = connection.execute(delete(token).where(token.c.id == item, token.c.user == user_id))
            if gone.rowcount:
                audit.append(connection, "token-revoke", item, who, at)
            return bool(gone.rowcount)

    def add_link(self, secret: str, kind: str, subject: str, at: datetime, until: datetime) -> None:
        """Write a one-time link; an older one of the same kind about the same ends."""
        with self._store.begin() as connection:
            connection.execute(delete(link).where(link.c.kind == kind, link.c.subject == subject))
            connection.execute(
                insert(link),
                {"hash": digest(secret), "kind": kind, "subject": subject, "at": at, "until": until},
            )
            audit.append(connection, "link-add", subject or kind, audit.GATEWAY, at)

    def link(self, secret: str, at: datetime) -> Link | None:
        """What an open link is for. Looking does not spend it."""
        with self._store.read() as connection:
            row = connection.execute(_LINK, {"digest": digest(secret), "at": at}).first()
        return None if row is None else Link(row.kind, row.subject, row.until)

    def try_password(self, name: str, at: datetime) -> datetime | None:
        """Begin a log-in under this name: None if it may be tried, else when it may be tried again.

        It counts as failed until `open_session`, so that many at once are not free.
        """
        key = name_digest(name)
        with self._store.begin() as connection:
            row = connection.execute(select(attempt).where(attempt.c.name == key)).first()
            if row is not None and row.until > at:
                again: datetime = row.until
                return again
            failures = 1 if row is None or row.at + FORGIVEN <= at else row.failures + 1
            values = {"failures": failures, "until": at + _wait(failures), "at": at}
            if row is None:
                connection.execute(insert(attempt), {"name": key, **values})
            else:
                connection.execute(update(attempt).where(attempt.c.name == key).values(values))
            return None

    def sweep(self, at: datetime, idle: timedelta) -> None:
        """Remove what leads nowhere any more: sessions that ran out, old links, forgiven failures."""
        with self._store.begin() as connection:
            connection.execute(delete(session).where((session.c.until <= at) | (session.c.seen <= at - idle)))
            connection.execute(delete(link).where(link.c.until <= at))
            connection.execute(delete(attempt).where(attempt.c.at <= at - FORGIVEN))


def _wait(failures: int) -> timedelta:
    over = failures - FREE
    return min(FIRST_WAIT * 2 ** min(over - 1, 20), LONGEST_WAIT) if over > 0 else timedelta(0)


def _token(row: Any) -> Token:
    return Token(row.id, row.user, row.name, tuple(row.scopes), row.at, row.until, row.used)
