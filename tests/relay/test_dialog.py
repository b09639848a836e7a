"""The dialog without I/O: replies out of bytes, commands, data as they go over the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mail.reply import Reply
from gateway.relay.dialog import Dialog, ProtocolError, command, extensions, stuffed


def read(wire: bytes, size: int = 1 << 20) -> list[Reply]:
    """All replies in `wire`, fed in portions of `size`."""
    dialog = Dialog()
    return [reply for at in range(0, len(wire), size) for reply in dialog.receive(wire[at : at + size])]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_replies_come_out_whole_however_they_are_cut(size: int) -> None:
    wire = b"220 hop.test\r\n250-hop.test\r\n250-SIZE 1\r\n250 DSN\r\n550\r\n451-4.3.0 a\n451 b\n"
    assert read(wire, size) == [
        Reply(220, (b"hop.test",)),
        Reply(250, (b"hop.test", b"SIZE 1", b"DSN")),
        Reply(550, (b"",)),
        Reply(451, (b"4.3.0 a", b"b")),
    ]


def test_a_reply_travels_on_as_it_was_written() -> None:
    wire = "550-5.1.1  Empfänger\tunbekannt \r\n550 \r\n".encode()
    (reply,) = read(wire)
    assert bytes(reply) == wire


@pytest.mark.parametrize(
    "wire",
    [
        b"hello\r\n",
        b"000 zero\r\n",
        b"150 one\r\n",
        b"999 nine\r\n",
        b"25 short\r\n",
        b"2500 long\r\n",
        b"250_glued\r\n",
        b"\r\n",
        b"250-a\r\n251 b\r\n",
        b"250 nul\0\r\n",
        b"250 a\rb\r\n",
        b"250 escape\x1b[2J\r\n",
    ],
)
def test_what_is_no_reply_is_a_protocol_error(wire: bytes) -> None:
    with pytest.raises(ProtocolError):
        read(wire)


def test_a_reply_has_at_most_512_lines() -> None:
    assert len(read(b"250-x\r\n" * 511 + b"250 x\r\n")[0].lines) == 512
    with pytest.raises(ProtocolError):
        read(b"250-x\r\n" * 512 + b"250 x\r\n")


@pytest.mark.parametrize("wire", [b"250 " + b"x" * 65_536, (b"250-" + b"x" * 994 + b"\r\n") * 66])
def test_a_reply_has_at_most_64_kibibytes_even_unfinished(wire: bytes) -> None:
    with pytest.raises(ProtocolError):
        read(wire, 1000)


def test_the_limits_are_for_each_reply() -> None:
    assert len(read((b"250 " + b"x" * 994 + b"\r\n") * 200)) == 200


def test_half_a_reply_is_not_idle() -> None:
    dialog = Dialog()
    assert dialog.idle
    dialog.receive(b"250-a\r\n")
    assert not dialog.idle
    dialog.receive(b"250 b\r\n")
    assert dialog.idle
    dialog.receive(b"2")
    assert not dialog.idle


def test_commands_stay_one_line() -> None:
    assert command("EHLO", "gate.test") == b"EHLO gate.test\r\n"
    assert command("RSET") == b"RSET\r\n"
    for argument in ("a\r\nRSET", "a\nb", "a\0b"):
        with pytest.raises(ValueError, match="not one command line"):
            command("EHLO", argument)


def test_extensions_are_keywords_with_parameters() -> None:
    reply = Reply(
        250, (b"hop.test greets you", b"size 100", b"8BITMIME", b"AUTH PLAIN LOGIN", b"*odd", b"SIZE 2")
    )
    assert extensions(reply) == {"SIZE": "100", "8BITMIME": "", "AUTH": "PLAIN LOGIN"}
    assert extensions(Reply(250, (b"hop.test",))) == {}


@pytest.mark.parametrize(
    ("message", "wire"),
    [
        (b"", b".\r\n"),
        (b"a", b"a\r\n.\r\n"),
        (b"a\r\n", b"a\r\n.\r\n"),
        (b"a\r", b"a\r\r\n.\r\n"),
        (b"a\n", b"a\n\r\n.\r\n"),
        (b".", b"..\r\n.\r\n"),
        (b".\r\n.\r\n", b"..\r\n..\r\n.\r\n"),
        (b"a\r\n..b\r\n", b"a\r\n...b\r\n.\r\n"),
        (b"a\n.b\r.c\r\n", b"a\n.b\r.c\r\n.\r\n"),
    ],
)
def test_dots_are_doubled_where_a_line_begins_and_nowhere_else(message: bytes, wire: bytes) -> None:
    for size in range(1, len(message) + 2):
        pieces = [message[at : at + size] for at in range(0, len(message), size)]
        assert b"".join(stuffed(pieces)) == wire


@given(st.lists(st.text(alphabet="\r\n.a", max_size=4).map(str.encode), max_size=12))
def test_stuffing_does_not_depend_on_the_pieces(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    end = b"" if not whole or whole.endswith(b"\r\n") else b"\r\n"
    expected = (b"\r\n" + whole + end).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n"
    assert b"".join(stuffed(pieces)) == expected
