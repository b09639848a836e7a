"""`marketgate replay`: the past, decided on as the daemon would have, counted and listed."""

import json
import mailbox
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.cli.replay import replay
from gateway.store.database import Store
from gateway.store.ledger import Ledger

ORDER = "303-5512847-9931028"
GATEWAY = """\
[company]
domains = ["example.com"]
[inbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:2526"
[outbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:2588"
[store]
url = "sqlite:///{store}"
"""

QUESTION = f"""\
From: Max Muster <max@privat.example>
To: info@example.com
Subject: Lieferung
Date: Tue, 13 Jan 2026 09:00:00 +0100
Message-ID: <q1@privat.example>

Guten Tag,

ich habe am 2. Januar bei Amazon bestellt, Bestellnummer {ORDER}, und das Paket ist nicht da.

>From nowhere it seems.
Max Muster
"""
ANSWER = """\
From: Eva Beispiel <eva@example.com>
To: Max Muster <max@privat.example>
Subject: AW: Lieferung
Date: Tue, 13 Jan 2026 11:00:00 +0100
Message-ID: <a1@example.com>
In-Reply-To: <q1@privat.example>

Guten Tag Herr Muster,

das Paket ist unterwegs.

Eva Beispiel
"""
OTHER = """\
From: Lieferant <post@lieferant.example>
To: info@example.com
Subject: Preisliste 2026
Date: Mon, 12 Jan 2026 08:00:00 +0100
Message-ID: <p1@lieferant.example>

anbei unsere neue Preisliste.
"""
BROKEN = "no header at all\n\nnothing\n"


def mbox(file: Path, *mails: str) -> Path:
    """An mbox as mail programs write it."""
    file.write_text("".join(f"From someone@x.example Tue Jan 13 09:00:00 2026\n{mail}\n" for mail in mails))
    return file


