"""The shipped gateway.toml documents every key there is, with its true default, and no other."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from pydantic import BaseModel

from gateway.config.load import load, shipped
from gateway.config.load.errors import model_at
from gateway.config.load.footers import KINDS
from gateway.config.load.later import LATER
from gateway.config.load.source import Source, parse
from gateway.config.models import Config, Gateway

TEXT = (shipped() / "gateway.toml").read_text("utf-8")

# Keys without a default, whose commented value is an example, as their comment says.
EXAMPLES = {
    "company.hostname",
    "company.marketplaces",
    "company.hours",
    "inbound.domains",
    "outbound.bare_newline_networks",
    "outbound.user",
    "outbound.password",
    "outbound.client_cert",
    "outbound.client_key",
    "tls.cert",
    "tls.key",
    "tls.ca",
    "dkim.signer",
    "review.oidc",
    "limits.spool_dir",
    "archive.copy_to",
    "notify.sender",
    "probe.inbound",
    "probe.outbound",
}


def keys(model: type[BaseModel], prefix: str = "") -> dict[str, Any]:
    """Every key of the models with its default, dotted; a table in a table is one key."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        inner = model_at(model, (name,))
        if inner and not prefix:
            found |= keys(inner, f"{prefix}{name}.")
        else:
            found[prefix + name] = field.get_default(call_default_factory=True)
    return found


def uncommented() -> Source:
    """The file with every commented key switched on."""
    source = parse("gateway.toml", re.sub(r"(?m)^#(?=[a-z_]+ = )", "", TEXT))
    assert isinstance(source, Source)
    return source


def written(data: dict[str, Any]) -> dict[str, Any]:
    """The keys a file has, dotted; tables of free keys are values."""
    return {
        f"{table}.{key}": tuple(value) if isinstance(value, list) else value
        for table, values in data.items()
        for key, value in values.items()
    }


def test_every_key_is_documented_and_every_documented_key_exists() -> None:
    """Both ways: commented or not, the file and the models have the same keys."""
    assert sorted(written(uncommented().data)) == sorted(keys(Gateway))


def test_the_file_with_every_key_switched_on_is_well_formed() -> None:
    """The examples have the right type."""
    assert isinstance(uncommented().read(Gateway), Gateway)


def test_what_is_commented_out_is_the_default() -> None:
    """Unless the models have none; then it is an example."""
    defaults, active = keys(Gateway), written(tomllib.loads(TEXT))
    commented = {key: value for key, value in written(uncommented().data).items() if key not in active}
    assert {key for key in commented if defaults[key] is None} == EXAMPLES
    assert {key: value for key, value in commented.items() if key not in EXAMPLES} == {
        key: defaults[key] for key in commented if key not in EXAMPLES
    }


def test_only_the_smallest_file_is_switched_on() -> None:
    """What stands there without a # is the minimal file of the documentation."""
    assert written(tomllib.loads(TEXT)) == {
        "company.domains": ("example.com",),
        "company.own_orders": (r"SHOP-\d{6}",),
        "company.languages": ("de", "en"),
        "inbound.listen": ("127.0.0.1:2525",),
        "inbound.next_hop": "smtp://127.0.0.1:2526",
        "outbound.listen": ("127.0.0.1:2587",),
        "outbound.next_hop": "smtp://127.0.0.1:2588",
        "store.url": "sqlite:///var/marketgate.db",
        "review.listen": "127.0.0.1:8080",
        "review.public_url": "http://127.0.0.1:8080",
    }


def test_every_key_has_a_comment_above_it() -> None:
    """A sentence before each key, or before the small group it opens."""
    lines = TEXT.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"#?[a-z_]+ = ", line):
            above = number - 1
            while re.match(r"#?[a-z_]+ = |$|\[", lines[above]):
                above -= 1
            assert re.match(r"# \S.{8,}", lines[above]), line


