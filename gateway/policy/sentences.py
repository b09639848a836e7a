"""Reasons, verdicts and actions as sentences a person can read; one place for all pages and commands."""

from typing import Final

from gateway.words import ActionName, Disposition, Verdict, VerdictName

_REASONS: Final = {
    "internal": "the recipient is staff",
    "unrelated": "nothing speaks of a marketplace order",
    "relay": "it goes through the marketplace's own relay",
    "offchannel_confirmed": "a private address writes about a marketplace order",
    "offchannel_likely": "a private address probably writes about a marketplace order",
    "mixed": "orders of more than one shop or marketplace are mixed in one conversation",
    "suspect": "the mail it answers claims to come from a marketplace and does not",
    "notice": "the conversation is with the marketplace itself",
    "known_buyer": "this address is known from an earlier marketplace order",
    "quoted": "the quoted mail speaks of a marketplace order",
    "dual_channel": "the buyer also writes through the marketplace",
    "signed": "the mail is signed or encrypted and cannot be edited",
    "split": "recipients of this mail fare differently",
    "external_partner": "the recipient is no party of the marketplace conversation",
    "automatic": "the mail was written by a machine",
    "error": "no decision or no edit could be made safely",
}
_LEGAL: Final = {
    "withdrawal": "the buyer withdraws from the contract",
    "privacy": "the buyer asks about personal data",
    "lawyer": "a lawyer or an authority is involved",
    "safety": "somebody's safety is concerned",
    "warranty": "the buyer claims statutory warranty",
}
_ACTIONS: Final = {
    ActionName.TAG: "tagged",
    ActionName.FOOTER: "footer added",
    ActionName.REDACT: "contact data removed",
    ActionName.REROUTE: "sent through the relay",
    ActionName.NOTIFY: "desk notified",
    ActionName.HOLD: "held for review",
    ActionName.REJECT: "rejected",
}


def reason_sentence(word: str) -> str:
    """A reason word as a sentence: `lint:phone_number` -> "phone number found in the new text"."""
    if word.startswith("legal:"):
        return _LEGAL.get(word[6:], word)
    if word.startswith("lint:"):
        return f"{word[5:].replace('_', ' ')} found in the new text"
    return _REASONS.get(word, word.replace("_", " "))


def done_words(disposition: Disposition, actions: tuple[ActionName, ...]) -> str:
    """What was done, in few words: "passed", "held for review", "footer added"."""
    if disposition is Disposition.TEMPFAIL:
        return "to be tried again later"
    shown = [_ACTIONS[name] for name in actions]
    return ", ".join(shown) if shown else "passed untouched"


def verdict_words(verdict: Verdict) -> str:
    """The verdict in one line: "offchannel (confirmed), amazon 302-…; legal: withdrawal"."""
    words = verdict.name.value
    if verdict.confidence is not None:
        words += f" ({verdict.confidence.value})"
    if verdict.name is not VerdictName.NONE and verdict.marketplace:
        words += f", {' '.join((verdict.marketplace, *verdict.orders))}"
    if verdict.legal is not None:
        words += f"; legal: {verdict.legal.value}"
    if verdict.auto is not None:
        words += f"; automatic: {verdict.auto.value}"
    return words
