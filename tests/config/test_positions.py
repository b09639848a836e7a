"""The scanner finds the line of every key tomllib reads."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.config.load.positions import KeyPath, positions

TEXT = '''\
title = "a [not] = header" # comment = 1

[company]
domains = [
    "example.com", # one
    "example.org",
]
own."dotted.key".x = 1
multi = """
[inbound]
fake = 1 \\""" still """
after = 'x'

[[rule]]
name = "one"
when = { recipient = "relay", deep = { "k}" = ["a]", "b"] } }

[[rule]]
name = """two""""
[rule.extra]
a = 2026-01-01T00:00:00Z
[[rule.sub]]
b = 1
[[rule.sub]]
b = 2
[ 'quoted table' . "t\\u00e4st" ]
c = \'\'\'lit ' eral\'\'\'\'
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("company",), 3),
        (("company", "domains"), 4),
        (("company", "domains", 0), 5),
        (("company", "domains", 1), 6),
        (("company", "own"), 8),
        (("company", "own", "dotted.key", "x"), 8),
        (("company", "multi"), 9),
        (("company", "after"), 12),
        (("rule",), 14),
        (("rule", 0), 14),
        (("rule", 0, "name"), 15),
        (("rule", 0, "when", "recipient"), 16),
        (("rule", 0, "when", "deep", "k}", 1), 16),
        (("rule", 1), 18),
        (("rule", 1, "name"), 19),
        (("rule", 1, "extra", "a"), 21),
        (("rule", 1, "sub", 0, "b"), 23),
        (("rule", 1, "sub", 1), 24),
        (("rule", 1, "sub", 1, "b"), 25),
        (("quoted table", "täst", "c"), 27),
    ],
)
def test_the_line_of_a_key(path: KeyPath, line: int) -> None:
    """Tables, arrays, dotted, quoted and inline keys all know their line."""
    assert positions(TEXT)[path] == line


def test_nothing_inside_a_string_is_taken_for_a_key() -> None:
    """A multi-line string that looks like a table is one value."""
    assert ("inbound",) not in positions(TEXT)
    assert ("company", "fake") not in positions(TEXT)


def paths(value: Any, at: KeyPath = ()) -> set[KeyPath]:
    """Every path tomllib's result has."""
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return {(*at, key) for key, _ in items}.union(*(paths(inner, (*at, key)) for key, inner in items))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_exactly_the_paths_tomllib_reads_have_a_line(newline: str) -> None:
    """Both ways, with either line end."""
    text = TEXT.replace("\n", newline)
    assert set(positions(text)) == paths(tomllib.loads(text))
    assert positions(text) == positions(TEXT)


VALUE = st.recursive(
    st.sampled_from(['"a\\"]b"', "'x#'", "1", "true", '"""q\n""x"""', "'''\n'y'''", "1979-05-27 07:32:00"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda xs: "[ # c ]\n" + ",\n".join(xs) + "\n]"),
        st.lists(inner, max_size=3).map(
            lambda xs: "{" + ", ".join(f'"k.{i}" = {x}' for i, x in enumerate(xs)) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.lists(st.tuples(st.sampled_from(["{k} = {v}", "[t{n}]\n{k}.x = {v}", "[[a]]\n{k} = {v}"]), VALUE)))
def test_any_mix_of_tables_and_values(parts: list[tuple[str, str]]) -> None:
    """What tomllib accepts, the scanner finds, whatever stands beside it."""
    text = "\n".join(form.format(k=f"k{n}", v=value, n=n) for n, (form, value) in enumerate(parts))
    assert set(positions(text)) == paths(tomllib.loads(text))


def test_every_toml_file_of_the_project_is_understood() -> None:
    """The files at hand are a corpus of their own."""
    root = Path(__file__).parents[2]
    files = [root / "pyproject.toml", *sorted((root / "config").rglob("*.toml"))]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert set(positions(text)) == paths(tomllib.loads(text)), file
