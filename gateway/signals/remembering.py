"""Results remembered by the identity of their arguments: for what is worked out from a configuration once."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

_MOST: Final = 32
_T = TypeVar("_T")


def remembered(make: Callable[..., _T]) -> Callable[..., _T]:
    """Remember the last few results by the identity of the arguments, which are kept alive with them."""
    kept: dict[tuple[int, ...], tuple[tuple[Any, ...], _T]] = {}

    def get(*args: Any) -> _T:
        key = tuple(map(id, args))
        found = kept.get(key)
        if found is None:
            if len(kept) >= _MOST:
                kept.pop(next(iter(tuple(kept))), None)
            found = kept[key] = (args, make(*args))
        return found[1]

    return get
