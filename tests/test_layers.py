"""The architecture as one table, checked over every module of the tree.

Who may import whom, what is pure, which library stays where, which words and how many
lines a module may have, and what lies at the top of the repository.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Bottom up. A module belongs to the longest name that it equals or lies below. It may import what stands in a
# lower row, and its own package; names in one row do not know each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("gateway.words",),
    ("gateway.mail",),
    ("gateway.config",),
    ("gateway.actions", "gateway.signals", "gateway.lints"),
    ("gateway.policy",),
    # --- the purity line: nothing above this row may be imported below it ---
    ("gateway.log_pipe",),
    ("gateway.config.load", "gateway.log", "gateway.notify"),
    ("gateway.store",),
    ("gateway.relay",),
    ("gateway.evidence",),
    ("gateway.review",),
    ("gateway.share", "gateway.ids"),
    ("gateway.app",),
    ("gateway.worker",),
    ("gateway.supervisor",),
    ("gateway.cli",),
)
PURE_ROWS = 5
ROWS = {name: row for row, names in enumerate(LAYERS) for name in names}

# The empty file at the top, which says nothing and imports nothing.
BARE = {"gateway"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a pure module may import besides the project itself: code that reads no file, no clock and no dice.
# `pathlib` and `mmap` are there for their types; what would touch the disk with them is in IMPURE_CALLS.
PURE_LIBRARIES = _words(
    """
    abc base64 binascii bisect codecs collections contextlib dataclasses datetime difflib email encodings enum
    functools hashlib heapq hmac html io ipaddress itertools json math mmap operator pathlib quopri re string
    struct textwrap tomllib types typing unicodedata urllib.parse weakref zlib
    email_validator idna jinja2 phonenumbers pydantic quotequail re2 selectolax
    """
)
IMPURE_CALLS = _words(
    """
    open input print breakpoint exec eval __import__ now utcnow today fromtimestamp mmap
    read_text read_bytes write_text write_bytes exists is_file is_dir iterdir glob rglob mkdir unlink stat
    formatdate make_msgid localtime
    """
)

# A library that only these modules (or what lies below them) may import.
CONFINED: dict[str, tuple[str, ...]] = {
    "aiosmtpd": ("gateway.relay.listener",),
    "dkim": ("gateway.relay.authentication", "gateway.relay.signing"),
    "sqlalchemy": ("gateway.store",),
    "alembic": ("gateway.store",),
    "click": ("gateway.cli",),
    "rich": ("gateway.cli",),
    "fastapi": ("gateway.review.web",),
    "starlette": ("gateway.review.web",),
    "uvicorn": ("gateway.review.web",),
    "prometheus_client": ("gateway.review.web",),
    "argon2": ("gateway.review.people",),
}

# Writing a message out anew is only for mail that the gateway itself is the author of.
SERIALISERS = frozenset({"as_bytes", "as_string", "BytesGenerator", "DecodedGenerator"})
MAY_SERIALISE = frozenset({"gateway.review.notices"})

MAX_LINES = 400
UNFINISHED = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")))

TOP_LEVEL = _words(
    """
    pyproject.toml gateway config tests systemd README.md Makefile requirements.lock docs CHANGELOG.md LICENSE
    """
)


@dataclass(frozen=True)
class Module:
    """One file below gateway/: its dotted name (of a package: the folder's), source, syntax tree."""

    name: str
    path: Path
    source: str
    tree: ast.Module

    def __str__(self) -> str:
        return self.name

    def imports(self) -> Iterator[tuple[int, str]]:
        """(line, dotted name) of everything imported; names taken from a package of ours count as modules."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno}: relative import; write the whole name"
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield node.lineno, whole if whole in NAMES else str(node.module)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = sorted((ROOT / "gateway").rglob("*.py"))
NAMES = {_name(path) for path in PATHS}
MODULES = [
    Module(_name(path), path, source := path.read_text("utf-8"), ast.parse(source, str(path)))
    for path in PATHS
]
every_module = pytest.mark.parametrize("module", MODULES, ids=str)


def _within(name: str, parents: tuple[str, ...] | frozenset[str]) -> str | None:
    """The longest of `parents` that `name` equals or lies below."""
    fitting = [parent for parent in parents if name == parent or name.startswith(parent + ".")]
    return max(fitting, key=len, default=None)


def _place(name: str) -> tuple[int, str] | None:
    """Row and name in LAYERS."""
    found = _within(name, frozenset(ROWS))
    return (ROWS[found], found) if found else None


PURE = [module for module in MODULES if (place := _place(module.name)) and place[0] < PURE_ROWS]


@every_module
def test_every_module_has_a_place_in_the_table(module: Module) -> None:
    """A new folder or file at the top of the package is put into the table first."""
    assert module.name in BARE or _place(module.name) is not None


@every_module
def test_imports_go_down_only(module: Module) -> None:
    """A module knows the rows below it and its own package, and nobody beside or above it."""
    if module.name in BARE:
        assert [name for _, name in module.imports()] == []
        return
    place = _place(module.name)
    assert place is not None
    row, own = place
    wrong = []
    for line, name in module.imports():
        other = _place(name)
        if other is None or other[0] < row or other[1] == own:
            continue
        wrong.append(f"{module.path.relative_to(ROOT)}:{line}: {own} imports {name}")
    assert wrong == []


@pytest.mark.parametrize("module", PURE, ids=str)
def test_pure_modules_import_only_pure_libraries(module: Module) -> None:
    """Below the purity line a library must be on the list; one that does no I/O may be added to it."""
    wrong = [
        f"{module.path.relative_to(ROOT)}:{line}: {name}"
        for line, name in module.imports()
        if _within(name, PURE_LIBRARIES) is None and not name.startswith("gateway.")
    ]
    assert wrong == []


@pytest.mark.parametrize("module", PURE, ids=str)
def test_pure_modules_do_not_wait_open_files_or_read_clocks(module: Module) -> None:
    """No coroutine and no call of a function with hands below the purity line."""
    wrong = []
    for node in ast.walk(module.tree):
        found = None
        if isinstance(node, (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)):
            found = "async"
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            found = name if name in IMPURE_CALLS else None
        if found:
            wrong.append(f"{module.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {found}")
    assert wrong == []


@every_module
def test_libraries_stay_where_they_belong(module: Module) -> None:
    """Each library with a home is imported nowhere else."""
    wrong = []
    for line, name in module.imports():
        library = _within(name, frozenset(CONFINED))
        if library and _within(module.name, CONFINED[library]) is None:
            wrong.append(f"{module.path.relative_to(ROOT)}:{line}: {name}")
    assert wrong == []


@every_module
def test_no_message_is_written_out_anew(module: Module) -> None:
    """Nothing on the mail's way serialises a parsed message; edits are splices on the bytes."""
    used = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    used |= {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
    found = used & SERIALISERS or {name for _, name in module.imports() if name.startswith("email.generator")}
    assert not found or module.name in MAY_SERIALISE


@every_module
def test_modules_are_finished_and_short(module: Module) -> None:
    """No marker of unfinished work, a docstring in front, and no more lines than one can keep in mind."""
    assert UNFINISHED.search(module.source) is None
    assert len(module.source.splitlines()) <= MAX_LINES
    assert not module.source.strip() or ast.get_docstring(module.tree)


def test_the_table_sees_what_it_forbids() -> None:
    """The checks find what they are for: a wrong import, a clock, a file, a serialiser."""
    source = "import asyncio\nfrom gateway.relay import stage\nopen('x')\nawait_ = message.as_bytes()\n"
    module = Module("gateway.mail.sample", ROOT / "gateway/mail/sample.py", source, ast.parse(source))
    with pytest.raises(AssertionError, match=r"gateway\.mail imports gateway\.relay"):
        test_imports_go_down_only(module)
    with pytest.raises(AssertionError, match="asyncio"):
        test_pure_modules_import_only_pure_libraries(module)
    with pytest.raises(AssertionError, match="open"):
        test_pure_modules_do_not_wait_open_files_or_read_clocks(module)
    with pytest.raises(AssertionError, match="as_bytes"):
        test_no_message_is_written_out_anew(module)


def test_the_top_level_of_the_repository_is_the_agreed_one() -> None:
    """What is tracked, or could be, lies in the agreed folders; dot files are free."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no git repository here: {error}")
    top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()
