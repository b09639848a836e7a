"""Each check against its table of sentences: what it must find, and what looks like it and is none.

The tables are `tables/CHECK.toml`: `hits` (a sentence, or a sentence and the exact words found) and `misses`.
`sentences.toml` judges single sentences inside a polite reply, `forms.txt` has sentences that say the same in
other words, `clean.toml` holds replies with nothing wrong.
"""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from gateway.lints import LINTS, language, lint_text
from gateway.lints.new_text import signature
from gateway.lints.reply import Reply
from gateway.words import NO_FACTS, Severity
from tests.support.noticed import shipped_config

TABLES = Path(__file__).parent / "tables"
BY_CHECK = {check.CHECK: check for check in LINTS}
WORDED = sorted(path.stem for path in TABLES.glob("*.toml") if path.stem in BY_CHECK)
POLITE = {
    "de": (
        "Guten Tag Frau Klein,",
        "Vielen Dank für Ihre Nachricht, wir haben uns den Fall noch einmal genau angesehen.",
        "Mit freundlichen Grüßen\nEva",
    ),
    "en": (
        "Hello Ms Cole,",
        "Thank you for your message, we have had another close look at the whole case.",
        "Kind regards\nTom",
    ),
    "fr": (
        "Bonjour Madame,",
        "Merci pour votre message, nous avons bien examiné votre dossier encore une fois.",
        "Cordialement\nMarie",
    ),
    "it": (
        "Buongiorno,",
        "Grazie per il suo messaggio, abbiamo esaminato di nuovo con attenzione il suo caso.",
        "Cordiali saluti\nAnna",
    ),
    "es": (
        "Hola:",
        "Gracias por su mensaje, hemos vuelto a revisar su caso con mucha atención.",
        "Un saludo\nLucía",
    ),
    "pl": (
        "Dzień dobry,",
        "Dziękujemy za wiadomość, jeszcze raz dokładnie przyjrzeliśmy się tej sprawie.",
        "Pozdrawiam\nEwa",
    ),
    "nl": (
        "Beste klant,",
        "Bedankt voor uw bericht, wij hebben de zaak nog eens goed bekeken voor u.",
        "Met vriendelijke groet\nSanne",
    ),
    "sv": ("Hej,", "Tack för ditt meddelande, vi har tittat noga på ärendet en gång till.", "Mvh\nKarin"),
}


