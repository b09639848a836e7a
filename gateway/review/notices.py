"""Mail the gateway itself writes: to the author, about what became of a held mail.

The Notifier sends what is due to the next hop of the author's leg, never through
our own listeners, with a null sender and marked as automatic (RFC 3834), so that
nothing answers it. A temporary refusal is tried again, a permanent one is logged
and final. Nobody is told about mail with an empty sender or from a machine.
"""

import base64
import re
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import Final

import structlog

from gateway.config.models import Config
from gateway.mail.address import BadPath, Path, domain_in, path_of
from gateway.mail.message import Message
from gateway.mail.reply import HOP_DOWN, LOCAL_ERROR, Reply
from gateway.relay.afterwards import Redacted
from gateway.relay.upstream import HopError
from gateway.review import letters
from gateway.review.copies import new_text
from gateway.review.delivery import Connect, backoff, deliver, next_hops, own_connect
from gateway.review.people import new_secret
from gateway.review.worker import Worker
from gateway.store.database import Store, StoreError
from gateway.store.doors import Doors
from gateway.store.held import Held
from gateway.store.notices import Notice, Notices
from gateway.words import Direction, HeldState, Ruling

log = structlog.get_logger()

AT_ONCE: Final = 20
"""How many notices are read from the store at a time."""

HINT: Final = timedelta(days=1)
"""How often at most an author hears that contact data were taken out of a signature."""

LONGEST_TEXT: Final = 64 * 1024
"""Characters of the author's text that are given back in a notice."""

NULL: Final = path_of("")

LINK_LASTS: Final = timedelta(hours=72)
"""How long an author's personal link leads to his mail, from the sending of the notice."""

LINK: Final = "urn:marketgate:link:"
"""Stands in a notice, with the id of a held mail behind it, where its author's link goes. The link is made
when the notice is sent, so that its secret never lies in the store."""

_LINKS: Final = re.compile(rb"urn:marketgate:link:([a-z0-9]+)")

_QUOTED_PAIR: Final = re.compile(r"\\(.)")
_NO_REPLY: Final = re.compile(
    r"(?:do-?not-?reply|no-?reply|nicht-?antworten|mailer-daemon|bounces?|daemon)(?:[+._=-].*)?",
    re.IGNORECASE,
)
_CONTROLS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


def new_id() -> str:
    """An id for a notice: 26 characters of base32, 128 random bits."""
    return base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")


def rejected(
    held: Held, body: bytes, ruling: Ruling, recipients: Sequence[str], config: Config, notice_id: str
) -> Notice | None:
    """The notice that a reviewer gave the mail back. None where there is nobody to tell."""
    note = "\n".join(f"> {line}" for line in ruling.note.strip().splitlines())
    values = {"recipients": ", ".join(recipients), "who": ruling.who, "note": note}
    return _notice("rejected", letters.REJECTED, values, held, body, config, notice_id, ruling.at)


def undelivered(
    held: Held, body: bytes, refusals: Sequence[tuple[str, str]], config: Config, notice_id: str, at: datetime
) -> Notice | None:
    """The notice that the next hop refused the mail for good; `refusals` are (address, its reply)."""
    replies = "\n".join(f"- {address}: {reply}" for address, reply in refusals)
    return _notice("failed", letters.FAILED, {"replies": replies}, held, body, config, notice_id, at)


def redacted(told: Redacted, config: Config, notice_id: str) -> Notice | None:
    """The notice that contact data were taken out of a mail. None where there is nobody to tell."""
    to = author_path(told.author, config)
    if to is None:
        return None
    language = next((code for code in config.gateway.company.languages if code in letters.REDACTED), "en")
    content = letters.REDACTED[language].format(
        recipients=", ".join(told.recipients),
        time=told.at.astimezone().strftime(letters.TIME[language]),
        lines="\n".join(f"> {line}" for line in told.lines),
    )
    subject = " ".join(told.subject.split()) or letters.NO_SUBJECT[language]
    title = letters.SUBJECTS["redacted"][language].format(subject=subject)
    body = written(to, title, content, told.message_id, config, notice_id, told.at)
    return Notice(notice_id, None, "redacted", to.folded, leg_of(to, config), body)


