"""Footer templates: their file names, and whether they can be rendered.

Pure. A file is `<pack>.<language>.<kind>.txt`; its template may use `order` (which
may be empty) and `company`, nothing else. What would fail on the first mail that
needs it fails when the configuration is read.
"""

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment

from gateway.config.load.errors import ConfigError, did_you_mean

KINDS: Final = ("normal", "short", "conditional", "redirect")
VARIABLES: Final = frozenset({"order", "company"})
FORM: Final = "name it <pack>.<language>.<kind>.txt, such as amazon.de.normal.txt"

_CURE = "write {{ order }} or {{ company }}, and {% if order %} ... {% endif %}"
_NAME = re.compile(r"([a-z][a-z0-9_]*)\.([a-z]{2})\.([a-z]+)\.txt")
# A blank before a sign of punctuation, or two blanks: what a missing number leaves behind.
_GAP = re.compile(r"  | [.,:;!?)]")


def file_name(pack: str, language: str, kind: str) -> str:
    """The file a footer text is kept in, without the folder."""
    return f"{pack}.{language}.{kind}.txt"


def name_problem(name: str, packs: frozenset[str]) -> tuple[str, str] | None:
    """Problem and cure of a file name below `footers/` that ends in .txt; None if it is a good one."""
    found = _NAME.fullmatch(name)
    if not found:
        return "the name says no marketplace, language and kind", FORM
    pack, _, kind = found.groups()
    if pack not in packs:
        return f"there is no marketplace {pack!r}", did_you_mean(pack, packs)
    if kind not in KINDS:
        return f"there is no kind {kind!r}", did_you_mean(kind, KINDS)
    return None


def template_errors(shown: str, text: str) -> Iterator[ConfigError]:
    """What is wrong with a template; `shown` is the file as errors name it."""
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    try:
        tree = environment.parse(text)
        template = environment.from_string(text)
    except TemplateSyntaxError as error:
        problem = str(error.message).rstrip(".")
        yield ConfigError(
            shown, error.lineno, "", f"not a template: {problem[0].lower()}{problem[1:]}", _CURE
        )
        return
    unknown = sorted(meta.find_undeclared_variables(tree) - VARIABLES)
    for name in unknown:
        yield ConfigError(
            shown, _line(text, name), "", f"unknown variable {name!r}", did_you_mean(name, VARIABLES)
        )
    if unknown:
        return
    try:
        full, bare = (template.render(order=order, company="Example Ltd") for order in ("305-1234567", ""))
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        yield ConfigError(shown, None, "", f"cannot be rendered: {error}", _CURE)
        return
    if not full.strip() or not bare.strip():
        yield ConfigError(shown, None, "", "the text is empty", "write a sentence, or remove the file")


def template_warning(shown: str, text: str) -> ConfigError | None:
    """A good template that leaves a gap where the order number is not known."""
    template = SandboxedEnvironment(undefined=StrictUndefined).from_string(text)
    rendered = template.render(order="", company="Example Ltd")
    if not _GAP.search(rendered):
        return None
    cure = "write {% if order %} {{ order }}{% endif %}"
    return ConfigError(shown, _line(text, "order"), "", "leaves a gap where the order is not known", cure)


def _line(text: str, name: str) -> int | None:
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rf"\{{[{{%][^}}]*\b{re.escape(name)}\b", line):
            return number
    return None
