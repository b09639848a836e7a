"""Order reports as marketplaces and shops write them: encoding, delimiter, heading, lines.

Amazon's (tab-separated), eBay's (some lines before and after the table) and any other
table with a column map. A report is read as a stream; a line that cannot be read as a
table row is given with its number and the reason.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Final

FIELDS: Final = ("order", "marketplace", "email", "alias", "date")
"""What can be read from a line."""

HEADING_WITHIN: Final = 40
"""Lines among which the heading must be."""

_DELIMITERS: Final = ("\t", ";", ",", "|")
_AMAZON: Final = {
    "order": ("amazon-order-id", "order-id"),
    "email": ("buyer-email",),
    "date": ("purchase-date",),
}
_EBAY: Final = {
    "order": ("order number", "bestellnummer"),
    "email": (
        "buyer email",
        "buyer e-mail",
        "buyer email address",
        "email address",
        "e-mail des käufers",
        "e-mail-adresse des käufers",
        "e-mail-adresse",
        "käufer-e-mail",
    ),
    "date": ("sale date", "sold on", "verkauft am", "verkaufsdatum", "kaufdatum"),
}
_SHAPES: Final = {"amazon": _AMAZON, "ebay": _EBAY}
_AFTER_TABLE: Final = re.compile(
    r"record\(s\) downloaded|datens(?:ä|ae)tze?.{0,20}heruntergeladen|^\W*(?:seller|verkäufer)[- ]?id\b",
    re.IGNORECASE,
)
_MONTHS: Final = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
        "jan feb mrz apr mai jun jul aug sep okt nov dez",
    )
    for number, name in enumerate(names.split(), 1)
}
"""Months by the first three letters of their English and German names."""

_NUMBERS: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})\b")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-. ]+([^\W\d_]{3,9})[-. ]+(\d{4}|\d{2})\b")
_MONTH_FIRST: Final = re.compile(r"([^\W\d_]{3,9})[- .]+(\d{1,2})[-, ]+(\d{4}|\d{2})\b")


class BadReport(Exception):
    """The file is no order report; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a report: its number, and its fields by `FIELDS` as written ("" where there is none)."""

    number: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that cannot be used, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a file turned out to be: `kind` amazon, ebay or table; the heading's line; field -> column."""

    kind: str
    encoding: str
    delimiter: str
    heading: int
    columns: Mapping[str, int]


def recognise(file: BinaryIO, mapping: Mapping[str, str]) -> Report:
    """Say what the file is; `mapping` (field -> heading) makes it a table of that form. Raises BadReport."""
    encoding = encoding_of(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    lines = [text.readline(1 << 20) for _ in range(HEADING_WITHIN)]
    text.detach()  # the file stays open for whoever opened it
    shapes = {"table": {one: (name,) for one, name in mapping.items()}} if mapping else _SHAPES
    for kind, wanted in shapes.items():
        for delimiter in _DELIMITERS:
            for number, line in enumerate(lines, 1):
                columns = _columns(line, delimiter, wanted, whole=bool(mapping))
                if columns is not None:
                    return Report(kind, encoding, delimiter, number, columns)
    if mapping:
        names = ", ".join(repr(name) for name in mapping.values())
        raise BadReport(f"no line among the first {HEADING_WITHIN} has the columns {names}; see its heading")
    raise BadReport(
        "is neither an Amazon nor an eBay order report; name its columns, for example "
        '--map order="Order ID" --map email="Customer e-mail" --marketplace amazon'
    )


def rows(file: BinaryIO, report: Report) -> Iterator[Row | Rejected]:
    """The lines below the heading. Empty lines, and those eBay writes below the table, are left out."""
    file.seek(0)
    text = io.TextIOWrapper(file, report.encoding, errors="replace", newline="")
    for _ in range(report.heading):
        text.readline()
    if report.delimiter == "\t":  # Amazon quotes nothing: a quotation mark in a name is just one
        reader = csv.reader(text, delimiter=report.delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(text, delimiter=report.delimiter)
    last = max(report.columns.values())
    while True:
        number = report.heading + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield Rejected(number, f"cannot be read as a table row: {error}")
            continue
        if not any(cell.strip() for cell in cells) or _AFTER_TABLE.search(report.delimiter.join(cells)):
            continue
        if len(cells) <= last:
            yield Rejected(number, f"has {len(cells)} columns, the heading has more than {last}")
            continue
        yield Row(number, {name: cells[at].strip().strip("\0") for name, at in report.columns.items()})
    text.detach()


def encoding_of(file: BinaryIO) -> str:
    """utf-8-sig, utf-16 (also without its mark), utf-8, or else cp1252; reads the whole file, in pieces."""
    file.seek(0)
    start = file.read(4096)
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.count(0) * 4 > len(start):
        return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        file.seek(0)
        while piece := file.read(1 << 20):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def date_of(text: str) -> datetime | None:
    """A date as reports write it, in UTC; None if the text is empty or does not say which of two days it is.

    ISO 8601, `31.12.2026`, `31-Dez-26`, `Dec-31-26`, `12/31/2026`. Raises ValueError for anything else.
    """
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except ValueError:
        pass
    if found := _NUMBERS.match(text):
        first, second = int(found[1]), int(found[3])
        if found[2] == "/" and first <= 12 and second <= 12 and first != second:
            return None
        day, month = (second, first) if found[2] == "/" and second > 12 else (first, second)
        return _day(text, found[4], month, day)
    if found := _DAY_FIRST.match(text):
        return _day(text, found[3], _MONTHS.get(found[2][:3].casefold(), 0), int(found[1]))
    if found := _MONTH_FIRST.match(text):
        return _day(text, found[3], _MONTHS.get(found[1][:3].casefold(), 0), int(found[2]))
    raise ValueError(f"{text[:40]!r} is not a date")


def _day(text: str, year: str, month: int, day: int) -> datetime:
    try:
        return datetime(int(year) + (2000 if len(year) == 2 else 0), month, day, tzinfo=UTC)
    except ValueError:
        raise ValueError(f"{text[:40]!r} is not a date") from None


def _columns(
    line: str, delimiter: str, wanted: Mapping[str, tuple[str, ...]], *, whole: bool
) -> dict[str, int] | None:
    """The columns of the wanted fields if this is the heading: all (`whole`), or order and e-mail."""
    try:
        titles = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None
    cells = [" ".join(title.split()).casefold() for title in titles]
    found: dict[str, int] = {}
    for field, names in wanted.items():
        place = next((cells.index(name.casefold()) for name in names if name.casefold() in cells), None)
        if place is not None:
            found[field] = place
    needed = set(wanted) if whole else {"order", "email"}
    return found if needed <= set(found) else None
