"""Where the quoted history of a plain-text mail begins."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import opinion
from gateway.mail.quote import Cut, attribution, clean, newest, own, read

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
    assert newest(whole) == Cut(len(new), True, style, len(new))


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
    assert newest(text) == Cut(len(text), True, "none", len(text))


# Name, text above, text from the cut on, the words that the reason must contain. The footer goes to the end.
DOUBTFUL = [
    ("nothing above a header block", "\n\n", BLOCK_DE, "nothing stands above"),
    (
        "an unknown attribution, its quote not marked",
        NEW,
        "Em seg., 12 de jan. de 2026 às 10:11, Max <max@privat.example> escreveu:\nOnde?\n",
        "unknown line",
    ),
    (
        "a header block in an unknown language, without an address",
        NEW,
        "Fra: Max Muster\nSendt: 12. januar 2026 10:11\nTil: Service\nEmne: Ordre\n\nHvor?\n",
        "unknown language",
    ),
    (
        "a sender and a subject only",
        NEW,
        "Von: Max <max@privat.example>\nBetreff: Stuhl\n\nWo?\n",
        "incomplete",
    ),
    (
        "a line above half a header",
        NEW,
        "__________\nVon: Max <max@privat.example>\nAn: Service\n\nWo?\n",
        "incomplete",
    ),
]


@pytest.mark.parametrize(
    ("new", "rest", "why"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL]
)
def test_what_is_not_certain_is_said(new: str, rest: str, why: str) -> None:
    cut = newest(new + rest)
    assert (cut.offset, cut.sure, cut.place) == (len(new), False, len(new + rest))
    assert why in cut.why
    assert cut.doubt == cut.why


AM = "Am 12.01.26 um 10:11 schrieb Max:\n"

# Name, text with § where the footer belongs, the author's own text, the words that the reason must contain.
MIXED = [
    (
        "answers between the quote",
        f"Hallo\n\n{AM}> Wo?\n\nHier.\n\n> Wann?\n\nBald.\n§",
        "Hallo Hier. Bald.",
        "own text",
    ),
    ("a quote behind the last answer", f"{AM}> Wo?\n\nHier.\n\n§> Wann?\n> Max\n", "Hier.", "own text"),
    ("the answer below the quote", f"{AM}> Wo?\n\nHier.\n\n-- \nEva\n§", "Hier. -- Eva", "own text"),
    ("the answer below the quote, blank lines at the end", f"{AM}> Wo?\n\nHier.\n\n\n§", "Hier.", "own text"),
    (
        "the signature below the quote",
        f"Hier.\n\n§{AM}> Wo?\n\n-- \nEva\nTel 1\n",
        "Hier. -- Eva Tel 1",
        "signature",
    ),
    (
        "the closing below the quote",
        f"Hier.\n\n§{AM}> Wo?\n\nMit freundlichen Grüßen\nEva\n",
        "Hier. Mit freundlichen Grüßen Eva",
        "signature",
    ),
    (
        "the telephone's line below the quote",
        f"Hier.\n\n§{AM}> Wo?\n\nVon meinem iPhone gesendet\n",
        "Hier. Von meinem iPhone gesendet",
        "signature",
    ),
    (
        "the signature below the answers",
        f"{AM}> Wo?\n\nHier.\n\n> Wann?\n\n-- \nEva\n§",
        "Hier. -- Eva",
        "own text",
    ),
    (
        "a second attribution between the quotes",
        f"{AM}> Wo?\n\nHier.\n\n§{AM}> Wann?\n",
        "Hier.",
        "own text",
    ),
    (
        "own arrows above a header block",
        f"Bitte:\n> Schritt eins\nund dann warten\n\n§{BLOCK_DE}",
        "Bitte: und dann warten",
        "own text",
    ),
    (
        "a quoted line that was broken",
        f"Hallo\n\n§{AM}> {'lang ' * 14}\nzwei Worte\n> mehr\n",
        "Hallo",
        "",
    ),
]


@pytest.mark.parametrize(
    ("text", "own_words", "why"), [case[1:] for case in MIXED], ids=[case[0] for case in MIXED]
)
def test_own_text_below_a_quote_is_found_and_the_footer_stands_behind_it(
    text: str, own_words: str, why: str
) -> None:
    place = text.index("§")
    text = text.replace("§", "")
    cut = newest(text)
    assert (cut.place, cut.doubt, cut.sure) == (place, "", not why)
    assert why in cut.why
    assert own(text, cut).split() == own_words.split()


def test_a_line_of_unknown_words_above_a_quote_stays_new_and_below_the_footer() -> None:
    text = NEW + "Sie fragten:\n" + QUOTED
    cut = newest(text)
    assert (cut.offset, cut.place, cut.sure) == (len(text) - len(QUOTED), len(NEW), True)


def test_a_heading_between_dashes_is_no_quote() -> None:
    text = NEW + "----- Lieferumfang -----\nEin Stuhl, vier Beine.\n"
    assert newest(text) == Cut(len(text), True, "none", len(text))


def test_three_labels_that_are_a_list_are_no_quote() -> None:
    text = NEW + "Von: Hamburg\nAn: München\nDatum: 12.01.2026\n"
    assert newest(text) == Cut(len(text), True, "none", len(text))


@pytest.mark.parametrize(
    "head",
    [
        "De: Max <max@privat.example>\nEnviada em: 13 de janeiro de 2026 10:12\nPara: y\nAssunto: z\n",
        "Od: Max <max@privat.example>\nOdesláno: úterý 13. ledna 2026 10:12\nKomu: y\nPředmět: z\n",
        "Fra: Max <max@privat.example>\nSendt: 13. januar 2026 10:12\nTil: y\nEmne: z\n",
    ],
    ids=["Portuguese", "Czech", "Danish"],
)
def test_labels_of_another_language_that_begin_like_one_of_ours_are_a_header(head: str) -> None:
    """The sender's label is Spanish or Polish too; the footer stands above it, not below its first line."""
    text = f"{NEW}{head}\nWo bleibt mein Paket?\n"
    assert (newest(text).place, newest(text).sure) == (len(NEW), True)


