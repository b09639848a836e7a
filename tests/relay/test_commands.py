"""Command lines end with CRLF and nothing else, and hold printable characters only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.relay.commands import MAX_LINE, BadLineError, Command, take, take_group


@pytest.mark.parametrize(
    ("wire", "command"),
    [
        (b"NOOP\r\n", Command("NOOP", "")),
        (b"noop \r\n", Command("NOOP", "")),
        (b"NOOP   two  words  \r\n", Command("NOOP", "two  words")),
        (b"mail FROM:<a@b.test> SIZE=1\r\n", Command("MAIL", "FROM:<a@b.test> SIZE=1")),
        ("RCPT TO:<jürgen@example.com>\r\n".encode(), Command("RCPT", "TO:<jürgen@example.com>")),
        (b"X-WORD a\r\n", Command("X-WORD", "a")),
        ("EHLO BÜRO-PC\r\n".encode(), Command("EHLO", "B??RO-PC")),
        ("helo BÜRO-PC\r\n".encode("latin-1"), Command("HELO", "B?RO-PC")),
    ],
)
def test_a_command_is_a_verb_and_an_argument(wire: bytes, command: Command) -> None:
    inbox = bytearray(wire + b"REST")
    assert (take(inbox), bytes(inbox)) == (command, b"REST")


@pytest.mark.parametrize("wire", [b"", b"N", b"NOOP", b"NOOP\r", b"x" * (MAX_LINE - 1)])
def test_an_unfinished_line_is_waited_for(wire: bytes) -> None:
    inbox = bytearray(wire)
    assert (take(inbox), bytes(inbox)) == (None, wire)


@pytest.mark.parametrize(
    "wire",
    [
        b"NOOP\n",
        b"NOOP\nNOOP\r\n",
        b"NOOP\rNOOP\r\n",
        b"NOOP\r\r\n",
        b"NOOP\rN",
        b"NO\0OP\r\n",
        b"\0",
        b"\n\r\n",
        b"x" * MAX_LINE,
        b"NOOP " + b"x" * (MAX_LINE - 6) + b"\r\n",
        b"GET / HTTP/1.0\r\n",
        b"connect a:25 HTTP/1.1\r\n",
    ],
)
def test_what_hides_something_or_speaks_otherwise_ends_the_session(wire: bytes) -> None:
    with pytest.raises(BadLineError) as raised:
        take(bytearray(wire))
    assert (raised.value.fatal, raised.value.reply.code) == (True, 500)


@pytest.mark.parametrize(
    "wire",
    [
        b"\r\n",
        b" NOOP\r\n",
        b"NOOP\targ\r\n",
        b"NOOP a\tb\r\n",
        b"NOOP \x1b[2J\r\n",
        b"NOOP \x7f\r\n",
        b"MAIL FROM:<a\xff@b.test>\r\n",
        "MAIL FROM:<a\u0085@b.test>\r\n".encode(),
        "MAIL FROM:<a\u2028@b.test>\r\n".encode(),
        "NOOP ü\r\n".encode(),
        "Ärger\r\n".encode(),
        b"250 OK\r\n",
    ],
)
def test_other_bad_lines_cost_only_themselves(wire: bytes) -> None:
    inbox = bytearray(wire + b"NOOP\r\n")
    with pytest.raises(BadLineError) as raised:
        take(inbox)
    assert (raised.value.fatal, raised.value.reply.code) == (False, 500)
    assert take(inbox) == Command("NOOP", "")


@given(st.binary(max_size=60))
def test_any_bytes_give_a_command_or_wait_or_are_refused(wire: bytes) -> None:
    inbox = bytearray(wire)
    try:
        command = take(inbox)
    except BadLineError:
        return
    if command is not None:
        line = f"{command.verb} {command.argument}"
        assert line.isprintable()
        assert command.verb == command.verb.upper()


@pytest.mark.parametrize(
    ("wire", "taken", "left"),
    [
        (b"RCPT a\r\nrcpt b\r\nRCPT c\r\n", ["a", "b"], b"RCPT c\r\n"),
        (b"RCPT a\r\nDATA\r\nRCPT b\r\n", ["a"], b"DATA\r\nRCPT b\r\n"),
        (b"RCPT a\r\nRCPT b", ["a"], b"RCPT b"),
        (b"RCPT a\r\nRC\nPT b\r\n", ["a"], b"RC\nPT b\r\n"),
        (b"RCPT a\x07\r\nRCPT b\r\n", [], b"RCPT a\x07\r\nRCPT b\r\n"),
        (b"RCPT " + b"x" * MAX_LINE + b"\r\n", [], b"RCPT " + b"x" * MAX_LINE + b"\r\n"),
        (b"", [], b""),
        (b"\r\nRCPT a\r\n", [], b"\r\nRCPT a\r\n"),
    ],
)
def test_a_group_ends_before_the_first_line_that_is_no_whole_command_of_it(
    wire: bytes, taken: list[str], left: bytes
) -> None:
    inbox = bytearray(wire)
    assert [command.argument for command in take_group(inbox, "RCPT", 2)] == taken
    assert bytes(inbox) == left
