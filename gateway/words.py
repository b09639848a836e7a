"""The vocabulary: the closed lists of words, and the small values everybody shares.

One word for one thing, in code, headers, logs, configuration, pages and docs.
Everything here is immutable and pure; nothing here decides anything. The lists
are those of the design's section 3, in their order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum, StrEnum
from typing import Final, Literal, TypeAlias, TypeVar


class Direction(StrEnum):
    """Which leg of the gateway a mail passes."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class VerdictName(StrEnum):
    """What an inbound mail, or the thread an outbound mail answers, is."""

    RELAY = "relay"
    NOTICE = "notice"
    OFFCHANNEL = "offchannel"
    MIXED = "mixed"
    SUSPECT = "suspect"
    NONE = "none"


class Confidence(StrEnum):
    """How sure an `offchannel` or `mixed` verdict is."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"


class Legal(StrEnum):
    """A legal overlay, on top of any verdict."""

    WITHDRAWAL = "withdrawal"
    PRIVACY = "privacy"
    LAWYER = "lawyer"
    SAFETY = "safety"
    WARRANTY = "warranty"


class Auto(StrEnum):
    """What kind of automatic mail this is, from headers and envelope only."""

    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    LIST = "list"
    BULK = "bulk"


class Kind(StrEnum):
    """What a recipient is to us."""

    INTERNAL = "internal"
    RELAY = "relay"
    EXTERNAL = "external"


class Disposition(IntEnum):
    """What happens to a recipient's copy, in rising order of severity."""

    PASS = 0
    HOLD = 1
    REJECT = 2
    TEMPFAIL = 3

    @property
    def word(self) -> str:
        """The disposition as it is written everywhere: `pass`, `hold`, `reject`, `tempfail`."""
        return self.name.lower()


class ActionName(StrEnum):
    """What a rule can have done. To pass is to do none of them."""

    TAG = "tag"
    FOOTER = "footer"
    REDACT = "redact"
    REROUTE = "reroute"
    NOTIFY = "notify"
    HOLD = "hold"
    REJECT = "reject"


class Severity(StrEnum):
    """What a finding asks for: `block` and `tone` hold, `warn` is recorded."""

    BLOCK = "block"
    TONE = "tone"
    WARN = "warn"


class HeldState(StrEnum):
    """State of one recipient of a held mail. The mail shows the least finished of its recipients."""

    PROVISIONAL = "provisional"
    PENDING = "pending"
    APPROVED = "approved"
    SENDING = "sending"
    SENT = "sent"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


UNFINISHED: Final = (
    HeldState.PROVISIONAL,
    HeldState.PENDING,
    HeldState.FAILED,
    HeldState.UNCERTAIN,
    HeldState.APPROVED,
    HeldState.SENDING,
)
"""States that still want something done, least finished first."""

FINISHED: Final = (HeldState.SENT, HeldState.ANSWERED, HeldState.WITHDRAWN, HeldState.REJECTED)


class Mode(StrEnum):
    """Whether decisions are carried out (`enforce`), only recorded (`monitor`), or not made (`bypass`)."""

    ENFORCE = "enforce"
    MONITOR = "monitor"
    BYPASS = "bypass"


# Reasons that are one fixed word; `legal:KIND` and `lint:CHECK` are made by the two functions below.
REASONS: Final = (
    "internal",
    "unrelated",
    "relay",
    "offchannel_confirmed",
    "offchannel_likely",
    "mixed",
    "suspect",
    "notice",
    "known_buyer",
    "quoted",
    "dual_channel",
    "signed",
    "split",
    "external_partner",
    "automatic",
    "error",
)


def legal_reason(kind: Legal) -> str:
    """The reason word of a legal overlay: `legal:withdrawal`."""
    return f"legal:{kind.value}"


def lint_reason(check: str) -> str:
    """The reason word of a lint finding: `lint:phone_number`."""
    return f"lint:{check}"


