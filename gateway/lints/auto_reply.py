"""An automatic answer towards a buyer's alias: it does not count there.

Told by the header alone (RFC 3834): Auto-Submitted, X-Autoreply and its like, Precedence, an empty envelope
sender, or the subject a mail program gives an absence notice. Delivery reports are none.
"""

from collections.abc import Iterator
from typing import Final

from gateway.config.base import compiled
from gateway.lints.phrases import fold
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.business import AUTOMATIC_SUBJECTS
from gateway.words import Severity

CHECK: Final = "auto_reply"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "switch the automatic answer off for addresses of the marketplace"

_REPLIED: Final = ("x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply-from", "x-autoresponder")
_PRECEDENCE: Final = frozenset({"auto_reply", "auto-reply", "bulk", "junk", "list"})


def findings(reply: Reply) -> Iterator[Found]:
    """The first field that says so."""
    if reply.tx is None:
        return
    message, mail_from = reply.tx.message, reply.tx.envelope.mail_from
    if (message.get("content-type") or "").lower().startswith("multipart/report"):
        return
    submitted = (message.get("auto-submitted") or "").partition(";")[0].strip().lower()
    precedence = (message.get("precedence") or "").strip().lower()
    said = ""
    if submitted not in ("", "no"):
        said = f"Auto-Submitted: {submitted}"
    elif precedence in _PRECEDENCE:
        said = f"Precedence: {precedence}"
    elif any(message.get(name) for name in _REPLIED):
        said = next(name for name in _REPLIED if message.get(name))
    elif mail_from.address == "" and mail_from.raw:
        said = "MAIL FROM:<>"
    elif compiled(rf"^\s*(?:{AUTOMATIC_SUBJECTS})").search(fold(message.subject)):
        said = f"Subject: {message.subject}"
    if said:
        yield Found(shown=said, fix=FIX)
