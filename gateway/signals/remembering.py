"""Results remembered by the identity of their arguments: for what is worked out from a configuration once."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

CONFIGURATIONS: Final = 3
"""Configurations at a time: the one in force, the one a reload brings, and one to compare with."""
PACKS: Final = CONFIGURATIONS * 50
"""For what is worked out from a single pack; more packs than that cost time and nothing else."""

_T = TypeVar("_T")


def remembered(most: int) -> Callable[[Callable[..., _T]], Callable[..., _T]]:
    """Remember the last `most` results by the identity of the arguments, which are kept alive with them."""

    def remembering(make: Callable[..., _T]) -> Callable[..., _T]:
        kept: dict[tuple[int, ...], tuple[tuple[Any, ...], _T]] = {}

        def get(*args: Any) -> _T:
            key = tuple(map(id, args))
            found = kept.get(key)
            if found is None:
                if len(kept) >= most:
                    kept.pop(next(iter(tuple(kept))), None)
                found = kept[key] = (args, make(*args))
            return found[1]

        return get

    return remembering
