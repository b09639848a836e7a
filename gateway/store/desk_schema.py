"""The tables of the desk: users, how they are let in, what was answered, which bodies are gone;
and those of copies for the archive.

They join the metadata of `schema`; whoever needs all tables imports METADATA from
here. No secret lies in them: passwords are argon2id hashes, and of cookies, tokens
and links there is only the SHA-256, so that a stolen backup lets nobody in.
"""

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from gateway.store.schema import ID, METADATA, Instant, Record, Words

__all__ = [
    "METADATA",
    "archived",
    "archived_piece",
    "attempt",
    "erased",
    "idempotency",
    "link",
    "session",
    "token",
    "told",
    "user",
]

DIGEST: Final = LargeBinary(32)

# `folded` is the name as it is compared. `password` is None for people who have none (yet).
user = Table(
    "user",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False, unique=True),
    Column("password", Text),
    Column("role", String(16), nullable=False),
    Column("language", String(8)),
    Column("disabled", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("seen", Instant),
)

session = Table(
    "session",
    METADATA,
    Column("hash", DIGEST, primary_key=True),
    Column("user", ID, ForeignKey("user.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("seen", Instant, nullable=False),
    Column("until", Instant, nullable=False),
)

token = Table(
    "token",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("hash", DIGEST, nullable=False, unique=True),
    Column("user", ID, ForeignKey("user.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("scopes", Record, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant),
    Column("used", Instant),
)

# A link works once: `used` says when it did. `subject` is what it is about, "" for the first administrator's.
link = Table(
    "link",
    METADATA,
    Column("hash", DIGEST, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subject", ID, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("used", Instant),
)

# Failed log-ins by the hash of the name that was typed: of names nobody has as well, so that a lock-out does
# not tell who exists, and hashed, because people type passwords into the wrong field.
attempt = Table(
    "attempt",
    METADATA,
    Column("name", LargeBinary(16), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("until", Instant, nullable=False),
    Column("at", Instant, nullable=False, index=True),
)

# What was answered to a request that may come again. Status 0: it is being worked on.
idempotency = Table(
    "idempotency",
    METADATA,
    Column("key", DIGEST, primary_key=True),
    Column("request", DIGEST, nullable=False),
    Column("status", Integer, nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False, index=True),
)

# Held mails whose body was removed by retention: its absence is then no damage.
erased = Table(
    "erased",
    METADATA,
    Column("held", ID, ForeignKey("held.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Instant, nullable=False),
)

# What people were told about a held mail, each thing once: `new`, `held`, `remind` ...
told = Table(
    "told",
    METADATA,
    Column("held", ID, ForeignKey("held.id", ondelete="CASCADE"), primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("at", Instant, nullable=False),
)

# Copies of what was sent that the archive has not got yet; the pieces are compressed.
archived = Table(
    "archived",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("params", Record, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try", Instant, nullable=False, index=True),
    Column("at", Instant, nullable=False),
)

archived_piece = Table(
    "archived_piece",
    METADATA,
    Column("copy", ID, ForeignKey("archived.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
