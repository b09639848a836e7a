"""The marks that mail programs put around quotes in HTML, as data.

A mail program is added by one line in `MARKS`. Pure, never raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """One way a mail program marks a quote: element, then attribute, then a word of its value.

    `tag` "" is any element. `how` is "word" (one of the blank-separated words), "is" or "has" (part of the
    value). `role`: behind a `head` all is history, whatever it is, `rule` and `border` stand above a header
    block and mean nothing without one; `hint` only says where one may follow; `quoted` elements hold nothing
    but history; `wrapper` holds an attribution and a quote.
    """

    style: str
    tag: str
    attribute: str
    how: str
    value: str
    role: str


MARKS: Final = (
    Mark("outlook", "div", "id", "is", "appendonsend", "hint"),
    Mark("outlook", "div", "id", "is", "divrplyfwdmsg", "head"),
    Mark("outlook", "div", "id", "is", "mail-editor-reference-message-container", "head"),
    Mark("outlook", "hr", "tabindex", "is", "-1", "rule"),
    Mark("outlook", "hr", "id", "is", "stopspelling", "rule"),
    Mark("gmail", "div", "class", "word", "gmail_attr", "quoted"),
    Mark("gmail", "div", "class", "word", "gmail_quote", "wrapper"),
    Mark("gmail", "div", "class", "word", "gmail_quote_container", "wrapper"),
    Mark("gmail", "blockquote", "class", "word", "gmail_quote", "quoted"),
    Mark("thunderbird", "div", "class", "word", "moz-cite-prefix", "quoted"),
    Mark("forward", "div", "class", "word", "moz-forward-container", "quoted"),
    Mark("apple", "blockquote", "type", "is", "cite", "quoted"),
    Mark("otrs", "div", "type", "is", "cite", "quoted"),
    Mark("roundcube", "", "id", "is", "reply-intro", "quoted"),
    Mark("gmx", "div", "name", "is", "quote", "quoted"),
    Mark("yahoo", "div", "class", "word", "yahoo_quoted", "quoted"),
    Mark("yahoo", "div", "id", "has", "yahoo_quoted", "quoted"),
    Mark("proton", "div", "class", "word", "protonmail_quote", "quoted"),
    Mark("proton", "blockquote", "class", "word", "protonmail_quote", "quoted"),
    Mark("tutanota", "blockquote", "class", "word", "tutanota_quote", "quoted"),
    Mark("freshdesk", "div", "class", "word", "freshdesk_quote", "wrapper"),
    Mark("freshdesk", "blockquote", "class", "word", "freshdesk_quote", "quoted"),
    Mark("zoho", "div", "class", "word", "zmail_extra", "quoted"),
    Mark("spark", "div", "name", "is", "messagereplysection", "wrapper"),
)
_BORDER = Mark("outlook", "div", "style", "border", "", "border")
_TOP_BORDER = re.compile(r"border-top:[^;]*solid|border-style:solidnonenone(?:;|\Z)")


_BY_ATTRIBUTE: Final = {
    name: tuple((rank, mark) for rank, mark in enumerate(MARKS) if mark.attribute == name)
    for name in {mark.attribute for mark in MARKS}
}


def mark_of(name: str, attrs: Mapping[str, str]) -> Mark | None:
    """The mark that a start tag with these attributes is, or None; the first in `MARKS` of several."""
    found = [
        (rank, mark)
        for attribute in attrs
        for rank, mark in _BY_ATTRIBUTE.get(attribute, ())
        if mark.tag in ("", name) and _fits(mark, attrs[attribute].strip().lower())
    ]
    if found:
        return min(found, key=lambda each: each[0])[1]
    if name == "div" and "border" in attrs.get("style", "").lower():
        style = "".join(attrs["style"].lower().split())
        return _BORDER if _TOP_BORDER.search(style) else None
    return None


def _fits(mark: Mark, value: str) -> bool:
    return (
        value == mark.value
        or (mark.how == "has" and mark.value in value)
        or (mark.how == "word" and mark.value in value.split())
    )
