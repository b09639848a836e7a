"""Whether two mails are one that its author sent twice, so that the desk asks a person only once.

A client that sends again makes a new Message-ID, date and boundaries; the words, the files and
the mail that is answered stay. Whatever differs in those is another mail, and so is what is too
complex to compare: to ask twice costs a minute, to join what differs would lose a text. Pure,
never raises.
"""

from gateway.mail import mime
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex

_Said = tuple[str, str, str | bytes]


def is_again(one: Message, other: Message) -> bool:
    """Whether both say the same: subject, newest text, attached files, and the mail they answer.

    Blanks and line breaks of the text do not count, nor does the quoted history; a client that no longer
    knows what is answered leaves In-Reply-To out.
    """
    if _words(one.subject) != _words(other.subject):
        return False
    if one.in_reply_to and other.in_reply_to and one.in_reply_to != other.in_reply_to:
        return False
    try:
        mine = _said(one)
        return bool(mine) and mine == _said(other)
    except TooComplex:
        return False


def _said(message: Message) -> list[_Said]:
    """What every part says, in order: type, file name, and its own words or its content."""
    own = {written.part.number: written.own for written in message.written}
    return [
        (
            part.content_type,
            part.filename or "",
            _words(own[part.number]) if part.number in own else mime.decode(message.raw, part),
        )
        for part in message.root.walk()
        if not part.children
    ]


def _words(text: str) -> str:
    return " ".join(text.split())
