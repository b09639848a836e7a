"""People, the mode, history and the audit chain as JSON: the forms of the API and of the commands' `--json`.

Every key is always there, null where it says nothing; times as in `wire`. Pure. Nothing secret is in them.
"""

from typing import Any

from gateway.review.overview import History, ModeNow
from gateway.review.wire import iso, record_json, thread_json
from gateway.store.activity import Done
from gateway.store.doors import Token
from gateway.store.people import User


def history_json(found: History) -> list[dict[str, Any]]:
    """What a search found, as lines: `kind` is `passed`, `held` or `thread`."""
    passed = [
        {"kind": "passed", "at": iso(at), "direction": direction, "thread": item}
        for at, direction, item in found.passed
    ]
    held = [{"kind": "held", **record_json(one)} for one in found.held]
    return [*passed, *held, *({"kind": "thread", **thread_json(one)} for one in found.threads)]


def mode_json(mode: ModeNow) -> dict[str, str | None]:
    """The mode in force, as `mode --json` says it."""
    override = mode.override
    return {
        "mode": mode.mode.value,
        "source": "override" if override else "policy.toml",
        "configured": mode.configured.value,
        "until": iso(override.until) if override else None,
        "who": override.who if override else None,
        "at": iso(override.at) if override else None,
    }


def done_json(done: Done) -> dict[str, Any]:
    """A link of the audit chain; `who` is null where the name is not known any more."""
    return {
        "seq": done.seq,
        "at": iso(done.at),
        "verb": done.verb,
        "subject": done.subject,
        "who": done.who or None,
    }


def user_json(user: User) -> dict[str, Any]:
    """A user, without anything secret."""
    return {
        "name": user.name,
        "role": user.role.value,
        "language": user.language,
        "disabled": user.disabled,
        "password": user.password is not None,
        "at": iso(user.at),
        "seen": iso(user.seen),
    }


def token_json(token: Token) -> dict[str, Any]:
    """An API token, without its secret."""
    return {
        "id": token.id,
        "name": token.name,
        "scopes": list(token.scopes),
        "at": iso(token.at),
        "until": iso(token.until),
        "used": iso(token.used),
    }
