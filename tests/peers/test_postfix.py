"""The whole conversation through real programs: swaks, Postfix, the gateway as a process.

swaks (the buyer) ─► gateway inbound ─► Postfix ─► mailbox
swaks (staff) ─► Postfix ─► relayhost = gateway outbound ─► the outside world
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from gateway.cli.standin import Kept, StandIn
from tests.peers.mta import Postfix, free_port, soon, swaks
from tests.support.background import standin_in_background
from tests.support.gateway import Gateway

ANNA = "anna@example.com"
LAGER = "lager@example.com"
AMAZON_BUYER = "sabine@example.net"
EBAY_BUYER = "tom@example.org"
TELLS = re.compile(rb"\nSubject: (?:Noch nicht gesendet|Entschieden): ")


def mail(sender: str, to: str, message_id: str, subject: str, text: str, answers: str = "") -> bytes:
    """A plain mail in UTF-8, as 8bit; its text begins after one empty line."""
    reply = f"In-Reply-To: <{answers}>\nReferences: <{answers}>\n" if answers else ""
    return (
        (
            f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: Tue, 24 Nov 2026 10:00:00 +0100\n"
            f"Message-ID: <{message_id}>\n{reply}MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text
        )
        .replace("\n", "\r\n")
        .encode()
    )


AMAZON_QUESTION = mail(
    AMAZON_BUYER,
    ANNA,
    "question@example.net",
    "Muehle defekt",
    "Guten Tag,\n\nich habe die Mühle bei Amazon gekauft, Bestellnummer 303-5512847-9931028.\n"
    "Sie mahlt nicht mehr.\n\n.\nViele Grüße\nSabine\n",
)
AMAZON_ANSWER = mail(
    ANNA,
    AMAZON_BUYER,
    "answer@example.com",
    "Re: Muehle defekt",
    "Guten Tag,\n\nbitte senden Sie uns die Mühle, wir tauschen sie.\n\nMit freundlichen Grüßen\nAnna\n\n"
    "Am 24.11.2026 um 10:00 schrieb Sabine:\n> Guten Tag,\n> Sie mahlt nicht mehr.\n",
    answers="question@example.net",
)
SECOND_AMAZON_ANSWER = AMAZON_ANSWER.replace(b"<answer@", b"<second@").replace(b"tauschen", b"ersetzen")
EBAY_QUESTION = mail(
    EBAY_BUYER,
    ANNA,
    "lamp@example.org",
    "Lamp from eBay",
    "Hello,\n\nI bought the lamp from you on eBay, order number 27-10482-00315.\n"
    "The bulb is missing.\n\nTom\n",
)
EBAY_NEW_TEXT = (
    "Hello Mr Barlow,\n\nthe bulb leaves today and should be with you by Friday – sorry.\n\n"
    "Kind regards\nAnna\n"
)
EBAY_ANSWER = mail(
    ANNA,
    EBAY_BUYER,
    "lamp-answer@example.com",
    "Re: Lamp from eBay",
    EBAY_NEW_TEXT + "\nOn 24/11/2026 10:00, Tom wrote:\n> Hello,\n> The bulb is missing.\n",
    answers="lamp@example.org",
)
SUPPLIER = mail(
    "sales@papier.example", ANNA, "offer@papier.example", "Offer", "500 boxes, as agreed.\n\n..\n"
)
TO_SUPPLIER = mail(
    ANNA, "sales@papier.example", "yes@example.com", "Re: Offer", "Yes, please.\n", "offer@papier.example"
)


@dataclass
class Site:
    """A company: its Postfix, the gateway around it, and the rest of the world."""

    postfix: Postfix
    gateway: Gateway
    outside: StandIn

    def in_mailbox(self, count: int) -> list[bytes]:
        """Anna's mailbox once it holds `count` mails, less those that tell how her own fare."""

        def there() -> list[bytes]:
            mails = [mail for mail in self.postfix.inbox(ANNA) if not TELLS.search(mail)]
            return mails if len(mails) >= count else []

        return soon(there)

    def at_outside(self, count: int) -> Kept:
        """The newest mail outside once there are `count`."""
        return soon(lambda: self.outside.mails[-1] if len(self.outside.mails) >= count else None)  # type: ignore[return-value]

    def held(self) -> str:
        """The id of the one mail that is held, once there is one."""
        [item] = soon(self.gateway.queue)
        return str(item["id"])

    def logs(self) -> str:
        return f"--- Postfix\n{self.postfix.log}\n--- gateway\n{self.gateway.log}"


