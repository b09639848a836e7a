"""Keys, and mails that strangers signed with them: by dkimpy itself, which nothing has been changed in."""

import base64
from dataclasses import dataclass
from functools import cache

import dkim
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

MAIL = (
    b"From: Amazon <order@amazon.example>\r\n"
    b"To: Shop <shop@example.com>\r\n"
    b"Subject: Your order\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 +0100\r\n"
    b"Message-ID: <1@amazon.example>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"\r\n"
    b"Hello,\r\n"
    b"\r\n"
    b"your order 304-1234567-1234567 is on its  way.\r\n"
)


@dataclass(frozen=True)
class Key:
    """A private key as a PEM file and the TXT record of its public half."""

    pem: bytes
    record: bytes


@cache
def rsa_key(bits: int = 2048) -> Key:
    """One RSA key for the whole run."""
    made = rsa.generate_private_key(65537, bits)
    public = made.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pem = made.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return Key(pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public))


@cache
def ed25519_key() -> Key:
    """One Ed25519 key for the whole run."""
    made = ed25519.Ed25519PrivateKey.generate()
    public = made.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Key(pem, b"v=DKIM1; k=ed25519; p=" + base64.b64encode(public))


def signed(
    raw: bytes = MAIL,
    *,
    domain: bytes = b"amazon.example",
    selector: bytes = b"s1",
    canonical: bytes = b"relaxed/relaxed",
    names: tuple[bytes, ...] | None = None,
    length: bool = False,
    key: Key | None = None,
) -> bytes:
    """The mail with an RSA signature in front; `names` None: what RFC 6376 recommends."""
    field = dkim.sign(
        raw,
        selector,
        domain,
        (key or rsa_key()).pem,
        canonicalize=tuple(canonical.split(b"/")),
        include_headers=list(names) if names else None,
        length=length,
    )
    return bytes(field) + raw
