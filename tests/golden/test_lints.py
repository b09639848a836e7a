"""Golden replies: `lints/LANGUAGE.toml` holds answers of staff and everything that must be found in each.

A case has its `text` (or `html`), and `expect` as "check:severity"; a check found twice counts once. By
default it goes to the buyer's alias on Amazon's site of that language, answers a message about order
304-1234567-1234567 that it quotes, and comes from eva@example.com. Keys that change this: `pack`, `subject`,
`quote`, `sender`, `headers`, `legal`, `approved`, `attachments`. All are judged together, check by check.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from gateway.config.models import Config
from gateway.lints import CHECKS, lint
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.words import Direction, Facts, Legal, Thread, VerdictName
from tests.support.mails import part, several
from tests.support.noticed import shipped_config

FOLDER = Path(__file__).parent / "lints"
TARGET = 0.97
ORDERS = {"amazon": "304-1234567-1234567", "ebay": "14-12345-67890"}
SITES = {"de": "de", "en": "co.uk", "fr": "fr", "it": "it", "es": "es", "pl": "pl", "nl": "nl", "sv": "se"}
QUOTES = {
    "de": "Hallo, wo bleibt meine Bestellung {order}? Ich warte jetzt schon seit zwei Wochen auf die Lampe.",
    "en": "Hello, where is my order {order}? I have been waiting for the lamp for two weeks now.",
    "fr": "Bonjour, où est ma commande {order} ? J'attends la lampe depuis deux semaines et je ne vois rien.",
    "it": "Buongiorno, dove si trova il mio ordine {order}? Aspetto la lampada da due settimane ormai.",
    "es": "Hola, ¿dónde está mi pedido {order}? Llevo dos semanas esperando la lámpara y no veo nada.",
    "pl": "Dzień dobry, gdzie jest moje zamówienie {order}? Czekam na lampę już od dwóch tygodni.",
    "nl": "Hallo, waar blijft mijn bestelling {order}? Ik wacht nu al twee weken op de lamp.",
    "sv": "Hej, var är min beställning {order}? Jag har väntat på lampan i två veckor nu.",
}


@dataclass(frozen=True)
class Case:
    """One golden reply."""

    language: str
    name: str
    keys: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.language}: {self.name}"


CASES = [
    Case(path.stem, keys["name"], keys)
    for path in sorted(FOLDER.glob("*.toml"))
    for keys in tomllib.loads(path.read_text("utf-8"))["reply"]
]


def config_of(case: Case) -> Config:
    """The shipped configuration, with the case's list of approved senders."""
    config = shipped_config()
    company = config.gateway.company.model_copy(
        update={
            "approved_senders": {
                site: tuple(senders) for site, senders in case.keys.get("approved", {}).items()
            }
        }
    )
    return replace(config, gateway=config.gateway.model_copy(update={"company": company}))


def transaction(case: Case) -> Transaction:
    """The mail of a case on its way out."""
    keys = case.keys
    pack = keys.get("pack", "amazon")
    site = SITES[case.language]
    rcpt = (
        f"stb6ssjkf7gpxz4@marketplace.amazon.{site}" if pack == "amazon" else f"kaeufer77@members.ebay.{site}"
    )
    sender = keys.get("sender", "eva@example.com")
    order = ORDERS[pack]
    quote = keys.get("quote", QUOTES[case.language].format(order=order))
    quoted = f"\nAm 12.01.2026 um 14:03 schrieb Lena <{rcpt}>:\n> {quote}\n" if quote else ""
    head = [
        f"From: Eva Muster <{sender}>",
        f"To: <{rcpt}>",
        f"Subject: {keys.get('subject', f'Re: {order}')}",
        "In-Reply-To: <frage@marketplace.example>",
        *keys.get("headers", []),
    ]
    top = "".join(f"{line}\r\n" for line in head).encode()
    if "html" in keys:
        above = f"<div>Am 12.01.2026 um 14:03 schrieb Lena &lt;{rcpt}&gt;:</div>"
        history = f'{above}<blockquote type="cite">{quote}</blockquote>'
        entities = [part(f"<html><body>{keys['html']}{history}</body></html>\n", "quoted-printable", "html")]
    else:
        entities = [part(keys["text"].lstrip("\n") + quoted, "8bit")]
    for attached in keys.get("attachments", []):
        disposition = f'Content-Disposition: attachment; filename="{attached["name"]}"'
        field = f"Content-Type: {attached['type']}\r\n{disposition}\r\n\r\n"
        entities.append(field.encode() + (b"x" * 998 + b"\r\n") * (attached["size"] // 1000 + 1))
    raw = (
        several(*entities, kind="mixed", head=top)
        if len(entities) > 1
        else top + b"MIME-Version: 1.0\r\n" + entities[0]
    )
    return Transaction(
        id="abcdefghijklmnop",
        direction=Direction.OUTBOUND,
        session=Session(ip="192.0.2.1"),
        envelope=Envelope(path_of(sender), (path_of(rcpt),)),
        message=Message(raw),
        at=datetime(2026, 1, 13, 9, 0, tzinfo=UTC),
    )


def facts_of(case: Case) -> Facts:
    """The conversation as the ledger knows it."""
    pack = case.keys.get("pack", "amazon")
    legal = case.keys.get("legal")
    return Facts(
        thread=Thread(
            id="t1",
            verdict=VerdictName.RELAY,
            confidence=None,
            marketplace=pack,
            orders=(ORDERS[pack],),
            legal=Legal(legal) if legal else None,
            correspondents=(transaction(case).envelope.rcpt_tos[0].folded,),
        )
    )


@lru_cache(maxsize=1)
def judged() -> tuple[tuple[Case, frozenset[str], frozenset[str]], ...]:
    """Every case with what is expected and what was found."""
    told = []
    for case in CASES:
        config = config_of(case)
        pack = config.pack(case.keys.get("pack", "amazon"))
        findings = lint(transaction(case), pack, config, facts_of(case))
        found = frozenset(f"{each.check}:{each.severity.value}" for each in findings)
        told.append((case, frozenset(case.keys["expect"]), found))
    return tuple(told)


@pytest.mark.parametrize("index", range(len(CASES)), ids=[str(case) for case in CASES])
def test_exactly_what_must_be_found_is_found(index: int) -> None:
    """Check and severity, nothing missing and nothing besides."""
    _, expected, found = judged()[index]
    assert sorted(found) == sorted(expected)


def test_precision_and_recall_of_each_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Over all cases together; the table is printed."""
    right, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for _, expected, found in judged():
        right.update(each.partition(":")[0] for each in expected & found)
        missed.update(each.partition(":")[0] for each in expected - found)
        wrong.update(each.partition(":")[0] for each in found - expected)
    with capsys.disabled():
        print(f"\n{len(CASES)} golden replies\n{'check':26} right missed wrong precision recall")
        for check in sorted(right | missed | wrong):
            hit, miss, false = right[check], missed[check], wrong[check]
            precision, recall = hit / max(1, hit + false), hit / max(1, hit + miss)
            print(f"{check:26} {hit:5} {miss:6} {false:5} {precision:9.3f} {recall:6.3f}")
    total = sum(right.values())
    assert len(CASES) >= 120
    assert total / (total + sum(wrong.values())) >= TARGET
    assert total / (total + sum(missed.values())) >= TARGET


def test_every_check_has_a_golden_reply() -> None:
    """A check without a case is not shipped."""
    covered = {each.partition(":")[0] for case in CASES for each in case.keys["expect"]}
    assert set(CHECKS) - covered == set()