@contextmanager
def running(tmp_path: Path, *, around: bool) -> Iterator[Site]:
    """The gateway at the borders, or (`around`) Postfix in front and the gateway as its filter."""
    # Not tmp_path: Postfix's unprivileged processes must be able to walk to its folder.
    home = Path(tempfile.mkdtemp(prefix="marketgate-postfix-"))
    inbound, outbound = free_port(), free_port()
    with standin_in_background(tmp_path / "outside") as outside:
        if around:
            postfix = Postfix(home, (ANNA, LAGER), relayhost=outside.port, around=(inbound, outbound))
            mailserver, next_out = postfix.inner_mx, postfix.inner_out
        else:
            postfix = Postfix(home, (ANNA, LAGER), relayhost=outbound)
            mailserver, next_out = postfix.mx, outside.port
        gateway = Gateway(
            tmp_path, inbound=inbound, mailserver=mailserver, outbound=outbound, outside=next_out
        )
        started = Site(postfix, gateway, outside)
        try:
            postfix.start()
            gateway.start()
            yield started
        finally:
            print(started.logs())
            if gateway.running:
                gateway.stop()
            postfix.stop()
            shutil.rmtree(home)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with running(tmp_path, around=False) as started:
        yield started


@pytest.fixture
def filtered_site(tmp_path: Path) -> Iterator[Site]:
    with running(tmp_path, around=True) as started:
        yield started


def lf(raw: bytes) -> bytes:
    """As Postfix stores it in a mailbox."""
    return raw.replace(b"\r\n", b"\n")


def front(arrived: bytes, sent: bytes) -> dict[str, str]:
    """The header fields that were put before `sent`, by name; fails if anything else differs."""
    assert arrived.endswith(sent), f"changed on its way:\n{arrived.decode('utf-8', 'replace')}"
    lines = arrived[: len(arrived) - len(sent)].decode()
    unfolded = lines.replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ")
    return dict(line.split(": ", 1) for line in unfolded.splitlines())


def inserted(arrived: bytes, sent: bytes) -> tuple[str, str]:
    """What was put into `sent` at one place, and the text right before it; fails if anything else differs."""
    body, original = arrived.partition(b"\r\n\r\n")[2], sent.partition(b"\r\n\r\n")[2]
    same = next((at for at, (a, b) in enumerate(zip(body, original, strict=False)) if a != b), len(original))
    tail = len(original) - same
    assert body[len(body) - tail :] == original[same:] if tail else True
    return body[same : len(body) - tail].decode(), original[:same].decode()


