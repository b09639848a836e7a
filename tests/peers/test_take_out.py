"""docs/howto/take-it-out.md: the gateway is gone, and mail flows again by the commands of the page."""

from pathlib import Path

from gateway.cli.standin import Kept
from tests.peers.mta import soon, swaks
from tests.peers.test_postfix import ANNA, SUPPLIER, TO_SUPPLIER, Site, lf, running

PAGE = Path(__file__).parents[2] / "docs/howto/take-it-out.md"


def commands(first: str) -> list[list[str]]:
    """The lines of the block of the page that begins so, as words."""
    for block in PAGE.read_text().split("```\n")[1::2]:
        if block.startswith(first):
            return [line.replace('"', "").split(maxsplit=2) for line in block.splitlines()]
    raise AssertionError(f"no block begins with {first!r}")


def to_supplier(site: Site) -> list[Kept]:
    """What has arrived there; Postfix's own reports to its postmaster go outside too."""
    return [mail for mail in site.outside.mails if mail.rcpt_tos == ("sales@papier.example",)]


def test_a_filter_of_postfix_is_taken_out(tmp_path: Path) -> None:
    """What waited for the gateway goes on without it, and new mail of both directions never meets it."""
    with running(tmp_path, around=True) as site:
        assert site.gateway.stop() == 0
        swaks(site.postfix.submission, TO_SUPPLIER, ANNA, "sales@papier.example")  # waits in the queue
        swaks(site.postfix.mx, SUPPLIER, "sales@papier.example", ANNA, exit_code=24)
        soon(lambda: "status=deferred" in site.postfix.log)
        mx, submission = (f"127.0.0.1:{port}" for port in (site.postfix.mx, site.postfix.submission))
        for program, *words in commands("postconf -P"):
            line = " ".join(words).replace("submission/", f"{submission}/").replace("smtp/", f"{mx}/")
            site.postfix.tell(program, *line.split())
        assert soon(lambda: to_supplier(site))[0].raw.endswith(TO_SUPPLIER)
        swaks(site.postfix.mx, SUPPLIER, "sales@papier.example", ANNA)
        assert soon(lambda: site.postfix.inbox(ANNA))[0].endswith(lf(SUPPLIER))
        swaks(site.postfix.submission, TO_SUPPLIER, ANNA, "sales@papier.example")
        assert soon(lambda: len(to_supplier(site)) == 2)


def test_a_gateway_at_both_borders_is_taken_out(tmp_path: Path) -> None:
    """Postfix has its relayhost and its port again, and what waited goes out."""
    with running(tmp_path, around=False) as site:
        assert site.gateway.stop() == 0
        swaks(site.postfix.submission, TO_SUPPLIER, ANNA, "sales@papier.example")  # waits in the queue
        soon(lambda: "status=deferred" in site.postfix.log)
        told = []
        for program, *words in commands("postconf -e"):
            told.append(program)
            if program == "systemctl":
                continue  # stopped already
            line = " ".join(words).replace("[smarthost.example.net]:25", f"[127.0.0.1]:{site.outside.port}")
            port = f"127.0.0.1:{site.gateway.inbound}"
            line = line.replace("smtp/inet=smtp inet n - y", f"{port}/inet={port} inet n - n")
            site.postfix.tell(program, *line.split(maxsplit=1))
        assert told == ["postconf", "systemctl", "postconf", "postfix", "postqueue"]
        assert soon(lambda: to_supplier(site))[0].raw.endswith(TO_SUPPLIER)
        soon(lambda: "postfix/smtpd" in site.postfix.log)
        swaks(site.gateway.inbound, SUPPLIER, "sales@papier.example", ANNA)  # Postfix now
        assert soon(lambda: site.postfix.inbox(ANNA))[0].endswith(lf(SUPPLIER))
