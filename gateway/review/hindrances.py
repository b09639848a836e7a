"""Why the text of a mail cannot be changed, as sentences that a page says in its reader's language.

The modules of `mail` know no languages and say it in English; `hindrance` knows their
sentences by the table below, whose keys are those of the desk's catalogue. What is not in the
table stays as it is. Pure.
"""

import re
from typing import Final

from gateway.review.sentence import Sentence

HINDRANCES: Final = {
    "hinder.base64": "the base64 encoding is damaged",
    "hinder.below": "its new text stands below the quoted history",
    "hinder.blanks": "only blanks and line ends differ, which HTML does not show",
    "hinder.boundary": "a multipart without a boundary",
    "hinder.boundary_twice": "the boundary is that of an enclosing part",
    "hinder.charset_base64": "the charset {charset} needs base64",
    "hinder.charset_changed": "text in the charset {charset} cannot be changed in the middle",
    "hinder.charset_lost": "the text does not survive decoding and encoding in {charset}",
    "hinder.charset_new": "the charset {charset} cannot hold the new text",
    "hinder.charset_not": "the text is not really {charset}",
    "hinder.charset_sign": "the charset cannot hold the sign {sign}",
    "hinder.charset_unknown": "the charset {charset} is unknown",
    "hinder.compared": "the texts are too long and too different to be compared",
    "hinder.contact_left": "contact data are left: {snippet}",
    "hinder.contact_link": "contact data are left behind a link",
    "hinder.contact_text": "contact data stand in the text itself: {snippet}",
    "hinder.control": "the new text holds the control character {sign}",
    "hinder.cut_blanks": "the quoted-printable encoding has blanks at a line end",
    "hinder.cut_charset": "text in the charset {charset} cannot be cut in the middle",
    "hinder.cut_flows": "the line above flows into the one to be cut",
    "hinder.cut_history": "it is not certain where the quoted history begins: {why}",
    "hinder.cut_html": "the HTML would not read as it should without the contact data",
    "hinder.cut_html_ways": "the HTML can be read in two ways",
    "hinder.cut_line": "a line would be longer than {most} bytes",
    "hinder.cut_line_end": "a place to cut lies inside a line end",
    "hinder.cut_long": "the part is longer than {most} bytes",
    "hinder.cut_nothing": "there is nothing to cut",
    "hinder.cut_over": "a place to cut reaches over a line end",
    "hinder.cut_overlap": "two places to cut overlap",
    "hinder.cut_part": "part {number}: {why}",
    "hinder.cut_printable": "the quoted-printable line before the place is too long to be broken",
    "hinder.cut_reference": "a place to cut lies inside a character reference",
    "hinder.cut_sealed": "the mail is signed or encrypted and cannot be edited",
    "hinder.cut_transfer": "the transfer encoding {encoding} cannot be cut in place",
    "hinder.cut_where": "a place to cut is empty or lies outside the text",
    "hinder.delimiter": "no delimiter line",
    "hinder.delimiter_last": "the last delimiter is missing",
    "hinder.embedded": "a transfer encoding on an embedded message",
    "hinder.empty": "the new text is empty; what is not to be sent is given back to its author",
    "hinder.footer_contact": "no footer: this marketplace gives buyers no way to write to the seller",
    "hinder.footer_once": "no footer: this conversation had one, and repeat is once",
    "hinder.footer_place": "no footer could be placed: {why}",
    "hinder.footer_text": "there is no footer text {name}",
    "hinder.footer_there": "the footer is there already",
    "hinder.footer_wrong": "the footer text of {marketplace} is wrong: {why}",
    "hinder.header_bytes": "a header of more than {most} bytes",
    "hinder.header_empty_line": "no empty line between header and body",
    "hinder.header_fields": "a header of more than {most} fields",
    "hinder.header_line": "the header begins with a line that is no field",
    "hinder.header_long": "a line of the header would be longer than {most} bytes",
    "hinder.html_deep": "the HTML is nested too deeply",
    "hinder.html_ends": "the HTML ends inside a tag or a comment",
    "hinder.html_new_ends": "the new text of the HTML ends inside a tag or a text",
    "hinder.html_otherwise": "its HTML says it otherwise at “{place}”",
    "hinder.html_overlap": "the changes of its HTML overlap",
    "hinder.html_reads": "its HTML would not read as it should",
    "hinder.html_two_ways": "its HTML can be read in two ways",
    "hinder.html_words": "its HTML has no words",
    "hinder.insert_charset": "text in the charset {charset} cannot be inserted in the middle",
    "hinder.insert_line_end": "the place to insert lies inside a line end",
    "hinder.insert_transfer": "the transfer encoding {encoding} cannot take text in place",
    "hinder.insert_where": "the place to insert lies outside the text",
    "hinder.line": "a line would be longer than {most} bytes; break it into several",
    "hinder.long": "the new text is longer than {most} characters",
    "hinder.multipart": "a transfer encoding on a multipart",
    "hinder.nested": "nested deeper than {most}",
    "hinder.octets": "more than {most} octets of text",
    "hinder.part": "the part is damaged: {why}",
    "hinder.parts": "more than {most} parts",
    "hinder.place": "the place to change lies outside the text",
    "hinder.quoted": "the quoted-printable encoding is damaged",
    "hinder.same": "the text is the same as before",
    "hinder.sealed": "the mail is signed or encrypted",
    "hinder.seven_bit": "a 7bit part cannot hold the new text",
    "hinder.several": "its text stands in several parts",
    "hinder.textless": "it has no new text",
    "hinder.to_body": "the new address did not verify: the body changed",
    "hinder.to_header": "the new address did not verify: other parts of the header changed",
    "hinder.to_long": "the field of the recipients is too long",
    "hinder.transfer": "the transfer encoding {encoding} cannot be changed in place",
    "hinder.two_ways": "the mail can be read in two ways: {why}",
    "hinder.unverified": "the edited mail did not verify: {why}",
}
"""The key of each sentence, and the sentence with `{name}` where something is filled in."""

_KNOWN: Final = [
    (key, text, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(text)), re.DOTALL))
    for key, text in HINDRANCES.items()
]


def hindrance(why: str) -> str:
    """The sentence as one that knows its key, and so does what is said in it; else as it is."""
    for key, text, pattern in _KNOWN:
        found = pattern.fullmatch(why)
        if found:
            return Sentence(key, text, **{name: hindrance(said) for name, said in found.groupdict().items()})
    return why
