"""Signing: fields that dkimpy itself finds right, keys of both kinds, and which signatures an edit breaks."""

import base64
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from gateway.config.models import Gateway
from gateway.mail.message import Message
from gateway.mail.splice import Splice, apply
from gateway.policy.signatures import OwnSignature, own_signatures
from gateway.relay.authentication import Authenticator
from gateway.relay.dkim_process import DkimProcess
from gateway.relay.signing import CannotSign, Signer
from gateway.relay.txt import TxtLookup
from gateway.words import Signature
from tests.support.dkim import MAIL, WEAK_KEY, ed25519_key, rsa_key, signed
from tests.support.dns import DnsServer

NOW = datetime.now(UTC)
OURS = MAIL.replace(b"order@amazon.example", b"eva@example.com")


@pytest.fixture
async def process() -> AsyncIterator[DkimProcess]:
    made = DkimProcess()
    yield made
    await made.close()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "example.com.pem"
    path.write_bytes(rsa_key().pem)
    return path


async def field(process: DkimProcess, key: Path, raw: bytes = OURS) -> bytes:
    return await Signer(process).sign([raw[:50], raw[50:]], domain="Example.com", selector="s1", key=key)


def valid(raw: bytes) -> bool:
    """What dkimpy says, unchanged, of the first signature."""
    return bool(dkim.verify(raw, dnsfunc=lambda name, timeout=5: rsa_key().record))


async def test_an_rsa_signature_is_right_for_dkimpy(process: DkimProcess, key: Path) -> None:
    """ASCII, folded, relaxed/relaxed, SHA-256, From once more than it stands there."""
    made = await field(process, key)
    assert valid(made + OURS)
    assert not valid(made + OURS.replace(b"its  way", b"its weg"))
    assert not valid(made + b"From: x@evil.example\r\n" + OURS)
    assert valid(b"X-Other: 1\r\nReceived: by next\r\n" + made + OURS)
    tags = dict(re.findall(rb"(\w+)=([^;]*)", re.sub(rb"\s", b"", made)))
    assert tags | {b"t": b"", b"b": b"", b"bh": b""} == {
        b"v": b"1",
        b"a": b"rsa-sha256",
        b"c": b"relaxed/relaxed",
        b"d": b"example.com",
        b"i": b"@example.com",
        b"q": b"dns/txt",
        b"s": b"s1",
        b"h": b"from:to:subject:date:message-id:content-type:from",
        b"t": b"",
        b"b": b"",
        b"bh": b"",
    }
    assert made.startswith(b"DKIM-Signature: v=1;")
    assert made.endswith(b"\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 78


async def test_an_ed25519_signature_is_right_for_our_own_check(process: DkimProcess, tmp_path: Path) -> None:
    """From a PEM file, and from the seed alone; the check itself is held to the example of RFC 8463."""
    pem, seed = tmp_path / "ed.pem", tmp_path / "ed.seed"
    pem.write_bytes(ed25519_key().pem)
    private = load_pem_private_key(ed25519_key().pem, None)
    raw_key = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    seed.write_bytes(base64.b64encode(raw_key) + b"\n")
    async with DnsServer() as dns:
        dns.txt["s1._domainkey.example.com."] = (ed25519_key().record,)
        gateway = Gateway.model_validate(
            {"company": {"domains": ["example.com"]}, "dns": {"nameservers": [dns.address]}}
        )
        for path in (pem, seed):
            made = await field(process, path)
            message = Message(made + OURS)
            asked = Authenticator(process, TxtLookup)
            found = await asked.authenticate(message, ["example.com"], gateway)
            assert found.results == (Signature("example.com", "s1", "pass", True),)
            assert b"a=ed25519-sha256" in made


async def test_a_key_is_read_again_when_its_file_changes(process: DkimProcess, key: Path) -> None:
    """No restart for a new key."""
    assert valid(await field(process, key) + OURS)
    key.write_bytes(rsa_key(1024).pem)
    assert not valid(await field(process, key) + OURS)


async def test_signing_keeps_to_fields_that_are_there_and_asked_for(process: DkimProcess, key: Path) -> None:
    """Every instance of them, in any case."""
    raw = b"Comments: x\r\nSUBJECT: twice\r\nCC: c@c.de\r\n" + OURS
    made = await Signer(process).sign(
        [raw], domain="example.com", selector="s1", key=key, names=("From", "Subject", "Cc", "Reply-To")
    )
    assert b"h=subject:cc:from:subject:from;" in re.sub(rb"\s", b"", made)
    assert valid(made + raw)


async def test_a_large_mail_with_runs_of_blanks_is_signed_in_time(process: DkimProcess, key: Path) -> None:
    """50 MiB, which is the largest mail we take, and lines that dkimpy alone needs minutes for."""
    raw = OURS + b"a" + b" " * 1_000_000 + b"b\r\n" + (b"x" * 76 + b"\r\n") * 650_000
    made = await Signer(process).sign(
        (raw[at : at + 262_144] for at in range(0, len(raw), 262_144)),
        domain="example.com",
        selector="s1",
        key=key,
    )
    assert valid(made + OURS + b"a b\r\n" + raw[raw.index(b"x" * 76) :])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "{path}: the DKIM key cannot be read (No such file or directory)"),
        (
            b"nonsense!",
            "{path}: not a private key; write a PEM file with an RSA or Ed25519 key, without a password",
        ),
        (WEAK_KEY.pem, "{path}: the RSA key has only 768 bits; make one of 2048"),
        (
            ec.generate_private_key(ec.SECP256R1()).private_bytes(
                Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
            ),
            "{path}: neither an RSA nor an Ed25519 key; write a PEM file with an RSA or Ed25519 key, "
            "without a password",
        ),
    ],
)
async def test_a_key_that_cannot_be_used_is_named(
    process: DkimProcess, tmp_path: Path, content: bytes | None, why: str
) -> None:
    """The file, what is wrong with it, and the cure."""
    path = tmp_path / "key.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotSign) as caught:
        await field(process, path)
    assert caught.value.why == why.format(path=path)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (
            b" x\r\n" + OURS,
            "the message cannot be signed: the header begins with a line that is no field",
        ),
        (
            OURS.replace(b"Subject", b"no field\r\nSubject"),
            "the message cannot be signed: the header has a line that is no field",
        ),
        (b"Subject: x\r\n\r\nHi\r\n", "the message has no From"),
    ],
)
async def test_a_message_that_cannot_be_signed_says_why(
    process: DkimProcess, key: Path, raw: bytes, why: str
) -> None:
    """No signature that others would find wrong."""
    with pytest.raises(CannotSign) as caught:
        await field(process, key, raw)
    assert caught.value.why == why


