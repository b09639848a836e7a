"""HTML mail: tokens, visible text, links, and where the quoted history begins."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail.html import Cut, links, newest, own, tokens, visible


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
    if cut.place is not None and cut.inline != "pre" and "pre" not in source:
        assert cut.place in {len(source), *(token.start for token in tokens(source))}


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
        "<pre>" + "a\n" * 50_000,
        "<blockquote>a:<br>" * 20_000,
        "<blockquote>Am 1.1.26 schrieb x:<br>" * 5_000,
        '<hr tabindex="-1">x<br>' * 20_000,
    ],
    ids=lambda source: source[:12],
)
def test_hostile_html_takes_no_time(source: str) -> None:
    started = time.process_time()
    newest(source)
    visible(source)
    assert time.process_time() - started < 2


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
    assert newest(above + below) == Cut(len(above), True, style, len(above))


# Name, source with § where the footer belongs, the author's own text.
PLACED = [
    (
        "own text below",
        f'<p>Hallo</p><div class="moz-cite-prefix">{AM}</div><blockquote type="cite">alt</blockquote><p>'
        "neu</p>§",
        "Hallo neu",
    ),
    (
        "own text between, Gmail",
        f'<div>Hallo</div><div class="gmail_quote"><div class="gmail_attr">{AM}</div>'
        '<blockquote class="gmail_quote">a</blockquote><div>neu</div>§<blockquote '
        'class="gmail_quote">b</blockquote></div>',
        "Hallo neu",
    ),
    (
        "own text between, Apple",
        '<body><blockquote type="cite"><div>a</div></blockquote><div>neu</div>§'
        '<blockquote type="cite">b</blockquote></body>',
        "neu",
    ),
    (
        "bottom-posted",
        f'<html><body><div class="moz-cite-prefix">{AM}</div><blockquote type="cite">alt</blockquote>'
        "<p>neu</p><p>Eva</p>§</body></html>",
        "neu Eva",
    ),
    (
        "the signature below the quote",
        f'<p>neu</p>§<div class="moz-cite-prefix">{AM}</div><blockquote type="cite">alt</blockquote>'
        '<pre class="moz-signature" cols="72">-- \r\nEva\r\nTel</pre>',
        "neu -- Eva Tel",
    ),
    (
        "the quote inside a paragraph",
        f'<p>Hallo <span>§<blockquote type="cite">{AM} alt</blockquote></span></p>',
        "Hallo",
    ),
    (
        "the quote inside a cell",
        f'<table><tr><td>Hallo§<blockquote type="cite">{AM} alt</blockquote></table>',
        "Hallo",
    ),
    (
        "the attribution below a line of its own element",
        f'<div>Hallo <span>Eva<br>§{AM}</span></div><blockquote type="cite">alt</blockquote>',
        "Hallo Eva",
    ),
    ("the attribution inside a paragraph", f"<p>Hallo<br><br>§{AM}<br>&gt; alt</p>", "Hallo"),
    ("lines in a pre", f"<pre>Hallo\r\n\r\n§{AM}\r\n&gt; alt\r\n</pre>", "Hallo"),
    (
        "lines in a style of pre",
        f'<div style="white-space: pre-wrap">Hallo\n\n§{AM}\n&gt; alt</div>',
        "Hallo",
    ),
    (
        "an unknown attribution with a date",
        '<div>Hallo</div>§<div>Em 12/01/26 Max escreveu:</div><blockquote type="cite">alt</blockquote>',
        "Hallo",
    ),
    ("an unmarked header block", f"<body><p>Hallo</p>§{BLOCK}<p>alt</p></body>", "Hallo"),
    (
        "a foreign header below the line",
        "<p>Hej</p>§<hr tabindex=-1><p>Fra : Max<br>Sendt : mandag<br>Til : mig<br>Emne : x</p>",
        "Hej",
    ),
    ("a line that is no separator", "<p>Hallo</p><hr tabindex=-1><p>Eva</p>§", "Hallo Eva"),
    (
        "nothing above a marked quote",
        f'§<div class="moz-cite-prefix">{AM}</div><blockquote type="cite">alt</blockquote>',
        "",
    ),
    (
        "a quote of a picture only",
        '<div>Hallo</div>§<blockquote type="cite"><img src="cid:1"></blockquote>',
        "Hallo",
    ),
    (
        "a bare blockquote below an attribution",
        f"<div>Hallo</div>§<p>{AM}</p><blockquote>alt</blockquote>",
        "Hallo",
    ),
    (
        "a bare blockquote as the indent of own text",
        "<p>Max fragte:</p><blockquote>Wann?</blockquote><p>Heute.</p>§",
        "Max fragte: Wann? Heute.",
    ),
    ("an element of style left open", "<body><p>Hallo <b>du§</body>", "Hallo du"),
    (
        "OTRS",
        "<html><body>Hallo<br/>Eva<br/><br/>§12.01.2026 10:11 - Max Muster schrieb:<br/>"
        '<div type="cite" style="border-left:solid">alt</div></body></html>',
        "Hallo Eva",
    ),
    (
        "Zammad",
        f'<div>Hallo<br><div data-signature="true">--<br>Eva</div></div>§<blockquote type="cite">{AM}<br>'
        "alt</blockquote>",
        "Hallo -- Eva",
    ),
    (
        "Freshdesk",
        '<div>Hallo</div>§<div class="freshdesk_quote"><blockquote class="freshdesk_quote">On Mon, 12 Jan'
        " at 10:11 AM , Max &lt;m@x.example&gt; wrote:<div>alt</div></blockquote></div>",
        "Hallo",
    ),
    (
        "Zoho",
        '<div>Hallo</div>§<div class="zmail_extra"><div>---- On Mon, 12 Jan 2026 10:11:12 +0100 Max '
        "&lt;m@x.example&gt; wrote ----</div><blockquote>alt</blockquote></div>",
        "Hallo",
    ),
    (
        "Spark",
        f'<div name="messageBodySection">Hallo</div>§<div name="messageReplySection">{AM}<br/>'
        '<blockquote type="cite">alt</blockquote></div>',
        "Hallo",
    ),
    (
        "Yahoo",
        f'<div>Hallo</div>§<div id="ymail_1_yahoo_quoted_2" class="yahoo_quoted"><div>{AM}</div><div>alt'
        "</div></div>",
        "Hallo",
    ),
    (
        "GMX",
        '<div>Hallo</div>§<div name="quote"><div><b>Gesendet:</b>&nbsp;Montag, 12. Januar 2026 um 10:11 '
        'Uhr<br/><b>Von:</b>&nbsp;Max</div><div name="quoted-content">alt</div></div>',
        "Hallo",
    ),
    (
        "Proton",
        f'<div>Hallo</div>§<div class="protonmail_quote">{AM}<br>'
        '<blockquote class="protonmail_quote" type="cite">alt</blockquote></div>',
        "Hallo",
    ),
    ("old Hotmail", f'<div>Hallo</div>§<hr id="stopSpelling">{BLOCK}<div>alt</div>', "Hallo"),
]


@pytest.mark.parametrize(
    ("source", "own_words"), [case[1:] for case in PLACED], ids=[case[0] for case in PLACED]
)
def test_the_footer_has_its_place_and_own_text_is_known(source: str, own_words: str) -> None:
    place = source.index("§")
    source = source.replace("§", "")
    cut = newest(source)
    assert (cut.place, cut.doubt) == (place, "")
    assert own(source).split() == own_words.split()


DOUBTFUL = [
    ("an unfinished tag", "<p>Hallo</p><a href='", "ends inside"),
    ("a script that does not end", "<p>Hallo</p><script>x", "ends inside"),
    ("a link left open", "<body><p>Hallo <a href=x>du</body>", "still open"),
    ("a row left open", "<body><table><tr><td>Hallo</td>", "still open"),
    ("a set of frames", "<html><frameset><frame src=x></frameset></html>", "frames"),
]


@pytest.mark.parametrize(
    ("source", "why"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL]
)
def test_what_cannot_take_a_footer_is_said(source: str, why: str) -> None:
    cut = newest(source)
    assert cut.place is None
    assert why in cut.doubt


def test_a_quote_that_begins_where_nothing_can_stand_puts_the_footer_at_the_end() -> None:
    source = (
        f"<body><ul><li>Hallo<p><a href=x>{AM}</a></p></li></ul><blockquote type=cite>alt</blockquote></body>"
    )
    cut = newest(source)
    assert (cut.place, cut.inline) == (source.index("</body>"), "")
    assert "inside a paragraph" in cut.doubt


@pytest.mark.parametrize(
    ("source", "inline"),
    [
        (f"<p>Hallo<br>§{AM}<br>&gt; alt</p>", "br"),
        (f"<pre>Hallo\n§{AM}\n&gt; alt</pre>", "pre"),
        (f"<div>Hallo<br>§{AM}<br>&gt; alt</div>", ""),
    ],
)
def test_what_fits_at_the_place_is_said(source: str, inline: str) -> None:
    place = source.index("§")
    cut = newest(source.replace("§", ""))
    assert (cut.place, cut.inline) == (place, inline)
