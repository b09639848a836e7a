"""docs/howto/hosted-mailbox.md: only the outbound leg, and the provider's log-in handed on to a real Postfix.

swaks (staff, logs in) ─► gateway outbound ─► Postfix with SASL ─► the outside world
"""

import shutil
import tempfile
from pathlib import Path

from tests.peers.mta import Postfix, free_port, soon, swaks
from tests.peers.passwords import passwords
from tests.peers.test_postfix import AMAZON_ANSWER, AMAZON_BUYER, ANNA, TO_SUPPLIER, front
from tests.support.background import standin_in_background
from tests.support.gateway import Gateway

LOG_IN = ("--auth", "PLAIN", "--auth-user", ANNA, "--auth-password")
AMAZON_QUOTED = AMAZON_ANSWER.replace(
    b"> Sie mahlt nicht mehr.",
    "> ich habe die Mühle bei Amazon gekauft, Bestellnummer 303-5512847-9931028.".encode(),
)


def only_outbound(gateway: Gateway, provider: int) -> None:
    """The configuration of the page."""
    toml = gateway.directory / "gateway.toml"
    text = toml.read_text()
    inbound, outbound = text.index("[inbound]"), text.index("[outbound]")
    text = text[:inbound] + text[outbound:]
    toml.write_text(
        text.replace(
            "[outbound]\n",
            '[outbound]\nnetworks = ["192.0.2.0/24"]\nauth = "pass"\nuser = "marketgate"\n'
            'password = "../password"\n',
        )
    )
    (gateway.directory.parent / "password").write_text("hunter3\n")
    (gateway.directory.parent / "password").chmod(0o600)


def test_staff_log_in_at_the_provider_through_the_gateway(tmp_path: Path) -> None:
    """Refused without and with a wrong password, sent in their own name; held mail goes in the gateway's."""
    home = Path(tempfile.mkdtemp(prefix="marketgate-postfix-"))
    users = {ANNA: "hunter2", "marketgate": "hunter3"}
    with (
        standin_in_background(tmp_path / "outside") as outside,
        passwords(home / "auth", users) as provider,
    ):
        postfix = Postfix(home, (ANNA,), relayhost=outside.port, passwords=home / "auth")
        outbound = free_port()
        gateway = Gateway(
            tmp_path, inbound=outbound, mailserver=1, outbound=outbound, outside=postfix.submission
        )
        only_outbound(gateway, postfix.submission)
        try:
            postfix.start()
            gateway.start()
            assert "530 5.7.0" in swaks(outbound, TO_SUPPLIER, ANNA, "sales@papier.example", exit_code=23)
            wrong = swaks(
                outbound,
                TO_SUPPLIER,
                ANNA,
                "sales@papier.example",
                exit_code=28,
                options=(*LOG_IN, "wrong"),
            )
            assert "535 5.7.8 Error: authentication failed" in wrong  # Postfix's own words
            swaks(outbound, TO_SUPPLIER, ANNA, "sales@papier.example", options=(*LOG_IN, "hunter2"))
            sent = soon(lambda: outside.mails[0] if outside.mails else None)
            assert sent is not None
            assert set(front(sent.raw, TO_SUPPLIER)) == {"Received"}
            assert provider.seen == [ANNA]

            swaks(outbound, AMAZON_QUOTED, ANNA, AMAZON_BUYER, options=(*LOG_IN, "hunter2"))
            [item] = soon(gateway.queue)
            assert item["recipients"][0]["address"] == AMAZON_BUYER
            gateway.run("queue", "release", str(item["id"]), "--as", "original", "--note", "agreed")
            released = soon(lambda: outside.mails[1] if len(outside.mails) > 1 else None)
            assert released is not None
            assert released.raw.endswith(AMAZON_QUOTED)
            # The held mail, and what its author is told of it, each in a session of its own.
            assert provider.seen[:2] == [ANNA, ANNA]
            assert set(provider.seen[2:]) == {"marketgate"}
            assert "hunter" not in gateway.log
        finally:
            print(f"--- Postfix\n{postfix.log}\n--- gateway\n{gateway.log}")
            if gateway.running:
                gateway.stop()
            postfix.stop()
            shutil.rmtree(home)
