"""The words and link targets of HTML, in bounded time whatever the HTML."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import plaintext


@pytest.mark.parametrize(
    ("source", "words", "targets"),
    [
        ("", "", ()),
        ("just text", "just text", ()),
        ("<p>Order 302-<b>1234567</b>-12<wbr>34567</p><p>two</p>", "Order 302-1234567-1234567\ntwo", ()),
        ("<div>one\r\n  line</div><div><br></div>next<br/>last", "one line\nnext\nlast", ()),
        ("<table><tr><td>Bestellnr.</td><td>1</td></tr></table>", "Bestellnr.\n1", ()),
        ("a&nbsp;&amp;&nbsp;b &euro;&#8364;", "a & b €€", ()),
        ("<head><title>t</title><style>p{}</style></head><body>x<script>'<p>y'</script>", "x", ()),
        ('<div style="display:none">pre<p hidden>in</p></div>shown<!-- <p>no -->', "shown", ()),
        ("<noscript>shown</noscript><template>not</template>", "shown", ()),
        (
            '<a href="https://b.de/?x=1&amp;y=2">here</a><a name=z>z</a><a href=" mailto:a@b.de ">m</a>'
            '<img src=i alt="Amazon order"><img alt=""><map><area href="#x"></map><a href="https://b.de/?x=1&amp;y=2">',
            "herezm",
            ("https://b.de/?x=1&y=2", "mailto:a@b.de", "#x", "Amazon order"),
        ),
    ],
)
def test_html_reads_as_it_is_shown(source: str, words: str, targets: tuple[str, ...]) -> None:
    """Inline tags cut no word, blocks stand on lines of their own, hidden things are left out."""
    assert plaintext.of_html(source) == (words, targets)


HARD = {
    "nested": "<div>" * 20_000,
    "end tags that close nothing": "<div></x>" * 20_000,
    "end tags in comments": "<div><!--</div>-->" * 10_000,
    "end tags in styles": "<div><style></div></style>" * 8_000,
    "end tags in attributes": '<div><i title="</div>"></i>' * 8_000,
    "open formatting": "<b><p>" * 20_000,
    "options": "<select>" + "<option></option>" * 12_000,
    "attributes": "<a " + " ".join(f"x{n}=1" for n in range(30_000)),
    "attributes with brackets": "<a " + " ".join(f'x{n}=">"' for n in range(20_000)) + ">",
    "attributes with tags": '<a t="<i" ' + " ".join(f"x{n}='<i>'" for n in range(15_000)) + ">",
}


@pytest.mark.parametrize("source", HARD.values(), ids=HARD.keys())
def test_what_makes_parsers_slow_goes_to_the_stripper(source: str) -> None:
    """More than 500 open elements, options or attributes of a tag are never given to the parser."""
    assert plaintext._is_hard(source)
    assert plaintext.of_html(f"Hello <a href=https://b.de/>{source}") == plaintext._stripped(
        f"Hello <a href=https://b.de/>{source}"
    )


EASY = {
    "a long table": "<table>" + "<tr><td>x</td><td>y</td></tr>" * 5_000 + "</table>",
    "many paragraphs": "<p>x" * 20_000,
    "many lists": "<ul><li>x<li>y</ul>" * 5_000,
    "many bold words": "<b>x</b> " * 20_000,
    "a long style": "<style>" + "p > a { } " * 5_000 + "</style>" + "<div>x</div>" * 100,
    "conditional comments": "<!--[if mso]><div><![endif]-->" * 2_000,
    "unclosed raw text": "<p>x</p><textarea>" + "<div>" * 5_000,
    "void tags": "<br><img alt=x><hr>" * 5_000,
}


@pytest.mark.parametrize("source", EASY.values(), ids=EASY.keys())
def test_usual_long_mail_is_parsed(source: str) -> None:
    """Length alone is no reason to give up the parser."""
    assert not plaintext._is_hard(source)


def test_the_stripper_keeps_words_and_targets() -> None:
    """Without a parser the result is plainer, but nothing that a signal looks for is lost."""
    assert plaintext._stripped('<p>a &euro;</p><a href="https://x.de/?a&amp;b">b</a><img alt=z><br') == (
        "a €\nb",
        ("https://x.de/?a&b", "z"),
    )


@given(st.text(alphabet="<>/!-ab \n\"'=&;é\0\xa0", max_size=80))
@settings(deadline=None)
def test_any_text_is_taken(source: str) -> None:
    """Nothing makes it fail, with or without the parser."""
    for words, targets in (plaintext.of_html(source), plaintext._stripped(source)):
        assert words == words.strip()
        assert all(targets)


SLOW = [
    *HARD.values(),
    "<",
    "<a ",
    "<!--",
    "</",
    "<p>x",
    "\n \xa0",
    "&",
    "<table><td>",
    "<a href=x>",
    "<!-",
    "<a =",
    "<a b='",
]
SLOW += [
    "<script>",
    "<svg><title>",
    "<p><b>",
    "alt=",
    '"',
    "<a><b></a>",
    "<li>",
    '<div style="display:none">',
    "<td>x",
]


@pytest.mark.parametrize("piece", SLOW, ids=range(len(SLOW)))
def test_no_html_takes_long(piece: str) -> None:
    """A quarter of a megabyte of anything is read in well under a second."""
    source = piece * (plaintext.MAX_HTML // len(piece) + 1)
    begin = time.perf_counter()
    plaintext.of_html(source)
    assert time.perf_counter() - begin < 1.0
