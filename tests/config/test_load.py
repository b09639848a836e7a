"""`load` reads a folder: what is in it, what it falls back on, where paths lead, what is warned of."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from gateway.config.load import changed_restart_keys, find, load
from gateway.config.load.later import LATER
from gateway.config.models import Config, NextHop

BASE = Path(__file__).parents[1] / "bad_config" / "base"
TODAY = date(2026, 2, 1)
"""The day by which the facts of the base packs are fresh."""
GATEWAY = """\
[company]
domains = ["example.com"]
[inbound]
listen = ["127.0.0.1:2525"]
next_hop = "smtp://127.0.0.1:2526"
[outbound]
listen = ["127.0.0.1:2587"]
next_hop = "smtp://127.0.0.1:2588"
"""


def write(folder: Path, gateway: str = GATEWAY, **files: str) -> Path:
    """A configuration folder below `folder`; `policy` is policy.toml, and so on."""
    directory = folder / "config"
    directory.mkdir(exist_ok=True)
    (directory / "gateway.toml").write_text(gateway, encoding="utf-8")
    for name, text in files.items():
        (directory / f"{name}.toml").write_text(text, encoding="utf-8")
    return directory


def read(directory: Path, environ: dict[str, str] | None = None) -> Config:
    """The configuration, which must be valid."""
    loaded = load(directory, environ or {}, fallback=BASE, today=TODAY)
    assert isinstance(loaded, Config), "\n".join(map(str, loaded))
    return loaded


def said(directory: Path) -> list[str]:
    """The errors, which there must be."""
    loaded = load(directory, {}, fallback=BASE, today=TODAY)
    assert isinstance(loaded, list)
    return [str(error) for error in loaded]


def test_the_smallest_file_is_enough(tmp_path: Path) -> None:
    """Everything else has a default or comes from the fall-back."""
    config = read(write(tmp_path))
    assert config.directory == tmp_path / "config"
    assert config.inbound_domains == ("example.com",)
    assert config.gateway.inbound is not None
    assert config.gateway.inbound.next_hop == (NextHop("smtp", "127.0.0.1", 2526),)
    assert [rule.name for rule in config.policy.rule] == [
        "pass_internal",
        "footer_discouraged",
        "hold_forbidden",
    ]
    assert [pack.name for pack in config.packs] == ["amazon", "ebay"]
    assert config.footers["ebay.de.short.txt"] == (
        "short (de){% if order %} {{ order }}{% endif %}: please use eBay."
    )
    assert config.warnings == ()


def test_a_file_of_the_same_name_replaces_the_shipped_one(tmp_path: Path) -> None:
    """Each for itself; marketplaces and footers file by file."""
    directory = write(tmp_path, policy='[[rule]]\nname = "only"\ndo = ["pass"]\n')
    (directory / "footers").mkdir()
    (directory / "footers" / "ebay.de.short.txt").write_text("Kurz.\n")
    (directory / "marketplaces").mkdir()
    ebay = (BASE / "marketplaces" / "ebay.toml").read_text().replace('"eBay"', '"eBay.de"')
    (directory / "marketplaces" / "ebay.toml").write_text(ebay)
    config = read(directory)
    assert [rule.name for rule in config.policy.rule] == ["only"]
    assert [pack.title for pack in config.packs] == ["Amazon", "eBay.de"]
    assert config.footers["ebay.de.short.txt"] == "Kurz."
    assert config.footers["ebay.en.short.txt"].startswith("short (en)")


def test_errors_in_a_file_of_the_fall_back_name_that_file(tmp_path: Path) -> None:
    """The folder itself has no such file, so its bare name would mislead."""
    base = tmp_path / "base"
    shutil.copytree(BASE, base)
    (base / "policy.toml").write_text("mode = 1\n")
    loaded = load(write(tmp_path), {}, fallback=base, today=TODAY)
    assert isinstance(loaded, list)
    assert [error.file for error in loaded] == [str(base / "policy.toml")]


def test_the_marketplaces_that_are_not_named_are_noticed_all_the_same(tmp_path: Path) -> None:
    """`company.marketplaces` limits who may hold and edit, not what is seen."""
    chosen = GATEWAY.replace("[inbound]", 'marketplaces = ["amazon"]\n[inbound]')
    config = read(write(tmp_path, chosen))
    assert [pack.name for pack in config.packs] == ["amazon", "ebay"]


@pytest.mark.parametrize(
    ("url", "state", "expected"),
    [
        ("sqlite:///var/x.db", None, "sqlite:///{parent}/var/x.db"),
        ("sqlite:///var/x.db", "/var/lib/marketgate", "sqlite:////var/lib/marketgate/var/x.db"),
        ("sqlite:///x.db", "/var/lib/one:/var/lib/two", "sqlite:////var/lib/one/x.db"),
        ("sqlite:////srv/x.db", "/var/lib/marketgate", "sqlite:////srv/x.db"),
    ],
)
def test_where_the_store_lies(tmp_path: Path, url: str, state: str | None, expected: str) -> None:
    """Three slashes: below the state folder or the configuration's parent; four: absolute."""
    directory = write(tmp_path, f'{GATEWAY}[store]\nurl = "{url}"\n')
    environ = {} if state is None else {"STATE_DIRECTORY": state}
    assert read(directory, environ).store_url == expected.format(parent=tmp_path)


