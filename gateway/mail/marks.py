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
    value). `role`: `head` stands above a header block and all behind it is history, `border` does so if a
    header block follows; `hint` only says where one may follow; `quoted` elements hold nothing but history;
    `wrapper` holds an attribution and a quote.
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
    Mark("outlook", "hr", "tabindex", "is", "-1", "head"),
    Mark("gmail", "div", "class", "word", "gmail_attr", "quoted"),
    Mark("gmail", "div", "class", "word", "gmail_quote", "wrapper"),
    Mark("gmail", "div", "class", "word", "gmail_quote_container", "wrapper"),
    Mark("gmail", "blockquote", "class", "word", "gmail_quote", "quoted"),
    Mark("thunderbird", "div", "class", "word", "moz-cite-prefix", "quoted"),
    Mark("forward", "div", "class", "word", "moz-forward-container", "quoted"),
    Mark("apple", "blockquote", "type", "is", "cite", "quoted"),
    Mark("roundcube", "", "id", "is", "reply-intro", "quoted"),
    Mark("gmx", "div", "name", "is", "quote", "quoted"),
    Mark("yahoo", "div", "class", "word", "yahoo_quoted", "quoted"),
    Mark("yahoo", "div", "id", "has", "yahoo_quoted", "quoted"),
    Mark("proton", "div", "class", "word", "protonmail_quote", "quoted"),
)
_BORDER = Mark("outlook", "div", "style", "border", "", "border")
_TOP_BORDER = re.compile(r"border-top:[^;]*solid|border-style:solidnonenone(?:;|\Z)")


def mark_of(name: str, attrs: Mapping[str, str]) -> Mark | None:
    """The mark that a start tag with these attributes is, or None."""
    for mark in MARKS:
        if mark.tag in ("", name) and mark.attribute in attrs:
            value = attrs[mark.attribute].strip().lower()
            if (
                value == mark.value
                or (mark.how == "has" and mark.value in value)
                or (mark.how == "word" and mark.value in value.split())
            ):
                return mark
    if name == "div" and _TOP_BORDER.search("".join(attrs.get("style", "").lower().split())):
        return _BORDER
    return None
