"""The people of the desk: users with a role, and what they may be let in with.

Every change is one transaction with its link in the audit chain. Names are
compared casefolded. Passwords come as argon2id hashes; making and comparing them
is `review.people`. StoreError on trouble; NameTaken, NoSuchUser and LastAdmin say
why nothing was changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from gateway.store import audit
from gateway.store.database import Store
from gateway.store.desk_schema import attempt, link, session, user

_BY_ID = select(user).where(user.c.id == bindparam("item"))
_BY_NAME = select(user).where(user.c.folded == bindparam("item"))
_ALL = select(user).order_by(user.c.folded)


class Role(StrEnum):
    """What a user may do; each includes the ones before it."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def includes(self, other: "Role") -> bool:
        """Whether this role may do all that `other` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class User:
    """One user. `password` is the argon2id hash, None if there is none; `seen` the time of the last log-in.

    `language` is the user's own choice (`de`), None: as the browser says.
    """

    id: str
    name: str
    role: Role
    at: datetime
    language: str | None = None
    disabled: bool = False
    seen: datetime | None = None
    password: str | None = field(default=None, repr=False)


class NameTaken(Exception):
    """Somebody has this name already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a user {name} already")


class NoSuchUser(LookupError):
    """Nobody has this name or id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no user {name}")


class LastAdmin(Exception):
    """Nobody could administer the desk any more."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the only administrator left; make somebody else one first")


class LinkSpent(Exception):
    """The one-time link was used, ran out, or is of no use any more."""


def folded_name(name: str) -> str:
    """The form a name is compared in."""
    return " ".join(name.split()).casefold()


class Users:
    """The users of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, new: User, who: str) -> User:
        """Write a new user. Raises NameTaken."""
        with self._store.begin() as connection:
            _insert(connection, new, who)
        return new

    def add_first(self, new: User, digest: bytes) -> User:
        """Write the very first user, by the link with this digest, and spend the link; all or nothing.

        Raises LinkSpent if the link is not open any more, or somebody is there already.
        """
        with self._store.begin() as connection:
            spent = connection.execute(
                update(link)
                .where(
                    link.c.hash == digest,
                    link.c.kind == "first",
                    link.c.used.is_(None),
                    link.c.until > new.at,
                )
                .values(used=new.at)
            )
            there = connection.execute(select(func.count()).select_from(user)).scalar()
            if spent.rowcount == 0 or there:
                raise LinkSpent
            _insert(connection, new, new.name)
        return new

    def get(self, item: str) -> User | None:
        """The user with this id."""
        return self._one(_BY_ID, item)

    def by_name(self, name: str) -> User | None:
        """The user with this name, however it is written."""
        return self._one(_BY_NAME, folded_name(name))

    def all(self) -> list[User]:
        """Everybody, in the order of their names."""
        with self._store.read() as connection:
            return [_user(row) for row in connection.execute(_ALL)]

    def any(self) -> bool:
        """Whether there is a user at all."""
        with self._store.read() as connection:
            return connection.execute(select(user.c.id).limit(1)).first() is not None

    def set_password(self, item: str, password: str, who: str, at: datetime) -> User:
        """Give a user another password: all sessions end, and a lock-out too. Raises NoSuchUser."""
        with self._store.begin() as connection:
            changed = _change(connection, item, {"password": password}, "user-password", who, at)
            connection.execute(delete(session).where(session.c.user == item))
            connection.execute(delete(attempt).where(attempt.c.name == name_digest(changed.name)))
            return changed

    def rehash(self, item: str, old: str, new: str) -> None:
        """Keep the same password under a newer hash, unless it was changed meanwhile."""
        with self._store.begin() as connection:
            connection.execute(
                update(user).where(user.c.id == item, user.c.password == old).values(password=new)
            )

    def set_role(self, item: str, role: Role, who: str, at: datetime) -> User:
        """Give a user another role. Raises NoSuchUser, LastAdmin."""
        with self._store.begin() as connection:
            if role is not Role.ADMIN:
                _refuse_last_admin(connection, item)
            return _change(connection, item, {"role": role.value}, "user-role", who, at)

    def set_language(self, item: str, language: str | None, who: str, at: datetime) -> User:
        """Remember the language a user wants. Raises NoSuchUser."""
        with self._store.begin() as connection:
            return _change(connection, item, {"language": language}, "user-language", who, at)

    def set_disabled(self, item: str, flag: bool, who: str, at: datetime) -> User:
        """Keep a user out from now on, or let him in again; sessions end, tokens stop working.

        Raises NoSuchUser, LastAdmin.
        """
        with self._store.begin() as connection:
            if flag:
                _refuse_last_admin(connection, item)
                connection.execute(delete(session).where(session.c.user == item))
            verb = "user-disable" if flag else "user-enable"
            return _change(connection, item, {"disabled": flag}, verb, who, at)

    def _one(self, wanted: Any, item: str) -> User | None:
        with self._store.read() as connection:
            row = connection.execute(wanted, {"item": item}).first()
        return None if row is None else _user(row)


def name_digest(name: str) -> bytes:
    """The 16 bytes by which failed log-ins of a name are counted."""
    return audit.digest16(folded_name(name).encode("utf-8", "replace"))


def _insert(connection: Connection, new: User, who: str) -> None:
    if connection.execute(_BY_NAME, {"item": folded_name(new.name)}).first():
        raise NameTaken(new.name)
    connection.execute(
        insert(user),
        {
            "id": new.id,
            "name": new.name,
            "folded": folded_name(new.name),
            "password": new.password,
            "role": new.role.value,
            "language": new.language,
            "disabled": new.disabled,
            "at": new.at,
            "seen": new.seen,
        },
    )
    audit.append(connection, "user-add", new.id, who, new.at)


def _change(
    connection: Connection, item: str, values: Mapping[str, Any], verb: str, who: str, at: datetime
) -> User:
    connection.execute(update(user).where(user.c.id == item).values(dict(values)))
    row = connection.execute(_BY_ID, {"item": item}).first()
    if row is None:
        raise NoSuchUser(item)
    audit.append(connection, verb, item, who, at)
    return _user(row)


_ADMINS: Final = select(user.c.id, user.c.name).where(
    user.c.role == Role.ADMIN.value, user.c.disabled.is_(False)
)


def _refuse_last_admin(connection: Connection, item: str) -> None:
    admins = connection.execute(_ADMINS).all()
    if len(admins) == 1 and admins[0].id == item:
        raise LastAdmin(admins[0].name)


def _user(row: Any) -> User:
    return User(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        at=row.at,
        language=row.language,
        disabled=row.disabled,
        seen=row.seen,
        password=row.password,
    )


user_of = _user
"""A row of the table `user` as a value, for `doors`."""
