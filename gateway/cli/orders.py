"""`marketgate orders`: tell the gateway who bought what, from the marketplaces' own reports.

With them a buyer is known before his first mail, and so is the relay alias of somebody
who writes privately. Importing a report again changes nothing. Exit codes: 0 done, 1 a
line was rejected or the file is no report, 2 usage, 69 the store cannot be used, 78 a
bad configuration.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from gateway.cli.common import EXIT_REFUSED, EXIT_UNAVAILABLE, config_option, json_line, load_or_exit
from gateway.cli.order_report import FIELDS, BadReport, Rejected, Report, Row, date_of, recognise, rows
from gateway.cli.progress import progress
from gateway.config.base import compiled, mail_address
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.store.database import Store, StoreError
from gateway.store.orders import Added, Orders, Purchase

NAMED: Final = 1000
"""Rejected lines that are named; the others are only counted."""

_KINDS: Final = {"amazon": "Amazon order report", "ebay": "eBay order report", "table": "table"}


@click.group()
def orders() -> None:
    """Orders known from the marketplaces' reports."""


def _mapping(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in given:
        field, sign, column = each.partition("=")
        if field not in FIELDS or not sign or not column.strip():
            raise click.BadParameter(f"{each!r}: write FIELD=COLUMN, FIELD one of {', '.join(FIELDS)}")
        if field in found:
            raise click.BadParameter(f"{field} is given twice")
        found[field] = " ".join(column.split())
    if found and "order" not in found:
        raise click.BadParameter("order is missing; add --map order=COLUMN")
    return found


@orders.command("import")
@config_option
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--marketplace", metavar="NAME", help="Whose orders these are; default: as the report tells.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_mapping,
    help="A column of a table: order, email, alias, date or marketplace. May be given several times.",
)
@click.option("--json", "as_lines", is_flag=True, help="Print one JSON object.")
def import_(
    config: Path, file: Path, marketplace: str | None, mapping: dict[str, str], as_lines: bool
) -> None:
    """Import an order report: Amazon's (TSV), eBay's (CSV), or any table with --map.

    Lines that cannot be used are named with their number, and the others are imported. May be repeated.
    """
    loaded = load_or_exit(config)
    if marketplace is not None and _pack(loaded, marketplace) is None:
        raise click.UsageError(f"{marketplace!r} is no marketplace of this configuration; {_choices(loaded)}")
    if mapping and marketplace is None and "marketplace" not in mapping:
        raise click.UsageError(f"whose orders are these? Add --marketplace NAME; {_choices(loaded)}")
    try:
        with file.open("rb") as opened:
            report = recognise(opened, mapping)
            named = marketplace or (report.kind if report.kind != "table" else None)
            with progress(f"Importing {file.name}", file.stat().st_size, quiet=as_lines) as told:
                reading = _Reading(loaded, named)

                def purchases() -> Iterator[Purchase]:
                    for row in rows(opened, report):
                        told(opened.tell())
                        purchase = reading.purchase(row)
                        if purchase is not None:
                            yield purchase

                added = _add(loaded, purchases())
    except BadReport as error:
        click.echo(f"{file} {error}", err=True)
        raise SystemExit(EXIT_REFUSED) from None
    except OSError as error:
        click.echo(f"{file} cannot be read: {error.strerror or error}", err=True)
        raise SystemExit(EXIT_REFUSED) from None
    _tell(file, report, added, reading, as_lines)
    raise SystemExit(EXIT_REFUSED if reading.rejections else 0)


class _Reading:
    """Makes orders of lines; counts the lines it rejects and keeps the first of them with their reasons."""

    def __init__(self, config: Config, marketplace: str | None) -> None:
        self._config = config
        self._pack = _pack(config, marketplace) if marketplace else None
        self._marketplace = marketplace
        self.rejected: list[Rejected] = []
        self.rejections = 0

    def purchase(self, row: Row | Rejected) -> Purchase | None:
        """The order of a line; None, and a rejection noted, if it holds none that can be used."""
        try:
            if isinstance(row, Rejected):
                raise ValueError(row.reason)
            return self._made(row.fields)
        except ValueError as error:
            self.rejections += 1
            if len(self.rejected) < NAMED:
                self.rejected.append(Rejected(row.number, str(error)))
            return None

    def _made(self, fields: Mapping[str, str]) -> Purchase:
        pack = self._pack
        if pack is None:
            said = fields.get("marketplace") or self._marketplace or ""
            pack = _pack(self._config, said)
            if pack is None:
                raise ValueError(
                    f"{said[:40]!r} is no marketplace of this configuration" if said else "names none"
                )
        order = normal_order(fields["order"], pack)
        alias = _address(fields.get("alias", ""))
        buyer = _address(fields.get("email", ""))
        if buyer is not None and pack.relays(buyer):
            buyer, alias = None, alias or buyer
        return Purchase(pack.name, order, buyer, alias, date_of(fields.get("date", "")))


def normal_order(text: str, pack: Pack) -> str:
    """An order number of a report in its normal form. Raises ValueError if it is none of this marketplace."""
    if not text:
        raise ValueError("has no order number")
    if any(compiled(pattern, True).fullmatch(text) for pattern in pack.never_order):
        raise ValueError(f"{text[:40]!r} is never an order of {pack.title}")
    for wanted in pack.order:
        found = compiled(wanted.pattern, True).fullmatch(text)
        if found:
            groups = [group for group in found.groups() if group]
            order = "-".join(groups) if groups else str(found[0])
            return {"keep": order, "upper": order.upper(), "lower": order.lower()}[wanted.form]
    if pack.order:
        raise ValueError(f"{text[:40]!r} is not an order number of {pack.title}")
    return text


def _address(text: str) -> str | None:
    if not text:
        return None
    try:
        return mail_address(text)
    except ValueError:
        raise ValueError(f"{text[:60]!r} is not an e-mail address") from None


def _pack(config: Config, said: str) -> Pack | None:
    """The marketplace that is meant: its name, title, or what people call it; "Amazon.de" is Amazon."""
    wanted = said.strip().casefold()
    for word in (wanted, wanted.partition(".")[0]):
        for pack in config.packs:
            if word and word in (pack.name, pack.title.casefold(), *(name.casefold() for name in pack.names)):
                return pack
    return None


def _choices(config: Config) -> str:
    return "choose from " + ", ".join(pack.name for pack in config.packs)


def _add(config: Config, purchases: Iterator[Purchase]) -> Added:
    store = Store(config.store_url)
    try:
        store.open()
        return Orders(store).add(purchases, datetime.now(UTC))
    except StoreError as error:
        click.echo(f"the store {config.store_url} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    finally:
        store.close()


def _tell(file: Path, report: Report, added: Added, reading: _Reading, as_lines: bool) -> None:
    if as_lines:
        json_line(
            {
                "file": str(file),
                "kind": report.kind,
                "encoding": report.encoding,
                "new": added.new,
                "known": added.known,
                "rejected": reading.rejections,
                "lines": [{"line": each.number, "reason": each.reason} for each in reading.rejected],
            }
        )
        return
    for each in reading.rejected:
        click.echo(f"{file}, line {each.number}: {each.reason}", err=True)
    if reading.rejections > len(reading.rejected):
        click.echo(f"and {reading.rejections - len(reading.rejected)} more lines", err=True)
    click.echo(
        f"{file}: {_KINDS[report.kind]} ({report.encoding}): "
        f"{added.new} new, {added.known} known, {reading.rejections} rejected"
    )
