"""What a replay counts and lists: by verdict, marketplace, disposition and action, and mail to read."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gateway.mail.envelope import Transaction
from gateway.policy.decision import Decision
from gateway.policy.sentences import done_words, verdict_words
from gateway.words import Direction, Disposition, VerdictName

SUBJECT: Final = 60
NAMED: Final = 20
"""Broken mails, and errors, that are named one by one; the others are only counted."""

_SHORT: Final = {Direction.INBOUND: "in ", Direction.OUTBOUND: "out"}


@dataclass(frozen=True, slots=True)
class Line:
    """One mail of the list: everything about it that is kept."""

    at: datetime
    direction: Direction
    sender: str
    recipients: str
    subject: str
    verdict: str
    done: str
    file: str


@dataclass
class Tally:
    """The counts of one replay. `most` is the length of the list (0: all), its newest mails are kept."""

    most: int
    counts: dict[str, Counter[tuple[str, Direction]]] = field(
        default_factory=lambda: {
            what: Counter() for what in ("verdict", "marketplace", "disposition", "action")
        }
    )
    mails: int = 0
    listed: int = 0
    broken: int = 0
    named: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.lines: deque[Line] = deque(maxlen=self.most or None)

    def count(self, tx: Transaction, decision: Decision, file: str) -> None:
        """Count a mail; one that concerns somebody goes to the list."""
        weighed = decision.verdict
        self.mails += 1
        sure = f" ({weighed.confidence.value})" if weighed.confidence else ""
        self._add("verdict", weighed.name.value + sure, tx.direction)
        if weighed.marketplace and weighed.name is not VerdictName.NONE:
            self._add("marketplace", weighed.marketplace, tx.direction)
        severest = max((item.disposition for item in decision.recipients), default=Disposition.PASS)
        self._add("disposition", severest.word, tx.direction)
        for name in sorted({name.value for item in decision.recipients for name in item.actions}):
            self._add("action", name, tx.direction)
        if decision.error is not None:
            self.errors[decision.error] += 1
        if is_concerned(decision):
            self.add_line(line_of(tx, verdict_words(weighed), done_of(decision), file))

    def add_line(self, line: Line) -> None:
        """Put a mail on the list."""
        self.listed += 1
        self.lines.append(line)

    def break_off(self, file: str, why: str) -> None:
        """Count a mail that cannot be read."""
        self.broken += 1
        if len(self.named) < NAMED:
            self.named.append(f"{file}: {why}")

    def _add(self, what: str, value: str, direction: Direction) -> None:
        self.counts[what][value, direction] += 1


def is_concerned(decision: Decision) -> bool:
    """Whether a person may want to read this mail: it has a verdict, is not just passed, or went wrong."""
    kept_back = any(item.disposition is not Disposition.PASS or item.would for item in decision.recipients)
    return decision.verdict.name is not VerdictName.NONE or kept_back or decision.error is not None


def done_of(decision: Decision) -> str:
    """What would be done, for each group of recipients that fare alike, with the rule."""
    parts = dict[str, None]()
    for item in decision.recipients:
        words = done_words(item.disposition, item.actions)
        if item.would:
            words += f", only recorded: {', '.join(name.value for name in item.would)}"
        parts[f"{words} ({item.rule or 'no rule'})"] = None
    return "; ".join(parts) or "nobody to send it to"


def differing(decision: Decision) -> tuple[Any, ...]:
    """What must be equal for two configurations to fare alike with a mail."""
    weighed = decision.verdict
    return (
        decision.direction,
        (weighed.name, weighed.confidence, weighed.marketplace, weighed.orders, weighed.legal, weighed.auto),
        tuple(
            (item.path.folded, item.kind, item.disposition, item.actions, item.would, item.rule)
            for item in decision.recipients
        ),
        decision.error,
    )


def line_of(tx: Transaction, verdict: str, done: str, file: str) -> Line:
    """A mail as a line of the list; every text in it is cut, so that no mail makes the list large."""
    people = ", ".join(path.address for path in tx.envelope.rcpt_tos[:2])
    if len(tx.envelope.rcpt_tos) > 2:
        people += f" and {len(tx.envelope.rcpt_tos) - 2} more"
    subject = " ".join(tx.message.subject.split())
    return Line(
        tx.at,
        tx.direction,
        tx.envelope.mail_from.address[:100] or "<>",
        people[:150],
        subject if len(subject) <= SUBJECT else subject[: SUBJECT - 1] + "…",
        verdict[:300],
        done[:300],
        file,
    )


def print_tally(console: Console, tally: Tally, copies: int) -> None:
    """Counts, then what went wrong, then the list."""
    more = f", {copies} copies of them left out" if copies else ""
    console.print(Text(f"{tally.mails} mails{more}", style="bold"))
    print_counts(console, tally.counts)
    print_trouble(console, tally)
    print_list(console, tally)


def print_counts(console: Console, counts: dict[str, Counter[tuple[str, Direction]]]) -> None:
    """A table of all counts, inbound and outbound apart."""
    table = Table(box=None, pad_edge=False)
    for head in ("", "", "inbound", "outbound"):
        table.add_column(head, justify="right" if head else "left", no_wrap=True)
    for what, counter in counts.items():
        shown = what
        for value in _values(counter):
            numbers = (str(counter[value, each] or "-") for each in Direction)
            table.add_row(shown, value, *numbers)
            shown = ""
    console.print(table)


def print_trouble(console: Console, tally: Tally) -> None:
    """Mails that cannot be read, named, and mails on which no decision could be made."""
    if tally.broken:
        console.print(Text(f"{tally.broken} cannot be read:", style="bold red"))
        for each in tally.named:
            console.print(Text(f"  {each}", style="red"), soft_wrap=True)
        if tally.broken > len(tally.named):
            console.print(Text(f"  and {tally.broken - len(tally.named)} more", style="red"))
    for word, number in sorted(tally.errors.items()):
        console.print(
            Text(f"{number} could not be decided ({word}): on_error says what is done", style="red")
        )


def print_list(console: Console, tally: Tally, title: str = "Mail to read") -> None:
    """The list, oldest first, two lines a mail."""
    if not tally.listed:
        return
    left = tally.listed - len(tally.lines)
    more = f", the newest {len(tally.lines)} of {tally.listed} (--limit 0 shows all)" if left else ""
    console.print(Text(f"\n{title}{more}", style="bold"))
    for line in tally.lines:
        people = f"{line.sender} → {line.recipients or 'nobody'}"
        head = Text(f"{line.at:%Y-%m-%d} {_SHORT[line.direction]} {people}  ", overflow="fold")
        head.append(line.subject or "(no subject)", style="bold")
        console.print(head, soft_wrap=True)
        console.print(Text(f"               {line.verdict}: {line.done}"), soft_wrap=True)


def _values(counter: Iterable[tuple[str, Direction]]) -> list[str]:
    return sorted({value for value, _ in counter})
