"""Mailboxes as one history: every mail of mboxes, maildirs and folders of .eml, by date.

One pass reads the headers and keeps some forty bytes a mail; the mails themselves are
read one by one when their turn comes, so that a hundred thousand need no more memory
than one. Copies of one mail in several folders are one mail.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO, Final

from gateway.cli.mbox import HEADER, is_mbox, messages, unquoted
from gateway.cli.transactions import Unreadable
from gateway.mail.message import Message

_FIRST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class NoMail(Exception):
    """A path that is no mailbox; the text says why and what would be one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail lies: its file, its date (UTC), and in an mbox offset and length; else length is -1."""

    file: Path
    at: datetime
    offset: int = 0
    length: int = -1


@dataclass
class History:
    """The mails of all sources, sorted by `sort`. `copies` counts those left out as copies of another."""

    now: datetime
    copies: int = 0
    _files: list[str] = field(default_factory=list)
    _file: "array[int]" = field(default_factory=lambda: array("L"))
    _offset: "array[int]" = field(default_factory=lambda: array("Q"))
    _length: "array[int]" = field(default_factory=lambda: array("q"))
    _when: "array[int]" = field(default_factory=lambda: array("q"))
    _order: Sequence[int] = ()
    _known: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self._when)

    def add(self, path: Path, told: Callable[[int], None]) -> None:
        """Note all mails of an mbox, a maildir, a folder of .eml files, or one message file.

        `told` hears how many bytes (mbox) or files were read. Raises NoMail.
        """
        if path.is_dir():
            names = _files_of(path)
            for number, name in enumerate(names):
                self._add_file(name)
                told(number)
            return
        try:
            with path.open("rb") as file:
                if is_mbox(file):
                    self._add_mbox(path, file, told)
                    return
        except OSError as error:
            raise NoMail(f"{path} cannot be read: {error.strerror or error}") from None
        self._add_file(str(path))

    def sort(self) -> None:
        """Put the mails in the order of their dates; those of one second stay in the order given."""
        self._order = array("L", sorted(range(len(self)), key=self._when.__getitem__))
        self._known.clear()

    def __iter__(self) -> Iterator[Place]:
        for number in self._order:
            at = _EPOCH + timedelta(seconds=self._when[number])
            file = Path(self._files[self._file[number]])
            yield Place(file, at, self._offset[number], self._length[number])

    def _add_mbox(self, path: Path, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._files.append(str(path))
        last = _EPOCH + timedelta(seconds=path.stat().st_mtime)
        for found in messages(file):
            last = self._date(found.header) or _from_line_date(found.from_line) or last
            self._note(found.header, found.offset, found.length, last)
            told(found.offset + found.length)

    def _add_file(self, name: str) -> None:
        self._files.append(name)
        try:
            with Path(name).open("rb") as file:
                header = _header(file)
            changed = Path(name).stat().st_mtime
        except OSError:
            header, changed = b"", 0.0  # said again, with the reason, when its turn comes
        when = self._date(header) or _EPOCH + timedelta(seconds=changed)
        self._note(header, 0, -1, when)

    def _note(self, header: bytes, offset: int, length: int, at: datetime) -> None:
        identity = _identity(header)
        if identity is not None:
            if identity in self._known:
                self.copies += 1
                return
            self._known.add(identity)
        self._file.append(len(self._files) - 1)
        self._offset.append(offset)
        self._length.append(length)
        self._when.append(int((at - _EPOCH).total_seconds()))

    def _date(self, header: bytes) -> datetime | None:
        """The Date, else the time of the newest Received; None if there is none that can be true."""
        message = Message(header)
        received = (message.get("received") or "").rpartition(";")[2]
        for text in (message.get("date"), received):
            at = parsed_date(text or "")
            if at is not None and _FIRST <= at <= self.now + timedelta(days=2):
                return at
        return None


class Mails:
    """Reads mails at their places; keeps an mbox open as long as it is read. A context manager."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._open: dict[Path, BinaryIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Mails":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def read(self, place: Place) -> bytes:
        """The bytes of a mail as they are in its file. Raises Unreadable."""
        try:
            size = place.length if place.length >= 0 else place.file.stat().st_size
            if size > self._largest:
                raise Unreadable(f"has {size} bytes, more than limits.message_size lets through")
            raw = self._piece(place) if place.length >= 0 else place.file.read_bytes()
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror or error}") from None
        if not raw.strip():
            raise Unreadable("is empty, not a mail")
        if not Message(raw[:HEADER]).block.fields:
            raise Unreadable("has no header, not a mail")
        return raw

    def _piece(self, place: Place) -> bytes:
        file = self._open.get(place.file)
        if file is None:
            file = self._open[place.file] = self._stack.enter_context(place.file.open("rb"))
        file.seek(place.offset)
        return unquoted(file.read(place.length))


def _files_of(folder: Path) -> list[str]:
    """The mails of a maildir (drafts left out), or the *.eml of a folder, in name order. Raises NoMail."""
    try:
        if (folder / "cur").is_dir() and (folder / "new").is_dir():
            both = [*(folder / "cur").iterdir(), *(folder / "new").iterdir()]
            kept = (one for one in both if one.is_file() and "D" not in one.name.partition(":2,")[2])
            return sorted(str(one) for one in kept if not one.name.startswith("."))
        found = sorted(str(one) for one in folder.iterdir() if one.suffix.lower() == ".eml")
    except OSError as error:
        raise NoMail(f"{folder} cannot be read: {error.strerror or error}") from None
    if not found:
        raise NoMail(
            f"{folder} holds no mail; name an mbox file, a maildir (with cur and new), or *.eml files"
        )
    return found


def _header(file: BinaryIO) -> bytes:
    """The header at the beginning of a message file, at most 64 KiB of it."""
    read = file.read(HEADER)
    ends = [place for place in (read.find(b"\n\n"), read.find(b"\r\n\r\n")) if place >= 0]
    return read[: min(ends) + 2] if ends else read


def _identity(header: bytes) -> int | None:
    """What copies of one mail in several folders have in common; None for mail without a Message-ID."""
    message = Message(header)
    if message.message_id is None:
        return None
    fields = (message.message_id, *(message.get(name) or "" for name in ("date", "from", "subject")))
    return int.from_bytes(hashlib.blake2b(repr(fields).encode(), digest_size=8).digest())


def _from_line_date(line: bytes) -> datetime | None:
    return parsed_date(b" ".join(line.split()[2:]).decode("ascii", "replace"))


def parsed_date(text: str) -> datetime | None:
    """A date as mail writes it, in UTC; None if it is none."""
    try:
        at = parsedate_to_datetime(text[:100])
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
