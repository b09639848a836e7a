"""Footers in real mail: `python -m tests.fuzz.corpus FILE|DIR... [--perl]`.

Every message of the files (single mails, mbox, and what lies below a folder) is answered in the
quote styles of the mail programs, and sent on as it is; each gets a footer, and each edit is
checked here by the rules of `tests.fuzz.edit` and by the standard library's newest parser, with
`--perl` by MIME::Parser too. Damage is named with its file; the exit code is then 1.
"""

import argparse
import base64
import email
import email.policy
import html as markup
import mailbox
import quopri
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from gateway.actions import footer
from gateway.mail import edit, mime
from gateway.mail.message import Message
from gateway.words import Disposition
from tests.fuzz.edit import CONFIG, broken_rule
from tests.support.mails import a_thread, outbound

WHO: Final = "Kim Berg <kim@home.example>"
NEW: Final = "Guten Tag,\n\nIhr Paket kommt am Mittwoch.\n\nViele Grüße\nEva Kern\n"
BLOCK: Final = f"Von: {WHO}\nGesendet: Montag, 3. November 2025 10:12\nAn: info@example.com\nBetreff: Frage\n"
GMAIL: Final = f"Am Mo., 3. Nov. 2025 um 10:12 Uhr schrieb {WHO}:"
THUNDERBIRD: Final = "On 03/11/2025 10:12, Kim Berg wrote:"
OTRS: Final = "03.11.2025 10:12 (Europe/Berlin) - Kim Berg schrieb:"

PERL: Final = """
use MIME::Parser; my $p = MIME::Parser->new;
$p->output_to_core(1); $p->tmp_to_core(1); $p->decode_headers(0);
sub leaves {
  my ($m) = @_;
  if ($m->parts) { leaves($_) for $m->parts; return }
  my $b = $m->bodyhandle;
  print lc($m->mime_type), " ", unpack("H*", $b ? $b->as_string : ""), "\n";
}
local $/; leaves($p->parse_data(<STDIN>));
"""


