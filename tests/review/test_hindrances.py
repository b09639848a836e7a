"""What the modules of `mail` say against a new text is said in the language of the page."""

import ast
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

import gateway.mail
from gateway.review.hindrances import HINDRANCES, hindrance
from gateway.review.sentence import Sentence
from gateway.review.web.wording import CATALOGUES, Wording

FOLDER = Path(gateway.mail.__file__).parent
WAY_OF_AN_EDIT = (
    "reword",
    "twin",
    "rewrite",
    "compare",
    "message",
    "mime",
    "cut",
    "seen",
    "readdress",
    "edit",
)
GERMAN = Wording("de", UTC)


def _text(node: ast.expr) -> str:
    """A text as the program makes it, with 7 for each value."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "7" for one in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _sentences() -> Iterator[str]:
    for name in WAY_OF_AN_EDIT:
        for node in ast.walk(ast.parse((FOLDER / f"{name}.py").read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func)
            if called in ("CannotEdit", "TooComplex") or called.endswith("problems.append"):
                yield _text(node.args[0])


EVERY = sorted({text for text in _sentences() if text})


def test_every_sentence_of_the_way_of_an_edit_is_known() -> None:
    """So a new one is not forgotten in the catalogues."""
    assert len(EVERY) > 30
    assert [text for text in EVERY if not isinstance(hindrance(text), Sentence)] == []


def test_the_english_page_says_what_the_program_says() -> None:
    """Word for word; the German one says it otherwise."""
    english, german = CATALOGUES["en"], CATALOGUES["de"]
    assert {key: english[key] for key in HINDRANCES} == HINDRANCES
    assert [key for key, text in HINDRANCES.items() if german[key] == text] == []


@pytest.mark.parametrize(
    ("why", "german"),
    [
        ("the new text holds the control character U+0001", "im neuen Text steht das Steuerzeichen U+0001"),
        ("the mail can be read in two ways: no delimiter line",
         "die Mail lässt sich auf zwei Arten lesen: keine Trennzeile"),
        ("a line would be longer than 998 bytes; break it into several",
         "eine Zeile hätte mehr als 998 Bytes; teilen Sie sie auf"),
        ("its HTML says it otherwise at “{a}\nb”", "ihr HTML sagt es anders bei „{a}\nb“"),
        ("something that nobody put into words", "something that nobody put into words"),
    ],
)  # fmt: skip
def test_what_is_filled_in_stays_and_is_itself_a_sentence(why: str, german: str) -> None:
    """Braces and line ends in it are only characters."""
    said = hindrance(why)
    assert (str(said), GERMAN.said(said)) == (why, german)
