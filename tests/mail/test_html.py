"""HTML mail: tokens, visible text, links, and where the quoted history begins."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail.html import Cut, links, newest, tokens, visible


def kinds(source: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(source)]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a<b>c</b>", [("text", "a"), ("start", "<b>"), ("text", "c"), ("end", "</b>")]),
        ('<a title=">">x', [("start", '<a title=">">'), ("text", "x")]),
        ("<a title='\">'>x", [("start", "<a title='\">'>"), ("text", "x")]),
        ("<a b=c/d>x", [("start", "<a b=c/d>"), ("text", "x")]),
        ('<a =">x', [("start", '<a =">'), ("text", "x")]),
        ("<!-- </body> -->x", [("comment", "<!-- </body> -->"), ("text", "x")]),
        ("<!-- a --!>x", [("comment", "<!-- a --!>"), ("text", "x")]),
        ("<!-->x", [("comment", "<!-->"), ("text", "x")]),
        ("<!--->x", [("comment", "<!--->"), ("text", "x")]),
        ("<!-- x", [("unfinished", "<!-- x")]),
        ("<![if !mso]>x", [("comment", "<![if !mso]>"), ("text", "x")]),
        ("<?xml x?>y", [("comment", "<?xml x?>"), ("text", "y")]),
        ("</ a>y", [("comment", "</ a>"), ("text", "y")]),
        ("<![CDATA[ > ]]>", [("comment", "<![CDATA[ >"), ("text", " ]]>")]),
        ("<svg><![CDATA[ > ]]></svg>", [("start", "<svg>"), ("raw", "<![CDATA[ > ]]>"), ("end", "</svg>")]),
        ("<!DOCTYPE html>x", [("doctype", "<!DOCTYPE html>"), ("text", "x")]),
        (
            "<script>a<b></scripts></SCRIPT >c",
            [("start", "<script>"), ("raw", "a<b></scripts>"), ("end", "</SCRIPT >"), ("text", "c")],
        ),
        ("<title></b></title>", [("start", "<title>"), ("raw", "</b>"), ("end", "</title>")]),
        ("<style>x", [("start", "<style>"), ("raw", "x")]),
        ("1 < 2 <3", [("text", "1 "), ("text", "< 2 "), ("text", "<3")]),
        ("a<", [("text", "a"), ("text", "<")]),
        ('<a href="x', [("unfinished", '<a href="x')]),
        ("<a b", [("unfinished", "<a b")]),
    ],
)
def test_tokens_end_where_the_standard_says(source: str, wanted: list[tuple[str, str]]) -> None:
    got: list[tuple[str, str]] = []
    for kind, text in kinds(source):  # neighbouring texts are one text
        if got and kind == "text" == got[-1][0]:
            got[-1] = (kind, got[-1][1] + text)
        else:
            got.append((kind, text))
    merged: list[tuple[str, str]] = []
    for kind, text in wanted:
        if merged and kind == "text" == merged[-1][0]:
            merged[-1] = (kind, merged[-1][1] + text)
        else:
            merged.append((kind, text))
    assert got == merged


def test_attributes_are_read_as_browsers_read_them() -> None:
    (token,) = tokens("<DIV ID=a id=b Class='x y' title=\"1 &gt; 0\" hidden data-x = z / k=>")
    assert token.name == "div"
    assert token.attrs == {
        "id": "a",
        "class": "x y",
        "title": "1 > 0",
        "hidden": "",
        "data-x": "z",
        "k": "",
    }


PIECES = """
< > </ <!-- --> --!> <a " ' = / <script> </script> <body> </body> <div> </div> <p> </p> <br> </blockquote>
<svg> <![CDATA[ <title> <table><tr><td> &#99999999999; &amp x Von:a@b Gesendet:1.1.26 Betreff:x
<hr/tabindex=-1> <blockquote/type=cite> <div/class=gmail_quote> <div/style="border-top:solid">
<div/id=appendonsend>
"""
ANY_PIECE = st.sampled_from([*PIECES.split(), " ", "\r\n", "Am 1.1.26 schrieb x:"])
MARKUP = st.lists(ANY_PIECE, max_size=40).map("".join)


@given(MARKUP | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_tokens_tile_the_source_and_nothing_raises(source: str) -> None:
    assert "".join(token.text for token in tokens(source)) == source
    cut = newest(source)
    assert 0 <= cut.offset <= len(source)
    assert cut.sure != bool(cut.why)
    visible(source)
    links(source)


@given(MARKUP)
@settings(max_examples=300, deadline=None)
def test_a_sure_cut_lies_between_two_tokens(source: str) -> None:
    cut = newest(source)
    if cut.sure:
        assert cut.offset in {len(source), *(token.start for token in tokens(source))}


@pytest.mark.parametrize(
    "source",
    [
        "<a " * 20_000,
        "<!--" * 20_000,
        "<" * 60_000,
        "<div>a" * 20_000,
        "<b>a" * 20_000 + "</i>" * 20_000,
        "<i><div>" + "<b>" * 20_000 + "</i>" * 20_000,
        "<blockquote type=cite>" * 20_000,
        '<a href="' * 20_000,
        "<b>" * 20_000 + "x<br>" * 20_000,
        "<p>x" * 20_000,
        "<svg>" * 20_000 + "<![CDATA[" * 20_000,
        "Am 1 1 1 1 1 1 schrieb x:<br>" * 10_000,
        '<div style="border-top:solid">Von: x@y' * 5_000,
        "&#" + "9" * 100_000,
    ],
    ids=lambda source: source[:12],
)
def test_hostile_html_takes_no_time(source: str) -> None:
    started = time.perf_counter()
    newest(source)
    visible(source)
    assert time.perf_counter() - started < 2


def test_visible_text_is_what_a_person_sees() -> None:
    source = (
        "<html><head><title>Titel</title><style>p{}</style></head><body><p>Gr&uuml;&szlig;e &amp;\r\n"
        " mehr</p>"
        '<div style="display: none">verborgen</div><script>var x</script>eins<br>zwei<!-- nein --><b>drei</b>'
        "<ul><li>vier<li>fünf</ul></body></html>"
    )
    assert visible(source) == "Grüße & mehr\neins\nzweidrei\nvier\nfünf"


def test_a_head_that_is_not_closed_hides_no_body() -> None:
    assert visible("<head><title>T</title><div>Text</div>") == "Text"
    assert visible("<head>Text") == "Text"


def test_links_are_the_decoded_targets_once_each() -> None:
    source = (
        "<a href='https://example.com/?a=1&amp;b=2'>x</a><a href=y>z</a><area "
        'href="y"><a>k</a><!-- <a href=n> -->'
    )
    assert links(source) == ("https://example.com/?a=1&b=2", "y")


BLOCK = (
    "<p><b>Von:</b> Max &lt;max@privat.example&gt;<br><b>Gesendet:</b> Montag, 12. Januar 2026 10:11<br>"
    "<b>An:</b> Service<br><b>Betreff:</b> Bestellung</p>"
)
AM = "Am 12.01.2026 um 10:11 schrieb Max Muster &lt;max@privat.example&gt;:"

# Name, style, source above the cut, source from it on.
SURE = [
    (
        "Outlook desktop",
        "outlook",
        "<html><head><style>p{}</style></head><body lang=DE><div class=WordSection1><p "
        "class=MsoNormal>Hallo<o:p></o:p></p><div>",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
        + BLOCK
        + "</div></div><p>alt</p></div></body></html>",
    ),
    (
        "Outlook on the web",
        "outlook",
        "<html><body><div>Hallo</div>",
        '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div '
        'id="divRplyFwdMsg">' + BLOCK + "</div><div>alt</div></body></html>",
    ),
    (
        "Outlook on the web, text behind the place for it",
        "outlook",
        '<html><body><div>Hallo</div><div id="appendonsend"></div><div>Eva</div>',
        "<hr tabindex=-1><div id=divRplyFwdMsg>" + BLOCK + "</div><div>alt</div></body></html>",
    ),
    (
        "Outlook for iOS",
        "outlook",
        '<html><body><div>Hallo</div><div id="ms-outlook-mobile-signature">Outlook f&uuml;r iOS</div>',
        '<hr tabindex="-1"><div id="divRplyFwdMsg">' + BLOCK + "</div><div>alt</div></body></html>",
    ),
    (
        "Outlook mobile, new",
        "outlook",
        "<html><body><div>Hallo</div>",
        '<div id="mail-editor-reference-message-container"><div style="border-width:1pt">'
        + BLOCK
        + "</div>alt</div></body></html>",
    ),
    (
        "Gmail",
        "gmail",
        '<div dir="ltr">Hallo</div><br>',
        '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Il giorno '
        "lun ha scritto:<br></div>"
        '<blockquote class="gmail_quote">alt</blockquote></div>',
    ),
    (
        "Gmail without a class for the attribution",
        "gmail",
        '<div dir="ltr">Hallo</div><br>',
        f'<div class="gmail_quote">{AM}<br><blockquote class="gmail_quote">alt</blockquote></div>',
    ),
    (
        "Gmail forward",
        "gmail",
        '<div dir="ltr">Hallo</div><br>',
        '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message '
        "---------<br>Von: Max</div><br>alt</div>",
    ),
    (
        "Apple Mail",
        "apple",
        "<html><body><div>Hallo</div><div><br>",
        f'<blockquote type="cite"><div>{AM}</div><br><div>alt</div></blockquote></div><br></body></html>',
    ),
    (
        "Apple Mail, attribution in front",
        "apple",
        "<html><body>Hallo<br><br><div>",
        f'<div>{AM}</div><br><blockquote type="cite"><div>alt</div></blockquote></div></body></html>',
    ),
    (
        "iPhone, two quotes",
        "apple",
        '<html><body><div dir="ltr">Hallo</div><div dir="ltr"><br>',
        f'<blockquote type="cite">{AM}<br><br></blockquote></div><blockquote '
        f'type="cite"><div>alt</div></blockquote></body></html>',
    ),
    (
        "Thunderbird",
        "thunderbird",
        "<html><body><p>Hallo</p>",
        f'<div class="moz-cite-prefix">{AM}<br></div><blockquote type="cite" '
        f'cite="mid:x"><p>alt</p></blockquote></body></html>',
    ),
    (
        "Thunderbird forward",
        "forward",
        "<html><body><p>Hallo</p>",
        '<div class="moz-forward-container"><br>-------- Weitergeleitete Nachricht '
        "--------<table><tr><td>alt</table></div></body></html>",
    ),
    (
        "Roundcube",
        "roundcube",
        "<p>Hallo</p>",
        f'<p id="reply-intro">{AM}</p><blockquote type="cite">alt</blockquote>',
    ),
    ("no quote", "none", "<html><body><p>Hallo</p>", "</body></html>"),
    ("no quote, a paragraph left open", "none", "<html><body><p>Hallo", "</body></html>"),
    ("no quote, no body tag", "none", "<html><p>Hallo</p>", "</html>"),
    ("no quote, no tags", "none", "Hallo", ""),
    ("a body end in a comment", "none", "<body><p>Hallo</p><!-- </body> -->", "</body>"),
    ("a body end in a script", "none", "<body><script>'</body>'</script><p>Hallo</p>", "</body></html>"),
    ("a body end in an attribute", "none", '<body><p title="</body>">Hallo</p>', "</body>"),
    ("two body ends", "none", "<body><p>Hallo</p></body><p>du</p>", "</body>"),
    (
        "a border that is no quote",
        "none",
        '<body><p>Hallo</p><div style="border-top:1px solid">Eva</div>',
        "</body>",
    ),
    ("von and an in own text", "none", "<body><p>Von: Hamburg<br>An: M&uuml;nchen</p>", "</body>"),
]


@pytest.mark.parametrize(
    ("style", "above", "below"), [case[1:] for case in SURE], ids=[case[0] for case in SURE]
)
def test_the_history_begins_at_its_mark(style: str, above: str, below: str) -> None:
    assert newest(above + below) == Cut(len(above), True, style)


DOUBTFUL = [
    (
        "own text below",
        f'<p>Hallo</p><div class="moz-cite-prefix">{AM}</div><blockquote '
        f'type="cite">alt</blockquote><p>neu</p>',
        "own text",
    ),
    (
        "own text between, Gmail",
        f'<div>Hallo</div><div class="gmail_quote"><div class="gmail_attr">{AM}</div>'
        '<blockquote class="gmail_quote">a</blockquote><div>neu</div><blockquote '
        'class="gmail_quote">b</blockquote></div>',
        "own text",
    ),
    (
        "the quote inside a paragraph",
        f'<p>Hallo <span><blockquote type="cite">{AM} alt</blockquote></span></p>',
        "inside",
    ),
    (
        "the quote inside a table",
        f'<table><tr><td>Hallo<blockquote type="cite">{AM} alt</blockquote></table>',
        "inside",
    ),
    (
        "the attribution inside own line",
        f'<div>Hallo <span>Eva<br>{AM}</span></div><blockquote type="cite">alt</blockquote>',
        "inside",
    ),
    (
        "an unknown attribution",
        '<div>Hallo</div><div>Il 12/01/26 Max ha scritto:</div><blockquote type="cite">alt</blockquote>',
        "unknown line",
    ),
    ("an unmarked header block", f"<body><p>Hallo</p>{BLOCK}<p>alt</p></body>", "not marked"),
    (
        "a foreign header below the line",
        "<p>Bonjour</p><hr tabindex=-1><p>De : Max<br>Envoyé : lundi<br>À : moi<br>Objet : x</p>",
        "unknown language",
    ),
    (
        "nothing above",
        f'<div class="moz-cite-prefix">{AM}</div><blockquote type="cite">alt</blockquote>',
        "nothing stands above",
    ),
    ("an unfinished tag", "<p>Hallo</p><a href='", "ends inside"),
    ("a script that does not end", "<p>Hallo</p><script>x", "ends inside"),
    ("an inline element left open", "<body><p>Hallo <b>du</body>", "still open"),
    (
        "a bare blockquote below a line with a colon",
        "<p>Hallo</p><p>Max fragte:</p><blockquote>alt</blockquote>",
        "unknown way",
    ),
]


@pytest.mark.parametrize(
    ("source", "why"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL]
)
def test_what_is_not_certain_is_said(source: str, why: str) -> None:
    cut = newest(source)
    assert not cut.sure
    assert why in cut.why
