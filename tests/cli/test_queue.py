"""`marketgate queue`: what waits is shown, what a person decides is recorded, exit codes tell."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from click.testing import CliRunner, Result

from gateway.cli.queue import queue
from gateway.store.audit import history
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.store.notices import Notices
from gateway.words import HeldState
from tests.review.samples import BODY, ID, NEW_TEXT, ORDER, START, held, put, recipient

SECOND = "zyxwvutsrqponmlkjihgfedcba"
TOML = """\
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


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """The command sets up the log of its process; here that is the tests' process."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configuration whose store is `store.db` beside it."""
    directory = tmp_path / "config"
    directory.mkdir()
    (directory / "gateway.toml").write_text(TOML.format(store=tmp_path / "store.db"))
    (directory / "policy.toml").write_text('[[rule]]\nname = "all"\ndo = ["pass"]\n')
    (directory / "lints.toml").write_text("")
    return directory


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The store of that configuration."""
    opened = Store(f"sqlite:///{folder.parent / 'store.db'}")
    opened.open()
    yield opened
    opened.close()


def run(folder: Path, *words: str) -> Result:
    command, *rest = words
    return CliRunner(env={"USER": "dora"}).invoke(queue, [command, "--config", str(folder), *rest])


def state(store: Store, held_id: str = ID) -> HeldState:
    item = Holds(store).get(held_id)
    assert item is not None
    return item.state


LINE: dict[str, Any] = {
    "id": ID,
    "state": "pending",
    "direction": "outbound",
    "held_at": "2026-03-02T09:30:00Z",
    "deadline": "2026-03-03T09:30:00Z",
    "clock": "house",
    "mail_from": "anna@example.com",
    "recipients": [{"address": "buyer@home.example", "kind": "external", "state": "pending", "reply": None}],
    "subject": "Re: Lieferung",
    "verdict": "offchannel",
    "marketplace": "amazon",
    "orders": [ORDER],
    "rule": "amazon_private",
    "reasons": ["offchannel_confirmed", "lint:phone_number"],
    "findings": [{"check": "phone_number", "severity": "block", "snippet": "0911 1234567"}],
    "claimed_by": None,
}


def test_list_json_has_exactly_the_agreed_keys(folder: Path, store: Store) -> None:
    put(store)
    result = run(folder, "list", "--json")
    assert (result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]) == (0, [LINE])


def test_every_key_is_there_when_there_is_nothing_to_say(folder: Path, store: Store) -> None:
    bare = held(
        deadline=None,
        clock=None,
        marketplace=None,
        orders=(),
        rule=None,
        reasons=(),
        findings=(),
        subject="",
        verdict="none",
    )
    put(store, bare)
    empty: dict[str, Any] = {
        "deadline": None,
        "clock": None,
        "marketplace": None,
        "orders": [],
        "rule": None,
        "reasons": [],
    }
    expected = {**LINE, **empty, "findings": [], "subject": "", "verdict": "none"}
    assert json.loads(run(folder, "list", "--json").stdout) == expected


def test_an_empty_queue_says_so(folder: Path) -> None:
    """Also where there is no store yet, and none is made."""
    assert (run(folder, "list").exit_code, run(folder, "list").stdout) == (
        0,
        "Nothing waits for a decision.\n",
    )
    assert (run(folder, "list", "--json").exit_code, run(folder, "list", "--json").stdout) == (0, "")
    assert not (folder.parent / "store.db").exists()


def test_list_shows_what_is_unfinished_a_state_or_everything(folder: Path, store: Store) -> None:
    put(store)
    put(
        store,
        held(recipient("x@home.example", HeldState.SENT), id=SECOND, held_at=START + timedelta(minutes=1)),
    )

    def ids(*options: str) -> list[str]:
        return [
            json.loads(line)["id"] for line in run(folder, "list", "--json", *options).stdout.splitlines()
        ]

    assert ids() == [ID]
    assert ids("--state", "sent") == [SECOND]
    assert ids("--all") == [ID, SECOND]
    assert run(folder, "list", "--state", "sending").stdout == "No such mail.\n"
    assert run(folder, "list", "--state", "lost").exit_code == 2


def test_the_table_says_who_to_whom_what_and_why(folder: Path, store: Store) -> None:
    put(store, held(held_at=datetime.now(UTC) - timedelta(hours=3, minutes=5)))
    result = run(folder, "list")
    words = " ".join(result.stdout.split())
    for part in (ID[:8], "3 h", "pending", "anna@example.com", "Re: Lieferung", "private address"):
        assert part in words
    assert ID[:9] not in words


def test_show_tells_all_that_is_needed_to_decide(folder: Path, store: Store) -> None:
    put(store)
    result = run(folder, "show", ID[:6])
    assert result.exit_code == 0
    for line in (
        f"{ID}  pending",
        "from        Anna <anna@example.com>",
        "subject     Re: Lieferung",
        f"about       offchannel (confirmed) amazon {ORDER}",
        "why         a private address writes about a marketplace order",
        "why         phone number found in the new text",
        "finding     phone_number (block): 0911 1234567",
        "deadline    2026-03-03T09:30:00Z (house)",
        "recipient   buyer@home.example (external)  pending",
    ):
        assert line in result.stdout.splitlines()
    assert result.stdout.endswith(f"\n\n{NEW_TEXT}\n")


def test_show_has_the_next_hops_words_and_the_life(folder: Path, store: Store) -> None:
    failed = recipient(
        "buyer@home.example",
        HeldState.FAILED,
        reply="550 5.1.1 no such user",
        attempts=1,
        release_as="original",
    )
    put(store, held(failed))
    run(folder, "retry", ID, "--note", "address was\nmistyped")
    told = run(folder, "show", ID).stdout
    assert "approved as original, attempt 1" in told
    assert ": 550 5.1.1 no such user" in told
    assert "dora: approved, to be sent again: address was mistyped" in told


def test_show_json_is_the_line_of_the_list_and_more(folder: Path, store: Store) -> None:
    put(store)
    shown = json.loads(run(folder, "show", ID, "--json").stdout)
    assert {key: shown[key] for key in LINE} == LINE
    assert (shown["text"], shown["version"], shown["author"]) == (NEW_TEXT, 1, "anna@example.com")
    assert [entry["what"] for entry in shown["timeline"]] == ["held"]


def test_show_raw_gives_the_held_bytes(folder: Path, store: Store) -> None:
    put(store)
    assert run(folder, "show", ID, "--raw").stdout_bytes == BODY
    assert run(folder, "show", ID, "--raw", "--json").exit_code == 2


def test_show_of_hostile_mail_sends_nothing_to_the_terminal(folder: Path, store: Store) -> None:
    body = b"Subject: \x1b]0;owned\x07\r\nContent-Type: text/plain\r\n\r\nhello \x1b[31mred\x9b\r\n"
    put(store, held(subject="\x1b[2J[bold]x[/bold]", reasons=()), body)
    for command in (("show", ID), ("list",)):
        shown = run(folder, *command).stdout
        assert [sign for sign in shown if not sign.isprintable() and sign != "\n"] == []
    assert "[bold]x[/bold]" in run(folder, "list").stdout


def test_a_release_is_recorded_with_the_user_and_the_note(folder: Path, store: Store) -> None:
    put(store)
    result = run(folder, "release", ID, "--note", "fine")
    assert (result.exit_code, result.output) == (
        0,
        f"{ID}  Approved as original; it will be sent to buyer@home.example.\n",
    )
    item = Holds(store).get(ID)
    assert item is not None
    assert [(ruling.who, ruling.verb, ruling.note) for ruling in item.rulings] == [
        ("dora", "release", "fine")
    ]


def test_twice_is_done_and_otherwise_is_1(folder: Path, store: Store) -> None:
    put(store)
    run(folder, "release", ID, "--as-user", "emil", "--note", "agreed")
    again = run(folder, "release", ID)
    assert (again.exit_code, again.output) == (
        0,
        f"{ID}  It was so already: it is approved and will be sent; undo takes that back.\n",
    )
    other = run(folder, "reject", ID, "--note", "no")
    assert (other.exit_code, other.stderr) == (
        1,
        f"{ID}  Nothing was changed: it is approved and will be sent; undo takes that back "
        "(last ruling: release by emil).\n",
    )
    assert state(store) is HeldState.APPROVED


NOTED = dict.fromkeys(("release", "dismiss"), ("--note", "agreed by phone"))
"""What a marketplace that forbids it wants to be given."""


@pytest.mark.parametrize(
    ("verb", "after"),
    [
        ("release", HeldState.APPROVED),
        ("dismiss", HeldState.APPROVED),
        ("withdraw", HeldState.WITHDRAWN),
        ("answered", HeldState.ANSWERED),
        ("claim", HeldState.PENDING),
    ],
)
def test_each_verb_does_what_it_says(folder: Path, store: Store, verb: str, after: HeldState) -> None:
    put(store)
    assert (run(folder, verb, ID, *NOTED.get(verb, ())).exit_code, state(store)) == (0, after)


@pytest.mark.parametrize("verb", ["release", "dismiss"])
def test_a_release_without_a_note_says_so_in_the_record(folder: Path, store: Store, verb: str) -> None:
    """Also to a private address at a marketplace that forbids it, where the desk insists on a reason."""
    put(store)
    assert (run(folder, verb, ID).exit_code, state(store)) == (0, HeldState.APPROVED)
    item = Holds(store).get(ID)
    assert item is not None
    assert [(ruling.verb, ruling.note) for ruling in item.rulings] == [
        (verb, "no reason given, on the command line")
    ]


def test_undo_and_retry(folder: Path, store: Store) -> None:
    put(store)
    run(folder, "release", ID, "--note", "agreed")
    assert (run(folder, "undo", ID).exit_code, state(store)) == (0, HeldState.PENDING)
    put(store, held(recipient("x@home.example", HeldState.UNCERTAIN), id=SECOND))
    assert (run(folder, "retry", SECOND).exit_code, state(store, SECOND)) == (0, HeldState.APPROVED)


def test_a_claim_can_be_given_back(folder: Path, store: Store) -> None:
    put(store)
    assert run(folder, "claim", ID).output == f"{ID}  dora is looking at it.\n"
    assert json.loads(run(folder, "list", "--json").stdout)["claimed_by"] == "dora"
    assert run(folder, "claim", ID, "--as-user", "emil").exit_code == 1
    assert run(folder, "claim", ID, "--release").exit_code == 0
    assert json.loads(run(folder, "list", "--json").stdout)["claimed_by"] is None


def test_reject_needs_a_note_and_tells_the_author(folder: Path, store: Store) -> None:
    put(store)
    assert run(folder, "reject", ID).exit_code == 2
    assert run(folder, "reject", ID, "--note", " ").exit_code == 2
    assert state(store) is HeldState.PENDING
    result = run(folder, "reject", ID, "--note", "without the number, please")
    assert (result.exit_code, state(store)) == (0, HeldState.REJECTED)
    (notice,) = Notices(store).due(datetime.now(UTC) + timedelta(minutes=1))
    assert (notice.to, b"> without the number, please" in notice.body) == ("anna@example.com", True)


def test_several_ids_have_a_line_each_and_the_worst_code(folder: Path, store: Store) -> None:
    put(store)
    put(store, held(id=SECOND))
    result = run(folder, "withdraw", ID, "nosuchid", SECOND)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{ID}  Withdrawn; not sent to buyer@home.example.",
        f"{SECOND}  Withdrawn; not sent to buyer@home.example.",
    ]
    assert result.stderr == "nosuchid  There is no held mail 'nosuchid'.\n"


def test_a_provisional_hold_is_not_released_in_bulk(folder: Path, store: Store) -> None:
    put(store, held(recipient("x@home.example", HeldState.PROVISIONAL)))
    put(store, held(id=SECOND))
    assert run(folder, "release", ID, SECOND, "--note", "agreed").exit_code == 1
    assert (state(store), state(store, SECOND)) == (HeldState.PROVISIONAL, HeldState.APPROVED)
    assert (run(folder, "release", ID, "--note", "agreed").exit_code, state(store)) == (0, HeldState.APPROVED)


def test_only_what_works_is_offered(folder: Path) -> None:
    assert run(folder, "release", ID, "--as", "pdf").exit_code == 2
    assert run(folder, "edit").exit_code == 2
    assert run(folder, "release").exit_code == 2
    assert sorted(queue.commands) == [
        "answered",
        "claim",
        "dismiss",
        "edit",
        "list",
        "reject",
        "release",
        "retry",
        "show",
        "undismiss",
        "undo",
        "withdraw",
    ]


def test_unknown_ids_are_1(folder: Path, store: Store) -> None:
    result = run(folder, "show", "nosuchid")
    assert (result.exit_code, result.stderr) == (1, "There is no held mail 'nosuchid'.\n")


def test_a_store_that_cannot_be_opened_is_69(folder: Path) -> None:
    (folder.parent / "store.db").write_bytes(b"no database" * 1000)
    for words in (("list",), ("release", ID), ("show", ID)):
        result = run(folder, *words)
        assert (result.exit_code, result.stderr.startswith("the store sqlite:///")) == (69, True)


def test_a_broken_configuration_is_78(folder: Path) -> None:
    (folder / "gateway.toml").write_text("[company]\ndomain = 1\n")
    assert run(folder, "list").exit_code == 78


NEW = NEW_TEXT.replace("Mittwoch", "Freitag")


def test_an_edit_is_released_with_its_difference_shown(folder: Path, store: Store) -> None:
    put(store)
    (folder / "new.txt").write_text(NEW + "\n", "utf-8")
    tried = run(folder, "edit", "--text", str(folder / "new.txt"), "--check", ID)
    assert tried.exit_code == 0, tried.output
    assert "-Ihr Paket kommt am Mittwoch." in tried.output and "+Ihr Paket kommt am Freitag." in tried.output
    assert state(store) is HeldState.PENDING
    done = run(folder, "edit", "--text", str(folder / "new.txt"), "--note", "new day", ID[:8])
    assert done.exit_code == 0, done.output
    assert f"{ID}  Approved as edited; it will be sent to buyer@home.example." in done.output
    item = Holds(store).get(ID)
    assert item is not None
    (ruling,) = item.rulings
    assert (ruling.who, ruling.verb, ruling.note, ruling.options["text"]) == ("dora", "edit", "new day", NEW)


@pytest.mark.parametrize(("text", "why"), [(NEW_TEXT, "the same as before"), ("", "is empty")])
def test_an_edit_that_cannot_be_made_says_why(folder: Path, store: Store, text: str, why: str) -> None:
    put(store)
    (folder / "new.txt").write_text(text, "utf-8")
    result = run(folder, "edit", "--text", str(folder / "new.txt"), ID)
    assert (result.exit_code, why in result.output) == (1, True)
    assert state(store) is HeldState.PENDING


def test_without_a_file_an_editor_opens_on_the_text(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store)
    seen: list[str] = []

    def typed(text: str, **_: Any) -> str | None:
        seen.append(text)
        return None if len(seen) == 1 else text.replace("Mittwoch", "Freitag")

    monkeypatch.setattr("click.edit", typed)
    assert run(folder, "edit", ID).exit_code == 1
    assert state(store) is HeldState.PENDING
    assert "say in the note why" in run(folder, "edit", ID).output  # Amazon forbids it
    done = run(folder, "edit", "--note", "new day", ID)
    assert done.exit_code == 0, done.output
    assert (seen, state(store)) == ([NEW_TEXT] * 3, HeldState.APPROVED)


def listed(folder: Path, *words: str) -> list[str]:
    result = run(folder, "list", "--json", *words)
    assert result.exit_code == 0, result.output
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_the_list_can_be_narrowed_and_ordered_as_at_the_desk(folder: Path, store: Store) -> None:
    put(store, held(deadline=None))
    put(store, held(id=SECOND, marketplace="ebay", subject="Eil", held_at=START + timedelta(minutes=1)))
    third = "c" * 26
    put(store, held(recipient("x@y.example", HeldState.SENT), id=third, held_at=START, subject="Eilig"))
    assert listed(folder) == [ID, SECOND]
    assert listed(folder, "--urgent") == [SECOND, ID]
    assert listed(folder, "--marketplace", "ebay") == [SECOND]
    assert listed(folder, "--search", "eil") == [SECOND]
    assert listed(folder, "--search", "eil", "--all") == [third, SECOND]
    assert listed(folder, "--search", "eil", "--state", "sent") == [third]
    assert listed(folder, "--both-channels") == []
    assert run(folder, "list", "--search", "nobody").stdout == "No such mail.\n"


def test_what_a_release_would_send_is_shown_as_a_difference_and_the_reading_recorded(
    folder: Path, store: Store
) -> None:
    put(store)
    same = run(folder, "show", "--as", "original", ID)
    assert same.exit_code == 0, same.output
    assert same.stdout.startswith("Received: ") and "bytes of the author, unchanged" in same.stdout
    changed = run(folder, "show", "--as", "footer", ID)
    added = [line for line in changed.stdout.splitlines() if line.startswith("+")]
    assert (
        changed.exit_code == 0 and added and not any(line[:1] == "-" for line in changed.stdout.splitlines())
    )
    refused = run(folder, "show", "--as", "redacted", ID)
    assert (refused.exit_code, "cannot be released as redacted" in refused.stderr) == (1, True)
    assert run(folder, "show", "--as", "footer", "--raw", ID).exit_code == 2
    assert [link.verb for link in history(store, ID)].count("read") == 1  # once within a while


def test_reading_a_mail_on_the_command_line_is_recorded(folder: Path, store: Store) -> None:
    put(store)
    assert run(folder, "show", "--as-user", "kim", ID).exit_code == 0
    assert [link.verb for link in history(store, ID)] == ["hold", "read"]
