"""Where the time and chance come in: the clock, and ids that nobody can guess or meet twice."""

import base64
import secrets
from datetime import UTC, datetime


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A transaction id: 16 characters of base32, 80 random bits."""
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def new_held_id() -> str:
    """A held mail's id: 26 characters of base32, 128 random bits, so that it cannot be guessed."""
    return base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")
