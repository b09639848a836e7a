"""Footer templates: their file names, and whether they can be rendered.

Pure. A file is `<pack>.<language>.<kind>.txt`, with `default` for all packs that have none;
its template may use `order` (which may be empty), `company`, `marketplace` and
`contact_path` (which may be empty too), nothing else. What would fail on the first mail
that needs it fails when the configuration is read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment

from gateway.config.load.errors import ConfigError, did_you_mean
from gateway.lints import lint_footer
from gateway.words import Severity

KINDS: Final = ("normal", "short", "conditional", "redirect")
VARIABLES: Final = frozenset({"order", "company", "marketplace", "contact_path"})
DEFAULT: Final = "default"
"""Stands for every marketplace that has no text of its own in that language and kind."""

UNREVIEWED: Final = "{# reviewed = false #}"
"""Stands in a text that no native speaker has read yet."""

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
    if pack != DEFAULT and pack not in packs:
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
        full, bare = _rendered(template)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        yield ConfigError(shown, None, "", f"cannot be rendered: {error}", _CURE)
        return
    if not full.strip() or not bare.strip():
        yield ConfigError(shown, None, "", "the text is empty", "write a sentence, or remove the file")


def said_amiss(shown: str, full: str) -> tuple[list[ConfigError], list[ConfigError]]:
    """Errors and warnings about what a good template says, rendered, by the relay lints: it goes to buyers.

    What would hold a reply is an error. The sentence that names the statutory rights is exempt.
    """
    errors: list[ConfigError] = []
    warnings: list[ConfigError] = []
    for finding in lint_footer(full, Path(shown).name.split(".")[1]):
        told = warnings if finding.severity is Severity.WARN else errors
        problem = f"{finding.check}: {finding.snippet!r}"
        told.append(ConfigError(shown, None, "", problem, finding.fix or "say it without"))
    return errors, warnings


@lru_cache(maxsize=1024)
def judged(shown: str, text: str) -> tuple[tuple[ConfigError, ...], tuple[ConfigError, ...]]:
    """Errors and warnings of the footer file `shown` with this text.

    Remembered: a reload judges only the texts that changed.
    """
    wrong = tuple(template_errors(shown, text))
    if wrong:
        return wrong, ()
    full, bare = _rendered(SandboxedEnvironment(undefined=StrictUndefined).from_string(text))
    gap = template_warning(shown, text, full, bare)
    errors, warnings = said_amiss(shown, full)
    return tuple(errors), (*([gap] if gap else []), *warnings)


def _rendered(template: Template) -> tuple[str, str]:
    """The text with an order number and without one."""
    full, bare = (
        template.render(order=order, company="Example Ltd", marketplace="Amazon", contact_path="Orders")
        for order in ("305-1", "")
    )
    return full, bare


def template_warning(shown: str, text: str, full: str, bare: str) -> ConfigError | None:
    """A good template, rendered with an order number and without, that leaves a gap where there is none."""
    # French has a blank before a colon anyway: only what the missing number leaves behind is a gap.
    if len(_GAP.findall(bare)) <= len(_GAP.findall(full)):
        return None
    cure = "write {% if order %} {{ order }}{% endif %}"
    return ConfigError(shown, _line(text, "order"), "", "leaves a gap where the order is not known", cure)


def _line(text: str, name: str) -> int | None:
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rf"\{{[{{%][^}}]*\b{re.escape(name)}\b", line):
            return number
    return None


def expanded(footers: dict[str, str], packs: Iterable[str]) -> dict[str, str]:
    """The texts of every pack by file name, those of `default` put in where a pack has none of its own."""
    common = {
        name.partition(".")[2]: text for name, text in footers.items() if name.startswith(f"{DEFAULT}.")
    }
    own = {name: text for name, text in footers.items() if not name.startswith(f"{DEFAULT}.")}
    filled = {f"{pack}.{rest}": text for pack in packs for rest, text in common.items()}
    return dict(sorted((filled | own).items()))
