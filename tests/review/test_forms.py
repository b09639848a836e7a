"""Releases that change more than a footer: redacted, relay, redirect."""

from dataclasses import replace
from typing import Any

import pytest

from gateway.config.packs import Pack
from gateway.review.moderation import Moderation
from gateway.review.rulings import Refused
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.store.orders import Orders, Purchase
from gateway.words import HeldState
from tests.review.samples import AMAZON, BODY, ID, ORDER, START, Clock, config, held, put, recipient
from tests.review.test_releaser import RECEIVED, setting
from tests.support.mails import part, single

ALIAS = "k7w2m9qx4tz8r1p@marketplace.amazon.de"
PACK = Pack.model_validate(
    {
        **AMAZON.model_dump(),
        "relay": [r"[a-z0-9]+@marketplace\.amazon\.de"],
        "relay_domains": ["marketplace.amazon.de"],
    }
)
TEXTS = {
    "amazon.de.redirect.txt": "Guten Tag, wir antworten Ihnen über Amazon zu {{ order }}. {{ company }}\n"
}
HEAD = (
    b'From: Anna <anna@example.com>\r\nTo: "Kim" <buyer@home.example>\r\nSubject: Re: Lieferung\r\n'
    b"Message-ID: <answer-1@example.com>\r\nIn-Reply-To: <question@home.example>\r\n"
)
WRITTEN = "Guten Tag,\n\nIhr Paket kommt am Mittwoch.\n\nMit freundlichen Grüßen\nAnna\n{}Laden GmbH\n"
MAIL = single(part(WRITTEN.format("Tel. 0911 1234567\n"), "8bit"), HEAD)
CUT = single(part(WRITTEN.format(""), "8bit"), HEAD)


def settings(**changes: Any) -> Any:
    return replace(config(), packs=(PACK,), footers=TEXTS, **changes)


def desk(store: Store, **changes: Any) -> Moderation:
    return Moderation(store, lambda: settings(**changes), Clock())


def know(store: Store) -> None:
    """Import the order that names the buyer's alias."""
    Orders(store).add((Purchase("amazon", ORDER, "buyer@home.example", ALIAS),), START)


@pytest.mark.parametrize(
    ("form", "raw", "sentence"),
    [
        ("redacted", CUT, "There are no contact data in the signature that could be cut out."),
        (
            "redacted",
            MAIL.replace(b"kommt am", b"(Tel. 0911 7654321) kommt am"),
            "The contact data cannot be cut out safely: contact data stand in the text itself",
        ),
        ("relay", MAIL, "It cannot go through Amazon: the buyer's alias there is not known."),
        ("redirect", MAIL.replace(b"From: Anna <anna@example.com>\r\n", b""), "The mail has no author"),
    ],
)
def test_what_cannot_be_released_so_says_why(store: Store, form: Any, raw: bytes, sentence: str) -> None:
    """In a sentence, and nothing is changed."""
    put(store, body=raw)
    with pytest.raises(Refused) as refused:
        desk(store).release(ID, "bo", form)
    assert refused.value.message.startswith(sentence)
    item = Holds(store).get(ID)
    assert item is not None
    assert (item.state, item.rulings) == (HeldState.PENDING, ())


def test_relay_is_for_one_private_address(store: Store) -> None:
    """A mail to several would reach only one of them."""
    know(store)
    put(store, held(recipient("buyer@home.example"), recipient("other@home.example")), MAIL)
    with pytest.raises(Refused, match=r"^Only a mail to one private address"):
        desk(store).release(ID, "bo", "relay")


def test_a_footer_is_not_for_the_buyers_alias(store: Store) -> None:
    """Who writes through the marketplace is not to be told to write through it."""
    put(store, held(recipient(ALIAS)), MAIL)
    with pytest.raises(Refused, match=r"^No footer can be added: it goes to the buyer's alias"):
        desk(store).release(ID, "bo", "footer")


async def sent(store: Store, form: Any) -> tuple[list[bytes], bytes, dict[str, Any]]:
    """Release in that form and deliver; who got it, what, and the state of the recipient."""
    async with setting(store) as release:
        release.settings = replace(release.settings, packs=(PACK,), footers=TEXTS)
        know(store)
        release.release(None, form, MAIL)
        item = await release.deliver()
        (mail,) = release.hop.mails
        return (
            list(mail.rcpt_tos),
            mail.data,
            {one.path.address: (one.state, one.release_as) for one in item.recipients},
        )


async def test_redacted_goes_without_the_contact_line(store: Store) -> None:
    """To the same address, all else as it was."""
    rcpts, data, states = await sent(store, "redacted")
    assert (rcpts, data) == ([b"RCPT TO:<buyer@home.example>"], RECEIVED + CUT)
    assert states == {"buyer@home.example": (HeldState.SENT, "redacted")}


async def test_relay_goes_to_the_alias(store: Store) -> None:
    """Envelope and To name it; the record still speaks of the buyer's own address."""
    rcpts, data, states = await sent(store, "relay")
    assert (rcpts, data) == (
        [b"RCPT TO:<%s>" % ALIAS.encode()],
        RECEIVED + CUT.replace(b"<buyer@home.example>", b"<%s>" % ALIAS.encode()),
    )
    assert states == {"buyer@home.example": (HeldState.SENT, "relay")}


async def test_redirect_sends_only_the_packs_text(store: Store) -> None:
    """In the author's name and in the conversation, with nothing of what he wrote."""
    rcpts, data, _ = await sent(store, "redirect")
    assert rcpts == [b"RCPT TO:<buyer@home.example>"]
    head, _, body = data.removeprefix(RECEIVED).partition(b"\r\n\r\n")
    fields = head.split(b"\r\n")
    assert fields[:3] == [
        b"From: Anna <anna@example.com>",
        b"Subject: Re: Lieferung",
        b"In-Reply-To: <question@home.example>",
    ]
    assert fields[3] == b"To: <buyer@home.example>"
    assert fields[4].startswith(b"Message-ID: <") and fields[4].endswith(b"@example.com>")
    assert body == (b"Guten Tag, wir antworten Ihnen =C3=BCber Amazon zu 302-1234567-1234567. Lad=\r\nen\r\n")


def test_the_body_of_the_samples_has_no_contact_data() -> None:
    """So that the other tests of releases are about something else."""
    assert b"Tel" not in BODY
