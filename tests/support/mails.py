"""Mails for tests, put together byte by byte, and the values around them."""

import base64
import quopri
from dataclasses import replace
from datetime import UTC, datetime

from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.words import Confidence, Direction, Thread, VerdictName

HEAD = (
    b"From: Eva Beispiel <eva@example.com>\r\nTo: Max Muster <max@privat.example>\r\nSubject: Re: Stuhl\r\n"
)


def body_bytes(text: str, cte: str, charset: str = "utf-8", width: int = 76) -> bytes:
    """`text` ("\\n" line ends) as a body with CRLF line ends in that charset and transfer encoding."""
    data = text.replace("\n", "\r\n").encode(charset)
    if cte == "base64":
        whole = base64.b64encode(data)
        return b"".join(whole[start : start + width] + b"\r\n" for start in range(0, len(whole), width))
    if cte == "quoted-printable":
        lines = (quopri.encodestring(line, quotetabs=False) for line in data.split(b"\r\n"))
        return b"\r\n".join(line.replace(b"\n", b"\r\n") for line in lines)
    return data


def part(
    text: str, cte: str, kind: str = "plain", charset: str = "utf-8", more: str = "", width: int = 76
) -> bytes:
    """A text entity: header, empty line, body."""
    head = f"Content-Type: text/{kind}; charset={charset}{more}\r\nContent-Transfer-Encoding: {cte}\r\n\r\n"
    return head.encode("ascii") + body_bytes(text, cte, charset, width)


def single(entity: bytes, head: bytes = HEAD) -> bytes:
    """A message whose body is that one entity."""
    return head + b"MIME-Version: 1.0\r\n" + entity


def several(*entities: bytes, kind: str = "alternative", head: bytes = HEAD, boundary: str = "=_b1") -> bytes:
    """A multipart message of those entities."""
    mark = boundary.encode("ascii")
    field = b'MIME-Version: 1.0\r\nContent-Type: multipart/%s;\r\n boundary="%s"\r\n\r\n' % (
        kind.encode("ascii"),
        mark,
    )
    parts = b"".join(b"--" + mark + b"\r\n" + entity + b"\r\n" for entity in entities)
    return head + field + parts + b"--" + mark + b"--\r\n"


def outbound(raw: bytes, rcpt: str = "max@privat.example", body: str = "") -> Transaction:
    """The outbound transaction that carries `raw`; `body` is the value of the BODY parameter (RFC 6152)."""
    sender = path_of("eva@example.com")
    if body:
        sender = replace(sender, params=(f"BODY={body}",))
    return Transaction(
        id="abcdefghijklmnop",
        direction=Direction.OUTBOUND,
        session=Session(ip="192.0.2.1"),
        envelope=Envelope(sender, (path_of(rcpt),)),
        message=Message(raw),
        at=datetime(2026, 1, 13, 9, 0, tzinfo=UTC),
    )


def a_thread(
    marketplace: str = "amazon",
    orders: tuple[str, ...] = ("302-1234567-1234567",),
    language: str | None = None,
    footers: int = 0,
) -> Thread:
    """A remembered conversation about an order."""
    return Thread(
        id="t1",
        verdict=VerdictName.OFFCHANNEL,
        confidence=Confidence.CONFIRMED,
        marketplace=marketplace,
        orders=orders,
        legal=None,
        correspondents=("max@privat.example",),
        language=language,
        footers=footers,
    )