def leg_of(to: Path, config: Config) -> Direction:
    """The leg whose next hop takes mail for this address."""
    return Direction.INBOUND if domain_in(to.domain, config.gateway.company.domains) else Direction.OUTBOUND


def _notice(
    kind: str,
    texts: dict[str, str],
    values: dict[str, str],
    held: Held,
    body: bytes,
    config: Config,
    notice_id: str,
    at: datetime,
) -> Notice | None:
    to = _recipient(held, config)
    if to is None:
        return None
    language = next((code for code in config.gateway.company.languages if code in texts), "en")
    text = new_text(Message(body))[:LONGEST_TEXT]
    also = ", ".join(held.also_delivered)
    content = texts[language].format(
        **values,
        time=held.held_at.astimezone().strftime(letters.TIME[language]),
        also=letters.ALSO[language].format(addresses=also) if also else "",
        text=letters.TEXT[language].format(text=text) if text else "",
        id=held.id,
    )
    subject = " ".join(held.subject.split()) or letters.NO_SUBJECT[language]
    title = letters.SUBJECTS[kind][language].format(subject=subject)
    body_of = written(to, title, content, held.message_id, config, notice_id, at)
    return Notice(notice_id, held.id, kind, to.address, leg_of(to, config), body_of)


def _recipient(held: Held, config: Config) -> Path | None:
    return author_path(held.author, config) if held.mail_from.address else None


def author_path(author: str, config: Config) -> Path | None:
    """Where an author is told; None where he is not: nobody, a machine, or notify.author is off for him."""
    try:
        to = path_of(author)
    except BadPath:
        return None
    machine = _NO_REPLY.fullmatch(to.address.rpartition("@")[0]) is not None
    return to if to.address and not machine and config.gateway.notify.tells(to.address) else None


