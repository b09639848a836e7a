"""An attachment a marketplace would not pass on: its type, its size (over 10 MB), an advertising file name.

Types are told by the ending, else by the media type. Signatures (S/MIME, PGP) and winmail.dat reach no buyer.
Cards are `vcard`, pictures inside the text `logo`.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import attachments, hosts
from gateway.lints.attachments import Attachment
from gateway.lints.foreign_url import is_allowed
from gateway.lints.phrases import Phrases, fold
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import marketing
from gateway.words import Severity

CHECK: Final = "disallowed_attachment"
SEVERITY: Final = Severity.WARN

MOST: Final = 10 * 1024 * 1024
ENDINGS: Final = frozenset(
    ["pdf", "doc", "docx", "odt", "rtf", "txt", "jpg", "jpeg", "jpe", "png", "bmp", "tif", "tiff"]
)
TYPES: Final = frozenset(
    {
        "application/pdf",
        "application/msword",
        "application/rtf",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/plain",
        "image/jpeg",
        "image/jpg",
        "image/png",
        "image/bmp",
        "image/tiff",
    }
)
CARDS: Final = ("vcf", "vcard")
_ADVERTISING: Final = Phrases(marketing.PLAIN, marketing.SOFT)


def findings(reply: Reply) -> Iterator[Found]:
    """Each such attachment, with the first thing that is wrong with it."""
    for attachment in attachments.of(reply):
        if attachment.extension in CARDS or attachment.content_type in ("text/vcard", "text/x-vcard"):
            continue
        if attachment.inline and attachment.content_type.startswith("image/"):
            continue
        wrong = _wrong(attachment, reply)
        if wrong:
            shown = attachment.name or attachment.content_type
            yield Found(shown=f"{shown}: {wrong[0]}", fix=wrong[1])


def _wrong(attachment: Attachment, reply: Reply) -> tuple[str, str] | None:
    known = attachment.extension in ENDINGS if attachment.extension else attachment.content_type in TYPES
    if not known:
        return "type", "send it as PDF, JPG or PNG"
    if attachment.size > MOST:
        return "over 10 MB", "make it smaller than 10 MB"
    stem = attachment.name.rpartition(".")[0]
    words = fold(" ".join(stem.replace("_", " ").replace("-", " ").split()))
    if any(not is_allowed(link.host, reply) for link in hosts.found(stem)) or _ADVERTISING.within(words):
        return "name", "rename the file: no shop address and no advertising in it"
    return None
