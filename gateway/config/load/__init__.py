"""Reads a configuration folder: every file once, and says everything that is wrong with it.

`load` gives the whole configuration or all errors of all files. What the folder
does not have (policy.toml, lints.toml, single marketplaces and footers) comes from
the shipped configuration. Nothing is written, connected or resolved; a folder that
cannot be read is an error like any other.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from gateway import lints as lint_menu
from gateway.config.base import Model
from gateway.config.load import checks
from gateway.config.load.errors import ConfigError as ConfigError
from gateway.config.load.errors import nearest
from gateway.config.load.footers import FORM, expanded, judged, name_problem
from gateway.config.load.paths import Places, half_pairs
from gateway.config.load.source import Source, parse
from gateway.config.models import Config, Gateway, Lints
from gateway.config.packs import Pack
from gateway.config.rules import Policy

M = TypeVar("M", bound=Model)

FILES = ("gateway.toml", "policy.toml", "lints.toml")
SYSTEM = Path("/etc/marketgate")
_MAKE = "make one with: marketgate init DIR"
_PACKAGE = Path(__file__).parents[2]


def shipped() -> Path:
    """The shipped configuration: inside an installed package, else beside it in the source tree."""
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent / "config"


def find(option: str | None, environ: Mapping[str, str], system: Path = SYSTEM) -> Path:
    """The configuration folder: the option, $MARKETGATE_CONFIG, /etc/marketgate if it is there, ./config."""
    named = option or environ.get("MARKETGATE_CONFIG")
    if named:
        return Path(named)
    return system if system.is_dir() else Path("config")


def load(
    directory: Path,
    environ: Mapping[str, str] | None = None,
    fallback: Path | None = None,
    today: date | None = None,
) -> Config | list[ConfigError]:
    """The configuration in `directory`, or all that is wrong with it, in the order of files and lines.

    `environ` (default the process's) gives STATE_DIRECTORY and CREDENTIALS_DIRECTORY, `fallback` (default
    `shipped()`) the folder for what is not there, `today` (default the machine's) the day by which a
    marketplace's facts are old. Raises nothing for anything a file may hold.
    """
    reader = _Reader(Path(directory), fallback or shipped())
    parts = reader.parts()
    if parts.gateway is None:
        return _sorted([*reader.errors, *checks.errors(parts)])
    source, gateway = parts.gateway
    places = Places(source, reader.directory, os.environ if environ is None else environ)
    resolved = places.resolve(gateway)
    found = [*reader.errors, *checks.errors(parts), *places.errors, *half_pairs(gateway, source)]
    if found or not parts.policy or not parts.lints:
        return _sorted(found)
    packs = parts.all_packs()
    footers = dict(sorted(parts.footers.items()))
    policy, lints = parts.policy[1], parts.lints[1]
    return Config(
        directory=reader.directory,
        gateway=resolved,
        policy=policy,
        lints=lints,
        packs=packs,
        footers=footers,
        store_url=places.store_url(gateway.store.url),
        hash=_hash(gateway, policy, lints, packs, footers),
        warnings=tuple(map(str, _sorted([*checks.warnings(parts, today or date.today()), *reader.warnings]))),
        time_zone=ZoneInfo(gateway.company.time_zone),
    )


def changed_restart_keys(old: Config, new: Config) -> tuple[str, ...]:
    """The keys that differ and that a reload cannot bring into force; in the order of the file."""
    both = (old.gateway, new.gateway)
    values: dict[str, list[object]] = {
        "company.hostname": [gateway.company.hostname for gateway in both],
        "inbound.listen": [gateway.inbound and gateway.inbound.listen for gateway in both],
        "inbound.listen_tls": [gateway.inbound.listen_tls if gateway.inbound else () for gateway in both],
        "outbound.listen": [gateway.outbound and gateway.outbound.listen for gateway in both],
        "outbound.listen_tls": [gateway.outbound.listen_tls if gateway.outbound else () for gateway in both],
        "store.url": [old.store_url, new.store_url],
        "review.listen": [gateway.review.listen for gateway in both],
        "processes.workers": [gateway.processes.workers for gateway in both],
    }
    return tuple(key for key, (before, after) in values.items() if before != after)


def _hash(
    gateway: Gateway, policy: Policy, lints: Lints, packs: tuple[Pack, ...], footers: dict[str, str]
) -> str:
    """16 hexadecimal digits of SHA-256 over what decides, as canonical JSON: no comments, no order of keys.

    Taken before paths are made absolute, so that the same files give the same hash everywhere.
    """
    decides = {
        "company": gateway.company.model_dump(mode="json"),
        "legs": gateway.model_dump(mode="json", include={"inbound", "outbound"}),
        "policy": policy.model_dump(mode="json"),
        "lints": lints.model_dump(mode="json"),
        "packs": [pack.model_dump(mode="json") for pack in packs],
        "footers": footers,
    }
    canonical = json.dumps(decides, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _sorted(found: list[ConfigError]) -> list[ConfigError]:
    """In the order of the files, then of the lines."""
    ranks = {name: rank for rank, name in enumerate(FILES)}
    return sorted(found, key=lambda error: (ranks.get(error.file, len(FILES)), error.file, error.line or 0))


class _Reader:
    """The files of one folder, with another one to fall back on; collects what is wrong with them."""

    def __init__(self, directory: Path, fallback: Path) -> None:
        self.directory = directory.absolute()
        self.fallback = fallback.absolute()
        self.errors: list[ConfigError] = []
        self.warnings: list[ConfigError] = []
        self._own: dict[str, list[str]] = {}  # names in the folder itself, by the folder below it

    def parts(self) -> checks.Parts:
        """Everything that could be read and is well formed by itself."""
        self._own[""] = self._list(self.directory)
        if not self._own[""]:
            return checks.Parts(None, None, None, {}, {})
        packs: dict[str, tuple[Source, Pack]] = {}
        broken = set()
        for name in self._names("marketplaces", ".toml"):
            pack = self._read(f"marketplaces/{name}", Pack)
            if pack:
                packs[name] = pack
            else:
                broken.add(name.removesuffix(".toml"))
        names = frozenset(pack.name for _, pack in packs.values()) | broken
        gateway = self._read(FILES[0], Gateway)
        policy, lints = self._read(FILES[1], Policy), self._read(FILES[2], Lints)
        footers = self._footers(names)
        self._look_around()
        return checks.Parts(
            gateway,
            policy,
            lints,
            packs,
            footers,
            frozenset(getattr(lint_menu, "CHECKS", ())),
            frozenset(broken),
        )

    def _list(self, folder: Path) -> list[str]:
        """The names in a folder without hidden ones, sorted; one that is not there has none.

        A configuration folder without a gateway.toml is no configuration, and is not looked into.
        """
        top = folder == self.directory
        shown = str(folder) if top else folder.name
        try:
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except FileNotFoundError:
            if top:
                self._refuse(shown, None, "there is no such folder", _MAKE)
            return []
        except OSError as error:
            self._refuse(shown, None, *_unreadable(error))
            return []
        if top and FILES[0] not in names:
            self._refuse(FILES[0], None, "there is no such file", _MAKE)
            return []
        return names

    def _names(self, folder: str, suffix: str) -> list[str]:
        """The file names in a folder, here and in the fall-back."""
        own = self._own[folder] = self._list(self.directory / folder)
        names = {*own, *self._list(self.fallback / folder)} if self.fallback != self.directory else own
        return sorted(name for name in names if name.endswith(suffix))

    def _refuse(self, file: str, line: int | None, problem: str, cure: str) -> None:
        self.errors.append(ConfigError(file, line, "", problem, cure))

    def _text(self, name: str) -> tuple[str, str] | None:
        """The file as errors name it, and its text; from the fall-back where the folder does not have it."""
        for path, shown in ((self.directory / name, name), (self.fallback / name, str(self.fallback / name))):
            try:
                raw = path.read_bytes()
            except (FileNotFoundError, NotADirectoryError):  # the folder says so itself
                continue
            except OSError as error:
                self._refuse(shown, None, *_unreadable(error))
                return None
            try:
                return shown, raw.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                line = raw[: error.start].count(b"\n") + 1
                self._refuse(shown, line, "not UTF-8", "save the file as UTF-8")
                return None
        self._refuse(name, None, "there is no such file", "install the shipped configuration again")
        return None

    def _read(self, name: str, model: type[M]) -> tuple[Source, M] | None:
        text = self._text(name)
        if text is None:
            return None
        source = parse(*text)
        if isinstance(source, ConfigError):
            self.errors.append(source)
            return None
        found = source.read(model)
        if isinstance(found, list):
            self.errors += found
            return None
        return source, found

    def _footers(self, packs: frozenset[str]) -> dict[str, str]:
        """The template of every footer file with a good name, errors in them noted."""
        footers = {}
        for name in self._names("footers", ".txt"):
            whole = f"footers/{name}"
            problem = name_problem(name, packs)
            if problem:
                # A shipped text of a marketplace that is not here is nobody's mistake.
                if name in self._own["footers"]:
                    self._refuse(whole, None, *problem)
                continue
            text = self._text(whole)
            if text is None:
                continue
            footers[name] = text[1].strip()
            wrong, doubtful = judged(*text)
            self.errors += wrong
            self.warnings += doubtful
        return expanded(footers, packs)

    def _look_around(self) -> None:
        """Files that look as if they were meant to be read, and are not."""
        for name in self._own[""]:
            if name.endswith(".toml") and name not in FILES:
                near = nearest(name, FILES)
                cure = f"did you mean {near}?" if near else "marketplaces belong into marketplaces/"
                self.warnings.append(ConfigError(name, None, "", "is not read", cure))
        for name in self._own["footers"]:
            if not name.endswith(".txt") and not name.startswith("README"):
                self.warnings.append(ConfigError(f"footers/{name}", None, "", "is not read", FORM))


def _unreadable(error: OSError) -> tuple[str, str]:
    """Problem and cure of a file or folder that is there and cannot be read."""
    cure = f"give user {os.geteuid()} the right to read it"
    return f"cannot be read ({error.strerror})", cure if isinstance(error, PermissionError) else "correct it"


__all__ = ["Config", "ConfigError", "changed_restart_keys", "find", "load", "shipped"]
