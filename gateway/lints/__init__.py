"""What we check in the new text of a reply to a relay address: one file a check, this is the menu.

A check has its name in `CHECK`, the severity it has by itself in `SEVERITY`, and
`findings(reply) -> Iterable[Found]`. The severity comes from the pack, else from lints.toml. A check decides
nothing, never raises and takes bounded time. A new check is one file, one line below and
one golden case.
"""

from typing import Final, Literal

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.lints import (
    auto_reply,
    disallowed_attachment,
    email_address,
    foreign_url,
    important_flag,
    language,
    logo,
    marketing,
    missing_closing,
    missing_greeting,
    missing_order,
    new_text,
    odr_link,
    off_platform_invitation,
    other_buyer,
    own_shop_mention,
    phone_number,
    privacy_to_relay,
    quote_missing,
    read_receipt,
    remote_image,
    review_incentive,
    review_request,
    rude,
    sender_not_approved,
    shouting,
    signature_contact_block,
    too_short,
    unresolved_placeholder,
    vcard,
    wrong_language,
    wrong_order,
)
from gateway.lints.phrases import Phrases, fold, sentence
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.business import STATUTORY
from gateway.mail.envelope import Transaction
from gateway.words import NO_FACTS, Facts, Finding, Severity, Thread

# Checks of what a text says, wherever it stands: they also read the HTML twin of a plain part, and footers.
CONTENT: Final = (
    email_address,
    phone_number,
    foreign_url,
    off_platform_invitation,
    marketing,
    review_incentive,
    review_request,
    unresolved_placeholder,
    rude,
    own_shop_mention,
)
# Checks of a reply as a whole: its form, its header, its attachments, its conversation.
WHOLE: Final = (
    auto_reply,
    sender_not_approved,
    wrong_order,
    other_buyer,
    privacy_to_relay,
    quote_missing,
    missing_greeting,
    shouting,
    too_short,
    missing_closing,
    signature_contact_block,
    disallowed_attachment,
    wrong_language,
    missing_order,
    odr_link,
    logo,
    remote_image,
    vcard,
    important_flag,
    read_receipt,
)
LINTS: Final = (*CONTENT, *WHOLE)
CHECKS: Final = tuple(check.CHECK for check in LINTS)

_MOST: Final = 50
_STATUTORY: Final = Phrases((STATUTORY,))


def lint(tx: Transaction, pack: Pack | None, config: Config, facts: Facts = NO_FACTS) -> tuple[Finding, ...]:
    """What the menu finds in this reply to aliases of `pack`, in order of place. Raises mime.TooComplex.

    Spans are in characters of `new_text.of(tx.message)`; what stands in no text (a header, a link target, an
    attachment) has the span (0, 0).
    """
    text, twin = new_text.texts(tx.message)
    quoted = new_text.quoted(tx.message)
    thread = facts.thread if isinstance(facts.thread, Thread) else None
    reply = Reply(
        text=text[: new_text.MOST],
        twin=twin[: new_text.MOST],
        tx=tx,
        pack=pack,
        packs=config.packs,
        company=config.gateway.company,
        facts=facts,
        marks=new_text.marks(tx.message),
        quoted=quoted,
        has_quote=new_text.has_quote(tx.message),
        languages=_expected(tx, pack, thread, quoted),
    )
    return _judged(reply, config)


def lint_text(text: str, facts: Facts, pack: Pack | None, config: Config) -> tuple[Finding, ...]:
    """The same for a text alone, judged by what it says and by its form; snippets at most 80 characters."""
    reply = Reply(
        text=text[: new_text.MOST],
        pack=pack,
        packs=config.packs,
        company=config.gateway.company,
        facts=facts,
    )
    return _judged(reply, config)


def lint_footer(text: str, language_code: str) -> tuple[Finding, ...]:
    """What a footer must not say to a buyer: contact data, any link, advertising, a request for a review.

    The last sentence that names the statutory rights is exempt. Severities are those the checks have by
    themselves; a text that is surely in another language than its file says is `wrong_language`.
    """
    folded = fold(text)
    exempt = list(_STATUTORY.spans(folded))[-1:]
    for span in exempt:
        start, end = sentence(folded, *span)
        text = text[:start] + " " * (end - start) + text[end:]
    reply = Reply(text=text, languages=(language_code,))
    found = [
        _finding(reply, check.CHECK, check.SEVERITY, each)
        for check in CONTENT
        for each in check.findings(reply)
    ]
    found += [
        _finding(reply, wrong_language.CHECK, wrong_language.SEVERITY, each)
        for each in wrong_language.findings(reply)
    ]
    return _sorted(found)


def severity(check: str, pack: Pack | None, config: Config) -> Severity | Literal["off"]:
    """How grave a finding of this check is: the pack's word, that of lints.toml, else the check's own."""
    own = pack.lints.get(check) if pack else None
    return own or config.lints.severity.get(check) or _OWN.get(check, Severity.BLOCK)


_OWN: Final[dict[str, Severity]] = {check.CHECK: check.SEVERITY for check in LINTS}


def _judged(reply: Reply, config: Config) -> tuple[Finding, ...]:
    found: list[Finding] = []
    twin = Reply(
        reply.twin, pack=reply.pack, packs=reply.packs, company=reply.company, languages=reply.languages
    )
    plain = _plain(reply.text) if reply.twin else ""
    for check in LINTS:
        wanted = severity(check.CHECK, reply.pack, config)
        if wanted == "off":
            continue
        told = list(check.findings(reply))
        if reply.twin and check in CONTENT:
            told += [
                Found(shown=shown, fix=each.fix, in_signature=each.start >= twin.signature)
                for each in check.findings(twin)
                if _plain(shown := twin.text[each.start : each.end]) not in plain
            ]
        found += [_finding(reply, check.CHECK, wanted, each) for each in told[:_MOST]]
    return _sorted(found)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _finding(reply: Reply, check: str, wanted: Severity, found: Found) -> Finding:
    span = (found.start, found.end)
    given = wanted if found.most is None or wanted is Severity.WARN else found.most
    shown = found.shown[: new_text.SNIPPET] or new_text.snippet(reply.text, *span)
    inside = found.in_signature
    if inside is None:
        inside = found.end > 0 and found.start >= reply.signature
    return Finding(check, given, shown, span, found.fix, inside)


def _sorted(found: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: finding.span))


def _expected(tx: Transaction, pack: Pack | None, thread: Thread | None, quoted: str) -> tuple[str, ...]:
    """The languages that fit: that of the buyer's message, those of the sites the aliases belong to."""
    found: dict[str, None] = {}
    buyers = (thread.language if thread else None) or language.detected(quoted)
    if buyers:
        found[buyers] = None
    for path in tx.envelope.rcpt_tos if pack else ():
        if pack and pack.relays(path.address):
            sites = [key for key in pack.languages if path.domain.endswith(f".{key}")]
            if sites:
                found[pack.languages[max(sites, key=len)]] = None
    return tuple(found)
