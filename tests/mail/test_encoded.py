"""Charsets, base64, encoded-words and parameters are decoded, or stay as they are written."""

import base64 as b64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import encoded

CHARSETS = sorted({*encoded._TABLE, "utf-7", "nonsense", ""})


@pytest.mark.parametrize(
    "charset",
    [
        "utf-7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw-unicode-escape",
        "rot13",
        "hex",
        "base64",
        "zlib",
        "mbcs",
        "undefined",
        "utf-8\x00",
        "",
        "../utf-8",
        "x" * 3000,
        "utf-8-sig",
        "hz",
    ],
)
def test_codecs_that_do_more_than_decode_text_are_read_as_latin_1(charset: str) -> None:
    """Only the closed list is given to the interpreter; everything else is Latin-1."""
    assert encoded.codec(charset) is None
    assert encoded.decode(b"+AGE- \\u0041 xn--a \xfc", charset) == "+AGE- \\u0041 xn--a ü"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Größe €".encode(), "UTF-8", "Größe €"),
        ("Größe €".encode("cp1252"), "Windows-1252", "Größe €"),
        ("Größe".encode("latin-1"), "ISO_8859-1", "Größe"),
        ("Größe €".encode("iso8859-15"), "iso-8859-15", "Größe €"),
        ("Größe".encode(), "us-ascii", "Größe"),
        ("Größe".encode("latin-1"), "us-ascii", "Größe"),
        (b"a\xffb", "utf-8", "a\ufffdb"),
        ("日本".encode("iso2022_jp"), "ISO-2022-JP", "日本"),
        ("汉字".encode("gb18030"), "GB2312", "汉字"),
    ],
)
def test_text_is_decoded_by_its_charset(data: bytes, charset: str, text: str) -> None:
    """Names of charsets are taken in any case and with either dash."""
    assert encoded.decode(data, charset) == text


@given(st.binary(max_size=40), st.sampled_from(CHARSETS))
@settings(deadline=None)
def test_any_bytes_decode_under_any_charset(data: bytes, charset: str) -> None:
    """Decoding never fails and gives text that can be written as UTF-8."""
    encoded.decode(data, charset).encode("utf-8")


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_base64_reads_back_and_survives_damage(data: bytes) -> None:
    """Line ends, foreign characters and missing padding do not matter; nothing makes it fail."""
    good = b64.encodebytes(data)
    assert encoded.base64(good) == data
    assert encoded.base64(good.replace(b"=", b"").replace(b"\n", b"\r\n !")) == data
    encoded.base64(data)


def test_base64_of_a_wrong_length_gives_what_is_whole() -> None:
    """One character too many is dropped, data after the padding too."""
    assert encoded.base64(b"QUJDR") == b"ABC"
    assert encoded.base64(b"QQ==QUJD") == b"A"


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("plain =? text", "plain =? text"),
        ("=?utf-8?Q?J=C3=B6rg?=", "Jörg"),
        ("=?UTF-8?b?SsO2cmc=?= x", "Jörg x"),
        ("Re: =?iso-8859-1?q?Gr=F6=DFe_M?= b", "Re: Größe M b"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        ("=?utf-8?Q?a?=  x  =?utf-8?Q?b?=", "a  x  b"),
        ("=?utf-8?Q?J=C3?= =?utf-8?Q?=B6rg?=", "Jörg"),
        ("=?utf-8?Q?=C3=B6?= =?iso-8859-1?Q?=F6?=", "öö"),
        ("=?utf-8*de?Q?=C3=B6?=", "ö"),
        ("=?utf-8?Q?really??=", "really?"),
        ("=?utf-8?Q?with blank?=", "with blank"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ("=?utf-7?Q?+AGE-?=", "+AGE-"),
        ("=?utf-8?B?!!!?=", ""),
        ("=?utf-8?Q?a?=b", "ab"),
    ],
)
def test_encoded_words_are_decoded(text: str, decoded: str) -> None:
    """Well-formed words by RFC 2047, and the usual mistakes of senders."""
    assert encoded.words(text) == decoded


@given(st.text(alphabet="=?qQbB utf-8\r\n_AC3é\udc80", max_size=60))
@settings(deadline=None)
def test_encoded_words_take_any_text(text: str) -> None:
    """Nothing makes it fail."""
    encoded.words(text)


@pytest.mark.parametrize(
    ("text", "value", "params"),
    [
        ("Text/Plain", "text/plain", {}),
        ("text/plain; charset=utf-8", "text/plain", {"charset": "utf-8"}),
        (
            'text/plain;CHARSET="utf-8" ; Format = flowed;',
            "text/plain",
            {"charset": "utf-8", "format": "flowed"},
        ),
        ("text/plain (a comment); charset=us-ascii (Plain text)", "text/plain", {"charset": "us-ascii"}),
        (r'a/b; name="a \"b\"; c.pdf"', "a/b", {"name": 'a "b"; c.pdf'}),
        ("a/b; name=two words.pdf; x=1", "a/b", {"name": "two words.pdf", "x": "1"}),
        ('a/b; name="no end', "a/b", {"name": "no end"}),
        ("a/b; name", "a/b", {}),
        ("a/b;;; ; x=1", "a/b", {"x": "1"}),
        ("a/b; name==?utf-8?Q?J=C3=B6rg.pdf?=", "a/b", {"name": "Jörg.pdf"}),
        ('a/b; name="=?utf-8?Q?J=C3=B6rg.pdf?="', "a/b", {"name": "Jörg.pdf"}),
        ("a/b; name*=utf-8'de'J%C3%B6rg.pdf", "a/b", {"name": "Jörg.pdf"}),
        ("a/b; name*=iso-8859-1''J%F6rg", "a/b", {"name": "Jörg"}),
        ("a/b; name*=utf-7''+AGE-", "a/b", {"name": "+AGE-"}),
        ('a/b; name*0="long "; name*1="name"', "a/b", {"name": "long name"}),
        ("a/b; name*1*=%B6rg; name*0*=utf-8''J%C3; name*2=\".pdf\"", "a/b", {"name": "Jörg.pdf"}),
        ("a/b; name*0=a; name*2=c", "a/b", {"name": "a"}),
        ("a/b; name=old; name*=utf-8''new", "a/b", {"name": "new"}),
        ("a/b; x=1; x=2", "a/b", {"x": "1"}),
        ('a/b; boundary="=?utf-8?Q?x?="', "a/b", {"boundary": "=?utf-8?Q?x?="}),
        ("", "", {}),
    ],
)
def test_field_values_are_taken_apart(text: str, value: str, params: dict[str, str]) -> None:
    """Quoted and bare values, comments, continuations and charsets (RFC 2045 5.1, RFC 2231)."""
    read = encoded.parameters(text)
    assert (read.value, dict(read.params)) == (value, params)


def test_parameters_that_can_be_read_in_two_ways_are_named() -> None:
    """Repeated names, and those in the form of RFC 2231."""
    assert encoded.parameters("a/b; x=1; X=2; y=3").repeated == {"x"}
    assert encoded.parameters("a/b; x=1; x*=utf-8''2").repeated == {"x"}
    assert encoded.parameters("a/b; x*0=1; x*0=2").repeated == {"x"}
    assert encoded.parameters("a/b; x*0=1; y=2").extended == {"x"}


@given(st.text(alphabet="ab/;=*01%'\"\\ ()?é\udc80C3", max_size=80))
@settings(deadline=None)
def test_parameters_take_any_text(text: str) -> None:
    """Nothing makes it fail."""
    encoded.parameters(text)
