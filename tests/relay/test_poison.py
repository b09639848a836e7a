"""Which mail the process died of: marked while it is looked at, counted by whoever starts next."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.mail.message import Message
from gateway.relay.poison import KEPT, MOST, Marks, fingerprint
from tests.support.mails import HEAD, outbound

RAW = HEAD + b"\r\nHello\r\n"


def die(folder: Path, raw: bytes = RAW) -> None:
    """Another process that ends while it looks at the mail."""
    pid = os.fork()
    if pid == 0:
        marks = Marks(folder)
        marks.open()
        with marks.looking_at(outbound(raw)):
            os._exit(9)
    os.waitpid(pid, 0)


def opened(folder: Path, at: float | None = None) -> Marks:
    marks = Marks(folder) if at is None else Marks(folder, lambda: at)
    marks.open()
    return marks


@pytest.mark.parametrize("crashes", [0, 1, 2, 3])
def test_each_death_is_counted_by_the_next_process(tmp_path: Path, crashes: int) -> None:
    for _ in range(crashes):
        die(tmp_path)
    marks = opened(tmp_path)
    assert (marks.crashes(outbound(RAW)), marks.crashes(outbound(RAW + b"x\r\n"))) == (crashes, 0)
    marks.close()


def test_a_trace_field_in_front_makes_no_other_mail_another_recipient_does() -> None:
    """A server before us writes a new `Received` at each try."""
    first, again = outbound(RAW), outbound(b"Received: now\r\n" + RAW)
    other = replace(first, message=Message(RAW), envelope=outbound(RAW, "z@privat.example").envelope)
    assert fingerprint(first) == fingerprint(again) != fingerprint(other)


def test_who_comes_out_alive_is_no_suspect_until_it_was_deadly_twice(tmp_path: Path) -> None:
    die(tmp_path)
    marks = opened(tmp_path)
    with marks.looking_at(outbound(RAW)):
        pass
    assert marks.crashes(outbound(RAW)) == 0
    marks.close()
    die(tmp_path)
    die(tmp_path)
    marks = opened(tmp_path)
    with marks.looking_at(outbound(RAW)):
        pass
    assert marks.crashes(outbound(RAW)) == 2
    marks.close()


def test_a_process_that_lives_is_not_counted_and_hears_of_the_others(tmp_path: Path) -> None:
    """Several workers share the folder."""
    living = opened(tmp_path)
    with living.looking_at(outbound(RAW)):
        die(tmp_path)
        next_one = Marks(tmp_path)
        next_one._collect()
        assert (next_one.crashes(outbound(RAW)), living.crashes(outbound(RAW))) == (1, 1)
    living.close()


def test_an_exception_is_no_crash(tmp_path: Path) -> None:
    marks = opened(tmp_path)
    with pytest.raises(ValueError, match="x"), marks.looking_at(outbound(RAW)):
        raise ValueError("x")
    marks.close()
    assert opened(tmp_path).crashes(outbound(RAW)) == 0


def test_old_crashes_are_forgotten_and_their_number_is_bounded(tmp_path: Path) -> None:
    die(tmp_path)
    opened(tmp_path, at=1e9).close()
    later = opened(tmp_path, at=1e12 + KEPT)
    assert later.crashes(outbound(RAW)) == 0
    later._suspects = {bytes([n % 256, n // 256]): (1, float(n)) for n in range(MOST + 50)}
    later._write()
    later.close()
    assert len((tmp_path / "suspects").read_text().splitlines()) == MOST


def test_a_folder_that_cannot_be_written_costs_only_the_marks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    marks = opened(tmp_path / "file" / "folder")
    with marks.looking_at(outbound(RAW)):
        assert marks.crashes(outbound(RAW)) == 0
    marks.close()
