"""`marketgate explain`: the daemon's own answer, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gateway.cli import main

QUESTION = b"""\
From: Max Muster <max@gmx.example>
To: service@example.com
Message-ID: <q@gmx.example>
Subject: Lampe
Content-Type: text/plain; charset=utf-8

Ich habe die Lampe bei Amazon gekauft, Bestellnummer 304-0904527-7250707. Sie ist defekt.
"""
ANSWER = b"""\
From: Service <service@example.com>
To: max@gmx.example
Cc: chef@example.com
Message-ID: <a@example.com>
In-Reply-To: <q@gmx.example>
Subject: AW: Lampe
Content-Type: text/plain; charset=utf-8

Guten Tag Herr Muster, wir senden eine neue.
"""
RELAY = b"""\
From: Service <service@example.com>
To: k7w2m9qx4tz8r1p@marketplace.amazon.de
Subject: Re: Frage
Content-Type: text/plain; charset=utf-8

Guten Tag, rufen Sie uns gern an: 030 23125 117
"""
KEYS = [
    "file",
    "direction",
    "verdict",
    "confidence",
    "marketplace",
    "orders",
    "legal",
    "auto",
    "thread",
    "score",
    "hits",
    "recipients",
    "config_hash",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configuration with the shipped policy and an empty store, and three mails."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "gateway.toml").write_text(
        '[company]\ndomains = ["example.com"]\n'
        '[inbound]\nlisten = ["127.0.0.1:2525"]\nnext_hop = "smtp://127.0.0.1:2526"\n'
        '[outbound]\nlisten = ["127.0.0.1:2587"]\nnext_hop = "smtp://127.0.0.1:2588"\n'
    )
    mails = tmp_path / "mails"
    mails.mkdir()
    for name, content in (("1.eml", QUESTION), ("2.eml", ANSWER), ("3.eml", RELAY)):
        (mails / name).write_bytes(content)
    return tmp_path


def explained(folder: Path, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    """The lines of `explain --json`, read."""
    done = CliRunner().invoke(main, ["explain", "--config", f"{folder}/config", "--json", *arguments])
    assert done.exit_code == code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_json_has_every_key_of_the_interface_in_its_order(folder: Path) -> None:
    """Null or [] where there is nothing; also in hits, recipients and findings."""
    (line,) = explained(folder, f"{folder}/mails/3.eml")
    (recipient,) = line["recipients"]
    assert list(line) == KEYS
    assert list(recipient) == ["address", "kind", "disposition", "actions", "rule", "reasons", "findings"]
    assert {tuple(finding) for finding in recipient["findings"]} == {("check", "severity", "snippet")}
    (first,) = explained(folder, f"{folder}/mails/1.eml")
    assert list(first["hits"][0]) == ["signal", "weight", "marketplace", "order", "evidence"]


def test_a_folder_is_its_eml_files_in_name_order_and_the_direction_is_found(folder: Path) -> None:
    """Outbound: From is ours and a recipient is not."""
    (folder / "mails" / "notes.txt").write_text("no mail")
    lines = explained(folder, f"{folder}/mails")
    assert [(Path(line["file"]).name, line["direction"], line["verdict"]) for line in lines] == [
        ("1.eml", "inbound", "offchannel"),
        ("2.eml", "outbound", "none"),
        ("3.eml", "outbound", "relay"),
    ]


def test_remember_makes_the_files_one_history(folder: Path) -> None:
    """The answer is held because of the question before it; the ledger is thrown away."""
    _, answer, _ = explained(folder, "--remember", f"{folder}/mails")
    assert (answer["verdict"], answer["orders"], answer["thread"] is not None) == (
        "offchannel",
        ["304-0904527-7250707"],
        True,
    )
    assert [(each["address"], each["disposition"], each["actions"]) for each in answer["recipients"]] == [
        ("max@gmx.example", "hold", ["hold"]),
        ("chef@example.com", "pass", []),
    ]
    assert explained(folder, f"{folder}/mails/2.eml")[0]["verdict"] == "none"


def test_without_remember_nothing_is_written(folder: Path) -> None:
    """A missing store is empty, and stays missing."""
    explained(folder, f"{folder}/mails")
    assert sorted(each.name for each in folder.iterdir()) == ["config", "mails"]


def test_the_envelope_can_be_given(folder: Path) -> None:
    """--rcpt and --mail-from stand for To, Cc, Bcc and From; --direction for the guess."""
    arguments = ("--rcpt", "a@example.com", "--rcpt", "b@x.example", "--direction", "outbound")
    (line,) = explained(folder, *arguments, "--mail-from", "<>", f"{folder}/mails/1.eml")
    assert [each["address"] for each in line["recipients"]] == ["a@example.com", "b@x.example"]
    assert (line["direction"], line["auto"]) == ("outbound", "bounce")


def test_an_unreadable_file_is_named_and_the_others_are_explained(folder: Path) -> None:
    """Exit 1 at the end."""
    (folder / "mails" / "0.eml").write_bytes(b"")
    lines = explained(folder, f"{folder}/mails", f"{folder}/none.eml", code=1)
    assert lines[0] == {"file": f"{folder}/mails/0.eml", "error": "is empty, not a mail"}
    assert lines[-1]["file"] == f"{folder}/none.eml"
    assert lines[-1]["error"].startswith("cannot be read")
    assert len(lines) == 5


def test_a_wrong_address_is_a_usage_error(folder: Path) -> None:
    """Addresses of the command line go through email-validator."""
    arguments = ["explain", "--config", f"{folder}/config", "--rcpt", "a@@b", f"{folder}/mails/1.eml"]
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, "write it like name@example.com" in done.output) == (2, True)


def test_a_broken_configuration_is_78(folder: Path) -> None:
    """With file, line, key and cure."""
    with (folder / "config" / "gateway.toml").open("a") as file:
        file.write("[limits]\nmesage_size = 1\n")
    done = CliRunner().invoke(main, ["explain", "--config", f"{folder}/config", f"{folder}/mails/1.eml"])
    assert (done.exit_code, "did you mean message_size" in done.output) == (78, True)


def test_people_see_verdict_evidence_rule_and_why_not_the_others(folder: Path) -> None:
    """The text form, for a newcomer."""
    done = CliRunner().invoke(main, ["explain", "--config", f"{folder}/config", f"{folder}/mails/3.eml"])
    shown = " ".join(done.output.split())
    for words in (
        "verdict relay, amazon",
        "held for review",
        "phone number found in the new text",
        "finding phone_number (block): Guten Tag, rufen Sie uns gern an: 030 23125 117",
        "rule relay_finding",
        "not internal: recipient is relay, not internal",
    ):
        assert words in shown, done.output