class _Unknown(Enum):
    """The answer of a look-up that failed. Unknown is not no."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        return False


UNKNOWN: Final = _Unknown.UNKNOWN
T = TypeVar("T")
Known: TypeAlias = T | _Unknown
"""A fact: the answer, or `UNKNOWN` where the look-up failed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One signal found in a mail.

    `signal` is the name of the file in `gateway/signals/` (with `:KIND` behind it where one file tells
    several apart: `legal:withdrawal`, `auto:bounce`), `weight` what it adds to the score of
    `marketplace` (None: speaks of no marketplace), `order` the normalised order id it carries or None,
    `evidence` the text that made it hit, at most 200 characters.
    """

    signal: str
    weight: float
    marketplace: str | None = None
    order: str | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a lint found in the new text of a reply. `span` is (start, end) in characters of that text."""

    check: str
    severity: Severity
    snippet: str
    span: tuple[int, int] = (0, 0)
    fix: str | None = None
    in_signature: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a mail is, and why."""

    name: VerdictName = VerdictName.NONE
    confidence: Confidence | None = None
    marketplace: str | None = None
    orders: tuple[str, ...] = ()
    legal: Legal | None = None
    auto: Auto | None = None
    score: float = 0.0
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """What the ledger remembers of a conversation.

    `correspondents` are the buyer's addresses (folded to lower case), `footers` counts the answers that
    left with a footer, `confirmed` is false until the next hop accepted the mail that began it.
    """

    id: str
    verdict: VerdictName
    confidence: Confidence | None
    marketplace: str | None
    orders: tuple[str, ...]
    legal: Legal | None
    correspondents: tuple[str, ...]
    language: str | None = None
    footers: int = 0
    confirmed: bool = True
    dismissed: bool = False
    last_seen: datetime | None = None


Outcome: TypeAlias = Literal["pass", "fail", "error"]


@dataclass(frozen=True, slots=True)
class Signature:
    """What became of one DKIM signature (RFC 6376).

    `domain` (d=) and `selector` (s=) are lower case, "" where the field names none that is valid. `fail`: the
    signature is not that of this mail; `error`: it could not be checked, which says nothing. `covered`:
    the signature speaks for everything people see (one From, no `l=`, no unsigned Subject or the like).
    `why` says in a few words what kept it from being a covered pass.
    """

    domain: str
    selector: str
    result: Outcome
    covered: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """One result that a server we trust wrote down (RFC 8601): `method` dkim, dmarc or spf, `result` its word
    (`pass`, `fail`, `none`, `temperror` ...), `domain` whom it is about, all in lower case."""

    server: str
    method: str
    result: str
    domain: str


@dataclass(frozen=True, slots=True)
class Authentication:
    """What is known of who really sent a mail: our own checks, and what trusted servers stated."""

    results: tuple[Signature, ...] = ()
    stated: tuple[Stated, ...] = ()

    def supports(self, domains: Iterable[str]) -> Literal["pass", "fail", "unknown"]:
        """Whether the mail is from one of `domains` (or a subdomain, on a label boundary).

        `pass` needs a covered signature, or a trusted server's word for DKIM or DMARC. `fail` needs a check
        that failed, with none that passed. What is missing or could not be checked is `unknown`.
        """
        parents = tuple(domain.lower() for domain in domains)
        ours = [each for each in self.results if _under(each.domain, parents)]
        theirs = {
            each.result for each in self.stated if each.method != "spf" and _under(each.domain, parents)
        }
        if "pass" in theirs or any(each.result == "pass" and each.covered for each in ours):
            return "pass"
        if any(each.result == "pass" for each in ours):
            return "unknown"
        return "fail" if "fail" in theirs or any(each.result == "fail" for each in ours) else "unknown"


def _under(domain: str, parents: tuple[str, ...]) -> bool:
    return any(parent and (domain == parent or domain.endswith(f".{parent}")) for parent in parents)


@dataclass(frozen=True, slots=True)
class Bought:
    """An imported order that this mail has to do with.

    `named`: its number stands in the mail. `theirs`: the mail is from its buyer, or to him. `at` is when it
    was ordered, where the report told.
    """

    marketplace: str
    order: str
    named: bool = False
    theirs: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OtherChannel:
    """A conversation with the same buyer on the other channel, not long before.

    `channel` is the other one: `private` address or `relay`; `by` what both share, the `order` or the
    `correspondent`. `at` is the last mail of the buyer there.
    """

    channel: Literal["private", "relay"]
    by: Literal["order", "correspondent"]
    thread: str
    marketplace: str | None
    orders: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """All answers that needed I/O, gathered before anything is decided. Each may be UNKNOWN.

    `by` says how the thread was found: `references`, `alias`, `order`, or only `memory` of the buyer.
    `bought` are imported orders, `other_channel` is where the same buyer also wrote.
    `mode` is the override an administrator has in force, None where the policy file's own mode counts.
    `authentication` is None for a mail that claims to come from no marketplace. `relay_alias` is the address
    through which the thread's buyer is reached at its marketplace; looked up only where a rule reroutes.
    """

    thread: Known[Thread | None] = None
    by: str | None = None
    bought: Known[tuple[Bought, ...]] = ()
    other_channel: Known[OtherChannel | None] = None
    mode: Mode | None = None
    authentication: Known[Authentication | None] = None
    relay_alias: str | None = None


NO_FACTS: Final = Facts()


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace `length` bytes at `offset` by `replacement`; offsets are those of the message as received."""

    offset: int
    length: int
    replacement: bytes


@dataclass(frozen=True, slots=True)
class Effect:
    """What an action does to one recipient's copy.

    `headers` are whole fields, CRLF included, to be put in front; `splices` go to the message;
    `disposition` is what the action asks for; `note` says which step of the fallback ladder was taken
    and why. `sent_to` is the address that takes the recipient's place in the envelope, `removed` are the
    lines (as they were) from which contact data was taken out.
    """

    splices: tuple[Splice, ...] = ()
    headers: bytes = b""
    disposition: Disposition = Disposition.PASS
    reasons: tuple[str, ...] = ()
    note: str = ""
    sent_to: str | None = None
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person (or the gateway, by a rule) decided on a held mail. Append-only."""

    held: str
    who: str
    verb: str
    note: str
    at: datetime
    options: dict[str, str] = field(default_factory=dict)