def messages(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Every message with the name of its file; CRLF line ends."""
    for path in paths:
        if path.is_dir():
            yield from messages(sorted(each for each in path.rglob("*") if each.is_file()))
            continue
        raw = path.read_bytes()
        if raw.startswith(b"From "):
            box = mailbox.mbox(path, create=False)
            for key in box.keys():  # noqa: SIM118 - a mailbox is no mapping of its keys
                yield f"{path}#{key}", _crlf(box.get_bytes(key))
        elif b":" in raw[:200] and b"\n\n" in raw.replace(b"\r\n", b"\n"):
            yield str(path), _crlf(raw)


def _crlf(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")


def _texts(raw: bytes) -> tuple[str, str]:
    """What one reads in a mail: its plain text, and its HTML."""
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    found = {"plain": "", "html": ""}
    for part in parsed.walk():
        kind = part.get_content_subtype()
        if part.get_content_maintype() == "text" and kind in found and not found[kind]:
            try:
                found[kind] = str(part.get_content())[:200_000]
            except (LookupError, UnicodeError, ValueError, KeyError):
                continue
    plain = found["plain"] or "Wo bleibt meine Bestellung?"
    return plain.replace("\r\n", "\n").replace("\0", ""), found["html"].replace("\r\n", "\n").replace(
        "\0", ""
    )


def answers(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The mail as it would be answered, by style."""
    plain, page = _texts(raw)
    quoted = "".join(f"> {line}\n" for line in plain.split("\n"))
    page = page or f"<p>{markup.escape(plain)}</p>"
    own = f"<div>{markup.escape(NEW).replace(chr(10), '<br>')}</div>"
    yield "outlook plain", _mail([("plain", f"{NEW}\n{BLOCK}\n{plain}")], "quoted-printable")
    yield (
        "gmail both",
        _mail(
            [
                ("plain", f"{NEW}\n{GMAIL}\n\n{quoted}"),
                (
                    "html",
                    f'<div dir="ltr">{own}</div><br><div class="gmail_quote"><div class="gmail_attr">'
                    f"{markup.escape(GMAIL)}<br></div>"
                    f'<blockquote class="gmail_quote">{page}</blockquote></div>',
                ),
            ],
            "base64",
        ),
    )
    yield "thunderbird plain", _mail([("plain", f"{NEW}\n{THUNDERBIRD}\n{quoted}")], "8bit")
    yield (
        "apple both",
        _mail(
            [
                ("plain", f"{NEW}\n> On 3 Nov 2025, at 10:12, {WHO} wrote:\n> \n{quoted}"),
                (
                    "html",
                    f'<html><body>{own}<div><br><blockquote type="cite"><div>On 3 Nov 2025, at 10:12, '
                    f"{markup.escape(WHO)} wrote:</div><br>{page}</blockquote></div></body></html>",
                ),
            ],
            "quoted-printable",
        ),
    )
    yield (
        "outlook html",
        _mail(
            [
                (
                    "html",
                    f'<html><body>{own}<hr tabindex="-1"><div id="divRplyFwdMsg">'
                    f"{markup.escape(BLOCK).replace(chr(10), '<br>')}</div>{page}</body></html>",
                )
            ],
            "base64",
        ),
    )
    yield (
        "otrs html",
        _mail(
            [("html", f'{own}{OTRS}<br/><div type="cite" style="border-left:solid blue 1.5pt">{page}</div>')],
            "quoted-printable",
        ),
    )
    yield "sent on as it is", raw


def _mail(texts: list[tuple[str, str]], coding: str) -> bytes:
    head = (
        b"From: Eva <eva@example.com>\r\nTo: kim@home.example\r\nSubject: Re: Frage\r\nMIME-Version: 1.0\r\n"
        b"Message-ID: <a1@example.com>\r\nDate: Tue, 04 Nov 2025 09:00:00 +0100\r\n"
    )
    parts = [
        f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {coding}\r\n\r\n".encode()
        + _coded(text, coding)
        for kind, text in texts
    ]
    if len(parts) == 1:
        return head + parts[0]
    inner = b"".join(b"--=_x1\r\n" + part + b"\r\n" for part in parts)
    return head + b'Content-Type: multipart/alternative; boundary="=_x1"\r\n\r\n' + inner + b"--=_x1--\r\n"


def _coded(text: str, coding: str) -> bytes:
    data = text.encode("utf-8", "replace").replace(b"\r", b"\n")
    if coding == "base64":
        return base64.encodebytes(data.replace(b"\n", b"\r\n")).replace(b"\n", b"\r\n")
    if coding == "quoted-printable":
        data = quopri.encodestring(data)
    return data.replace(b"\n", b"\r\n")


def leaves(raw: bytes) -> list[tuple[str, bytes]]:
    """Kind and content of every leaf, as the standard library reads it."""
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    found: list[tuple[str, bytes]] = []
    for part in parsed.walk():
        if not part.is_multipart():
            data: Any = part.get_payload(decode=True)
            found.append((part.get_content_type(), data if isinstance(data, bytes) else b""))
    return found


def perl_leaves(raw: bytes) -> list[tuple[str, bytes]]:
    """The same as MIME::Parser reads it."""
    done = subprocess.run(["perl", "-e", PERL], input=raw, capture_output=True, check=True, timeout=60)
    pairs = (line.partition(" ") for line in done.stdout.decode("ascii").splitlines())
    return [(kind, bytes.fromhex(data)) for kind, _, data in pairs]


def differences(was: list[tuple[str, bytes]], now: list[tuple[str, bytes]], own_part: bool) -> str | None:
    """What is otherwise than an added text, leaf by leaf."""
    if len(now) - len(was) != own_part:
        return f"{len(was)} leaves became {len(now)}"
    for (kind, old), (_, new) in zip(was, now, strict=False):
        if [kind for kind, _ in was] != [kind for kind, _ in now[: len(was)]]:
            return "the kinds of the parts changed"
        old, new = old.replace(b"\r", b"").rstrip(b"\n"), new.replace(b"\r", b"").rstrip(b"\n")
        if old == new:
            continue
        if kind not in ("text/plain", "text/html"):
            return f"a part of the kind {kind} changed"
        first = next(
            (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old)
        )
        if len(new) <= len(old) or old[first:] not in new[first:]:
            return f"text of a {kind} part is gone or changed"
    return None


def judged(raw: bytes, perl: bool) -> tuple[str, str | None]:
    """What became of one mail, and the damage done to it."""
    try:
        effect = footer.effect(
            outbound(raw, body="" if raw.isascii() else "8BITMIME"), a_thread(), True, CONFIG.packs[0], CONFIG
        )
    except mime.TooComplex:
        return "too complex", None
    if not effect.splices:
        return ("held" if effect.disposition is Disposition.HOLD else "there already"), None
    after, own_part = edit.apply(raw, effect.splices), "of its own" in effect.note
    wrong = broken_rule(raw, effect, None) or differences(leaves(raw), leaves(after), own_part)
    if wrong is None and perl:
        wrong = differences(perl_leaves(raw), perl_leaves(after), own_part)
        wrong = f"MIME::Parser: {wrong}" if wrong else None
    return ("own part" if own_part else "at the end" if "at the end" in effect.note else "edited"), wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--perl", action="store_true")
    options = parser.parse_args()
    seen: Counter[str] = Counter()
    known, faults, signed = set[int](), 0, 0
    for name, raw in messages(options.paths):
        if hash(raw) in known:
            continue
        known.add(hash(raw))
        for style, answer in answers(raw):
            what, wrong = judged(answer, options.perl)
            signed += mime.signed_or_encrypted(answer, Message(answer).root) and what != "held"
            seen[f"{style}: {what}"] += 1
            if wrong:
                faults += 1
                print(f"{name} ({style}): {wrong}", flush=True)
    for line, count in sorted(seen.items()):
        print(f"{count:8} {line}")
    print(
        f"{len(known)} messages, {sum(seen.values())} mails, {faults} damaged, {signed} signed mails touched"
    )
    return int(bool(faults or signed))


if __name__ == "__main__":
    sys.exit(main())
