"""How good the verdicts are: `python -m tests.quality`, or `make quality`.

Runs every labelled mail of `golden/inbound` through the signals and the verdict under the
shipped configuration and prints precision and recall of "concerns a marketplace" (relay,
offchannel, mixed), exact verdicts, exact orders, legal overlays and the confusion table, in
all, by language and by marketplace: for the half that wording may be tuned on and for the
half that must stay unseen apart. `--failures` lists the wrong mails of the first half only.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway import signals
from gateway.mail.message import Message
from gateway.policy.verdict import weigh
from gateway.words import NO_FACTS, Verdict, VerdictName
from tests.support.noticed import inbound, shipped_config

FOLDER = Path(__file__).parent / "golden" / "inbound"
CONCERNED = ("relay", "offchannel", "mixed")
KEYS = ("verdict", "confidence", "marketplace", "orders", "legal", "auto")
HALVES = ("tune", "test")


@dataclass(frozen=True)
class Case:
    """One labelled mail, and what the gateway says of it; `wanted` and `got` have the same keys."""

    name: str
    half: str
    language: str
    wanted: dict[str, Any]
    got: dict[str, Any]

    @property
    def marketplace(self) -> str:
        return self.wanted["marketplace"] or "-"

    def right(self, key: str) -> bool:
        return bool(self.wanted[key] == self.got[key])


def judged(raw: bytes) -> Verdict:
    """The verdict of a mail as it comes in, with nothing known besides."""
    config, senders = shipped_config(), Message(raw).from_
    tx = inbound(raw, senders[0].address if senders and "@" in senders[0].address else "someone@mail.example")
    return weigh(signals.notice(tx, NO_FACTS, config), config, NO_FACTS)


def told(verdict: Verdict) -> dict[str, Any]:
    """The verdict in the words of a label."""
    return {
        "verdict": verdict.name.value,
        "confidence": verdict.confidence.value if verdict.confidence else None,
        "marketplace": verdict.marketplace,
        "orders": list(verdict.orders),
        "legal": verdict.legal.value if verdict.legal else None,
        "auto": verdict.auto.value if verdict.auto else None,
    }


def read(folder: Path) -> Case:
    """One folder with `message.eml` and `expected.json`."""
    label = json.loads((folder / "expected.json").read_text("utf-8"))
    wanted = {key: label[key] for key in KEYS}
    got = told(judged((folder / "message.eml").read_bytes()))
    return Case(folder.name, label.get("half", "tune"), label.get("language", "-"), wanted, got)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "    -"


def _row(name: str, cases: Sequence[Case]) -> str:
    concerned = [case for case in cases if case.wanted["verdict"] in CONCERNED]
    called = [case for case in cases if case.got["verdict"] in CONCERNED]
    both = sum(case.wanted["verdict"] in CONCERNED for case in called)
    exact = [sum(case.right(key) for case in cases) for key in ("verdict", "orders", "legal")]
    whole = sum(case.wanted == case.got for case in cases)
    shares = [_share(both, len(called)), _share(both, len(concerned))]
    shares += [_share(each, len(cases)) for each in (*exact, whole)]
    return f"  {name:<14}{len(cases):>5}  " + "  ".join(f"{share:>9}" for share in shares)


def _table(title: str, cases: Sequence[Case], key: Callable[[Case], str]) -> Iterable[str]:
    heads = ("precision", "recall", "verdict", "orders", "legal", "all keys")
    yield f"{title:<16}{'mails':>5}  " + "  ".join(f"{head:>9}" for head in heads)
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(case)
    for name in sorted(groups):
        yield _row(name, groups[name])


def _confusion(cases: Sequence[Case]) -> Iterable[str]:
    names = [name.value for name in VerdictName]
    counts = Counter((case.wanted["verdict"], case.got["verdict"]) for case in cases)
    yield f"{'labelled / told':<16}" + "".join(f"{name:>11}" for name in names)
    for wanted in names:
        yield f"  {wanted:<14}" + "".join(f"{counts[wanted, got] or '.':>11}" for got in names)


def report(cases: Sequence[Case]) -> str:
    """The tables of some cases."""
    lines = [
        *_table("in all", cases, lambda case: "all"),
        "",
        *_confusion(cases),
        "",
        *_table("by language", cases, lambda case: case.language),
        "",
        *_table("by marketplace", cases, lambda case: case.marketplace),
    ]
    return "\n".join(lines)


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--failures", action="store_true", help="list the wrong mails of the tune half")
    options = parser.parse_args()
    cases = [read(folder) for folder in sorted(FOLDER.iterdir()) if (folder / "expected.json").exists()]
    for half in (options.half,) if options.half else HALVES:
        chosen = [case for case in cases if case.half == half]
        print(f"== {half} half: {len(chosen)} mails ==\n{report(chosen)}\n")
    if options.failures:
        for case in cases:
            wrong = [key for key in KEYS if not case.right(key)]
            if case.half == "tune" and wrong:
                print(case.name, {key: (case.wanted[key], case.got[key]) for key in wrong})


if __name__ == "__main__":
    main()
