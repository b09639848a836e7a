"""Legal declarations, and automatic mail."""

import pytest

from gateway.signals.automatic import automatic
from tests.support.noticed import inbound, judged, mail, shipped_config

DECLARED = {
    "withdrawal": [
        "Hiermit widerrufe ich den Vertrag",
        "ich wiederrufe den kauf",
        "Ich möchte vom Kauf zurück und widerrufen",
        "ich mache von meinem Widerrufsrecht Gebrauch",
        "Ich erkläre den Widerruf meiner Bestellung",
        "I withdraw from the contract",
        "I am exercising my right of withdrawal",
        "I hereby cancel my order under the 14 day rule",
    ],
    "privacy": [
        "Auskunft nach Art. 15 DSGVO bitte",
        "Bitte löschen Sie alle meine Daten",
        "Welche Daten haben Sie über mich gespeichert?",
        "Please delete my personal data",
        "This is a subject access request",
    ],
    "lawyer": [
        "Namens und in Vollmacht unserer Mandantin fordern wir Sie auf",
        "eine strafbewehrte Unterlassungserklärung abzugeben",
        "Ermittlungsverfahren gegen Unbekannt, Polizeiinspektion Mitte",
        "We act on behalf of our client",
    ],
    "safety": [
        "das Netzteil hat Feuer gefangen",
        "ich habe einen Stromschlag bekommen",
        "mein Sohn hat sich daran verletzt",
        "the battery exploded",
        "I burnt my hand",
    ],
    "warranty": [
        "Ich setze Ihnen eine Frist bis zum 1.11.",
        "ich trete vom Kaufvertrag zurück",
        "ich verlange Nacherfüllung nach § 437 BGB",
        "under my statutory rights I want a repair",
        "This is a claim under the Consumer Rights Act",
    ],
}
NOTHING = [
    "Kann ich noch widerrufen?",
    "Wie lange ist die Widerrufsfrist?",
    "Ich möchte die Ware zurückgeben",
    "Bitte stornieren Sie meine Bestellung",
    "I want to cancel my order",
    "Das Gerät ist kaputt",
    "Wie lange habe ich Garantie?",
    "Ist die Gewährleistung ein oder zwei Jahre?",
    "Sonst gehe ich zu meinem Anwalt",
    "die Lampe brennt nicht mehr",
    "Ist das brandneu?",
    "Meine Daten auf der Festplatte sind weg",
    "gebrauchtes Gerät",
    "nach deutschem Datenschutzrecht",
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in DECLARED.items() for text in texts]
)
def test_declared(kind: str, text: str) -> None:
    """A clear declaration is found, without a marketplace too."""
    assert judged(mail(f"Guten Tag,\n{text}.\nGruß")).legal == kind


@pytest.mark.parametrize("text", NOTHING)
def test_not_declared(text: str) -> None:
    """Questions, wishes and complaints are no declarations."""
    assert judged(mail(f"Guten Tag,\n{text}\nGruß")).legal is None


def test_only_the_newest_text_counts() -> None:
    """A withdrawal in the quote, or in the subject of a reply, is an old one."""
    quoted = "Danke.\n\nAm 12.10.2026 um 14:03 schrieb Hans:\n> Hiermit widerrufe ich"
    assert judged(mail(quoted, subject="AW: Widerruf der Bestellung")).legal is None
    assert (
        judged(mail("siehe Betreff", subject="Widerruf der Bestellung 304-1234567-7654321")).legal
        == "withdrawal"
    )


@pytest.mark.parametrize(
    ("more", "mail_from", "kind"),
    [
        ("", "hans.meier@gmx.example", None),
        ("Auto-Submitted: no\n", "hans.meier@gmx.example", None),
        ("Auto-Submitted: auto-replied\n", "hans.meier@gmx.example", "auto_reply"),
        ("Auto-Submitted: auto-generated (x)\n", "hans.meier@gmx.example", "auto_reply"),
        ("X-Auto-Response-Suppress: All\n", "hans.meier@gmx.example", "auto_reply"),
        ("Precedence: auto_reply\n", "hans.meier@gmx.example", "auto_reply"),
        ("", "", "bounce"),
        ("Auto-Submitted: auto-replied\n", "", "auto_reply"),
        ("List-Id: <liste.verein.example>\n", "hans.meier@gmx.example", "list"),
        ("List-Id: <service.example.com>\nPrecedence: list\n", "hans.meier@gmx.example", None),
        ("Precedence: bulk\n", "hans.meier@gmx.example", "bulk"),
        ("List-Unsubscribe: <mailto:x@news.example>\n", "hans.meier@gmx.example", "bulk"),
        ("List-Unsubscribe: <mailto:x@example.com>\n", "hans.meier@gmx.example", None),
    ],
)
def test_automatic(more: str, mail_from: str, kind: str | None) -> None:
    """From headers and envelope only; a list of our own is none."""
    found = automatic(inbound(mail("Hallo", more=more), mail_from), shipped_config())
    assert (found[0] if found else None) == kind


def test_a_delivery_report_is_a_bounce() -> None:
    """multipart/report, whoever sends it."""
    raw = b"From: x@y.example\r\nContent-Type: multipart/report; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--\r\n"
    found = automatic(inbound(raw), shipped_config())
    assert found is not None
    assert found[0] == "bounce"


@pytest.mark.parametrize(
    ("sender", "lawyer"),
    [
        ("Verbraucherzentrale Mittelhessen <recht@vz.example>", True),
        ("Gewerbeaufsichtsamt <post@gaa.example>", True),
        ("A. Behrens <behrens@polizei.niedersachsen.example>", True),
        ("Trading Standards <post@leeds.example>", True),
        ("Miejski Rzecznik Konsumentów <biuro@miasto.example>", True),
        ("Finn Anders <finn@mail.example>", False),
        ("Kanzlei Wenk <post@kanzlei.example>", False),
    ],
)
def test_an_authority_is_known_by_its_name(sender: str, lawyer: bool) -> None:
    """What it writes is of law, whatever the words are."""
    assert (judged(mail("Wir bitten um Ihre Äußerung.", sender=sender)).legal == "lawyer") is lawyer
