"""What is wrong with a configuration, said so that an administrator can put it right.

Pure. A `ConfigError` names file, line, key, problem and cure. Below it, the
findings of pydantic become such sentences: which key of which table, what is wrong
with its value, what to write instead. Rules and list elements are counted from 1.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from gateway.config.load.positions import KeyPath


@dataclass(frozen=True, slots=True)
class ConfigError:
    """One thing that is wrong: `file` relative to the configuration folder, `line` from 1 or None."""

    file: str
    line: int | None
    key: str
    problem: str
    cure: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        said = f"{self.problem}; {self.cure}" if self.cure else self.problem
        return ": ".join(part for part in (place, self.key, said) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """An error within one file: where, what, and what to do about it."""

    path: KeyPath
    problem: str
    cure: str


# Example lines for required keys, by the model that has them. `gateway.toml` is small enough to say more.
EXAMPLES = {
    ("Gateway", "company"): 'add [company] with domains = ["example.com"]',
    ("Company", "domains"): 'add domains = ["example.com"]',
    ("Inbound", "listen"): 'add listen = ["127.0.0.1:2525"]',
    ("Inbound", "next_hop"): 'add next_hop = "smtp://127.0.0.1:2526"',
    ("Outbound", "listen"): 'add listen = ["127.0.0.1:2587"]',
    ("Outbound", "next_hop"): 'add next_hop = "smtp://127.0.0.1:2588"',
    ("Rule", "name"): 'add name = "hold_forbidden"',
    ("Rule", "do"): 'add do = ["hold"]',
    ("Pack", "name"): 'add name = "amazon"',
    ("Pack", "title"): 'add title = "Amazon"',
    ("Pack", "checked"): "add checked = 2026-01-31",
    ("Pack", "private_mail"): 'add private_mail = "discouraged"',
    ("Pack", "contact"): 'add contact = "seller"',
    ("OrderPattern", "pattern"): "add pattern = '\\d{3}-\\d{7}-\\d{7}'",
}

SECRETS = frozenset({"password", "client_secret"})
"""Keys whose values no message repeats: somebody may have written the secret itself."""

# The patterns of the models, said in words.
_PATTERNS = {
    "^[a-z]{2}$": 'write a language as two lower-case letters, such as "de"',
    "^[a-z][a-z0-9_]*$": "use lower-case letters, digits and _, a letter first",
}

# Types of pydantic's errors that say "this is the wrong type": what it should be.
_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "date_type": "a date",
    "date_parsing": "a date",
    "date_from_datetime_parsing": "a date",
    "date_from_datetime_inexact": "a date",
}
_FORMS = {
    "text": 'write it in quotes, such as "text"',
    "a whole number": "write it without quotes, such as 100",
    "a number": "write it without quotes, such as 2.5",
    "true or false": "write true or false, without quotes",
    "a list": 'write a list, such as ["one", "two"]',
    "a table": "write a table in braces, or under a [header]",
    "a date": "write it without quotes, such as 2026-01-31",
}
_LIMITS = {
    "greater_than_equal": ("ge", "too small", "write {} or more"),
    "greater_than": ("gt", "too small", "write more than {}"),
    "less_than_equal": ("le", "too large", "write {} or less"),
    "less_than": ("lt", "too large", "write less than {}"),
}


def nearest(word: object, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip of, or None."""
    found = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: object, known: Iterable[str], quote: str = "'") -> str:
    """The cure for a word that is none: the nearest known one, else all of them."""
    known = sorted(known)
    near = nearest(word, known)
    if near:
        return f"did you mean {quote}{near}{quote}?"
    return f"write one of {', '.join(known)}" if known else "remove it"


def shown(value: Any) -> str:
    """A value as it is repeated in a message: short, on one line, as it is written in TOML."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, bool):
        text = str(value).lower()
    else:
        text = f"'{value}'" if isinstance(value, str) and value.isprintable() else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def faults(errors: Sequence[ErrorDetails], model: type[BaseModel], data: dict[str, Any]) -> list[Fault]:
    """The faults behind pydantic's errors; one a place, however many branches of a union complain."""
    groups: dict[KeyPath, list[tuple[KeyPath, ErrorDetails]]] = {}
    for error in errors:
        path, union = _place(error, data)
        if error["type"] == "too_short" and _value(data, path):
            continue  # the list is not empty, its elements are wrong, and they say so themselves
        groups.setdefault(path if union is None else union, []).append((path, error))
    found: list[Fault] = []
    for members in groups.values():
        # Of a union, the branch that got furthest into the value is the one that was meant.
        deepest = max(len(path) for path, _ in members)
        paths = dict.fromkeys(path for path, _ in members if len(path) == deepest)
        found += (_fault(path, [e for place, e in members if place == path], model, data) for path in paths)
    return found


