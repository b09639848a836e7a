"""Replies to a relay through the whole service: contact data are cut, the author hears of it once a day."""

import asyncio
from pathlib import Path

from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.test_service import BUYER, STAFF, site

ALIAS = "k7w2m9qx4tz8r1p@marketplace.amazon.de"
REPLY = (
    b"From: Service <service@example.com>\r\nTo: %s\r\nMessage-ID: <%%s@example.com>\r\n"
    b"Subject: AW: Lampe\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n\r\nGuten Tag Frau Kremer,\r\n\r\nvielen Dank f\xc3\xbcr Ihre "
    b"Nachricht, wir senden Ihnen morgen eine neue Lampe und holen die alte dabei wieder ab.\r\n\r\n"
    b"Mit freundlichen Gr\xc3\xbc\xc3\x9fen\r\nAnna Vogt\r\n%%sMuster GmbH, Sitz: Berlin\r\n"
) % ALIAS.encode()
CONTACT = b"Tel. 030 23125117 | info@muster-lampen.de\r\n"


async def test_contact_data_are_cut_and_the_author_hears_of_it_once(tmp_path: Path) -> None:
    """The relay gets the rest byte for byte; two replies, one hint."""
    async with site(tmp_path, "[notify]\nauthor = true\n") as gateway:
        for name in (b"a1", b"a2"):
            code, said = await gateway.answer(REPLY % (name, CONTACT), (ALIAS,))
            assert code == 250, said
        assert [mail.data.partition(b"From: Service")[2] for mail in gateway.outside.mails] == [
            (REPLY % (name, b"")).partition(b"From: Service")[2] for name in (b"a1", b"a2")
        ]
        for _ in range(100):
            if gateway.mailserver.mails:
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        (hint,) = gateway.mailserver.mails
        assert hint.rcpt_tos == (f"RCPT TO:<{STAFF}>".encode(),)
        assert b"Tel. 030 23125117 | info@muster-lampen.de" in hint.data.replace(b"=\r\n", b"")


LEGAL = (
    b"From: Kunde <kunde@gmx.example>\r\nTo: service@example.com\r\nMessage-ID: <q1@gmx.example>\r\n"
    b"Subject: Widerruf\r\n\r\nHiermit widerrufe ich den Kaufvertrag \xc3\xbcber die Lampe, gekauft bei "
    b"Amazon, Bestellnummer 304-0904527-7250707.\r\n"
)


async def test_an_answer_to_a_withdrawal_passes_and_is_noted_for_the_desk(tmp_path: Path) -> None:
    """The buyer has it at once; the entry waits for nobody."""
    answer = (REPLY % (b"a1", b"")).replace(ALIAS.encode(), BUYER.encode())
    answer = answer.replace(b"Subject:", b"In-Reply-To: <q1@gmx.example>\r\nSubject:", 1)
    async with site(tmp_path) as gateway:
        await gateway.receive(LEGAL)
        code, said = await gateway.answer(answer)
        assert code == 250, said
        assert [mail.data.endswith(answer) for mail in gateway.outside.mails] == [True]
        holds = Holds(gateway.service.store)
        (entry,) = await gateway.service.store.call(lambda: holds.list(every=True))
        assert (entry.noted, entry.state, entry.rule, entry.legal) == (
            True,
            HeldState.SENT,
            "legal",
            "withdrawal",
        )
