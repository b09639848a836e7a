"""The tables, as SQLAlchemy Core knows them.

The database gets them from `migrations/`, never from here; a test compares the
two. Times are microseconds since 1970 (UTC), lists and small records are JSON
text, addresses are compared by their folded form. Portable: nothing here needs
SQLite (the option that leaves out SQLite's row ids is ignored elsewhere).
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole microseconds since 1970. Refuses naive ones with ValueError."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone does not go into the store")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Words(TypeDecorator[str]):
    """Text from anywhere: what a database refuses (NUL, lone surrogates) is replaced, not an error."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


class Record(TypeDecorator[Any]):
    """A list or small record as JSON text in ASCII, so that any string survives."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

ID: Final = String(64)

meta = Table(
    "meta",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

setting = Table(
    "setting",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", Words, nullable=False),
    Column("until", Instant),
    Column("who", Words, nullable=False),
    Column("at", Instant, nullable=False),
)

# seq is given by the writer, not by the database: a gap is a finding.
audit = Table(
    "audit",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("verb", String(32), nullable=False),
    Column("subject", ID, nullable=False, index=True),
    Column("who", LargeBinary(16), nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)

thread = Table(
    "thread",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("confidence", String(16)),
    Column("marketplace", String(64)),
    Column("orders", Record, nullable=False),
    Column("legal", String(16)),
    Column("correspondents", Record, nullable=False),
    Column("language", String(8)),
    Column("footers", Integer, nullable=False),
    Column("dismissed", Boolean, nullable=False),
    Column("last_seen", Instant, nullable=False),
)

# The look-up every mail makes: 16-byte hash -> thread. `own`: the id of a mail we saw, not one it refers to.
message = Table(
    "message",
    METADATA,
    Column("hash", LargeBinary(16), primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("own", Boolean, nullable=False),
    Column("direction", String(8), nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

thread_order = Table(
    "thread_order",
    METADATA,
    Column("order", Words, primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

thread_party = Table(
    "thread_party",
    METADATA,
    Column("address", Words, primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# What is kept of a mail that passed; `data` is its text, UTF-8 and zlib, None once retention removed it.
kept_text = Table(
    "kept_text",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("direction", String(8), nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("headers", Record, nullable=False),
    Column("data", LargeBinary),
)

# What a mail on its way would add to the ledger. It is nobody's knowledge until the next hop took the mail.
unconfirmed = Table(
    "unconfirmed",
    METADATA,
    Column("tx", ID, primary_key=True),
    Column("thread", ID, nullable=False, index=True),
    Column("seed", Record, nullable=False),
    Column("own_id", LargeBinary(16)),
    Column("references", Record, nullable=False),
    Column("direction", String(8), nullable=False),
    Column("at", Instant, nullable=False, index=True),
)

# A relay alias without what stands behind "+": one buyer. `case_id` is that part, "" where there was none.
alias = Table(
    "alias",
    METADATA,
    Column("alias", Words, primary_key=True),
    Column("case_id", Words, primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Buyer memory: a private address that wrote about a marketplace order, until `expires`.
buyer = Table(
    "buyer",
    METADATA,
    Column("address", Words, primary_key=True),
    Column("thread", ID, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("marketplace", String(64)),
    Column("last_seen", Instant, nullable=False),
    Column("expires", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# Orders from the marketplaces' reports. `buyer` is a private address, `alias` a relay alias without its case.
purchase = Table(
    "purchase",
    METADATA,
    Column("order", Words, primary_key=True),
    Column("marketplace", String(64), primary_key=True),
    Column("buyer", Words, index=True),
    Column("alias", Words, index=True),
    Column("ordered_at", Instant),
    Column("imported_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

held = Table(
    "held",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("direction", String(8), nullable=False),
    Column("held_at", Instant, nullable=False),
    Column("deadline", Instant),
    Column("clock", String(16)),
    Column("mail_from", Record, nullable=False),
    Column("subject", Words, nullable=False),
    Column("message_id", Words),
    Column("author", Words, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("confidence", String(16)),
    Column("marketplace", String(64)),
    Column("orders", Record, nullable=False),
    Column("legal", String(16)),
    Column("thread", ID),
    Column("rule", Words),
    Column("reasons", Record, nullable=False),
    Column("findings", Record, nullable=False),
    Column("config_hash", String(64), nullable=False),
    Column("fingerprint", LargeBinary(32), nullable=False, index=True),
    Column("client", String(64), nullable=False),
    Column("claimed_by", Words),
    Column("claimed_until", Instant),
    Column("size", BigInteger, nullable=False),
    Column("also_delivered", Record, nullable=False),
    Column("note", Words, nullable=False),
    Index(None, "state", "held_at"),
)

# `token` is the version of the mail when the lease was given; `dotted`: the final dot was about to be sent.
recipient = Table(
    "recipient",
    METADATA,
    Column("held", ID, ForeignKey("held.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("address", Words, nullable=False),
    Column("path", Record, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reply", Words),
    Column("attempts", Integer, nullable=False),
    Column("next_try", Instant),
    Column("release_as", String(16)),
    Column("token", Integer),
    Column("leased_until", Instant),
    Column("dotted", Boolean, nullable=False),
    Index(None, "state", "next_try"),
)

body = Table(
    "body",
    METADATA,
    Column("held", ID, ForeignKey("held.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

ruling = Table(
    "ruling",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("held", ID, ForeignKey("held.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("who", Words, nullable=False),
    Column("verb", String(32), nullable=False),
    Column("note", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("options", Record, nullable=False),
)

transmission = Table(
    "transmission",
    METADATA,
    Column("fingerprint", LargeBinary(32), primary_key=True),
    Column("address", Words, primary_key=True),
    Column("reply", Words, nullable=False),
    Column("at", Instant, nullable=False, index=True),
)

notice = Table(
    "notice",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("held", ID, index=True),
    Column("kind", String(32), nullable=False),
    Column("to", Words, nullable=False),
    Column("leg", String(8), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reply", Words),
    Column("attempts", Integer, nullable=False),
    Column("next_try", Instant),
    Column("at", Instant, nullable=False),
    Index(None, "state", "next_try"),
)