def _place(error: ErrorDetails, data: Any) -> tuple[KeyPath, KeyPath | None]:
    """The path of an error within the data; and where a union begins, if its branches are in the way."""
    path: KeyPath = ()
    union: KeyPath | None = None
    for step in error["loc"]:
        inside = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if inside:
            path, data = (*path, step), data[step]
        elif error["type"] == "missing" and step == error["loc"][-1]:
            path = (*path, step)
        elif step != "[key]" and union is None and isinstance(step, str):
            union = path
    return path, union


def _fault(path: KeyPath, errors: list[ErrorDetails], model: type[BaseModel], data: dict[str, Any]) -> Fault:
    kinds = {error["type"] for error in errors}
    value = path[-1] if errors[0]["loc"][-1] == "[key]" else _value(data, path)
    if path[-1] in SECRETS:
        value = "(not shown)"
    if "extra_forbidden" in kinds:
        return Fault(path, "unknown key", _cure_unknown(path, model))
    if "missing" in kinds:
        owner = model_at(model, path[:-1])
        example = EXAMPLES.get((owner.__name__ if owner else "", str(path[-1])))
        return Fault(path, "is missing", example or f"add {path[-1]} = ...")
    choices = [word for error in errors for word in _choices(error)]
    if choices:
        return Fault(path, f"{shown(value)} is not one of {', '.join(choices)}", _cure_choice(value, choices))
    return Fault(path, *_sentence(errors[0], value, path))


def _sentence(error: ErrorDetails, value: Any, path: KeyPath) -> tuple[str, str]:
    """Problem and cure of a single error."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        problem, _, cure = str(context["error"]).rpartition("; ")
        return (problem, cure) if problem else (cure, "")
    if kind in ("tuple_type", "list_type") and isinstance(value, str):
        return f"{shown(value)} is not a list", f'write {path[-1]} = ["{value}"]'
    if kind in _TYPES:
        return f"{shown(value)} is not {_TYPES[kind]}", _FORMS[_TYPES[kind]]
    if kind in _LIMITS:
        key, problem, cure = _LIMITS[kind]
        return f"{shown(value)} is {problem}", cure.format(f"{context[key]:.15g}")
    if kind in ("too_short", "string_too_short"):
        return "must not be empty", "write at least one value"
    if kind == "string_pattern_mismatch":
        return f"{shown(value)} has the wrong form", _PATTERNS.get(
            context["pattern"], f"it must match {context['pattern']}"
        )
    return f"{shown(value)}: {error['msg']}", ""


def _choices(error: ErrorDetails) -> list[str]:
    """The words an error would have accepted, where it names them."""
    if error["type"] in ("bool_type", "bool_parsing") and isinstance(error["input"], (str, list)):
        return ["true", "false"] if len(error["loc"]) > 1 and error["loc"][-1] == "bool" else []
    if error["type"] not in ("enum", "literal_error"):
        return []
    return str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")


def _cure_choice(value: Any, choices: list[str]) -> str:
    near = nearest(value, choices)
    return f"did you mean '{near}'?" if near else "write one of these"


def _cure_unknown(path: KeyPath, model: type[BaseModel]) -> str:
    """Another key of the same table, or the table of `model` that this key belongs to."""
    word = str(path[-1])
    owner = model_at(model, path[:-1])
    keys = tuple(owner.model_fields) if owner else ()
    near = nearest(word, keys)
    if near:
        return f"did you mean {near}?"
    homes = [
        f"[{name}]"
        for name in model.model_fields
        if (table := model_at(model, (name,))) and word in table.model_fields and (name,) != path[:-1]
    ]
    if homes:
        return f"it belongs into {' or '.join(homes)}"
    return f"remove it, or write one of {', '.join(keys)}"


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model of the table at `path`, or None where there is none."""
    here: type[BaseModel] | None = model
    free = False  # the next key is one of a mapping, and may be any
    for step in path:
        if isinstance(step, int):
            continue
        if free:
            free = False
        elif here is None or step not in here.model_fields:
            return None
        else:
            here, free = _model_within(here.model_fields[step].annotation)
    return here


def _model_within(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model an annotation holds, and whether as the values of a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple, dict):
        for inner in get_args(annotation):
            found, free = _model_within(inner)
            if found:
                return found, free or get_origin(annotation) is dict
    return None, False


def _value(data: Any, path: KeyPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