async def test_what_makes_no_sense_is_refused_before_the_process_is_asked(
    process: DkimProcess, key: Path
) -> None:
    """Names that are none, and a signature without From."""
    signer = Signer(process)
    with pytest.raises(CannotSign, match="selector"):
        await signer.sign([OURS], domain="exa mple", selector="s1", key=key)
    with pytest.raises(CannotSign, match="From"):
        await signer.sign([OURS], domain="example.com", selector="s1", key=key, names=["to"])
    assert process.pid is None


async def test_a_process_that_is_gone_is_said_so(process: DkimProcess, key: Path) -> None:
    """The caller decides what becomes of the mail."""
    await process.close()
    with pytest.raises(CannotSign, match="shutting down"):
        await field(process, key)


def found(raw: bytes, *splices: Splice, prepended: bytes = b"") -> list[tuple[str, bool]]:
    return [
        (each.signature.domain, each.breaks)
        for each in own_signatures(Message(raw), ["example.com", "*.shop.example"], splices, prepended)
    ]


OWN = signed(OURS, domain=b"example.com")


def at(text: bytes, replacement: bytes, raw: bytes = OWN) -> Splice:
    """Replace the last such text."""
    return Splice(raw.rindex(text), len(text), replacement)


@pytest.mark.parametrize(
    ("splices", "prepended", "breaks"),
    [
        ((), b"", False),
        ((), b"Received: by us\r\nX-Marketgate-Id: 1\r\n", False),
        ((), b"From: x@example.com\r\n", True),
        ((at(b"way.", b"way. Please"),), b"", True),
        ((Splice(len(OWN), 0, b"-- \r\n"),), b"", True),
        ((at(b"To: Shop <shop@example.com>\r\n", b"To: x@example.com\r\n"),), b"", True),
        ((at(b"Subject: Your order\r\n", b""),), b"", True),
    ],
)
def test_an_edit_breaks_what_it_touches(splices: tuple[Splice, ...], prepended: bytes, breaks: bool) -> None:
    """The body, signed fields, a second From; what is only put in front does not."""
    assert found(OWN, *splices, prepended=prepended) == [("example.com", breaks)]
    edited = prepended + apply(OWN, splices)
    assert valid(edited) is not breaks


def test_removing_a_field_that_is_not_signed_breaks_nothing() -> None:
    """A forged tag between signed fields."""
    raw = OWN.replace(b"Subject:", b"X-Marketgate-Id: forged\r\nSubject:")
    splice = at(b"X-Marketgate-Id: forged\r\n", b"", raw)
    assert found(raw, splice) == [("example.com", False)]
    assert valid(apply(raw, [splice]))


@pytest.mark.parametrize(
    ("domain", "sender", "own"),
    [
        (b"example.com", b"eva@example.com", True),
        (b"mail.example.com", b"eva@example.com", True),
        (b"de.shop.example", b"eva@example.com", True),
        (b"shop.example", b"eva@de.shop.example", True),
        (b"example.org", b"eva@example.com", False),
        (b"notexample.com", b"eva@example.com", False),
        (b"amazon.example", b"order@amazon.example", False),
    ],
)
def test_own_signatures_are_those_of_our_domains(domain: bytes, sender: bytes, own: bool) -> None:
    """Foreign ones stay, whatever becomes of them."""
    raw = signed(OURS.replace(b"eva@example.com", sender), domain=domain)
    assert found(raw) == ([(domain.decode(), False)] if own else [])


def test_an_own_signature_can_be_taken_away_whole() -> None:
    """Its field and nothing else, where the next hop signs."""
    (only,) = own_signatures(Message(OWN), ["example.com"])
    assert isinstance(only, OwnSignature)
    assert apply(OWN, [only.removal]) == OURS
