"""Decisions on a few made-up mails, so that the first true one finds everything worked out.

Patterns, names and words of a configuration are worked out when they are first needed, which
takes a second and more. `rehearse` is called before a configuration is in force, away from the
mail. Its mails touch both directions, names, orders, declarations, quotes, HTML and what a
relay must not be told. What it remembers hangs on the configuration. Never raises.
"""

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy.decision import decide_always
from gateway.signals import grammar
from gateway.words import Confidence, Direction, Facts, Thread, VerdictName

_AT: Final = datetime(2026, 1, 1, tzinfo=UTC)
_STRANGER: Final = "probe@rehearsal.invalid"
_PLAIN: Final = "Guten Tag, the meeting is on Thursday, as agreed.\n"
_LEGAL: Final = (
    "Ich widerrufe den Vertrag. Bitte löschen Sie meine Daten. Mein Anwalt meldet sich. Es hat gebrannt. "
    "Ich verlange Gewährleistung und setze eine Frist.",
    "I withdraw from the contract. Please delete my data. My lawyer will write. It caught fire. I reject the "
    "goods under the Consumer Rights Act and set a deadline.",
    "Je me rétracte du contrat. Effacez mes données. Mon avocat vous écrira, mise en demeure. Il a pris feu. "
    "La garantie légale de conformité s'applique.",
    "Recedo dal contratto. Cancellate i miei dati. Il mio avvocato scriverà, diffida. Ha preso fuoco. Chiedo "
    "la garanzia legale di conformità.",
    "Desisto del contrato. Borren mis datos. Mi abogado escribirá. Se incendió. Reclamo la garantía legal.",
    "Odstępuję od umowy. Proszę usunąć moje dane. Mój adwokat napisze. Zapalił się. Żądam z tytułu rękojmi, "
    "niezgodność towaru z umową.",
    "Ik ontbind de overeenkomst en herroep. Verwijder mijn gegevens. Mijn advocaat schrijft, in gebreke. "
    "Het vloog in brand. Ik beroep mij op de wettelijke garantie.",
    "Jag ångrar köpet. Radera mina uppgifter. Min advokat skriver. Den fattade eld. Jag reklamerar enligt "
    "konsumentköplagen.",
)
_ORDER: Final = (
    "I bought it on {name}, ich habe bei {name} bestellt, order number 304-0000000-0000000, Bestellnummer "
    "27-00000-00000, and it is broken. Bezahlt im Shop, Bestellung #12345.\n"
)
_REPLY: Final = (
    "ok. Call us: +49 30 000000 or write to other@rehearsal.invalid, www.rehearsal.invalid, leave a review, "
    "5% off in our shop! WHERE IS IT {{name}}\n\n-- \nShop GmbH\nTel. 030 000000\n\nOn Thu, a buyer wrote:\n"
    "> my order 304-0000000-0000000 on {name}\n"
)


def rehearse(config: Config, known: Config | None = None) -> None:
    """Decide on the made-up mails with this configuration and forget the decisions.

    A few of them are enough where packs and footers are those of `known`, which was rehearsed.
    """
    grammar.work_out()  # there are more sayings than any few mails have
    same = known is not None and known.packs is config.packs and known.footers == config.footers
    for tx, facts in _mails(config, config.packs[:1] if same else config.packs):
        with contextlib.suppress(Exception):  # whatever it is, a true mail will tell it again, with its id
            decide_always(tx, facts, config)


def _mails(config: Config, packs: Sequence[Pack]) -> Iterator[tuple[Transaction, Facts]]:
    own = f"desk@{config.gateway.company.domains[0].removeprefix('*.')}"
    for text in (_PLAIN, *(f"{line}\n" for line in _LEGAL[: len(packs)])):
        yield _mail(Direction.INBOUND, _STRANGER, own, text), Facts()
    for pack in packs:
        name = pack.names[0] if pack.names else pack.title
        yield _mail(Direction.INBOUND, _STRANGER, own, _ORDER.format(name=name)), Facts()
        known = Thread(
            id="rehearsal",
            verdict=VerdictName.OFFCHANNEL,
            confidence=Confidence.LIKELY,
            marketplace=pack.name,
            orders=("304-0000000-0000000",),
            legal=None,
            correspondents=(_STRANGER,),
            last_seen=_AT,
        )
        answer = _mail(Direction.OUTBOUND, own, _STRANGER, _REPLY.format(name=name))
        yield answer, Facts(thread=known, by="references")
        for domain in pack.relay_domains[:1]:
            alias = f"a1b2c3d4e5f6g7@{domain}"
            yield _mail(Direction.OUTBOUND, own, alias, _REPLY.format(name=name)), Facts()


def _mail(direction: Direction, sender: str, to: str, text: str) -> Transaction:
    """A mail with the text in a plain and in an HTML part."""
    head = f"From: Probe <{sender}>\r\nTo: <{to}>\r\nSubject: Re: rehearsal\r\nMIME-Version: 1.0\r\n"
    lines = text.replace("\n", "\r\n")
    parts = (
        f'--b\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n{lines}\r\n'
        f'--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
        f"<p>{lines.replace(chr(10), '<br>' + chr(10))}</p>\r\n--b--\r\n"
    )
    raw = f'{head}Content-Type: multipart/alternative; boundary="b"\r\n\r\n{parts}'.encode()
    envelope = Envelope(path_of(sender), (path_of(to),))
    return Transaction("rehearsal", direction, Session("192.0.2.1"), envelope, Message(raw), _AT)
