"""Which line of a TOML text every key stands on.

Pure. tomllib gives values without positions; an error message needs the line. The
scanner walks a text that tomllib has already accepted, so it only has to find its
way: tables, arrays of tables, dotted and quoted keys, inline tables, arrays and
strings over several lines. Linear in the text (TOML 1.0).
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes (from 0) from the top of the file down to a value."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]*")
# Longest opening quotes first; a basic string may hold escaped quotes, a literal one may not. Up to two
# quotes may stand right before the closing three.
_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"{1,2}(?!"))*"{3,5}|' + r"'''(?:[^']|'{1,2}(?!'))*'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'",
    re.DOTALL,
)


def positions(text: str) -> Mapping[KeyPath, int]:
    """The line (from 1) of every table, key and list element of `text`, which must be valid TOML."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._tables: dict[KeyPath, int] = {}  # arrays of tables: index of the newest element

    def document(self) -> None:
        prefix: KeyPath = ()
        self._skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                prefix = self._header()
            else:
                self._pair(prefix)
            self._skip()

    def _skip(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _note(self, path: KeyPath, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self._breaks, at - 1) + 1)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if not found:
            raise ValueError(f"not valid TOML at character {self.at}")
        self.at = found.end()
        return found[0]

    def _key(self) -> tuple[str, ...]:
        """A dotted key; stands behind it and the blanks that follow."""
        parts: list[str] = []
        while True:
            self._skip()
            if self.text[self.at] in "\"'":
                quoted = self._take(_STRING)
                parts.append(str(next(iter(tomllib.loads(f"{quoted} = 0")))))
            else:
                parts.append(self._take(_BARE_KEY))
            self._skip()
            if self.text[self.at] != ".":
                return tuple(parts)
            self.at += 1

    def _header(self) -> KeyPath:
        start = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        parts = self._key()
        self.at += 2 if many else 1
        path: KeyPath = ()
        for part in parts[:-1]:
            path = self._inside((*path, part))
            self._note(path, start)
        path = (*path, parts[-1])
        if not many:
            path = self._inside(path)
        self._note(path, start)
        if many:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = self._inside(path)
            self._note(path, start)
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        """The path itself, or its newest element where it is an array of tables."""
        return (*path, self._tables[path]) if path in self._tables else path

    def _pair(self, prefix: KeyPath) -> None:
        start = self.at
        path = prefix
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        self.at += 1  # the equals sign
        self._skip()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self._take(_STRING)
        elif first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._take(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        self._skip()
        while self.text[self.at] != "]":
            self._note((*path, index), self.at)
            self._value((*path, index))
            index += 1
            self._comma()
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self._skip()
        while self.text[self.at] != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        self._skip()
        if self.text[self.at] == ",":
            self.at += 1
            self._skip()
