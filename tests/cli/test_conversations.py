"""Whole conversations through `explain --remember`: the buyer privately, staff, then the relay.

Each row of `DESIGN` 7 that a conversation comes by, for several marketplaces and languages, as one history.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gateway.cli import main

NAMES = ("private", "both", "through", "relayed", "again", "phone", "signature", "colleague", "third")
MARKETS = {
    "amazon": ("k7w2m9qx4tz8r1p@marketplace.amazon.it", "304-0904527-7250707", "Amazon", "hold", "hold"),
    "ebay": ("kim_9hq2@members.ebay.de", "12-34567-89012", "eBay", "pass", "footer"),
    "kaufland": ("cauw31zq-e52f3c6c67e2@kaufland-marktplatz.de", "MK3UZQ5", "Kaufland", "pass", "footer"),
}
ITALIAN = (
    "Buongiorno, ho comprato la lampada su {title}, numero d'ordine {order}. "
    "Purtroppo non funziona, che cosa posso fare?"
)


def mail(sender: str, to: str, text: str, ids: str, cc: str = "", answers: str = "") -> str:
    """One mail, LF line ends."""
    more = (f"Cc: {cc}\n" if cc else "") + (f"In-Reply-To: <{answers}>\n" if answers else "")
    return (
        f"From: {sender}\nTo: {to}\n{more}Message-ID: <{ids}>\nSubject: Lampada\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
    )


def history(folder: Path, market: str) -> dict[str, dict[str, Any]]:
    """What `explain` says of the nine mails, by name."""
    alias, order, title, _, _ = MARKETS[market]
    buyer, staff = "kim@home.example", "Service <service@example.com>"
    quoted = f"\n\n> {title} {order}\n> Non funziona."
    fine = (
        "Buongiorno Kim,\n\nle mandiamo domani una lampada nuova e ritiriamo quella vecchia, senza spese.\n\n"
    )
    bye = "Cordiali saluti\nAnna Vogt"
    mails = {
        "private": mail(buyer, staff, ITALIAN.format(title=title, order=order), "1@home.example"),
        "both": mail(staff, buyer, "ok\n", "2@example.com", alias, "1@home.example"),
        "through": mail(alias, staff, f"Grazie. {title} {order}", "3@relay.example"),
        "relayed": mail(staff, alias, fine + bye + quoted, "4@example.com", answers="3@relay.example"),
        "again": mail(staff, buyer, fine + bye, "5@example.com", answers="1@home.example"),
        "phone": mail(
            staff,
            alias,
            fine.replace("spese.", "spese. Ci chiami allo 02 45678901.") + bye + quoted,
            "6@example.com",
            answers="3@relay.example",
        ),
        "signature": mail(
            staff,
            alias,
            fine + bye + "\nTel. 02 45678901" + quoted,
            "7@example.com",
            answers="3@relay.example",
        ),
        "colleague": mail(staff, "boss@example.com", fine + bye, "8@example.com", answers="1@home.example"),
        "third": mail(staff, "repair@other.example", fine + bye, "9@example.com", answers="1@home.example"),
    }
    box = folder / "mails"
    box.mkdir()
    for number, name in enumerate(NAMES):
        (box / f"{number}-{name}.eml").write_text(mails[name], "utf-8")
    told = CliRunner().invoke(
        main, ["explain", "--config", str(folder / "config"), "--remember", "--json", str(box)]
    )
    assert told.exit_code == 0, told.output
    return {name: json.loads(line) for name, line in zip(NAMES, told.output.splitlines(), strict=True)}


@pytest.mark.parametrize("market", MARKETS)
def test_each_mail_of_a_conversation_gets_what_the_policy_says(tmp_path: Path, market: str) -> None:
    """By the rows of `DESIGN` 7; the alias beside the private address is judged on its own."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "gateway.toml").write_text(
        '[company]\ndomains = ["example.com"]\n'
        '[inbound]\nlisten = ["127.0.0.1:2525"]\nnext_hop = "smtp://127.0.0.1:2526"\n'
        '[outbound]\nlisten = ["127.0.0.1:2587"]\nnext_hop = "smtp://127.0.0.1:2588"\n'
    )
    told = history(tmp_path, market)
    _, order, _, private, act = MARKETS[market]
    got = {
        name: [(each["kind"], each["disposition"], each["actions"]) for each in line["recipients"]]
        for name, line in told.items()
    }
    assert got == {
        "private": [("internal", "pass", ["tag"])],
        "both": [("external", private, [act]), ("relay", "hold", ["hold"])],
        "through": [("internal", "pass", ["tag"])],
        "relayed": [("relay", "pass", [])],
        "again": [("external", private, [act])],
        "phone": [("relay", "hold", ["hold"])],
        "signature": [("relay", "pass", ["redact"])],
        "colleague": [("internal", "pass", [])],
        "third": [("external", "pass", [])],
    }
    assert told["private"]["orders"] == [order]
    assert [told[name]["verdict"] for name in ("private", "through", "relayed", "again")] == [
        "offchannel",
        "relay",
        "relay",
        "offchannel",
    ]
    for name in NAMES[1:7]:
        assert all("dual_channel" in each["reasons"] for each in told[name]["recipients"])
    assert ("split" in told["both"]["recipients"][0]["reasons"]) is (private == "pass")
