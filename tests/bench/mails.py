"""The mails of the benchmark: for each kind what it is to Marketgate, and the file the load sends."""

import base64
import random
import smtplib
from pathlib import Path

from tests.bench.load import wire

COMPANY = "service@bench.example"
WORDS = (
    "Der Monteur kommt am Donnerstag zwischen acht und zwölf Uhr für die Wartung, halten Sie bitte "
    "den Zugang zum Heizungskeller frei und bestätigen Sie uns kurz den Termin."
).split()

KINDS: dict[str, tuple[str, str, str, str, str]] = {
    # kind: leg, sender, recipient, subject and more fields, first words of the text
    "pass": (
        "inbound",
        "technik@partner.example",
        COMPANY,
        "",
        "Guten Tag,",
    ),
    "tag": (
        "inbound",
        "kundin@gmx.example",
        COMPANY,
        "",
        "Ich habe bei eBay bestellt, Bestellnummer 27-10482-00315, leider defekt.",
    ),
    "footer": (
        "outbound",
        COMPANY,
        "ebay@gmx.example",
        "In-Reply-To: <seed-ebay@gmx.example>\r\n",
        "Guten Tag, vielen Dank, wir kümmern uns darum.",
    ),
    "held": (
        "outbound",
        COMPANY,
        "amazon@gmx.example",
        "In-Reply-To: <seed-amazon@gmx.example>\r\n",
        "Guten Tag, vielen Dank, wir kümmern uns darum.",
    ),
}
SEEDS = {
    "ebay": "Ich habe bei eBay bestellt, Bestellnummer 27-10482-00315, leider defekt.",
    "amazon": "Ich habe bei Amazon bestellt, Bestellnummer 304-0904527-7250707, leider defekt.",
}
MOST_TEXT = 60_000
"""Octets of text; what is larger is an attachment, as in true mail."""


def text(first: str, size: int, seed: int) -> str:
    """Lines of words of about that size."""
    dice, lines, length = random.Random(seed), [first], len(first)
    while length < size:
        lines.append(" ".join(dice.choices(WORDS, k=11)))
        length += len(lines[-1]) + 2
    return "\r\n".join(lines) + "\r\n"


def mail(kind: str, size: int, seed: int = 0) -> bytes:
    """A mail of that kind and size: text and HTML, above `MOST_TEXT` with an attachment."""
    _, sender, rcpt, fields, first = KINDS[kind]
    words = text(first, min(size, MOST_TEXT) // 2 - 300, seed)
    paragraphs = words.replace("\r\n", "<br>\r\n")
    head = f"From: <{sender}>\r\nTo: <{rcpt}>\r\n{fields}MIME-Version: 1.0\r\n"
    part = "Content-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    plain, html = part.format("plain") + words, f"{part.format('html')}<p>{paragraphs}</p>"
    body = f"--a\r\n{plain}\r\n--a\r\n{html}\r\n--a--\r\n"
    if size <= MOST_TEXT:
        return f'{head}Content-Type: multipart/alternative; boundary="a"\r\n\r\n{body}'.encode()
    content = random.Random(seed).randbytes((size - MOST_TEXT) // 78 * 57)
    lines = base64.encodebytes(content).replace(b"\n", b"\r\n")
    inner = f'--m\r\nContent-Type: multipart/alternative; boundary="a"\r\n\r\n{body}\r\n'
    file = "--m\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    front = f'{head}Content-Type: multipart/mixed; boundary="m"\r\n\r\n{inner}{file}'
    return front.encode() + lines + b"--m--\r\n"


def folder(home: Path, kind: str, size: int) -> Path:
    """A folder with the wire forms of some mails of that kind."""
    path = home / f"{kind}-{size}"
    path.mkdir(exist_ok=True)
    for seed in range(1 if size > 1_000_000 else 3):
        (path / f"{seed}.wire").write_bytes(wire(mail(kind, size, seed)))
    return path


def seed_threads(port: int) -> None:
    """The two questions that the answers of the kinds footer and held belong to."""
    for name, words in SEEDS.items():
        buyer = f"{name}@gmx.example"
        fields = (
            f"From: <{buyer}>\r\nTo: <{COMPANY}>\r\nSubject: Frage\r\nMessage-ID: <seed-{name}@gmx.example>"
        )
        with smtplib.SMTP("127.0.0.1", port) as client:
            client.sendmail(buyer, [COMPANY], f"{fields}\r\n\r\n{words}\r\n".encode())
