"""Remembers which mail the process died of, so that it cannot kill it for ever.

While a mail is looked at, a slot of a small memory-mapped file names its fingerprint: no
system call, no fsync, because the page cache outlives a killed process. The file is locked
by its process; whoever starts next finds it without its owner and counts each mail in it as
one crash (`suspects`, one line a mail). A mail with FATAL crashes is not looked at again.
Losing these files (power, a full disk) costs only the count: trouble here never stops mail.
"""

import contextlib
import fcntl
import hashlib
import mmap
import os
import re
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import structlog

from gateway.mail.envelope import Transaction

log = structlog.get_logger()

FATAL: Final = 2
"""Crashes after which a mail is not looked at any more."""

HOPELESS: Final = 3
"""Crashes after which not even its copy is handled: the client is put off."""

KEPT: Final = 7 * 86400.0
"""Seconds a crash is remembered; no client tries longer."""

MOST: Final = 256
"""Mails that are remembered, the newest."""

_SLOT: Final = struct.Struct("<B15x16s32x")  # 64 bytes: in use, fingerprint
_SLOTS: Final = 1024
_MESSAGE_ID: Final = re.compile(rb"(?im)^message-id:[^\r\n]*")
_LOOKED_AT: Final = 64 * 1024
_SUFFIX: Final = ".running"


def fingerprint(tx: Transaction) -> bytes:
    """Which mail this is, however often it is tried: 16 bytes of envelope, Message-ID and body.

    The rest of the header is left out: a server before us may write a new `Received` field at each try.
    """
    raw = tx.message.raw
    body = max(raw.find(b"\r\n\r\n"), 0)
    digest = hashlib.blake2b(raw[body : body + _LOOKED_AT], digest_size=16)
    named = _MESSAGE_ID.search(raw, 0, body)
    digest.update(named[0] if named is not None else b"")
    digest.update(b"%d" % (len(raw) - body))
    envelope = tx.envelope
    for address in (envelope.mail_from.address, *sorted(path.address for path in envelope.rcpt_tos)):
        digest.update(address.encode("utf-8", "surrogateescape") + b"\0")
    return digest.digest()


class Marks:
    """The mails being looked at by this process, and those that killed one. `folder` is made if missing.

    `clock` gives seconds since the epoch. Not for several threads.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._clock = clock
        self._suspects: dict[bytes, tuple[int, float]] = {}
        self._read_at: tuple[int, int] | None = None
        self._slots: mmap.mmap | None = None
        self._free = list(range(_SLOTS))
        self._file = -1

    def open(self) -> None:
        """Count what the processes before us died of, and take a file of our own. Never raises."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._alone():
                self._collect()
            self._take_file()
        except (
            OSError,
            ValueError,
        ) as error:  # ValueError: a file shorter than was written, the disk is full
            log.warning("poison.unmarked", why=str(error))

    def close(self) -> None:
        """A clean end: nothing is left to be counted. May be called twice."""
        if self._slots is not None:
            self._slots.close()
            self._slots = None
            with contextlib.suppress(OSError):
                self._name().unlink()
            os.close(self._file)

    def crashes(self, tx: Transaction) -> int:
        """How many processes died while they looked at this mail. Never raises."""
        try:
            self._refresh()
        except OSError:
            return 0
        return self._suspects.get(fingerprint(tx), (0, 0.0))[0] if self._suspects else 0

    @contextlib.contextmanager
    def looking_at(self, tx: Transaction, *, acquit: bool = True) -> Iterator[None]:
        """The mail is marked while the block runs; one that comes out of it alive is no suspect any more.

        `acquit` False: the block is only the beginning of what may be deadly, so nothing is known yet.
        """
        if self._slots is None or not self._free:
            yield
            return
        number, mark = self._free.pop(), fingerprint(tx)
        start = number * _SLOT.size
        self._slots[start : start + _SLOT.size] = _SLOT.pack(1, mark)
        try:
            yield
        finally:
            if self._slots is not None:
                self._slots[start : start + _SLOT.size] = bytes(_SLOT.size)
            self._free.append(number)
        if acquit and self._suspects.get(mark, (FATAL, 0.0))[0] < FATAL:
            self._acquit(mark)

    def _acquit(self, mark: bytes) -> None:
        with contextlib.suppress(OSError), self._alone():
            self._refresh()
            self._suspects.pop(mark, None)
            self._write()

    def _name(self) -> Path:
        return self._folder / f"{os.getpid()}{_SUFFIX}"

    def _take_file(self) -> None:
        self._file = os.open(self._name(), os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Written, not only sized: a hole that the disk has no room for would be SIGBUS when it is used.
            os.write(self._file, bytes(_SLOT.size * _SLOTS))
            self._slots = mmap.mmap(self._file, _SLOT.size * _SLOTS)
        except (OSError, ValueError):
            os.close(self._file)
            raise

    def _collect(self) -> None:
        """Turn the files of dead processes into counts."""
        self._refresh()
        found = False
        for left in sorted(self._folder.glob(f"*{_SUFFIX}")):
            for mark in _left_behind(left):
                count, _ = self._suspects.get(mark, (0, 0.0))
                self._suspects[mark] = count + 1, self._clock()
                found = True
                log.error("poison.crash", mail=mark.hex(), crashes=count + 1)
        if found:
            self._write()

    def _refresh(self) -> None:
        """Read the counts again if another process wrote them."""
        try:
            stat = (self._folder / "suspects").stat()
        except FileNotFoundError:
            self._suspects, self._read_at = {}, None
            return
        if self._read_at == (stat.st_mtime_ns, stat.st_ino):
            return
        self._read_at = stat.st_mtime_ns, stat.st_ino
        oldest = self._clock() - KEPT
        found = {}
        for line in (self._folder / "suspects").read_text("ascii", "replace").splitlines():
            with contextlib.suppress(ValueError):
                mark, count, at = line.split()
                if float(at) >= oldest:
                    found[bytes.fromhex(mark)] = int(count), float(at)
        self._suspects = found

    def _write(self) -> None:
        newest = sorted(self._suspects.items(), key=lambda entry: entry[1][1])[-MOST:]
        text = "".join(f"{mark.hex()} {count} {at:.0f}\n" for mark, (count, at) in newest)
        fresh = self._folder / "suspects.new"
        fresh.write_text(text, "ascii")
        fresh.replace(self._folder / "suspects")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time changes the counts; nobody holds this for longer than a small file takes."""
        lock = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _left_behind(path: Path) -> list[bytes]:
    """The mails in the file of a process that is gone, which is removed; nothing where its owner lives."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return []
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return []
        data = os.read(file, _SLOT.size * _SLOTS)
        path.unlink(missing_ok=True)
    finally:
        os.close(file)
    whole = data[: len(data) // _SLOT.size * _SLOT.size]
    # A mail that two sessions were at is one suspect: it was one process that died.
    return list(dict.fromkeys(mark for used, mark in _SLOT.iter_unpack(whole) if used))
