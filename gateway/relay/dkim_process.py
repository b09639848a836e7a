"""The DKIM process: a child that checks and makes signatures, one mail at a time, within a time limit.

Signatures are strangers' input to a library that was not made for hostile input, so it runs
where it can be killed. The child is a new Python (nothing of ours is forked), which reads
frames (4 bytes of length, big-endian) on stdin and answers on stdout: a request is a frame of
JSON, the message in frames, an empty frame; the answer one frame of JSON. A child that is
slow, dead or talks nonsense costs the one mail NoAnswer, is killed, and replaced at once.
"""

import asyncio
import contextlib
import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO, Final, TypeAlias

import structlog

log = structlog.get_logger()

LIMIT: Final = 2.0
"""Seconds for the work on one mail."""

PATIENCE: Final = 3.0
"""Seconds that one mail waits in all: for its turn, for a fresh child, and for the work."""

_START: Final = 10.0
"""Seconds until a child that is not ready is given up. No mail waits that long for it."""

MAX_ANSWER: Final = 1024 * 1024
MEMORY: Final = 1024 * 1024 * 1024
"""Bytes of address space the child may have."""

_LENGTH: Final = struct.Struct(">I")
_PIECE: Final = 256 * 1024
_READY: Final = {"ready": True}

Answer: TypeAlias = dict[str, Any]
Work: TypeAlias = Callable[[dict[str, Any], bytes], Answer]


class NoAnswer(Exception):
    """The child did not do it; `why` in a few words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class DkimProcess:
    """The parent's side. The child is started by `start`, or by the first `ask`."""

    def __init__(self, *, limit: float = LIMIT, patience: float = PATIENCE, memory: int = MEMORY) -> None:
        self._limit = limit
        self._patience = patience
        self._memory = memory
        self._turn = asyncio.Lock()
        self._child: asyncio.Task[asyncio.subprocess.Process] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process id of the child that is up, or None."""
        child = self._up()
        return child.pid if child else None

    async def start(self) -> None:
        """Have a child up before the first mail needs it. Raises NoAnswer."""
        try:
            async with asyncio.timeout(self._patience), self._turn:
                await self._ready()
        except OSError:  # a time-out is one
            raise NoAnswer("the DKIM process does not start") from None

    async def ask(self, request: dict[str, Any], pieces: Iterable[bytes]) -> Answer:
        """The child's answer to a request about a message, which is given in pieces. Raises NoAnswer."""
        began = False
        try:
            async with asyncio.timeout(self._patience), self._turn:
                child = await self._ready()
                began = True
                async with asyncio.timeout(self._limit):
                    return await _exchange(child, request, pieces)
        except TimeoutError:
            why = "took too long" if began else "no DKIM process in time"
        except (OSError, EOFError, ValueError) as error:
            why = f"the DKIM process broke: {type(error).__name__}"
        except asyncio.CancelledError:
            if began:
                self._replace("cancelled")
            raise
        if began:
            self._replace(why)
        raise NoAnswer(why)

    async def close(self) -> None:
        """End the child. Nothing can be asked afterwards."""
        self._closed = True
        child, self._child = self._child, None
        if child is not None:
            with contextlib.suppress(NoAnswer, OSError):
                _kill(await child)
                await child.result().wait()

    async def _ready(self) -> asyncio.subprocess.Process:
        """The child, up; one that died is replaced. Waiting can be given up without stopping its start."""
        if self._closed:
            raise NoAnswer("shutting down")
        if self._child is not None and self._child.done() and self._up() is None:
            self._child = None
        if self._child is None:
            self._child = asyncio.create_task(_spawn(self._memory))
        return await asyncio.shield(self._child)

    def _up(self) -> asyncio.subprocess.Process | None:
        if self._child is None or not self._child.done() or self._child.cancelled():
            return None
        if self._child.exception() is not None:
            return None
        child = self._child.result()
        return child if child.returncode is None else None

    def _replace(self, why: str) -> None:
        """Kill the child, whatever it does, and start the next one without waiting for it."""
        log.warning("dkim.restarted", why=why)
        child = self._up()
        if child is not None:
            _kill(child)
        self._child = None if self._closed else asyncio.create_task(_spawn(self._memory))


async def _spawn(memory: int) -> asyncio.subprocess.Process:
    """A child that said it is ready."""
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LC_ALL": "C.UTF-8"}
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        __name__,
        str(memory),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=environment,
    )
    try:
        async with asyncio.timeout(_START):
            if await _receive(child) != _READY:
                raise ValueError("not the answer of a fresh child")
    except (OSError, EOFError, ValueError):
        _kill(child)
        raise NoAnswer("the DKIM process does not start") from None
    except BaseException:
        _kill(child)
        raise
    return child


def _kill(child: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        child.kill()
    if child.stdin is not None:
        child.stdin.close()


async def _exchange(
    child: asyncio.subprocess.Process, request: dict[str, Any], pieces: Iterable[bytes]
) -> Answer:
    if child.stdin is None:
        raise EOFError
    for piece in (json.dumps(request).encode(), *_cut(pieces), b""):
        child.stdin.write(_LENGTH.pack(len(piece)) + piece)
        await child.stdin.drain()
    return await _receive(child)


def _cut(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes in pieces that are not empty and not too large for a frame."""
    return (piece[at : at + _PIECE] for piece in pieces for at in range(0, len(piece), _PIECE))


async def _receive(child: asyncio.subprocess.Process) -> Answer:
    if child.stdout is None:
        raise EOFError
    (length,) = _LENGTH.unpack(await child.stdout.readexactly(_LENGTH.size))
    if length > MAX_ANSWER:
        raise ValueError("the answer is too long")
    answer = json.loads(await child.stdout.readexactly(length))
    if not isinstance(answer, dict):
        raise ValueError("the answer is no object")
    return answer


# The child's side.


def serve(requests: BinaryIO, answers: BinaryIO, works: dict[str, Work], limit: float) -> None:
    """Answer requests until the parent closes the pipe. What a work raises is answered as `error`."""
    _write(answers, _READY)
    while (head := _read(requests)) is not None:
        request, raw = json.loads(head), b"".join(iter(lambda: _read(requests) or b"", b""))
        # The last resort, should the parent be gone and unable to kill us.
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            answer = works[request["work"]](request, raw)
        except Exception as error:
            answer = {"error": type(error).__name__}
        signal.setitimer(signal.ITIMER_REAL, 0)
        del raw  # it may be large, and the next request may be far away
        _write(answers, answer)


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(_LENGTH.size)
    return stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else None


def _write(stream: BinaryIO, answer: Answer) -> None:
    data = json.dumps(answer).encode()
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def main(memory: int) -> None:
    """The child's whole life, in so many bytes of address space."""
    from gateway.relay import authentication, signing  # they import this module, and dkimpy

    # It ends when its parent does (end of file), not when a terminal or service manager signals the group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The pipe is for answers only: whatever a library may print goes to the log.
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    works: dict[str, Work] = {"verify": authentication.verify, "sign": signing.sign}
    serve(sys.stdin.buffer, answers, works, LIMIT * 5)


if __name__ == "__main__":
    main(int(sys.argv[1]))
