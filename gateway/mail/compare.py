"""Two texts compared, piece by piece: the steps that lead from one to the other.

Pieces are lines or words. What both begin and end with costs nothing; what lies between
is compared as long as that is quick, else CannotEdit. Pure.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from gateway.mail.edit import CannotEdit

_MOST: Final = 4_000_000

Step: TypeAlias = tuple[str, int, int, int, int]
"""What to do (`equal`, `replace`, `delete`, `insert`), from and to in the old, from and to in the new."""


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """The steps from one list to the other, as `difflib` names them. Raises CannotEdit if that takes long."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    inner, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(inner) * len(other) > _MOST:
        raise CannotEdit("the texts are too long and too different to be compared")
    inside = SequenceMatcher(None, inner, other, autojunk=False).get_opcodes()
    found: list[Step] = [("equal", 0, head, 0, head)] if head else []
    found += ((what, a + head, b + head, c + head, d + head) for what, a, b, c, d in inside)
    if tail:
        found.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return found
