"""What the signals cost: `python -m tests.signals.bench`.

Prints microseconds of CPU for mails of rising size: one that concerns nobody, one that has words of
legal declarations, one that names a marketplace, one about an order; and the ratio between
sizes, which shows that the cost is linear in the displayable text.
"""

import statistics
import time
from collections.abc import Callable

from gateway import signals
from gateway.mail.message import Message
from gateway.words import NO_FACTS
from tests.support.noticed import inbound, mail, shipped_config

PLAIN = (
    "Sehr geehrte Damen und Herren, der Monteur kommt am Donnerstag zwischen 8 und 12 Uhr für die Wartung "
    "der Anlage im Gebäude 4. Bitte halten Sie den Zugang zum Heizungskeller frei und bestätigen Sie kurz.\n"
)
ABOUT = {
    "nobody": PLAIN,
    "legal words": PLAIN + "Wir erwarten die Unterlagen innerhalb der Frist, die Daten liegen vor.\n",
    "a name": PLAIN + "Das Gerät gibt es auch bei Amazon.\n",
    "an order": PLAIN + "Bei Amazon bestellt, Nummer 304-0904527-7250707, leider defekt.\n",
}
SIZES = (2_000, 10_000, 50_000, 200_000)


def text(kind: str, size: int) -> str:
    """A text of that size; what it is about stands at its beginning, once."""
    return (ABOUT[kind] + PLAIN * (size // len(PLAIN) + 1))[:size]


def spent(work: Callable[[], object], times: int) -> float:
    """Microseconds of CPU of one call: the median of five rounds."""
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(times):
            work()
        rounds.append((time.process_time() - began) / times * 1e6)
    return statistics.median(rounds)


def cost(kind: str, size: int) -> tuple[float, float]:
    """Microseconds to parse and decode alone, and to parse, decode and notice."""
    raw, config = mail(text(kind, size)), shipped_config()
    times = max(3, 400_000 // size)

    def parsed() -> object:
        message = Message(raw)
        return message.visible, message.subject, message.from_, message.filenames, message.attached

    signals.notice(inbound(raw), NO_FACTS, config)
    return spent(parsed, times), spent(lambda: signals.notice(inbound(raw), NO_FACTS, config), times)


def main() -> None:
    """Print the table."""
    print(f"{'mail about':<14}{'size':>9}{'parse us':>11}{'all us':>11}{'signals us':>12}{'growth':>9}")
    for kind in ABOUT:
        before = 0.0
        for size in SIZES:
            parse, whole = cost(kind, size)
            growth = f"{whole / before:.1f}" if before else ""
            print(f"{kind:<14}{size:>9}{parse:>11.0f}{whole:>11.0f}{whole - parse:>12.0f}{growth:>9}")
            before = whole


if __name__ == "__main__":
    main()