def test_paths_of_files_and_credentials_become_absolute(tmp_path: Path) -> None:
    """Relative to the configuration folder; ${CREDENTIALS_DIRECTORY} from the environment."""
    directory = write(
        tmp_path,
        GATEWAY
        + 'user = "gate"\npassword = "${CREDENTIALS_DIRECTORY}/smtp"\n'
        + '[tls]\ncert = "tls/cert.pem"\nkey = "tls/key.pem"\n'
        + '[dkim]\nkeys = { "example.com" = "tls/key.pem" }\n[limits]\nspool_dir = "spool"\n',
    )
    for name in ("config/tls/cert.pem", "config/tls/key.pem", "secret/smtp", "state/spool/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    environ = {"CREDENTIALS_DIRECTORY": str(tmp_path / "secret"), "STATE_DIRECTORY": str(tmp_path / "state")}
    gateway = read(directory, environ).gateway
    assert gateway.outbound is not None
    assert gateway.outbound.password == str(tmp_path / "secret" / "smtp")
    assert (gateway.tls.cert, gateway.tls.key) == (f"{directory}/tls/cert.pem", f"{directory}/tls/key.pem")
    assert gateway.dkim.keys == {"example.com": f"{directory}/tls/key.pem"}
    assert gateway.limits.spool_dir == str(tmp_path / "state" / "spool")


def test_the_hash_is_of_what_decides(tmp_path: Path) -> None:
    """Comments, the order of keys, the place and what decides nothing leave it as it is."""
    first = read(write(tmp_path))
    assert len(first.hash) == 16
    assert int(first.hash, 16)
    other = tmp_path / "other"
    other.mkdir()
    swapped = "\n".join([*GATEWAY.splitlines()[5:], "# a comment", *GATEWAY.splitlines()[:5], "[log]"])
    assert read(write(other, swapped)).hash == first.hash
    changed = [
        read(write(tmp_path, GATEWAY.replace("example.com", "example.org"))).hash,
        read(write(tmp_path, GATEWAY + 'on_error = "hold"\n')).hash,
        read(write(tmp_path, policy=(BASE / "policy.toml").read_text().replace("enforce", "monitor"))).hash,
        read(write(tmp_path, lints='[severity]\nphone_number = "off"\n')).hash,
    ]
    (tmp_path / "config" / "footers").mkdir()
    (tmp_path / "config" / "footers" / "ebay.de.short.txt").write_text("Kurz.")
    changed.append(read(write(tmp_path)).hash)
    assert len({first.hash, *changed}) == 6


def test_keys_without_effect_are_warned_of(tmp_path: Path) -> None:
    """Only where they are set."""
    directory = write(
        tmp_path,
        GATEWAY + 'xclient_from = ["::1/128"]\n[retention]\ntext = 90\n[review]\nlisten = "127.0.0.1:8080"\n',
    )
    assert read(directory).warnings == (
        "gateway.toml:9: outbound.xclient_from: has no effect in this version; "
        "remove it, or leave it for later",
    )
    assert "outbound.xclient_from" in LATER
    directory = write(tmp_path, GATEWAY + '[review]\nlisten = "127.0.0.1:8081"\n')
    assert read(directory).warnings == ()


def test_what_works_hardly_as_meant_is_warned_of(tmp_path: Path) -> None:
    """Rules that need a missing leg, texts in another language, files nobody reads."""
    gateway = GATEWAY.partition("[outbound]")[0].replace(
        "[inbound]", 'languages = ["de", "fr"]\nmarketplaces = []\n[inbound]'
    )
    policy = """\
[[rule]]
name = "early"
direction = "outbound"
when = { verdict = "mixed" }
do = ["footer"]

[[rule]]
name = "hold_all"
do = ["hold"]
"""
    directory = write(tmp_path, gateway, policy=policy, polcy="")
    (directory / "footers").mkdir()
    (directory / "footers" / "ebay.de.normal.html").write_text("<p>")
    assert read(directory).warnings == (
        "gateway.toml:4: company.marketplaces: is empty: no mail concerns a marketplace; name some",
        "policy.toml:5: rule.1(early).do: footer needs [outbound], which gateway.toml does not have; "
        "add [outbound], or leave it",
        "policy.toml:9: rule.2(hold_all).do: hold needs [outbound], which gateway.toml does not have; "
        "add [outbound], or leave it",
        "footers/ebay.de.normal.html: is not read; name it <pack>.<language>.<kind>.txt, "
        "such as amazon.de.normal.txt",
        "polcy.toml: is not read; did you mean policy.toml?",
    )


def test_a_language_without_texts_is_warned_of(tmp_path: Path) -> None:
    """The first file to write is named."""
    directory = write(tmp_path, GATEWAY.replace("[inbound]", 'languages = ["de", "fr"]\n[inbound]'))
    assert read(directory).warnings == (
        "gateway.toml:3: company.languages.2: eBay has no normal, short, conditional footer in 'fr'; "
        "add footers/ebay.fr.normal.txt, or another language is used",
    )


def test_a_text_that_leaves_a_gap_is_warned_of(tmp_path: Path) -> None:
    """The order number may be unknown."""
    directory = write(tmp_path)
    (directory / "footers").mkdir()
    (directory / "footers" / "ebay.de.short.txt").write_text("Zu Ihrer\nBestellung {{ order }}: eBay.\n")
    assert read(directory).warnings == (
        "footers/ebay.de.short.txt:2: leaves a gap where the order is not known; "
        "write {% if order %} {{ order }}{% endif %}",
    )


def test_repeat_decides_whether_the_short_text_is_needed(tmp_path: Path) -> None:
    """With `always` and `once` no short text is ever used."""
    base = tmp_path / "base"
    shutil.copytree(BASE, base)
    for language in ("de", "en"):
        (base / "footers" / f"ebay.{language}.short.txt").unlink()
    directory = write(tmp_path)
    loaded = load(directory, {}, fallback=base, today=TODAY)
    assert isinstance(loaded, list)
    assert [str(error) for error in loaded] == [
        "footers/ebay.de.short.txt: is missing, and rule 'footer_discouraged' needs it; "
        "write the text into this file"
    ]
    policy = 'repeat = "once"\n' + (BASE / "policy.toml").read_text()
    assert isinstance(load(write(tmp_path, policy=policy), {}, fallback=base, today=TODAY), Config)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It is an error like any other."""
    assert said(tmp_path / "nowhere") == [
        f"{tmp_path}/nowhere: there is no such folder; make one with: marketgate init DIR"
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cure names the user who needs the right."""
    directory = write(tmp_path)
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "gateway.toml":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read every file
    assert said(directory) == [
        f"gateway.toml: cannot be read (Permission denied); give user {os.geteuid()} the right to read it"
    ]


def test_folders_in_the_place_of_files_and_files_in_that_of_folders(tmp_path: Path) -> None:
    """Nothing a file system holds makes `load` raise."""
    directory = write(tmp_path)
    (directory / "policy.toml").mkdir()
    (directory / "footers").write_text("")
    assert said(directory) == [
        "policy.toml: cannot be read (Is a directory); correct it",
        "footers: cannot be read (Not a directory); correct it",
    ]
    (tmp_path / "file").write_text("")
    assert said(tmp_path / "file") == [f"{tmp_path}/file: cannot be read (Not a directory); correct it"]


def test_files_of_windows_editors_are_fine(tmp_path: Path) -> None:
    """A byte order mark and CRLF change nothing."""
    directory = write(tmp_path)
    before = read(directory)
    text = "\ufeff" + GATEWAY.replace("\n", "\r\n")
    (directory / "gateway.toml").write_bytes(text.encode())
    assert read(directory).hash == before.hash


def test_hidden_files_and_readmes_are_not_footers(tmp_path: Path) -> None:
    """What editors and people leave there is nobody's error."""
    directory = write(tmp_path)
    (directory / "footers").mkdir()
    for name in (".ebay.de.normal.txt", "README.md"):
        (directory / "footers" / name).write_text("{{")
    assert read(directory).warnings == ()


def test_what_needs_a_restart_is_named(tmp_path: Path) -> None:
    """Listen addresses and the store, in the order of the file; the certificate is read again."""
    old = read(write(tmp_path))
    assert changed_restart_keys(old, read(write(tmp_path, GATEWAY + 'on_error = "hold"\n'))) == ()
    for name in ("cert.pem", "key.pem"):
        (tmp_path / "config" / name).write_text("x")
    new = (
        GATEWAY.partition("[outbound]")[0]
        .replace("2525", "2526")
        .replace("smtp://127.0.0.1:2526", "smtp://x")
        + '[store]\nurl = "sqlite:///other.db"\n[review]\nlisten = "127.0.0.1:8081"\n'
        + '[tls]\ncert = "cert.pem"\nkey = "key.pem"\n'
    )
    keys = ("inbound.listen", "outbound.listen", "store.url", "review.listen")
    assert changed_restart_keys(old, read(write(tmp_path, new))) == keys
    named = GATEWAY.replace("[inbound]", 'hostname = "gate.example.com"\n[inbound]')
    assert changed_restart_keys(old, read(write(tmp_path, named))) == ("company.hostname",)
    several = GATEWAY + "[processes]\nworkers = 2\n"
    assert changed_restart_keys(old, read(write(tmp_path, several))) == ("processes.workers",)


def test_where_the_configuration_is_looked_for(tmp_path: Path) -> None:
    """The option, the variable, the system's folder if it has one, ./config."""
    environ = {"MARKETGATE_CONFIG": "/srv/gate"}
    assert find("here", environ) == Path("here")
    assert find(None, environ) == Path("/srv/gate")
    assert find(None, {}, system=tmp_path / "nowhere") == Path("config")
    system = write(tmp_path)
    assert find(None, {}, system=system) == system
