"""Nothing the store said is done is lost when the process is killed, at any moment."""

import random
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from gateway.store import Held, Holds, Store, verify
from gateway.words import HeldState
from tests.crash.writers import ANNA, BOB, body, mail, moment
from tests.store.samples import MINUTE, T0, ruling
from tests.support.kills import KILLS

ROOT = Path(__file__).parents[2]
SENDING, SENT, UNCERTAIN = HeldState.SENDING, HeldState.SENT, HeldState.UNCERTAIN


def _killed(what: str, url: str, number: int, dice: random.Random, lines: int) -> list[str]:
    """Run a writer, kill it some milliseconds after its line number `lines`; return the lines it wrote."""
    command = [sys.executable, "-m", "tests.crash.writers", what, url, str(number)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        written = [child.stdout.readline() for _ in range(lines)]
        time.sleep(dice.uniform(0, 0.02))
        child.kill()
        written += child.stdout.readlines()
    assert child.returncode == -9
    return [line.strip() for line in written if line.endswith("\n")]


def test_every_hold_whose_commit_returned_is_there_whole(tmp_path: Path) -> None:
    """And what was under way when the kill came is there whole, or not at all."""
    url, dice = f"sqlite:///{tmp_path}/x.db", random.Random(17)
    promised: list[str] = []
    kept: dict[str, int] = {}
    start = 0
    for _ in range(KILLS):
        promised += _killed("commit", url, start, dice, dice.randint(1, 40))
        store = Store(url)
        store.open()
        holds = Holds(store)
        everything = {item.id: item for item in holds.list(every=True)}
        numbers = {mail(number).id: number for number in range(start, start + len(promised) + 1)}
        for item in everything.values():
            number = kept[item.id] if item.id in kept else numbers[item.id]
            kept[item.id] = number
            assert item == mail(number)
            assert holds.body(item.id) == body(number)
        assert set(promised) <= set(everything)
        assert verify(store) == []
        store.close()
        start = max(kept.values(), default=-1) + 1
    assert len(promised) > KILLS
    assert len(kept) - len(promised) <= KILLS


def _progress(store: Store, item: Held) -> int:
    """The step its last recipient is at (0 to 4): pending, approved, leased, dotted, sent."""
    with store.read() as connection:
        marks = connection.execute(text("SELECT dotted FROM recipient WHERE held = :id"), {"id": item.id})
        dotted = any(marks.scalars())
    steps = {HeldState.PENDING: 0, HeldState.APPROVED: 1, SENDING: 3 if dotted else 2, SENT: 4}
    return min(steps[one.state] for one in item.recipients)


def _send_again(holds: Holds, item_id: str, round_: int) -> HeldState:
    """Retry what is uncertain, as a person would; return the state the mail came back in."""
    now = holds.get(item_id)
    assert now is not None
    unclear = [one.path.folded for one in now.recipients if one.state is UNCERTAIN]
    if unclear:
        moves = dict.fromkeys(unclear, HeldState.APPROVED)
        holds.decide(item_id, ruling("retry", at=moment(round_)), moves, expect=[UNCERTAIN])
    return now.state


def test_no_state_is_lost_and_leases_come_back(tmp_path: Path) -> None:
    """Each step that returned is there; what was leased is due again, or uncertain once the dot was near."""
    url, dice = f"sqlite:///{tmp_path}/x.db", random.Random(4)
    store = Store(url)
    store.open()
    holds = Holds(store)
    items = [holds.commit(mail(number), [body(number)], T0) for number in range(300)]
    known = dict.fromkeys((item.id for item in items), 0)
    came_back: list[HeldState] = []
    for round_ in range(KILLS):
        for line in _killed("move", url, round_, dice, dice.randint(1, 60)):
            step, item_id = line.split()
            known[item_id] = int(step)
        leased = 0
        for item in holds.list(every=True):
            assert _progress(store, item) - known[item.id] in (0, 1)
            leased += sum(one.state is SENDING for one in item.recipients)
        assert holds.recover(moment(round_)) == 0
        before = holds.list([SENDING])
        assert holds.recover(moment(round_) + MINUTE) == leased
        assert holds.list([SENDING]) == []
        came_back += [_send_again(holds, item.id, round_) for item in before]
        for item in holds.list(every=True):
            assert {one.path.folded for one in item.recipients} == {ANNA, BOB}
            known[item.id] = _progress(store, item)
    assert [item.id for item in holds.list(every=True)] == [item.id for item in items]
    assert all(holds.body(item.id) == body(number) for number, item in enumerate(items))
    assert verify(store) == []
    assert came_back
    assert set(came_back) <= {HeldState.APPROVED, UNCERTAIN}
    assert 0 < holds.count()[SENT] < len(items)
    store.close()