def test_a_list_of_a_carrier_above_the_quote_moves_nothing() -> None:
    new = NEW + "Von: Hamburg, Lager\nAn: Kiel\nDatum: 24. November, 8 bis 12 Uhr\n\nGruß\nEva\n\n"
    text = f"{new}Von: Max <m@x.example>\nGesendet: 13.01.2026 10:12\nAn: y\nBetreff: z\n\nHallo\n"
    found = [clean(line) for line in text.split("\n")]
    assert opinion.checked(found, read(found)) == read(found)
    assert newest(text).place == len(new)


def test_a_sentence_that_only_sounds_like_an_attribution_is_no_quote() -> None:
    text = NEW + "Am 12.01.26 um 10:11 schrieb der Zusteller:\nNicht zu Hause.\n\nViele Grüße\n"
    assert newest(text) == Cut(len(text), True, "none", len(text))


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
    assert cut.place is not None
    assert cut.place in (0, len(text)) or text[cut.place - 1] == "\n"
    assert all(0 <= first <= last <= len(text) for first, last in cut.below)


@pytest.mark.parametrize(
    "text",
    [
        "Von: a@b\n" * 20_000,
        "Am 1 1 1 1 schrieb x:\n\n" * 10_000,
        "on 1 , at 1 , at 1 " * 10_000 + " wrote:",
        ("on 1 at 1 at 1 " * 30 + "x:\n") * 500,
        ("on 1 at 1 wrote " * 29 + ":\n") * 500,
        ("x schrieb am 1 " * 29 + "schrieb:\n") * 500,
        "> a\nAm 1 1 1 1 schrieb x:\n" * 10_000,
        "a:\n> b\n" * 20_000,
        "> x@y 10:11:\n" * 20_000,
        "\n" * 300_000,
        "-----x-----" * 20_000,
        "___________\n" * 20_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.process_time()
    newest(text)
    assert time.process_time() - started < 2