@lru_cache
def table(name: str) -> dict[str, Any]:
    """One table."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


def found(check: str, text: str) -> list[str]:
    """The words this check finds in a text, in order."""
    config = shipped_config()
    reply = Reply(text, pack=config.pack("amazon"), packs=config.packs, company=config.gateway.company)
    return [text[each.start : each.end] for each in BY_CHECK[check].findings(reply)]


def checks(text: str) -> set[str]:
    """The checks that find something in a whole text."""
    config = shipped_config()
    return {finding.check for finding in lint_text(text, NO_FACTS, config.pack("amazon"), config)}


HITS = [
    (check, *([hit] if isinstance(hit, str) else hit)) for check in WORDED for hit in table(check)["hits"]
]


@pytest.mark.parametrize("case", HITS, ids=lambda case: f"{case[0]}: {case[1][:60]}")
def test_the_check_finds(case: tuple[str, ...]) -> None:
    """Every sentence of its table, and the exact words where the table says them."""
    told = found(case[0], case[1])
    assert told
    if len(case) > 2:
        assert case[2] in told


MISSES = [(check, miss) for check in WORDED for miss in table(check)["misses"]]


@pytest.mark.parametrize(("check", "text"), MISSES, ids=lambda each: each[:60])
def test_the_check_leaves_alone(check: str, text: str) -> None:
    """What looks like it and is none."""
    assert found(check, text) == []


REVIEWS = [(kind, text) for kind in ("incentives", "requests", "misses") for text in table("reviews")[kind]]


@pytest.mark.parametrize(("kind", "text"), REVIEWS, ids=lambda each: each[:60])
def test_requests_for_reviews(kind: str, text: str) -> None:
    """Loaded ones, neutral ones, and none at all are told apart."""
    told = (bool(found("review_incentive", text)), bool(found("review_request", text)))
    assert told == {"incentives": (True, False), "requests": (False, True), "misses": (False, False)}[kind]


SENTENCES = [(spoken, *each) for spoken in POLITE for each in table("sentences")[spoken]]


@pytest.mark.parametrize(
    ("spoken", "text", "expected"), SENTENCES, ids=[f"{each[0]}: {each[1][:60]}" for each in SENTENCES]
)
def test_a_sentence_in_a_polite_reply(spoken: str, text: str, expected: list[str]) -> None:
    """Exactly what is wrong with it is found."""
    greeting, before, closing = POLITE[spoken]
    assert sorted(checks(f"{greeting}\n\n{before} {text}\n\n{closing}\n")) == expected


FORMS = [line.split("|") for line in (TABLES / "forms.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("spoken", "check", "text"),
    FORMS,
    ids=[f"{spoken} {check}: {text[:60]}" for spoken, check, text in FORMS],
)
def test_what_a_sentence_does_is_found_however_it_is_said(spoken: str, check: str, text: str) -> None:
    """Sentences as people write them, in `forms.txt`: the check that must find it, or "-" for nothing."""
    greeting, before, closing = POLITE[spoken]
    told = checks(f"{greeting}\n\n{before}\n{text}\n\n{closing}\n")
    if check == "-":
        assert told == set()
    elif check == "review_request":
        assert told & {"review_request", "review_incentive"}
    else:
        assert check in told


CLEAN = [(spoken, text.strip()) for spoken in POLITE for text in table("clean")[spoken]]


@pytest.mark.parametrize(("spoken", "text"), CLEAN, ids=[f"{each[0]}: {each[1][:60]}" for each in CLEAN])
def test_a_reply_with_nothing_wrong(spoken: str, text: str) -> None:
    """No finding at all, and its language is sure."""
    assert checks(text) == set()
    assert language.detected(text) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "12345",
        "IBAN DE89",
        "Amazon eBay PayPal",
        "Grüezi mitenand, s'isch guet",
        "привет, как дела",
    ],
)
def test_a_language_that_is_not_sure_is_none(text: str) -> None:
    """Short, mixed and other texts."""
    assert language.detected(text) is None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Hallo\n-- \nEva", "-- \nEva"),
        ("Hallo\r\n--\r\nEva", "--\r\nEva"),
        ("Hallo\n\nBest regards,\nEva", "\nEva"),
        ("Hallo\nMfG\nEva", "\nEva"),
        ("Hallo\nViele Grüße aus Köln\nEva", "\nEva"),
        ("Hallo\nLG Eva", ""),
        ("LG OLED Fernseher sind ausverkauft, leider.", ""),
        ("Hallo\nMfG Eva Tel. 0171 1234567", " Eva Tel. 0171 1234567"),
        ("Alles gut. Mit freundlichen Grüßen Eva\nMuster GmbH", "\nMuster GmbH"),
        ("Bonjour\n\nCordialement\nMarie", "\nMarie"),
        ("Ciao\n\nCordiali saluti\nAnna", "\nAnna"),
        ("Hola\n\nUn saludo,\nLucía", "\nLucía"),
        ("Dzień dobry\n\nZ poważaniem\nEwa", "\nEwa"),
        ("Beste\n\nMet vriendelijke groet,\nSanne", "\nSanne"),
        ("Hej\n\nMed vänliga hälsningar\nKarin", "\nKarin"),
        ("Hallo\nVon meinem iPhone gesendet", "Von meinem iPhone gesendet"),
        ("Hello\nSent from my iPhone", "Sent from my iPhone"),
        ("Ihr Paket ist da.\n\nMuster GmbH\nTel. 030 901820", "\n\nMuster GmbH\nTel. 030 901820"),
        ("Hallo\n\nDanke\nEva\nTel. 030 901820", "\nEva\nTel. 030 901820"),
        ("Hallo, viele Grüße soll ich ausrichten, danke", ""),
        ("nur Text", ""),
    ],
)
def test_where_a_signature_begins(text: str, signed: str) -> None:
    """At the delimiter, behind the closing, at the phone's own line, at a block of contact lines."""
    assert text[signature(text) :] == signed


