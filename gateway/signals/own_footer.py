"""Our own footer in what is quoted: `own_footer`, weight 0.

It is taken out before anything else reads the mail (`signals/footers.py`); this hit
only says so, for `explain`.
"""

from collections.abc import Iterable, Sequence

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals.reading import read
from gateway.words import Facts, Hit


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each stretch that was taken out, at most five."""
    for text in read(tx, packs, config).footers[:5]:
        yield Hit("own_footer", 0.0, None, None, " ".join(text.split())[:200])
