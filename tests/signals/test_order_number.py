"""Order numbers: found wherever and however they are written, and nothing else."""

import pytest

from tests.support.noticed import judged, mail, noticed, told

ID = "304-0904527-7250707"


@pytest.mark.parametrize(
    "written",
    [
        "304-0904527-7250707",
        "AMZ304-0904527-7250707",
        "01304-0904527-7250707",
        "(304-0904527-7250707)",
        "304-0904527-7250707.",
        "304\u20110904527\u20137250707",
        "304\u22120904527\u20127250707",
        "304-09\u00ad04527-725\u200b0707",
        "304-0904527-\n7250707",
        "３０４-0904527-7250707",
        "Bestellung304-0904527-7250707",
        "Amazon 304 0904527 7250707",
        "Amazon: 30409045277250707",
        "Amazon 304.0904527.7250707",
    ],
)
def test_one_order_in_many_spellings(written: str) -> None:
    """Dashes, invisible characters, broken lines and prefixes do not matter; the normal form is one."""
    assert [hit.order for hit in noticed(mail(f"Es geht um {written} bitte")) if hit.order] == [ID]


@pytest.mark.parametrize(
    "text",
    [
        "Tel. 304-1234567-1234567",
        "Telefon: 304-1234567-1234567",
        "Mobil +304-1234567-1234567",
        "040-1234567-1234567",
        "Fax 304-1234567-1234567",
        "IBAN DE89 3704 0044 0532 0130 00",
        "S02-1234567-1234567",
        "P02-1234567-1234567",
        "D01-1234567-1234567",
        "01D01-1234567-1234567",
        "1304-1234567-12345678",
        "2-304-1234567-1234567",
        "304-1234567-1234567-9",
        "00340434161094042557",
        "RE-2026-0001234",
        "30409045277250707",
        "Artikelnummer 197526923798",
        "12-34567-89012",
    ],
)
def test_what_only_looks_like_an_order(text: str) -> None:
    """Phones, accounts, parcels, payments, digital goods, item numbers and longer numbers are no orders."""
    assert judged(mail(text)).orders == ()
    assert [hit for hit in noticed(mail(text)) if hit.signal == "order_number"] == []


def test_ebay_needs_its_name_or_a_word_for_order() -> None:
    """The shape of an eBay order alone is a hit of its own that proves nothing."""
    alone = [hit.signal for hit in noticed(mail("Bitte 12-34567-89012 prüfen")) if hit.order]
    labelled = [hit.signal for hit in noticed(mail("Bestellnummer 12-34567-89012")) if hit.order]
    named = [hit.signal for hit in noticed(mail("ebay 12-34567-89012")) if hit.order]
    assert (alone, labelled, named) == (["order_number:alone"], ["order_number"], ["order_number"])


def test_evidence_says_where_it_was_found() -> None:
    """Subject, text and quote are told apart, and a quoted number counts half."""
    assert told(mail("Hallo", subject=f"Bestellung {ID}"), "order_number") == [
        (3.0, "amazon", ID, f"subject: Bestellung {ID}")
    ]
    quoted = mail(f"Ja.\n\nAm 12.10.2026 um 14:03 schrieb Service:\n> Ihre Bestellung {ID}")
    weight, marketplace, order, evidence = told(quoted, "order_number")[0]
    assert (weight, marketplace, order, evidence.partition(":")[0]) == (1.5, "amazon", ID, "quote")


def test_a_line_broken_in_a_quote() -> None:
    """A number broken over two quoted lines is one number."""
    raw = mail("Ja.\n\nAm 12.10.2026 um 14:03 schrieb Hans:\n> Bestellung 304-0904527-\n> 7250707 fehlt")
    assert judged(raw).orders == (ID,)


def test_own_orders_are_not_the_marketplaces() -> None:
    """A number of company.own_orders is own-shop evidence and no order of a pack."""
    verdict = judged(mail("Bestellung SHOP-110382 fehlt"))
    assert (verdict.name.value, verdict.orders) == ("none", ())


def test_orders_keep_the_order_of_appearance() -> None:
    """Two orders, as first seen, each once."""
    text = "Bestellungen 303-1111111-2222222, 302-3333333-4444444 und nochmal 303-1111111-2222222"
    assert judged(mail(text)).orders == ("303-1111111-2222222", "302-3333333-4444444")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ja ",
        "und dann habe ich Ihnen ja schon geschrieben dass ",
        "Donaudampfschifffahrtsgesellschaft " * 3,
    ],
)
@pytest.mark.parametrize("behind", ["", " ist da", " wurde gestern wirklich vollständig angeliefert"])
def test_the_evidence_holds_whole_words(before: str, behind: str) -> None:
    text = f"{before}Bei Amazon 304-0904527-7250707{behind}"
    (found,) = told(mail(text), "order_number")
    words = found[3].removeprefix("text: ").split()
    assert "304-0904527-7250707" in words
    assert set(words) <= set(text.split())


def test_a_long_link_is_cut_where_one_sees_it() -> None:
    link = f"https://www.amazon.de/{'x' * 60}/orderID=304-0904527-7250707&{'y' * 60}"
    evidence = {hit[3] for hit in told(mail(f"Hier: {link}"), "order_number")}
    assert any("…" in each and "304-0904527-7250707" in each for each in evidence)