def test_the_whole_conversation(site: Site) -> None:
    """Tagged, held, released, footered, rejected, untouched: from the first mail to the last."""
    # A buyer writes about an Amazon order: the mailbox has it, tagged, and otherwise as it was sent.
    swaks(site.gateway.inbound, AMAZON_QUESTION, AMAZON_BUYER, ANNA)
    fields = front(site.in_mailbox(1)[0], lf(AMAZON_QUESTION))
    tags = {name: value for name, value in fields.items() if name.startswith("X-Marketgate-")}
    assert {name: tags[name] for name in tags if name.rpartition("-")[2] not in ("Score", "Hits", "Id")} == {
        "X-Marketgate-Verdict": "offchannel",
        "X-Marketgate-Confidence": "confirmed",
        "X-Marketgate-Marketplace": "amazon",
        "X-Marketgate-Order": "303-5512847-9931028",
    }

    # Staff answer from their own server: held, Postfix hears 250, nothing goes out.
    swaks(site.postfix.submission, AMAZON_ANSWER, ANNA, AMAZON_BUYER)
    held = site.held()
    [item] = site.gateway.queue()
    assert (item["state"], item["recipients"][0]["address"], item["orders"]) == (
        "pending",
        AMAZON_BUYER,
        ["303-5512847-9931028"],
    )
    soon(lambda: f"held for review as {held}" in site.postfix.log)
    assert site.outside.mails == []

    # A person releases it: it goes out with the bytes that staff wrote.
    site.gateway.run("queue", "release", held, "--as", "original", "--note", "agreed")
    released = site.at_outside(1)
    assert (released.mail_from, released.rcpt_tos) == (ANNA, (AMAZON_BUYER,))
    assert set(front(released.raw, AMAZON_ANSWER)) == {"Received"}
    assert soon(lambda: site.gateway.queue() == [])

    # An eBay buyer asks, staff answer: the footer stands between the new text and the quoted one, once.
    swaks(site.gateway.inbound, EBAY_QUESTION, EBAY_BUYER, ANNA)
    assert front(site.in_mailbox(2)[1], lf(EBAY_QUESTION))["X-Marketgate-Marketplace"] == "ebay"
    swaks(site.postfix.submission, EBAY_ANSWER, ANNA, EBAY_BUYER)
    footer, before = inserted(site.at_outside(2).raw, EBAY_ANSWER)
    assert "27-10482-00315" in footer
    assert footer.count("Your statutory rights") == 1
    assert before.replace("\r\n", "\n").startswith(EBAY_NEW_TEXT.rstrip("\n"))
    assert "wrote:" not in before

    # The next answer to the Amazon buyer is rejected: its author gets it back with the reviewer's note.
    swaks(site.postfix.submission, SECOND_AMAZON_ANSWER, ANNA, AMAZON_BUYER)
    site.gateway.run("queue", "reject", site.held(), "--note", "Bitte in Amazon beantworten.")
    note = site.in_mailbox(3)[2]
    assert b"Bitte in Amazon beantworten." in note
    assert b"Auto-Submitted: auto-generated" in note
    assert b"Return-Path: <>" in note
    assert len(site.outside.mails) == 2
    assert site.gateway.queue() == []

    # Mail that concerns nobody passes both ways with its bytes.
    swaks(site.gateway.inbound, SUPPLIER, "sales@papier.example", ANNA)
    assert not [
        name for name in front(site.in_mailbox(4)[3], lf(SUPPLIER)) if name.startswith("X-Marketgate-")
    ]
    swaks(site.postfix.submission, TO_SUPPLIER, ANNA, "sales@papier.example")
    assert set(front(site.at_outside(3).raw, TO_SUPPLIER)) == {"Received"}

    # It stops when it is told to, with nothing under way.
    assert site.gateway.stop() == 0


def test_strangers_and_postfixs_own_refusals_are_heard(site: Site) -> None:
    """No relaying through the inbound listener, and Postfix's own words for a user it does not have."""
    refused = swaks(
        site.gateway.inbound, SUPPLIER, "sales@papier.example", "someone@example.net", exit_code=24
    )
    assert "<** 550 5.7.1" in refused
    unknown = swaks(
        site.gateway.inbound, SUPPLIER, "sales@papier.example", "nobody@example.com", exit_code=24
    )
    assert "User unknown in virtual mailbox table" in unknown


def test_postfix_in_front_with_the_gateway_as_its_filter(filtered_site: Site) -> None:
    """Postfix keeps its port 25 and its queue; colleagues in Cc get their copy, the buyer's waits."""
    site = filtered_site
    swaks(site.postfix.mx, AMAZON_QUESTION, AMAZON_BUYER, ANNA)
    tagged = site.in_mailbox(1)[0]
    assert tagged.endswith(lf(AMAZON_QUESTION))
    assert b"\nX-Marketgate-Verdict: offchannel\n" in tagged

    swaks(site.postfix.submission, AMAZON_ANSWER, ANNA, AMAZON_BUYER, LAGER)
    [copy] = soon(lambda: site.postfix.inbox(LAGER))
    assert copy.endswith(lf(AMAZON_ANSWER))
    held = site.held()
    assert site.outside.mails == []

    site.gateway.run("queue", "release", held, "--as", "original", "--note", "agreed")
    released = site.at_outside(1)
    assert (released.rcpt_tos, released.raw.endswith(AMAZON_ANSWER)) == ((AMAZON_BUYER,), True)
    assert len(site.postfix.inbox(LAGER)) == 1

    swaks(site.postfix.mx, SUPPLIER, "sales@papier.example", "someone@example.net", exit_code=24)