def test_keys_without_effect_are_marked_later() -> None:
    """The table of keys without effect and the comments agree, both ways."""
    marked = set()
    table, later_table, later = "", False, False
    comment: list[str] = []
    for line in TEXT.splitlines():
        header = re.fullmatch(r"\[(\w+)\]", line)
        key = re.match(r"#?([a-z_]+) = ", line)
        if header:
            table, later_table, comment = header[1], " ".join(comment).startswith("Later"), []
        elif key:
            later = " ".join(comment).startswith("Later") if comment else later
            comment = []
            if later or later_table:
                marked.add(f"{table}.{key[1]}")
        elif line.startswith("# ") and "-----" not in line:
            comment.append(line[2:])
        elif not line:
            continue
    assert marked == set(LATER)


def test_all_keys_without_effect_are_keys() -> None:
    """No key stays in the table after it was renamed."""
    assert set(LATER) <= set(keys(Gateway))


FOOTERS = sorted((shipped() / "footers").glob("*.txt"))


LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "sv")
RIGHTS = {
    "de": "gesetzlichen Rechte",
    "en": "statutory rights",
    "es": "derechos legales",
    "fr": "droits légaux",
    "it": "diritti di legge",
    "nl": "wettelijke rechten",
    "pl": "prawa ustawowe",
    "sv": "lagstadgade rättigheter",
}


def test_every_language_has_all_texts() -> None:
    """Amazon and eBay have their own in German and English; `default` speaks for all others."""
    own = {(pack, language) for pack in ("amazon", "ebay") for language in ("de", "en")}
    common = {("default", language) for language in LANGUAGES}
    assert {path.name for path in FOOTERS} == {
        f"{pack}.{language}.{kind}.txt" for pack, language in own | common for kind in KINDS
    }


@pytest.mark.parametrize("path", FOOTERS, ids=lambda path: path.name)
def test_a_shipped_text_reads_well_with_and_without_an_order(path: Path) -> None:
    """One paragraph of ISO-8859-1 (Polish: of ISO-8859-2), no gap, link or contact data, rights kept open."""
    language = path.name.split(".")[1]
    template = SandboxedEnvironment(undefined=StrictUndefined).from_string(path.read_text("utf-8").strip())
    values = {"marketplace": "Kaufland", "contact_path": ""}
    full = template.render(order="305-1234567-1234567", company="Example", **values).strip()
    bare = template.render(order="", company="", **values).strip()
    assert full.replace(" 305-1234567-1234567", "").removesuffix(", Example") == bare
    assert ("305-1234567-1234567" in full) == ("conditional" not in path.name)
    gaps = r"  | [.,]" if language == "fr" else r"  | [.,:;]"
    for text in (full, bare):
        assert text.encode("iso8859-2" if language == "pl" else "latin-1")
        assert not re.search(rf"\n|{gaps}|https?:|www\.|@|[Ee]-?[Mm]ail|\+\d", text)
        assert RIGHTS[language] in text


def test_the_text_of_the_first_amazon_answer_is_the_agreed_one() -> None:
    """Word by word: each word has its reason."""
    text = (shipped() / "footers" / "amazon.de.normal.txt").read_text("utf-8").strip()
    rendered = SandboxedEnvironment().from_string(text).render(order="305-1234567-1234567")
    assert rendered == (
        "Hinweis zu Ihrer Amazon-Bestellung 305-1234567-1234567: Bitte schreiben Sie uns zu "
        'dieser Bestellung künftig über Ihr Amazon-Konto. Wählen Sie dort unter "Meine '
        'Bestellungen" die Bestellung aus und kontaktieren Sie den Verkäufer. Haben Sie von uns '
        "schon eine Nachricht über Amazon erhalten, genügt eine Antwort darauf. Amazon sieht "
        "diesen Weg für Nachrichten zu Bestellungen vor, und alles bleibt an einem Ort "
        "nachlesbar. Falls Sie die Funktion nicht finden, hilft Ihnen der Amazon-Kundenservice "
        "weiter. Ihre gesetzlichen Rechte (zum Beispiel Widerruf, Gewährleistung, Auskunft über "
        "Ihre Daten) bleiben davon unberührt; Erklärungen dazu erreichen uns weiterhin auf jedem "
        "Weg."
    )


def test_config_is_read_as_shipped() -> None:
    """The shipped folder loads whole, without errors."""
    loaded = load(shipped(), {})
    assert isinstance(loaded, Config), "\n".join(map(str, loaded))
