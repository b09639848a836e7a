"""Where the quoted history of a plain-text mail begins."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail.quote import Cut, attribution, newest

NEW = (
    "Guten Tag Herr Muster,\n\ndie Lieferung kommt am 14.01.2026.\n\nMit freundlichen Grüßen\n"
    "Eva Beispiel\n\n"
)
QUOTED = "> Wo bleibt mein Paket?\n>\n> Max Muster\n"
BLOCK_DE = (
    "Von: Max Muster <max@privat.example>\nGesendet: Montag, 12. Januar 2026 10:11\n"
    "An: Service <service@example.com>\nBetreff: Bestellung\n\nWo bleibt mein Paket?\n"
)
BLOCK_EN = (
    "From: Max Muster <max@privat.example>\nSent: Monday, January 12, 2026 10:11 AM\n"
    "To: Service <service@example.com>\nCc: Lager <lager@example.com>\nSubject: Order\n\n"
    "Where is my parcel?\n"
)

# Name, style, quote: the history is exactly `quote`, what stands above it is `NEW`.
SURE = [
    ("Outlook desktop, German", "outlook", BLOCK_DE),
    ("Outlook desktop, English", "outlook", BLOCK_EN),
    ("Outlook on the web with a line", "outlook", "________________________________\n" + BLOCK_DE),
    (
        "Outlook on the web, bold labels",
        "outlook",
        BLOCK_EN.replace("From:", "*From:*").replace("Sent:", "*Sent:*"),
    ),
    ("Outlook on the web, half bold", "outlook", BLOCK_DE.replace("Von:", "*Von*:").replace("An:", "*An*:")),
    ("old Outlook, German", "outlook", "-----Ursprüngliche Nachricht-----\n" + BLOCK_DE),
    ("old Outlook, English", "outlook", "-----Original Message-----\n" + BLOCK_EN),
    ("Outlook with an empty line after each label", "outlook", BLOCK_DE.replace("\n", "\n\n")),
    (
        "Outlook with many recipients over several lines",
        "outlook",
        BLOCK_DE.replace(
            "An: Service", "An: Lager <lager@example.com>;\n Versand <versand@example.com>;\n Service"
        ),
    ),
    ("GMX: the date comes first", "outlook", "Gesendet: Montag, 12. Januar 2026 um 10:11 Uhr\n" + BLOCK_DE),
    (
        "Gmail, German, wrapped",
        "gmail",
        "Am Mo., 12. Jan. 2026 um 10:11\u202fUhr schrieb Max Muster <\nmax@privat.example>:\n\n" + QUOTED,
    ),
    (
        "Gmail, German",
        "gmail",
        "Am Mo., 12. Jan. 2026 um 10:11 Uhr schrieb X <a@b.example>:\n\n" + QUOTED,
    ),
    (
        "Gmail, English, wrapped",
        "gmail",
        "On Mon, Jan 12, 2026 at 10:11\u202fAM Max Muster <max@privat.example>\nwrote:\n\n" + QUOTED,
    ),
    (
        "Apple Mail, German",
        "apple",
        "Am 12.01.2026 um 10:11 schrieb Max Muster <max@privat.example>:\n\n" + QUOTED,
    ),
    (
        "Apple Mail, English",
        "apple",
        "On 12. Jan 2026, at 10:11, Max Muster <max@privat.example> wrote:\n\n" + QUOTED,
    ),
    (
        "iPhone, German",
        "apple",
        "> Am 12.01.2026 um 10:11 schrieb Max Muster <max@privat.example>:\n> \n" + QUOTED,
    ),
    (
        "iPhone, English",
        "apple",
        "> On 12 Jan 2026, at 10:11, Max Muster <max@privat.example> wrote:\n> \n" + QUOTED,
    ),
    ("Thunderbird, German", "thunderbird", "Am 12.01.26 um 10:11 schrieb Max Muster:\n" + QUOTED),
    ("Thunderbird, English", "thunderbird", "On 1/12/26 10:11 AM, Max Muster wrote:\n" + QUOTED),
    ("Thunderbird, the author first", "thunderbird", "Max Muster schrieb am 12.01.2026 um 10:11:\n" + QUOTED),
    ("an attribution with nothing below it", "thunderbird", "Am 12.01.26 um 10:11 schrieb Max Muster:\n"),
    (
        "Gmail forward",
        "forward",
        "---------- Forwarded message ---------\nVon: Max <max@privat.example>\n"
        "Date: Mo., 12. Jan. 2026 um 10:11 Uhr\n"
        "Subject: Bestellung\nTo: <service@example.com>\n\nWo bleibt es?\n",
    ),
    ("Apple forward, German", "forward", "Anfang der weitergeleiteten Nachricht:\n\n" + BLOCK_DE),
    (
        "Apple forward, English, quoted",
        "forward",
        "> Begin forwarded message:\n> \n> " + BLOCK_EN.replace("\n", "\n> "),
    ),
    (
        "Thunderbird forward",
        "forward",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Bestellung\n"
        "Datum: Mon, 12 Jan 2026 10:11:12 +0100\n"
        "Von: Max <max@privat.example>\nAn: service@example.com\n\nWo bleibt es?\n",
    ),
    ("quote signs without an attribution, to the end", "prefix", QUOTED),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("style", "history"), [case[1:] for case in SURE], ids=[case[0] for case in SURE])
def test_the_history_begins_at_its_first_line(style: str, history: str, end: str) -> None:
    new, whole = NEW.replace("\n", end), (NEW + history).replace("\n", end)
    assert newest(whole) == Cut(len(new), True, style)


OWN = [
    "Guten Tag,\n\nvielen Dank.\n",
    "",
    "Von: Hamburg\nAn: München\n\nDie Route steht fest.\n",
    "Bitte angeben:\n\nVon: Hamburg\nAn: München\nGewicht: 3 kg\n",
    "Am 12.01.2026 haben wir geliefert.\nAm 13.01.2026 um 10:11 kam es an.\n",
    "On Monday we shipped it.\n",
    "Am 12. Januar schrieb uns der Zusteller, dass die Adresse fehlt:\nbitte nennen Sie sie uns.\n",
    "Preise:\n-----------\nTisch: 10 EUR\nStuhl: 5 EUR\n____________\nSumme: 15 EUR\n",
    "Mit freundlichen Grüßen\n\n-- \nEva Beispiel\nTel: 040 123\nFax: 040 124\n"
    "E-Mail: eva@example.com\nWeb: example.com\n",
    "Viele Grüße\n\nVon meinem iPhone gesendet\n",
    "Datum: 12.01.2026\nMenge: 3\nBetreff: Stuhl\n",
]


@pytest.mark.parametrize("text", OWN)
def test_a_text_without_a_quote_is_new_to_its_end(text: str) -> None:
    assert newest(text) == Cut(len(text), True, "none")


# Name, text above, text from the cut on, the words that the reason must contain.
DOUBTFUL = [
    (
        "answers between the quote",
        NEW,
        "Am 12.01.26 um 10:11 schrieb Max:\n> Wo?\n\nHier.\n\n> Wann?\n\nBald.\n",
        "own text",
    ),
    ("the answer below the quote", "", "Am 12.01.26 um 10:11 schrieb Max:\n> Wo?\n\nHier.\n", "own text"),
    ("nothing above a header block", "\n\n", BLOCK_DE, "nothing stands above"),
    (
        "an Italian attribution",
        NEW,
        "Il giorno lun 12 gen 2026 alle ore 10:11 Max <m@x.example> ha scritto:\n\n" + QUOTED,
        "unknown line",
    ),
    ("a line without a date above the quote", NEW + "Sie fragten:\n", QUOTED, "unknown line"),
    ("a quote right below own text", NEW + "Zu Ihrer Frage\n", QUOTED, "unknown line"),
    (
        "a French header block",
        NEW,
        "De : Max Muster <max@privat.example>\nEnvoyé : lundi 12 janvier 2026 10:11\nÀ : Service\n"
        "Objet : Commande\n\nOù ?\n",
        "unknown language",
    ),
    (
        "a Danish attribution over two lines, its quote not marked",
        NEW,
        "Den 12. jan. 2026 kl. 10.11 skrev Max Muster <\nmax@privat.example>:\nHvor er den?\n",
        "unknown line",
    ),
    (
        "a French header block without an address",
        NEW,
        "De : Max Muster\nEnvoyé : lundi 12 janvier 2026 10:11\nÀ : Service\nObjet : Commande\n\nOù ?\n",
        "unknown language",
    ),
    ("a rule with unknown words", NEW, "-----Messaggio originale-----\nDa: Max\nDove?\n", "unknown words"),
    (
        "a known rule without a header",
        NEW,
        "-----Original Message-----\nWhere is it?\n",
        "without a known header",
    ),
    (
        "a sender and a subject only",
        NEW,
        "Von: Max <max@privat.example>\nBetreff: Stuhl\n\nWo?\n",
        "incomplete",
    ),
    (
        "three labels, but no subject and no address",
        NEW,
        "Von: Hamburg\nAn: München\nDatum: 12.01.2026\n",
        "incomplete",
    ),
    ("a line above half a header", NEW, "__________\nVon: Max\nAn: Service\n\nWo?\n", "incomplete"),
    ("an attribution above unmarked text", NEW, "Am 12.01.26 um 10:11 schrieb Max:\nWo?\n", "not marked"),
]


@pytest.mark.parametrize(
    ("new", "rest", "why"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL]
)
def test_what_is_not_certain_is_said(new: str, rest: str, why: str) -> None:
    cut = newest(new + rest)
    assert (cut.offset, cut.sure) == (len(new), False)
    assert why in cut.why


def test_an_attribution_needs_a_date() -> None:
    assert attribution("Am Montag um zehn schrieb Max:") is None
    assert (
        attribution("Am Montag, 12. Januar 2026 um 10:11:12 MEZ hat Max <m@x.example> Folgendes geschrieben:")
        == "yahoo"
    )


def test_own_words_above_a_wrapped_attribution_stay_new() -> None:
    new = "On Monday, 12 January 2026, we sent it\n"
    assert newest(new + "On Mon, Jan 12, 2026 at 10:11 AM X <a@b.example> wrote:\n\n> y\n").offset == len(new)


@given(
    st.text(alphabet=st.sampled_from(list("> \n\r:-_*@.1aAmOnVFromsdchiebwt")), max_size=300)
    | st.text(max_size=300)
)
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_cut_at_a_line_start(text: str) -> None:
    cut = newest(text)
    assert cut.offset in (0, len(text)) or text[cut.offset - 1] == "\n"
    assert cut.sure != bool(cut.why)


@pytest.mark.parametrize(
    "text",
    [
        "Von: a@b\n" * 20_000,
        "Am 1 1 1 1 schrieb x:\n\n" * 10_000,
        "on 1 , at 1 , at 1 " * 10_000 + " wrote:",
        ("on 1 at 1 at 1 " * 30 + "x:\n") * 500,
        "\n" * 300_000,
        "-----x-----" * 20_000,
        "___________\n" * 20_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.perf_counter()
    newest(text)
    assert time.perf_counter() - started < 2
