"""Mails that nobody wrote: golden mails bent in the ways that real ones are."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

GOLDEN: Final = Path(__file__).parent.parent / "golden"
Mutation = Callable[[random.Random, bytes], bytes]


def samples() -> list[bytes]:
    """All golden mails, in both directions."""
    return [path.read_bytes() for path in sorted(GOLDEN.glob("*/*/message.eml"))]


def _slice(dice: random.Random, raw: bytes) -> tuple[int, int]:
    start = dice.randrange(len(raw) + 1)
    return start, min(len(raw), start + dice.choice((1, 2, 8, 40, 200)))


def drop(dice: random.Random, raw: bytes) -> bytes:
    """Some bytes are lost."""
    start, end = _slice(dice, raw)
    return raw[:start] + raw[end:]


def repeat(dice: random.Random, raw: bytes) -> bytes:
    """Some bytes come twice."""
    start, end = _slice(dice, raw)
    return raw[:end] + raw[start:end] + raw[end:]


def noise(dice: random.Random, raw: bytes) -> bytes:
    """Some bytes are others."""
    start, end = _slice(dice, raw)
    return raw[:start] + dice.randbytes(end - start).replace(b"\r", b" ").replace(b"\n", b" ") + raw[end:]


TOKENS: Final = (
    b"\r\n\r\n",
    b"\r\n",
    b"--",
    b"\r\n--x--\r\n",
    b"</body>",
    b"<!--",
    b"-->",
    b"<blockquote type=cite>",
    b"</div>",
    b"<table><tr>",
    b"<a href=x>",
    b"<pre>",
    b"<script>",
    b"> ",
    b"\r\n> quoted\r\n",
    b"=\r\n",
    b"=C3",
    b"=",
    b"\x00",
    b"\xff",
    b"Content-Type: text/html\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"; charset=utf-16",
    b"; format=flowed; delsp=yes",
    b"Am 12.01.26 um 10:11 schrieb Max:\r\n",
    b"\r\nVon: a@b.example\r\nGesendet: 12.01.2026 10:11\r\nAn: c\r\nBetreff: d\r\n",
    b"-----BEGIN PGP MESSAGE-----\r\n",
    b"x" * 1200,
)


def put_in(dice: random.Random, raw: bytes) -> bytes:
    """A piece of syntax appears somewhere."""
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + dice.choice(TOKENS) + raw[at:]


def swap_lines(dice: random.Random, raw: bytes) -> bytes:
    """Two lines change places."""
    lines = raw.split(b"\r\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\r\n".join(lines)


def relabel(dice: random.Random, raw: bytes) -> bytes:
    """A word of the MIME fields is replaced by another one."""
    words = (
        b"quoted-printable",
        b"base64",
        b"8bit",
        b"7bit",
        b"utf-8",
        b"iso-8859-1",
        b"windows-1252",
        b"us-ascii",
    )
    present = [word for word in words if word in raw]
    return raw.replace(dice.choice(present), dice.choice(words), 1) if present else raw


def cut_off(dice: random.Random, raw: bytes) -> bytes:
    """The end is missing."""
    return raw[: dice.randrange(len(raw) // 2, len(raw) + 1)]


MUTATIONS: Final[tuple[Mutation, ...]] = (drop, repeat, noise, put_in, put_in, swap_lines, relabel, cut_off)


def mutated(dice: random.Random, raw: bytes) -> bytes:
    """The mail with up to five changes, its line ends CRLF again as the listener guarantees."""
    for _ in range(dice.randrange(6)):
        raw = dice.choice(MUTATIONS)(dice, raw)
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"").replace(b"\n", b"\r\n")


NEW_WORDS: Final = (
    "Guten Tag,\r\n\r\nvielen Dank, wir kümmern uns darum.\r\n\r\nEva Beispiel\r\n\r\n".encode(),
    b"Hello,\r\n\r\nthank you, we are on it.\r\n\r\nEva\r\n\r\n",
    b"<p>Guten Tag,</p>\r\n<p>das Paket ist unterwegs.</p>\r\n",
    b"",
)


def as_reply(dice: random.Random, raw: bytes) -> bytes:
    """The mail as staff would send it as an answer: new words in front of its first text, From the "
    "company."""
    head, _, rest = raw.partition(b"\r\n\r\n")
    words = dice.choice(NEW_WORDS)
    quote = dice.choice((b"", b"Am 12.01.26 um 10:11 schrieb Max Muster:\r\n"))
    if b"\nContent-Transfer-Encoding: base64" in head or b"multipart" in head.lower():
        return head + b"\r\n\r\n" + rest
    quoted = b"\r\n".join(b"> " + line for line in rest.split(b"\r\n")) if quote else rest
    return head + b"\r\n\r\n" + words + quote + quoted
