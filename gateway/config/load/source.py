"""One TOML file: its text read into data, its data into a model, and the line of each key.

Pure: the text comes from the caller. Everything that is wrong with a file is told
at once, in the order of its lines.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from gateway.config.load.errors import ConfigError, faults
from gateway.config.load.positions import KeyPath, positions

M = TypeVar("M", bound=BaseModel)

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_BARE = re.compile(r"[A-Za-z0-9_-]+")

# What tomllib says, and what to do about it.
_CURES = (
    ("Invalid value", "write text in quotes and numbers, true and false without"),
    ("Cannot overwrite", "the key is there already, remove one of the two"),
    ("Cannot declare", "the table is there already, put its keys together"),
    ("Cannot mutate", "the table is closed already, put its keys together"),
    ("Expected '=' after a key", "write key = value"),
    ("Expected newline or end of document", "write one key = value a line"),
    ("Unescaped '\\'", "write patterns in single quotes"),
    ("Illegal character", "close the quotes on the same line"),
    ("Unterminated string", "close the quotes"),
)


@dataclass(frozen=True)
class Source:
    """A TOML file that could be read: `name` as errors show it, `data` as tomllib gives it."""

    name: str
    data: dict[str, Any]
    lines: Mapping[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """The line of a key; of the table around it, where the key is not there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def has(self, path: KeyPath) -> bool:
        """Whether the file has this key."""
        return path in self.lines

    def error(self, path: KeyPath, problem: str, cure: str) -> ConfigError:
        """An error, or a warning, about the key at `path`."""
        return ConfigError(self.name, self.line(path), self.key(path), problem, cure)

    def key(self, path: KeyPath) -> str:
        """A path as errors show it: `rule.2(hold_forbidden).do`, counted from 1."""
        shown: list[str] = []
        here: Any = self.data
        for step in path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                here = None
            if isinstance(step, int):
                name = here.get("name") if isinstance(here, dict) else None
                shown.append(f"{step + 1}({name})" if isinstance(name, str) else str(step + 1))
            else:
                shown.append(step if _BARE.fullmatch(step) else f'"{step}"')
        return ".".join(shown)

    def read(self, model: type[M]) -> M | list[ConfigError]:
        """The data as `model`, or all that is wrong with it.

        Strictly typed: "9" is no number and "yes" no truth value. Pydantic is strict about what JSON can
        tell apart without refusing lists for tuples, hence the way through JSON.
        """
        try:
            return model.model_validate_json(json.dumps(self.data, default=str), strict=True)
        except ValidationError as error:
            found = faults(error.errors(), model, self.data)
        return [self.error(fault.path, fault.problem, fault.cure) for fault in found]


def parse(name: str, text: str) -> Source | ConfigError:
    """Read a TOML text; a syntax error names the line it was found on."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _AT.search(message)
        line = int(found[1]) if found and found[1] else text.rstrip().count("\n") + 1
        problem = _AT.sub("", message)
        cure = next((cure for start, cure in _CURES if problem.startswith(start)), "correct the line")
        return ConfigError(name, line, "", f"not TOML: {problem[0].lower()}{problem[1:]}", cure)
    except RecursionError:
        return ConfigError(name, None, "", "not usable: nested too deeply", "write plain tables and lists")
    return Source(name, data, positions(text))
