"""Footers in mails that nobody wrote: `python -m tests.fuzz.edit --seconds 60 [--seed N]`.

Golden mails are bent, sent as answers, given a footer, and the result is checked here
once more, by comparisons of its own and by fast-mail-parser where it is installed. A
mail that breaks a rule is written to `var/fuzz/` and named; the exit code is then 1.
"""

import argparse
import importlib
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from gateway.actions import footer
from gateway.mail import edit, html, mime, quote
from gateway.mail.message import Message
from gateway.words import Disposition, Effect
from tests.fuzz import mutations
from tests.support.configs import make_config
from tests.support.mails import a_thread, outbound

CONFIG = make_config()
SEALED = {"multipart/signed", "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}


def third_parser() -> Any | None:
    """fast-mail-parser, or None."""
    try:
        return importlib.import_module("fast_mail_parser")
    except ImportError:
        return None


def broken_rule(raw: bytes, effect: Effect, parser: Any | None) -> str | None:
    """The first rule of an edit that does not hold, in one sentence."""
    if not effect.splices:
        return None
    after = edit.apply(raw, effect.splices)
    if mime.signed_or_encrypted(raw, mime.parse(raw)):
        return "a signed mail was edited"
    if all(splice.length == 0 for splice in effect.splices):
        back = after
        for splice in sorted(effect.splices, key=lambda splice: -splice.offset):
            shift = sum(len(other.replacement) for other in effect.splices if other.offset < splice.offset)
            start = splice.offset + shift
            back = back[:start] + back[start + len(splice.replacement) :]
        if back != raw:
            return "taking the insertions out does not give the mail that was"
    before, behind = list(mime.parse(raw).walk()), list(mime.parse(after).walk())
    more = len(behind) - len(before)
    if more != ("a part of its own" in effect.note):
        return f"{len(before)} parts became {len(behind)}"
    changed = 0
    for old, new in zip(before, behind, strict=False):
        if raw[old.start : old.body] != after[new.start : new.body]:
            return f"the header of part {old.number or 'root'} changed"
        changed += not old.children and raw[old.body : old.end] != after[new.body : new.end]
    if changed + more != len(effect.splices):
        return f"{changed} parts changed by {len(effect.splices)} splices"
    if not raw.isascii() or after.isascii():
        old_longest, new_longest = (max(map(len, whole.split(b"\r\n"))) for whole in (raw, after))
        if new_longest > max(998, old_longest):
            return "a line became too long"
    else:
        return "a mail in ASCII became 8-bit"
    return _differently_read(raw, after, parser) if parser else None


def _differently_read(raw: bytes, after: bytes, parser: Any) -> str | None:
    try:
        was = parser.parse_email(raw)
    except Exception:  # it does not take every mail that is bent
        return None
    try:
        now = parser.parse_email(after)
    except Exception as error:
        return f"the third parser reads the mail no more: {error}"
    if was.headers != now.headers:
        return "the third parser sees other header fields"
    old, new = (
        [(each.mimetype, each.filename, each.content) for each in mail.attachments] for mail in (was, now)
    )
    if old != new:
        return "the third parser sees other attachments"
    counts = [len(mail.text_plain) + len(mail.text_html) for mail in (was, now)]
    if counts[1] - counts[0] not in (0, 1):
        return "the third parser sees other texts"
    return None


def one(raw: bytes, parser: Any | None) -> tuple[str, str | None]:
    """What became of one mail, and the rule that it breaks."""
    try:
        message = Message(raw)
        for _, text in message.texts():
            quote.newest(text)
            html.newest(text)
            html.own(text)
        effect = footer.effect(outbound(raw), a_thread(), True, CONFIG.packs[0], CONFIG)
    except mime.TooComplex:
        return "too complex", None
    except Exception as error:
        return "raised", f"{type(error).__name__}: {error}"
    if effect.disposition is Disposition.HOLD:
        return "held: " + effect.note.rpartition(": ")[2][:60], None
    how = "own part" if "own" in effect.note else "in doubt" if "at the end" in effect.note else "edited"
    return how if effect.splices else "there already", broken_rule(raw, effect, parser)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    dice, mails, third = random.Random(seed), mutations.samples(), third_parser()
    seen: Counter[str] = Counter()
    slowest, faults, end = 0.0, 0, time.monotonic() + options.seconds
    while time.monotonic() < end:
        raw = dice.choice(mails)
        raw = mutations.mutated(dice, mutations.as_reply(dice, raw) if dice.random() < 0.5 else raw)
        started = time.process_time()
        what, broken = one(raw, third)
        slowest = max(slowest, time.process_time() - started)
        seen[what] += 1
        if broken:
            faults += 1
            folder = Path("var/fuzz")
            folder.mkdir(parents=True, exist_ok=True)
            name = folder / f"{seed}-{sum(seen.values())}.eml"
            name.write_bytes(raw)
            print(f"{name}: {broken}", flush=True)
    print(
        f"seed {seed}, third parser {'yes' if third else 'no'}, slowest {slowest * 1000:.0f} ms, {faults}"
        " faults"
    )
    for what, count in seen.most_common(30):
        print(f"{count:8} {what}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
