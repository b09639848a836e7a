"""Weighing: hits in, one verdict out."""

from dataclasses import replace

import pytest

from gateway.policy.verdict import automatic, weigh
from gateway.words import NO_FACTS, Auto, Confidence, Hit, Legal, Verdict, VerdictName
from tests.support.noticed import judged, mail, shipped_config

A = "304-0904527-7250707"
B = "14-09231-55610"
PROOF = Hit("order_number", 3.0, "amazon", A)


def verdict(*hits: Hit) -> Verdict:
    """The verdict of these hits under the shipped policy."""
    return weigh(hits, shipped_config(), NO_FACTS)


@pytest.mark.parametrize(
    ("hits", "name", "confidence", "marketplace", "orders"),
    [
        ([], "none", None, None, ()),
        ([PROOF], "offchannel", "confirmed", "amazon", (A,)),
        ([Hit("order_number", 1.5, "amazon", A)], "offchannel", "confirmed", "amazon", (A,)),
        ([Hit("phrase:bought", 3.0, "ebay")], "offchannel", "confirmed", "ebay", ()),
        ([Hit("phrase:quoted", 1.5, "ebay")], "none", None, None, ()),
        ([Hit("phrase:strong", 3.0, "ebay")], "offchannel", "likely", "ebay", ()),
        ([Hit("phrase:medium", 2.0, "ebay")], "none", None, None, ()),
        ([Hit("phrase:medium", 2.0, "ebay"), Hit("phrase:weak", 1.0)], "offchannel", "likely", "ebay", ()),
        ([Hit("phrase:weak", 1.0)], "none", None, None, ()),
        ([Hit("order_number:alone", 2.0, "ebay", B)], "none", None, None, ()),
        ([Hit("phrase:strong", 3.0, "ebay"), Hit("negative:presale", -2.0)], "none", None, None, ()),
        ([PROOF, Hit("negative:presale", -2.0)], "offchannel", "confirmed", "amazon", (A,)),
        ([PROOF, Hit("negative:machine", -10.0)], "none", None, None, ()),
        ([PROOF, Hit("own_shop:order", 3.0, None, "SHOP-1")], "mixed", "confirmed", "amazon", (A,)),
        ([Hit("own_shop:order", 3.0, None, "SHOP-1")], "none", None, None, ()),
        (
            [Hit("order_number", 3.0, "ebay", B), PROOF, Hit("phrase:bought", 3.0, "amazon")],
            "mixed",
            "confirmed",
            "amazon",
            (B, A),
        ),
        ([PROOF, Hit("phrase:strong", 3.0, "ebay")], "mixed", "likely", "amazon", (A,)),
        ([Hit("relay_domain", 10.0, "amazon"), PROOF], "relay", None, "amazon", (A,)),
        ([Hit("sender_domain", 10.0, "amazon"), PROOF], "notice", None, "amazon", (A,)),
        (
            [Hit("lookalike", 10.0, "amazon"), Hit("relay_domain", 10.0, "ebay")],
            "suspect",
            None,
            "amazon",
            (),
        ),
        ([PROOF, Hit("auto:bulk", 0.0)], "none", None, None, ()),
        ([Hit("relay_domain", 10.0, "amazon"), Hit("auto:auto_reply", 0.0)], "relay", None, "amazon", ()),
    ],
)
def test_verdicts(
    hits: list[Hit],
    name: str,
    confidence: str | None,
    marketplace: str | None,
    orders: tuple[str, ...],
) -> None:
    """Each definition of the design by the hits that make it."""
    found = verdict(*hits)
    assert (found.name, found.confidence, found.marketplace, found.orders) == (
        name,
        confidence,
        marketplace,
        orders,
    )
    assert found.hits == tuple(hits)


def test_legal_is_an_overlay() -> None:
    """On none and offchannel, not on what is no buyer's text."""
    legal = Hit("legal:withdrawal", 1.0)
    assert verdict(legal).legal is Legal.WITHDRAWAL
    assert verdict(legal, PROOF).legal is Legal.WITHDRAWAL
    assert verdict(legal, Hit("relay_domain", 10.0, "amazon")).legal is Legal.WITHDRAWAL
    assert verdict(legal, Hit("sender_domain", 10.0, "amazon")).legal is None
    assert verdict(legal, Hit("auto:list", 0.0)).legal is None
    both = verdict(Hit("legal:safety", 1.0), legal)
    assert both.legal is Legal.WITHDRAWAL


def test_automatic() -> None:
    """The kind of automatic mail is read from the hits."""
    assert automatic([]) is None
    assert automatic([PROOF, Hit("auto:bulk", 0.0)]) is Auto.BULK


def test_company_marketplaces_does_not_limit_what_is_noticed() -> None:
    """Who does not sell on eBay still sees that a mail is about an order there."""
    config = shipped_config()
    company = config.gateway.company.model_copy(update={"marketplaces": ("amazon",)})
    only = replace(config, gateway=config.gateway.model_copy(update={"company": company}))
    assert judged(mail("bei ebay gekauft"), config=only).marketplace == "ebay"
    assert judged(mail("bei amazon gekauft"), config=only).confidence is Confidence.CONFIRMED


def test_weights_are_configuration() -> None:
    """A factor of 0 switches a signal off; thresholds move the verdict."""
    config = shipped_config()
    weights = config.policy.verdict.model_copy(update={"signals": {"phrase:strong": 0.0}})
    off = replace(config, policy=config.policy.model_copy(update={"verdict": weights}))
    assert judged(mail("Problem mit Amazon Bestellung"), config=off).name is VerdictName.NONE
    strict = config.policy.verdict.model_copy(update={"likely": 9.0})
    high = replace(config, policy=config.policy.model_copy(update={"verdict": strict}))
    assert judged(mail("Problem mit Amazon Bestellung"), config=high).name is VerdictName.NONE