def written(
    to: Path,
    subject: str,
    content: str,
    message_id: str | None,
    config: Config,
    notice_id: str,
    at: datetime,
) -> bytes:
    """The message, CRLF line ends, in ASCII but for an address that cannot be (RFC 6532)."""
    sender = config.own_address
    mail = EmailMessage(SMTP if to.address.isascii() and sender.isascii() else SMTPUTF8)
    mail["Date"] = format_datetime(at)
    mail["From"] = _mailbox(sender, "Marketgate")
    mail["To"] = _mailbox(to.address)
    mail["Subject"] = subject.translate(_CONTROLS)
    mail["Message-ID"] = f"<{notice_id}@{sender.rpartition('@')[2]}>"
    if message_id and message_id.isascii():
        mail["In-Reply-To"] = message_id
        mail["References"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(content.translate(_CONTROLS), cte="quoted-printable")
    return mail.as_bytes()


def _mailbox(address: str, name: str = "") -> Address:
    """The address for a header field; the parts are given one by one, because `addr_spec` is ASCII only."""
    local, _, domain = address.rpartition("@")
    if local.startswith('"'):
        local = _QUOTED_PAIR.sub(r"\1", local[1:-1])
    return Address(name, local, domain)


def _quoted_printable(url: str) -> bytes:
    """An address in a quoted-printable text, on lines of at most 76 characters (RFC 2045 6.7)."""
    signs = ["=3D" if sign == "=" else sign for sign in url]
    rows = ["".join(signs[start : start + 24]) for start in range(0, len(signs), 24)]
    return "=\r\n".join(rows).encode("ascii", "replace")


def language_of(config: Config) -> str:
    """The language of notices: the first of `company.languages` that has words, else English."""
    return next((code for code in config.gateway.company.languages if code in letters.REDACTED), "en")


class Notifier(Worker):
    """Sends the notices that are due. `now` gives the time (aware, UTC), `hostname` is our name in EHLO."""

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        *,
        hostname: str,
        now: Callable[[], datetime],
        new_id: Callable[[], str] = new_id,
        connect: Connect | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._notices = Notices(store)
        self._doors = Doors(store)
        self._config = config
        self._hostname = hostname
        self._now = now
        self._new_id = new_id
        self._connect = connect or own_connect(config)

    def failed(self, held: Held, body: bytes) -> tuple[Notice, ...]:
        """What the author of a mail is told whose copies to some recipients the next hop refused for good.

        It is for the caller to commit, together with the mail; then `wake`. For any thread.
        """
        refused = [one for one in held.recipients if one.state is HeldState.FAILED]
        refusals = [(one.path.address, one.reply or "") for one in refused]
        notice = undelivered(held, body, refusals, self._config(), self._new_id(), self._now())
        return () if notice is None else (notice,)

    async def redacted(self, told: Redacted) -> None:
        """Tell an author which lines of a signature were cut, once a day at most.

        The notice is on disk when this returns. Store trouble is logged: the mail has gone already.
        """
        notice = redacted(told, self._config(), self._new_id())
        if notice is None:
            return
        at = self._now()
        try:
            if await self._store.call(self._notices.add_once, notice, at, at - HINT):
                log.info("notice.queued", held=None, kind=notice.kind, notice=notice.id)
                self.wake()
        except StoreError as error:
            log.error("store.error", doing="queue a notice", reason=error.reason, held=None)

    async def step(self) -> bool:
        """Send what is due."""
        due = await self._store.ask(self._notices.due, self._now(), AT_ONCE)
        for notice in due:
            if self.stopping:
                return False
            try:
                await self._send(notice)
            except StoreError:
                raise
            except Exception as error:  # one bad notice does not hold up the others
                log.error("releaser.error", notice=notice.id, exc_info=error)
                await self._settle(notice, HeldState.APPROVED, LOCAL_ERROR)
        return len(due) == AT_ONCE

    async def _send(self, notice: Notice) -> None:
        config = self._config()
        to = path_of(notice.to)
        params = () if to.address.isascii() else ("SMTPUTF8",)

        async def settle(path: Path, state: HeldState, reply: Reply) -> None:
            await self._settle(notice, state, reply)

        async def before_dot() -> None:
            """A notice needs no mark: told twice is better than not told."""

        try:
            hop = await self._connect(next_hops(config, notice.leg), self._hostname)
        except HopError as error:
            await self._settle(notice, HeldState.APPROVED, error.reply)
            return
        except OSError:
            await self._settle(notice, HeldState.APPROVED, HOP_DOWN)
            return
        sender = Path(NULL.raw, NULL.address, params)
        body = await self._with_links(notice.body, config)
        try:
            await deliver(
                hop,
                sender,
                (to,),
                (body,),
                len(body),
                settle,
                before_dot,
                config.gateway.limits.final_reply,
            )
        except BaseException:
            hop.abort()
            raise
        await hop.quit()

    async def _with_links(self, body: bytes, config: Config) -> bytes:
        """The notice with its author's links; links from an earlier attempt end."""
        for held in dict.fromkeys(found[1].decode() for found in _LINKS.finditer(body)):
            secret, at = new_secret(), self._now()
            await self._store.call(self._doors.add_link, secret, "author", held, at, at + LINK_LASTS)
            url = f"{config.gateway.review.public_url}/mine/{secret}"
            body = body.replace(f"{LINK}{held}".encode(), _quoted_printable(url))
        return body

    async def _settle(self, notice: Notice, state: HeldState, reply: Reply) -> None:
        told = {"notice": notice.id, "held": notice.held, "kind": notice.kind, "reply": str(reply)}
        at = self._now()
        if state is HeldState.SENT:
            await self._store.call(self._notices.sent, notice.id, str(reply), at)
            log.info("notice.sent", **told)
        elif state is HeldState.FAILED:
            await self._store.call(self._notices.failed, notice.id, str(reply), at)
            log.error("notice.failed", **told)
        else:
            again = at + backoff(notice.attempts + 1)
            await self._store.call(self._notices.deferred, notice.id, str(reply), again)
            log.warning("notice.deferred", **told, next_try=again.isoformat())
