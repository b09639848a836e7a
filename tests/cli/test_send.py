"""`marketgate send` hands the bytes of a file to a listener and says what it answered."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from gateway.cli.send import send, wire_form
from gateway.cli.standin import StandIn
from gateway.mail.reply import Reply
from tests.support.background import standin_in_background

MAIL = b"From: a@b.example\r\nSubject: x\r\n\r\n.dot\r\n\xc3\xbc\r\n"


class Picky(StandIn):
    """Refuses the recipient nobody@d.example, and everybody for the sender bad@b.example."""

    def _answer(self, dialog, verb: str, rest: str) -> Reply:  # type: ignore[no-untyped-def]
        if verb == "MAIL" and "bad@" in rest:
            return Reply.make(550, "5.7.1 Go away")
        if verb == "RCPT" and "nobody@" in rest:
            return Reply.make(550, "5.1.1 No such user")
        return super()._answer(dialog, verb, rest)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StandIn]:
    with standin_in_background(tmp_path / "kept", kind=Picky) as running:
        yield running


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """The command sets up the log of its process; here that is the tests' process."""
    yield
    structlog.reset_defaults()


def run(port: int, *more: str, mail: bytes = MAIL, to: tuple[str, ...] = ("c@d.example",)) -> Result:
    recipients = [word for address in to for word in ("--to", address)]
    sender = [] if "--from" in more else ["--from", "a@b.example"]
    arguments = ["-", *recipients, *sender, "--via", "inbound", "--server", f"127.0.0.1:{port}", *more]
    return CliRunner().invoke(send, arguments, input=mail)


def test_sends_the_bytes_as_they_are_and_prints_the_reply(server: StandIn) -> None:
    """CRLF files go unchanged; 8-bit mail says BODY=8BITMIME."""
    result = run(server.port)
    assert (result.exit_code, result.stdout) == (0, "250 2.0.0 kept as 001.eml\n")
    [kept] = server.mails
    assert (kept.raw, kept.mail_from, kept.mail_params, kept.rcpt_tos) == (
        MAIL,
        "a@b.example",
        "BODY=8BITMIME",
        ("c@d.example",),
    )


@pytest.mark.parametrize(
    ("file", "wire"),
    [
        (b"a: b\r\n\r\nx\r\n", b"a: b\r\n\r\nx\r\n"),
        (b"a: b\n\nx\n", b"a: b\r\n\r\nx\r\n"),
        (b"a: b\n\nx", b"a: b\r\n\r\nx\r\n"),
        (b"a: b\r\n\r\nbare\nlf\r\n", b"a: b\r\n\r\nbare\nlf\r\n"),
        (b"a: b\r\n\r\nx", b"a: b\r\n\r\nx\r\n"),
    ],
)
def test_only_files_with_lf_line_ends_are_given_crlf(file: bytes, wire: bytes) -> None:
    """A mixed file is handed over as it is, so that what the gateway says to it can be seen."""
    assert wire_form(file) == wire


def test_reads_a_file_and_several_recipients(server: StandIn, tmp_path: Path) -> None:
    """FILE may be a path; --to may be repeated; <> is the null sender."""
    path = tmp_path / "mail.eml"
    path.write_bytes(b"Subject: x\n\nx\n")
    arguments = [str(path), "--to", "c@d.example", "--to", "e@f.example", "--from", "<>", "--via", "outbound"]
    result = CliRunner().invoke(send, [*arguments, "--server", f"127.0.0.1:{server.port}"])
    assert result.exit_code == 0, result.output
    [kept] = server.mails
    assert (kept.raw, kept.mail_from, kept.mail_params, kept.rcpt_tos) == (
        b"Subject: x\r\n\r\nx\r\n",
        "",
        "",
        ("c@d.example", "e@f.example"),
    )


def test_a_refused_recipient_is_named_and_the_others_get_it(server: StandIn) -> None:
    """Exit 1, because not everybody got it."""
    result = run(server.port, to=("nobody@d.example", "c@d.example"))
    assert (result.exit_code, result.stdout) == (
        1,
        "nobody@d.example: 550 5.1.1 No such user\n250 2.0.0 kept as 001.eml\n",
    )


def test_a_refused_sender_or_only_recipient_is_exit_1(server: StandIn) -> None:
    """Nothing is sent, and the reply is shown."""
    sender = run(server.port, "--from", "bad@b.example")
    assert (sender.exit_code, sender.stdout) == (1, "550 5.7.1 Go away\n")
    recipient = run(server.port, to=("nobody@d.example",))
    assert (recipient.exit_code, recipient.stdout) == (
        1,
        "nobody@d.example: 550 5.1.1 No such user\nno recipient was accepted\n",
    )
    assert server.mails == []


def test_json_says_everything(server: StandIn) -> None:
    """One object, every key present."""
    result = run(server.port, "--json", to=("nobody@d.example", "c@d.example"))
    assert json.loads(result.stdout) == {
        "file": "-",
        "via": "inbound",
        "server": f"smtp://127.0.0.1:{server.port}",
        "mail_from": "a@b.example",
        "recipients": [
            {"address": "nobody@d.example", "reply": "550 5.1.1 No such user"},
            {"address": "c@d.example", "reply": "250 2.1.5 OK"},
        ],
        "taken": False,
        "reply": "250 2.0.0 kept as 001.eml",
    }


def test_nobody_there_is_exit_69(tmp_path: Path) -> None:
    """A closed port is said to be one, and with --json as an object too."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        result = run(port)
        assert result.exit_code == 69
        assert result.stderr.startswith(f"no answer from smtp://127.0.0.1:{port}: ")
        assert json.loads(run(port, "--json").stdout)["taken"] is False


@pytest.mark.parametrize("wrong", ["nobody", "a@b@c.example", "a@", "a b@c.example", "a@-b.example"])
def test_a_wrong_address_is_exit_2_and_named(wrong: str) -> None:
    """Nothing is connected to before the addresses are right."""
    result = run(1, to=(wrong,))
    assert result.exit_code == 2
    assert repr(wrong) in result.stderr
    assert "--to" in result.stderr


def test_an_empty_file_is_exit_2() -> None:
    """There is nothing to send in it."""
    result = run(1, mail=b"\n")
    assert (result.exit_code, "the file is empty" in result.stderr) == (2, True)


def test_broken_configuration_is_exit_78(tmp_path: Path) -> None:
    """Without --server the listener is looked up; where the file is broken, its error is shown."""
    (tmp_path / "gateway.toml").write_text("company = 1\n")
    arguments = ["-", "--to", "c@d.example", "--from", "a@b.example", "--via", "inbound"]
    result = CliRunner().invoke(send, [*arguments, "--config", str(tmp_path)], input=MAIL)
    assert result.exit_code == 78
    assert "gateway.toml" in result.stderr
