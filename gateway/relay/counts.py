"""What limits count, in memory that all processes of the service share: connections, clients, memory.

A supervisor makes one Counts before it forks. Each process writes to a slot of its own, so nothing is
locked; a limit looks at the sum over all slots, and what a process had is free when its slot is
cleared. Clients stand there as keyed hashes in two tables of fixed size, and the smaller sum counts:
two that share a cell in both are counted together, which matters only next to a limit. Nothing waits.
"""

import hashlib
import mmap
import secrets
from collections.abc import Iterator
from typing import Final

from gateway.words import Direction

CELLS: Final = 16_384
"""Cells of a table: a multiple of the connections there may be."""

KINDS: Final = ("client", "network", "lately")
_ROWS: Final = 2
_LEGS: Final = tuple(Direction)
_HEAD: Final = ("memory", *(f"{name} {leg}" for name in ("connections", "minute") for leg in _LEGS))
_WIDTH: Final = len(_HEAD) + len(_LEGS) * len(KINDS) * _ROWS * CELLS // 2
"""Octets of a slot in eights: the head in cells of eight, then the tables in cells of four."""


class Counts:
    """Room for the counts of `slots` processes. Until `take` is called, slot 0 is written to."""

    def __init__(self, slots: int = 1) -> None:
        self._memory = mmap.mmap(-1, slots * _WIDTH * 8)  # anonymous, shared with forked children, all zero
        view = memoryview(self._memory)
        self._heads = [
            view[slot * _WIDTH * 8 : (slot * _WIDTH + len(_HEAD)) * 8].cast("q") for slot in range(slots)
        ]
        self._tables = [
            view[(slot * _WIDTH + len(_HEAD)) * 8 : (slot + 1) * _WIDTH * 8].cast("i")
            for slot in range(slots)
        ]
        self._key = secrets.token_bytes(16)
        self._slot = 0

    def take(self, slot: int) -> None:
        """This process writes to that slot from now on; what its last owner had is free."""
        self._slot = slot
        self.clear(slot)

    def clear(self, slot: int) -> None:
        """The owner of the slot is gone."""
        if any(self._heads[slot]):  # else the pages were never touched, and need not be there
            self._heads[slot][:] = memoryview(bytes(len(_HEAD) * 8)).cast("q")
            self._tables[slot][:] = memoryview(bytes((_WIDTH - len(_HEAD)) * 8)).cast("i")

    def add(self, leg: Direction, amount: int) -> int:
        """Count connections of a leg in (or out, below 0); how many there are in all processes."""
        return self._head(f"connections {leg}", amount)

    def memory(self, octets: int) -> int:
        """Count octets of messages in (or out, below 0); how many all processes have."""
        return self._head("memory", octets)

    def _head(self, name: str, amount: int) -> int:
        place = _HEAD.index(name)
        self._heads[self._slot][place] += amount
        return sum(head[place] for head in self._heads)

    def count(self, leg: Direction, kind: str, who: str, amount: int) -> int:
        """Count `who` (as client or network) in or out; how often it is there in all processes."""
        mine = self._tables[self._slot]
        return min(self._row(mine, place, amount) for place in self._places(leg, kind, who))

    def _row(self, mine: "memoryview[int]", place: int, amount: int) -> int:
        mine[place] += amount
        return sum(table[place] for table in self._tables)

    def lately(self, leg: Direction, who: str, minute: int) -> int:
        """Count `who` in; how often it came to all processes within that minute."""
        head, mine = self._heads[self._slot], self._tables[self._slot]
        place = _HEAD.index(f"minute {leg}")
        if head[place] != minute + 1:  # 0 is a slot nobody has written to
            begin = self._begin(leg, KINDS.index("lately"))
            mine[begin : begin + _ROWS * CELLS] = memoryview(bytes(_ROWS * CELLS * 4)).cast("i")
            head[place] = minute + 1
        current = [
            table
            for table, other in zip(self._tables, self._heads, strict=True)
            if other[place] == minute + 1
        ]
        found = []
        for cell in self._places(leg, "lately", who):
            mine[cell] += 1
            found.append(sum(table[cell] for table in current))
        return min(found)

    @staticmethod
    def _begin(leg: Direction, kind: int) -> int:
        return (_LEGS.index(leg) * len(KINDS) + kind) * _ROWS * CELLS

    def _places(self, leg: Direction, kind: str, who: str) -> Iterator[int]:
        digest = hashlib.blake2b(who.encode("utf-8", "replace"), key=self._key, digest_size=8).digest()
        begin = self._begin(leg, KINDS.index(kind))
        for row in range(_ROWS):
            yield begin + row * CELLS + int.from_bytes(digest[row * 4 : row * 4 + 4]) % CELLS
