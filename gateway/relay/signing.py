"""Signing: the DKIM-Signature field of a mail of ours, and which of ours an edit would break (RFC 6376).

dkimpy makes the field in the DKIM process, relaxed/relaxed, RSA or Ed25519 after the key; From is
signed once more than it stands there, so that nobody can add one. A key is read once and again
when its file changes. What cannot be signed raises CannotSign; nothing is signed by halves.
`sign` runs in the child.
"""

import base64
import binascii
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from gateway.mail import dkim
from gateway.relay.authentication import dkimpy, parsed
from gateway.relay.dkim_process import DkimProcess, NoAnswer

SIGNED: Final = (
    "from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
    "mime-version", "content-type", "content-transfer-encoding", "content-id", "content-description",
    "list-id", "list-help", "list-unsubscribe", "list-unsubscribe-post", "list-subscribe", "list-post",
    "list-owner", "list-archive", "auto-submitted",
)  # fmt: skip
"""Fields that are signed where they stand (RFC 6376 5.4.1)."""

MIN_BITS: Final = 1024
"""Shorter RSA keys are refused everywhere (RFC 8301 3.2)."""


class CannotSign(Exception):
    """There is no signature; `why` says in one sentence what is wrong and where."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Signer:
    """Signs mails, one after the other, in the DKIM process."""

    def __init__(self, process: DkimProcess) -> None:
        self._process = process

    async def sign(
        self,
        pieces: Iterable[bytes],
        *,
        domain: str,
        selector: str,
        key: Path,
        names: Sequence[str] = SIGNED,
    ) -> bytes:
        """The DKIM-Signature field (ASCII, folded, CRLF at its end) to put in front of a message.

        `pieces` are the whole message as it will leave, CRLF line ends. `key` is a PEM file (RSA or Ed25519,
        without password) or the base64 of an Ed25519 seed. `names`: fields to sign, in any case, From
        among them. Raises CannotSign.
        """
        wanted = [name.lower() for name in names]
        if "from" not in wanted:
            raise CannotSign("the From field must be signed")
        if not dkim.is_name(f"{selector}._domainkey.{domain}.".lower()):
            raise CannotSign(f"{selector!r} and {domain!r} are not a selector and a domain")
        request = {
            "work": "sign",
            "domain": domain.lower(),
            "selector": selector.lower(),
            "key": str(key),
            "names": wanted,
        }
        try:
            answer = await self._process.ask(request, pieces)
        except NoAnswer as error:
            raise CannotSign(error.why) from None
        if "field" not in answer:
            raise CannotSign(str(answer.get("why") or f"signing failed ({answer.get('error')})"))
        return str(answer["field"]).encode("ascii")


# From here on: the child.


def sign(request: dict[str, Any], raw: bytes) -> dict[str, Any]:
    """`field` for the message, or `why` there is none."""
    path = Path(request["key"])
    try:
        status = path.stat()
        key, algorithm = _key(path, status.st_mtime_ns, status.st_size)
    except OSError as error:
        return {"why": f"{path}: the DKIM key cannot be read ({error.strerror})"}
    except ValueError as error:
        return {"why": f"{path}: {error}"}
    try:
        fields, body = parsed(raw)
    except ValueError as error:
        return {"why": f"the message cannot be signed: {error}"}
    library = dkimpy()
    maker = library.DKIM()
    maker.headers, maker.body = [(name.rstrip(), value) for name, value in fields], body
    there = [name.lower().decode("ascii") for name, _ in maker.headers]
    names = [name for name in there if name in request["names"]] + ["from"]
    if "from" not in there:
        return {"why": "the message has no From"}
    try:
        made = maker.sign(
            request["selector"].encode("ascii"),
            request["domain"].encode("ascii"),
            key,
            signature_algorithm=algorithm,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=names,
        )
    except library.DKIMException as error:
        return {"why": f"the message cannot be signed ({type(error).__name__})"}
    finally:
        library.forget()
    return {"field": made.decode("ascii")}


@lru_cache(maxsize=100)
def _key(path: Path, changed: int, size: int) -> tuple[Any, bytes]:
    """The private key in the file and the algorithm it is for. Loading takes long: it is kept until the file
    changes. Raises OSError, and ValueError with what is wrong."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    wanted = "write a PEM file with an RSA or Ed25519 key, without a password"
    data = path.read_bytes()
    try:
        if b"-----BEGIN" in data:
            key: Any = load_pem_private_key(data, password=None)
        else:
            key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(data.strip(), validate=True))
    except (ValueError, TypeError, UnsupportedAlgorithm, binascii.Error):
        raise ValueError(f"not a private key; {wanted}") from None
    if isinstance(key, Ed25519PrivateKey):
        return key, b"ed25519-sha256"
    if not isinstance(key, RSAPrivateKey):
        raise ValueError(f"neither an RSA nor an Ed25519 key; {wanted}")
    if key.key_size < MIN_BITS:
        raise ValueError(f"the RSA key has only {key.key_size} bits; make one of 2048")
    return key, b"rsa-sha256"
