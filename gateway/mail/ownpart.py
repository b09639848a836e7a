"""A text as a part of its own: the second step where a text part cannot take it in place.

`append` makes the splice that puts a text/plain part behind the last part of a
multipart/mixed message, in front of its closing delimiter (RFC 2046 5.1.1). The part
is UTF-8 in quoted-printable, so that it needs nothing from the rest of the message.
"""

from gateway.mail import edit, mime
from gateway.mail.edit import CannotEdit
from gateway.mail.headers import Buffer
from gateway.mail.splice import Splice

_HEAD = (
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Disposition: inline\r\n\r\n"
)


def append(raw: Buffer, root: mime.Part, text: str) -> tuple[Splice, str]:
    """The splice, and the number that the new part has. `text` has "\\n" line ends and none at its end.

    Raises CannotEdit for any other message than a clean multipart/mixed.
    """
    if root.content_type != "multipart/mixed" or not root.children:
        raise CannotEdit("the mail is not made of several parts that stand one after the other")
    if root.problems:
        raise CannotEdit(f"the mail is damaged: {root.problems[0]}")
    end = root.children[-1].end
    at = end + 2
    stop = raw.find(b"\r\n", at)
    line = raw[at : len(raw) if stop < 0 else stop].rstrip(b" \t")
    boundary = root.params.get("boundary", "").rstrip().encode("utf-8", "surrogateescape")
    if raw[end:at] != b"\r\n" or not boundary or line != b"--" + boundary + b"--":
        raise CannotEdit("the end of the last part is not clear")
    body = edit.quoted_printable(text.replace("\n", "\r\n").encode("utf-8"))
    splice = Splice(at, 0, b"--" + boundary + b"\r\n" + _HEAD + body + b"\r\n")
    return splice, str(len(root.children) + 1)
