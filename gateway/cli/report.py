"""What the demo prints: the table of what happened to each mail, and what to try next.

Every sentence comes from the decision itself or from the bytes that arrived at the
stand-ins: whether a mail came through unchanged is compared here, not assumed.
"""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from gateway.cli.conversation import Sample
from gateway.cli.standin import Kept
from gateway.mail import edit, headers
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision, RecipientDecision
from gateway.policy.sentences import done_words, reason_sentence, verdict_words
from gateway.words import Disposition

_HELD_ID = re.compile(r"held for review as (\S+)")
_EVIDENCE = 3  # signals shown, heaviest first
_ADDED = 90  # characters of the footer shown


@dataclass(frozen=True, slots=True)
class Passage:
    """One sample mail and what became of it. `arrived` is what the stand-ins got of it, with their names."""

    sample: Sample
    raw: bytes
    reply: Reply
    decision: Decision | None
    arrived: tuple[tuple[str, Kept], ...]

    @property
    def held_id(self) -> str | None:
        """The id that the reply names, if all of the mail is held."""
        found = _HELD_ID.search(self.reply.text)
        return found[1] if found else None


def change(raw: bytes, arrived: bytes, item: RecipientDecision) -> str:
    """How the bytes that arrived differ from those that were sent, in words."""
    expected = edit.apply(raw, item.splices)
    if not arrived.endswith(expected):
        return "NOT the bytes that were decided on"
    front = arrived[: len(arrived) - len(expected)]
    names = [
        front[field.start : field.value - 1].decode("ascii", "replace")
        for field in headers.scan(front).fields
    ]
    tags = sum(name.startswith("X-Marketgate-") for name in names)
    words = [name for name in names if not name.startswith("X-Marketgate-")]
    words += [f"{tags} X-Marketgate-* fields"] if tags else []
    added = sum(bool(splice.replacement) for splice in item.splices)
    cut = sum(splice.length for splice in item.splices)
    same = "the same bytes" + (f", plus the footer in {_places(added)}" if added else "")
    same += f", without {cut} that were cut" if cut else ""
    return f"{same}, with {' and '.join(words)} in front" if words else same


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def table(passages: Sequence[Passage]) -> Table:
    """The conversation, a row a mail."""
    shown = Table(box=box.ROUNDED, show_lines=True, expand=True)
    shown.add_column("Mail", ratio=4, overflow="fold")
    shown.add_column("Verdict", ratio=3, overflow="fold")
    shown.add_column("What was done, and why", ratio=7, overflow="fold")
    shown.add_column("The client heard", ratio=3, overflow="fold")
    for number, passage in enumerate(passages, 1):
        shown.add_row(
            _mail(number, passage.sample),
            Text(verdict_words(passage.decision.verdict) if passage.decision else "-"),
            _story(passage),
            Text(str(passage.reply), style="green" if passage.reply.ok else "red"),
        )
    return shown


def _mail(number: int, sample: Sample) -> Text:
    to = ", ".join(path.address for path in sample.rcpt_tos)
    text = Text(f"{number}. {sample.title}\n", style="bold")
    return text.append(f"{sample.via.value}: {sample.mail_from.address}\n-> {to}", style="not bold")


def _story(passage: Passage) -> Group:
    if passage.decision is None:
        return Group(Text("nothing was decided: the reply and the log say why", style="red"))
    lines: list[Text] = []
    for item in passage.decision.recipients:
        lines.extend(_recipient(item))
    heaviest = sorted(passage.decision.verdict.hits, key=lambda hit: -hit.weight)[:_EVIDENCE]
    lines.extend(Text(f"{hit.signal} {hit.weight:+.1f}: {hit.evidence}", style="dim") for hit in heaviest)
    for name, kept in passage.arrived:
        lines.append(
            Text(f"arrived at the {name} as {kept.path.name}: {_change_of(passage, kept)}", style="cyan")
        )
    return Group(*lines)


def _recipient(item: RecipientDecision) -> list[Text]:
    colour = {Disposition.PASS: "green", Disposition.HOLD: "yellow"}.get(item.disposition, "red")
    lines = [Text(f"{done_words(item.disposition, item.actions)}", style=f"bold {colour}")]
    lines[0].append(f" ({item.path.address})", style="not bold default")
    because = "; ".join(reason_sentence(word) for word in item.reasons)
    lines.append(Text(f"because {because}" if because else f"rule {item.rule}"))
    lines += [Text(f"{found.check}: {found.snippet}", style="dim") for found in item.findings]
    added = " ".join(item.splices[0].replacement.decode("utf-8", "replace").split()) if item.splices else ""
    if added:
        lines.append(Text(f'added: "{added[:_ADDED]}..."', style="dim"))
    if item.would:
        lines.append(Text(f"mode monitor; else: {done_words(item.disposition, item.would)}", style="yellow"))
    if item.note:
        lines.append(Text(item.note, style="dim"))
    return lines


def _change_of(passage: Passage, kept: Kept) -> str:
    """The change of one copy: that of the first recipient it went to."""
    recipients = passage.decision.recipients if passage.decision else ()
    item = next((item for item in recipients if item.path.address in kept.rcpt_tos), None)
    return change(passage.raw, kept.raw, item) if item else "for nobody who was decided on"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are, for the last lines: listeners (host:port), folder, the command and its options."""

    inbound: str
    outbound: str
    company: str
    folder: Path
    command: str
    options: str


def what_next(places: Places, passages: Sequence[Passage]) -> list[str]:
    """Lines for the reader: what runs where, and commands that work as they stand."""
    held = next((passage.held_id for passage in passages if passage.held_id), "ID")
    folder = shlex.quote(str(places.folder))
    run, with_config = places.command, places.options
    sample = f"{folder}/mailserver/001.eml"
    service = f"service@{places.company}"
    body = "I bought this on Amazon, order number 303-5512847-9931028. Where is it?"
    return [
        f"inbound listener   {places.inbound}   mail from outside for {places.company}",
        f"outbound listener  {places.outbound}   mail of staff to the outside world",
        f"what arrived       {folder}/mailserver/*.eml and {folder}/outside/*.eml, envelopes beside them",
        f"the gateway's log  {folder}/gateway.log",
        "",
        "Try, in another shell:",
        f"  {run} queue list{with_config}",
        f"  {run} queue show {held}{with_config}",
        f"  {run} queue release {held} --as original{with_config}",
        f"  {run} explain {sample}{with_config}",
        f"  {run} send {sample} --from you@example.net --to {service} --via inbound{with_config}",
        f"  swaks --server {places.inbound} --from you@example.net --to {service} --body '{body}'",
    ]