@pytest.fixture
def received(tmp_path: Path) -> Path:
    return mbox(tmp_path / "received.mbox", QUESTION, OTHER)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A maildir of sent mail, with a draft, which was never sent."""
    folder = mailbox.Maildir(tmp_path / "sent")
    message = mailbox.MaildirMessage(ANSWER)
    message.set_subdir("cur")
    message.set_flags("S")
    folder.add(message)
    draft = mailbox.MaildirMessage(ANSWER.replace("a1@", "draft@"))
    draft.set_subdir("cur")
    draft.set_flags("D")
    folder.add(draft)
    return tmp_path / "sent"


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "gate.db"


@pytest.fixture
def configs(tmp_path: Path, store_file: Path) -> Callable[..., Path]:
    """Makes a configuration folder: the shipped packs and footers, a policy in mode monitor."""

    def make(name: str = "config", policy: str | None = None) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "gateway.toml").write_text(GATEWAY.format(store=store_file))
        if policy is not None:
            (folder / "policy.toml").write_text(policy)
        return folder

    return make


def run(config: Path, *arguments: Path | str) -> Result:
    return CliRunner().invoke(replay, ["--config", str(config), *map(str, arguments)])


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_received_and_sent_mail_is_one_history_in_the_order_of_its_dates(
    configs: Callable[..., Path], received: Path, sent: Path
) -> None:
    """The answer is decided by what its question, read from another mailbox, told."""
    result = run(configs(), sent, received, "--json")
    assert result.exit_code == 0, result.output
    found = [
        (
            each["date"],
            each["message_id"],
            each["direction"],
            each["verdict"],
            each["confidence"],
            each["orders"],
            [(one["disposition"], one["actions"], one["rule"]) for one in each["recipients"]],
        )
        for each in objects(result)
    ]
    assert found == [
        (
            "2026-01-12T07:00:00Z",
            "<p1@lieferant.example>",
            "inbound",
            "none",
            None,
            [],
            [("pass", [], "inbound_tag")],
        ),
        (
            "2026-01-13T08:00:00Z",
            "<q1@privat.example>",
            "inbound",
            "offchannel",
            "confirmed",
            [ORDER],
            [("pass", ["tag"], "inbound_tag")],
        ),
        (
            "2026-01-13T10:00:00Z",
            "<a1@example.com>",
            "outbound",
            "offchannel",
            "confirmed",
            [ORDER],
            [("hold", ["hold"], "forbidden")],
        ),
    ]


def test_an_object_has_the_keys_of_explain_then_date_and_message_id(
    configs: Callable[..., Path], received: Path, tmp_path: Path
) -> None:
    config = configs()
    mail = tmp_path / "one.eml"
    mail.write_text(QUESTION.replace(">From", "From"))
    explained = CliRunner().invoke(main, ["explain", "--config", str(config), "--json", str(mail)])
    [as_explained] = objects(explained)
    [_, replayed] = objects(run(config, received, "--json"))
    assert list(replayed) == [*as_explained, "date", "message_id"]
    assert replayed == as_explained | {
        "file": str(received),
        "date": "2026-01-13T08:00:00Z",
        "message_id": "<q1@privat.example>",
    }


def test_the_text_counts_and_lists_what_to_read(
    configs: Callable[..., Path], received: Path, sent: Path
) -> None:
    result = run(configs(), received, sent)
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["3", "mails"]
    for wanted in (
        ["verdict", "none", "1", "-"],
        ["offchannel", "(confirmed)", "1", "1"],
        ["marketplace", "amazon", "1", "1"],
        ["disposition", "hold", "-", "1"],
        ["pass", "2", "-"],
        ["action", "hold", "-", "1"],
        ["tag", "1", "-"],
    ):
        assert wanted in lines, result.stdout
    listed = result.stdout.partition("Mail to read\n")[2].splitlines()
    assert listed == [
        "2026-01-13 in  max@privat.example → info@example.com  Lieferung",
        f"               offchannel (confirmed), amazon {ORDER}: tagged (inbound_tag)",
        "2026-01-13 out eva@example.com → max@privat.example  AW: Lieferung",
        f"               offchannel (confirmed), amazon {ORDER}: held for review (forbidden)",
    ]


def test_mode_monitor_shows_what_enforce_would_do(configs: Callable[..., Path], received: Path) -> None:
    """A single rule that is told to monitor is only recorded, as it would be live."""
    monitor = configs("monitor", 'mode = "monitor"\n[[rule]]\nname = "tag_all"\ndo = ["tag"]\n')
    assert "tagged (tag_all)" in run(monitor, received).stdout
    rule = '[[rule]]\nname = "tag_all"\ndo = ["tag"]\nmode = "monitor"\n'
    assert "passed untouched, only recorded: tag (tag_all)" in run(configs("rule", rule), received).stdout


def test_the_list_is_as_long_as_wanted_and_sent_mail_is_missed(
    configs: Callable[..., Path], tmp_path: Path
) -> None:
    many = [
        QUESTION.replace("q1@", f"q{number}@").replace("Lieferung", f"Nr. {number}") for number in range(5)
    ]
    result = run(configs(), mbox(tmp_path / "many", *many), "--limit", "2")
    assert "Mail to read, the newest 2 of 5 (--limit 0 shows all)" in result.stdout
    assert [line.rpartition("Nr. ")[2] for line in result.stdout.splitlines() if "Nr. " in line] == ["3", "4"]
    assert "No sent mail among it." in result.stdout


def test_broken_mail_is_counted_and_named_and_stops_nothing(
    configs: Callable[..., Path], tmp_path: Path
) -> None:
    """Exit 1 at the end; the others are there."""
    file = mbox(tmp_path / "mixed.mbox", QUESTION, BROKEN, "", ANSWER)
    config = configs()
    result = run(config, file)
    assert result.exit_code == 1
    assert "2 mails\n" in result.stdout
    assert "2 cannot be read:" in result.stdout
    assert f"{file}, at byte " in result.stdout
    assert "has no header, not a mail" in result.stdout
    found = objects(run(config, file, "--json"))
    assert [each.get("error", each.get("verdict")) for each in found] == [
        "offchannel",
        "has no header, not a mail",
        "is empty, not a mail",
        "offchannel",
    ]
    assert found[1] == {"file": str(file), "error": "has no header, not a mail"}


def test_copies_in_several_folders_are_one_mail(
    configs: Callable[..., Path], received: Path, tmp_path: Path
) -> None:
    """As in an archive of all mail; a single message and a folder of .eml are taken too."""
    folder = tmp_path / "eml"
    folder.mkdir()
    (folder / "b.eml").write_text("Delivered-To: x@example.com\n" + QUESTION)
    (folder / "a.EML").write_text(ANSWER)
    single = tmp_path / "one.txt"
    single.write_text(OTHER)
    result = run(configs(), received, folder, single)
    assert result.exit_code == 0, result.output
    assert "3 mails, 2 copies of them left out" in result.stdout


def test_what_is_no_mailbox_says_what_would_be_one(configs: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(configs(), tmp_path / "empty")
    assert result.exit_code == 1
    assert "holds no mail; name an mbox file, a maildir (with cur and new), or *.eml files" in result.stderr
    assert run(configs("c2"), tmp_path / "missing").exit_code == 2


def test_mail_without_a_date_takes_that_of_its_from_line_or_of_its_neighbour(
    configs: Callable[..., Path], tmp_path: Path
) -> None:
    undated = QUESTION.replace("Date: Tue, 13 Jan 2026 09:00:00 +0100\n", "")
    future = ANSWER.replace("2026", "2099")
    file = tmp_path / "undated.mbox"
    file.write_text(f"From a@x.example Fri Jan  9 10:00:00 2026\n{undated}\nFrom \n{future}\n")
    found = objects(run(configs(), file, "--json"))
    assert [each["date"] for each in found] == ["2026-01-09T10:00:00Z"] * 2


def test_without_learn_the_real_ledger_is_not_touched(
    configs: Callable[..., Path], received: Path, store_file: Path
) -> None:
    assert run(configs(), received).exit_code == 0
    assert not store_file.exists()


def test_learning_fills_the_real_ledger_and_again_adds_nothing(
    configs: Callable[..., Path], received: Path, sent: Path, store_file: Path
) -> None:
    """No thread, id or footer twice: what was sent in the past had no footer."""
    config = configs(policy='[[rule]]\nname = "footer"\ndirection = "outbound"\ndo = ["footer"]\n')
    states = []
    for _ in range(2):
        result = run(config, received, sent, "--learn")
        assert result.exit_code == 0, result.output
        assert "knows this history now" in result.stdout
        store = Store(f"sqlite:///{store_file}")
        store.open(read_only=True)
        thread = Ledger(store).lookup(["<a1@example.com>"])
        with store.read() as connection:
            counts = [
                connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
                for table in ("thread", "message", "thread_party", "buyer", "unconfirmed")
            ]
        store.close()
        assert thread is not None
        states.append((thread, counts))
    assert states[0] == states[1]
    assert states[0][1] == [1, 2, 1, 1, 0]
    assert (states[0][0].footers, states[0][0].orders) == (0, (ORDER,))


def test_compare_shows_only_what_the_second_configuration_changes(
    configs: Callable[..., Path], received: Path, sent: Path
) -> None:
    """Each has a ledger of its own."""
    first = configs()
    tag = '[[rule]]\nname = "tag_all"\ndirection = "inbound"\ndo = ["tag"]\n'
    lax = tag + '[[rule]]\nname = "let"\ndo = ["pass"]\n'
    second = configs("second", lax)
    result = run(first, received, sent, "--compare", second)
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert " ".join(lines[0]) == "3 mails; 3 would fare differently"
    assert ["disposition", "hold", "→", "pass", "-", "1"] in lines
    assert "held for review (forbidden) → passed untouched (let)" in result.stdout
    found = objects(run(first, received, sent, "--compare", second, "--json"))
    [answer] = [each for each in found if each["message_id"] == "<a1@example.com>"]
    assert [one["rule"] for one in answer["recipients"]] == ["forbidden"]
    assert [one["rule"] for one in answer["compared"]["recipients"]] == ["let"]
    assert objects(run(first, received, sent, "--compare", first, "--json")) == []


def test_learning_and_comparing_exclude_each_other(configs: Callable[..., Path], received: Path) -> None:
    config = configs()
    result = run(config, received, "--learn", "--compare", config)
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_a_bad_configuration_is_78_and_a_store_that_cannot_be_used_69(
    configs: Callable[..., Path], received: Path, store_file: Path
) -> None:
    config = configs()
    store_file.parent.mkdir()
    store_file.write_text("this is no database, and long enough to be read as a header of one " * 20)
    result = run(config, received, "--learn")
    assert (result.exit_code, "cannot be used" in result.stderr) == (69, True)
    (config / "gateway.toml").write_text("nonsense")
    assert run(config, received).exit_code == 78