@pytest.mark.parametrize(
    ("text", "greeting", "closing", "words"),
    [
        ("Hallo Frau Berg,\n\nIhr Paket ist da.\n\nViele Grüße\nEva", "Hallo Frau Berg,", "Viele Grüße", 4),
        ("Guten Tag Herr Dr. Schulz, ja.\nMfG\nEva", "Guten Tag Herr Dr. Schulz,", "MfG", 1),
        ("Liebe Lena,\nja gern\nLG Max", "Liebe Lena,", "LG Max", 2),
        ("Lieber wäre uns ein Foto.\nGruß\nEva", None, "Gruß", 5),
        ("Frau Meier,\ngeht klar.", "Frau Meier,", None, 2),
        ("Danke,\nEva", None, None, 2),
        ("Grüß Gott,\nja\nServus", "Grüß Gott,", None, 2),
        ("Liebe Grüße\nEva", None, "Liebe Grüße", 0),
        ("> \nHej Anna!\nJa.\nTack på förhand\nPer", "Hej Anna!", "Tack på förhand", 1),
    ],
)
def test_greeting_closing_and_the_words_between(
    text: str, greeting: str | None, closing: str | None, words: int
) -> None:
    """Names and titles belong to the greeting; a closing formula, or thanks alone near the end."""
    reply = Reply(text)
    spans = (reply.greeting, reply.closing)
    told = tuple(text[slice(*span)].strip() if span else None for span in spans)
    assert (*told, reply.words) == (greeting, closing, words)


def test_a_short_reply_is_a_warning_unless_it_is_curt() -> None:
    """Fewer than 12 words hold only with a missing greeting or closing."""
    config = shipped_config()

    def severity(text: str) -> list[Severity]:
        findings = lint_text(text, NO_FACTS, config.pack("amazon"), config)
        return [finding.severity for finding in findings if finding.check == "too_short"]

    assert severity("Hallo,\n\nist raus.\n\nViele Grüße\nEva") == [Severity.WARN]
    assert severity("Hallo,\n\nist raus.") == [Severity.TONE]
    assert severity("Ist raus.\n\nViele Grüße\nEva") == [Severity.TONE]
    eleven = "eins zwei drei vier fünf sechs sieben acht neun zehn elf"
    assert severity(f"Hallo,\n\n{eleven}\n\nViele Grüße\nEva") == [Severity.WARN]
    assert severity(f"Hallo,\n\n{eleven} zwölf\n\nViele Grüße\nEva") == []


def test_severity_comes_from_the_pack_then_the_file() -> None:
    """The pack's word beats lints.toml; off does not look."""
    config = shipped_config()
    pack = config.pack("amazon")
    assert pack is not None
    mild = pack.model_copy(update={"lints": {"phone_number": Severity.WARN, "email_address": "off"}})
    text = "Guten Tag,\n\nTel. 030 901820, a@shop.de\n\nMit freundlichen Grüßen\nEva"
    told = lint_text(text, NO_FACTS, mild, config)
    assert [(item.check, item.severity) for item in told if item.check != "too_short"] == [
        ("phone_number", Severity.WARN)
    ]


def test_a_finding_says_where_what_and_how_to_mend_it() -> None:
    """Span, snippet of its line, whether it lies in the signature, a hint."""
    text = (
        "Hallo, schreiben Sie an a@shop.de, wir melden uns dann so schnell es geht bei Ihnen zurück.\n\n"
        "Mit freundlichen Grüßen\nEva\nTel. 030 901820\n"
    )
    config = shipped_config()
    findings = lint_text(text, NO_FACTS, config.pack("amazon"), config)
    assert [(item.check, item.in_signature, text[slice(*item.span)], item.snippet) for item in findings] == [
        ("email_address", False, "a@shop.de", text[:80]),
        ("off_platform_invitation", False, "a@shop.de", text[:80]),
        ("phone_number", True, "030 901820", "Tel. 030 901820"),
        ("signature_contact_block", True, "030 901820", "Tel. 030 901820"),
    ]
    assert all(item.fix for item in findings)


def test_snippets_are_short() -> None:
    """At most 80 characters, the find in it, even on an endless line."""
    text = "x " * 500 + "a@shop.de" + " y" * 500
    config = shipped_config()
    finding = next(item for item in lint_text(text, NO_FACTS, None, config) if item.check == "email_address")
    assert len(finding.snippet) <= 80
    assert "a@shop.de" in finding.snippet
