"""The sample conversation of the demo: mails in `samples/`, as data, filled in for one run.

`samples/conversation.toml` says who hands which mail to which listener; the .eml files
beside it are templates with `$message_id`, `$date`, `$company`, `$reply_to` and
`$references`. Every run has message ids of its own, so that one run is never taken for
the continuation of another.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from typing import Final

from gateway.mail.address import Path, path_of
from gateway.words import Direction

SAMPLES: Final = files("gateway.cli") / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One mail of the conversation, its markers not yet filled in (but `$company` in the addresses is)."""

    title: str
    file: str
    via: Direction
    mail_from: Path
    rcpt_tos: tuple[Path, ...]
    answers: str | None
    template: Template


def samples(company: str) -> tuple[Sample, ...]:
    """The conversation with a company whose domain is `company`, in order."""
    text = (SAMPLES / "conversation.toml").read_text("utf-8")
    return tuple(_sample(entry, company) for entry in tomllib.loads(text)["mail"])


def compose(sample: Sample, message_ids: Mapping[str, str], *, company: str, date: str) -> bytes:
    """The mail as it goes over the wire: UTF-8, CRLF line ends. `message_ids` are those of all samples."""
    values = {"message_id": message_ids[sample.file], "date": date, "company": company}
    if sample.answers is not None:
        values["reply_to"] = values["references"] = message_ids[sample.answers]
    return sample.template.substitute(values).replace("\n", "\r\n").encode()


def _sample(entry: dict[str, str | list[str]], company: str) -> Sample:
    def filled(value: str) -> Path:
        return path_of(Template(value).substitute(company=company))

    answers = entry.get("answers")
    return Sample(
        title=str(entry["title"]),
        file=str(entry["file"]),
        via=Direction(str(entry["via"])),
        mail_from=filled(str(entry["from"])),
        rcpt_tos=tuple(filled(address) for address in entry["to"]),
        answers=str(answers) if answers is not None else None,
        template=Template((SAMPLES / str(entry["file"])).read_text("utf-8")),
    )
