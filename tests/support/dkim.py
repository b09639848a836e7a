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


WEAK_KEY = Key(
    b"""-----BEGIN RSA PRIVATE KEY-----
MIIBywIBAAJhALXuX4M0FnVZK4TnlMPJ32CHU01OwnN4zdEJboG4MqvGASndYpj4
VTiioNA2pQbixjSy3BCvradgPu7NR31rNsEZ1r5MQrDwHmWdU5PleM3DmviqqWxa
/M3t97CfmYz1oQIDAQABAmBVLRwklk9pc20PlUit/aaKT/EtQZGCdG2Pz6WgL/fx
OguzaQXPbnyfvmwh72OF/MdadvTZFfSR8O1Sr70iDVHGtbmiHKxxCCNuDChiTleD
aC4PZrhO/rkRunYp7VTryxECMQDq/ifP6hkY3iXGRKEnXtbTXsuCi5jAdNc5jSVV
ZmtCtVou7IkZqH4p1dXpoUHenX0CMQDGMeTaVVkV/gMRewKD+7TBbFAXu02BaNw9
5X4HLHJTMwS6QDf8vDBtJg7VqDTpwfUCMQCrhQTUGh9lakgSFme2D+AneYp7Z57/
4ohxZld4pP/nOe1wUI+lXblwmbbAB0bH0RUCMHj1KGNrpTP702mOtklQi89kSDlD
kZjCI3APKGw+XwOR5ne5C7JONAvZJ0KUJr7nJQIxALnl2gYVKRQEuA/DTvsaGca0
OpYAvdrBEcOEARZsszYTNdO58mcuaXbON0Rn1jA2Ww==
-----END RSA PRIVATE KEY-----
""",
    b"v=DKIM1; k=rsa; p=MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhALXuX4M0FnVZK4TnlMPJ32CHU01OwnN4zdEJboG4MqvGASndYpj4"
    b"VTiioNA2pQbixjSy3BCvradgPu7NR31rNsEZ1r5MQrDwHmWdU5PleM3DmviqqWxa/M3t97CfmYz1oQIDAQAB",
)
"""768 bits, which the libraries of today refuse to make."""


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
