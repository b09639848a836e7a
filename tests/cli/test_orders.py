"""`marketgate orders import`: reports as marketplaces write them, in any encoding, twice, with bad lines."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli.order_report import date_of
from gateway.cli.orders import orders
from gateway.store.database import Store
from gateway.store.orders import Orders, Purchase

TOML = """\
[company]
domains = ["example.com"]
[outbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:2588"
[store]
url = "sqlite:///{store}"
"""
ALIAS = "stb6ssjkf7gpxz4@marketplace.amazon.de"
AMAZON = (
    "amazon-order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tsku\n"
    f'303-5512847-9931028\t1\t2026-03-01T09:30:00+00:00\t{ALIAS}\tJörg "Jo Müller\tA-1\n'
    f'303-5512847-9931028\t2\t2026-03-01T09:30:00+00:00\t{ALIAS}\tJörg "Jo Müller\tA-2\n'
    "\n"
    "S02-1234567-1234567\t3\t2026-03-01T10:00:00+00:00\tx1x2x3x4@marketplace.amazon.de\tAnna\tA-3\n"
    "302-7654321-7654321\t4\tgestern\tx1x2x3x4@marketplace.amazon.de\tAnna\tA-3\n"
    "302-7654321-7654321\t5\n"
    "028-1112223-4445556\t6\t2026-03-02T00:30:00+01:00\t\tÉva\tA-4\n"
)
EBAY = (
    "\ufeff\n"
    '"Verkaufsprotokollnummer";"Bestellnummer";"Name des Käufers";"E-Mail des Käufers";"Verkauft am"\n'
    "\n"
    '"1043";"27-10000-00003";"Jörg; Müller";"0a1b2c3d@members.ebay.de";"28-Okt-25"\n'
    '"1044";"14-22222-33333";"Zeile\nzwei";"anna@privat.example";"1. März 2026"\n'
    '"1045";"197526923798";"Otto";"otto@privat.example";"02.03.2026"\n'
    '"2";"Datensätze heruntergeladen";"von";"28-Okt-25";"bis"\n'
    "Verkäufer-ID: beispiel-shop\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    directory = tmp_path / "config"
    directory.mkdir()
    (directory / "gateway.toml").write_text(TOML.format(store=tmp_path / "store.db"))
    return directory


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    return lambda *words: CliRunner().invoke(orders, ["import", "--config", str(folder), *map(str, words)])


def stored(folder: Path) -> list[Purchase]:
    """All orders in the store, by number."""
    store = Store(f"sqlite:///{folder.parent / 'store.db'}")
    store.open(read_only=True)
    with store.read() as connection:
        keys = connection.exec_driver_sql('SELECT marketplace, "order" FROM purchase ORDER BY "order"').all()
    found = [Orders(store).find(*key) for key in keys]
    store.close()
    return [each for each in found if each is not None]


FOUND_AMAZON = [
    Purchase("amazon", "028-1112223-4445556", None, None, datetime(2026, 3, 1, 23, 30, tzinfo=UTC)),
    Purchase("amazon", "303-5512847-9931028", None, ALIAS, datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_amazon_s_report_in_every_encoding(
    run: Callable[..., Result], folder: Path, tmp_path: Path, encoding: str, said: str
) -> None:
    """Bad lines are named by their number, the others are imported, and a quotation mark is only that."""
    file = tmp_path / "orders.txt"
    file.write_bytes(AMAZON.encode(encoding))
    result = run(file)
    assert result.exit_code == 1
    assert result.stdout == f"{file}: Amazon order report ({said}): 2 new, 1 known, 3 rejected\n"
    assert result.stderr.splitlines() == [
        f"{file}, line 5: 'S02-1234567-1234567' is never an order of Amazon",
        f"{file}, line 6: 'gestern' is not a date",
        f"{file}, line 7: has 2 columns, the heading has more than 3",
    ]
    assert stored(folder) == FOUND_AMAZON


def test_importing_again_changes_nothing(run: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "orders.txt"
    file.write_text("\r\n".join(AMAZON.splitlines()[:3]))
    for new, known in ((1, 1), (0, 2)):
        result = run(file, "--json")
        assert result.exit_code == 0, result.output
        assert json.loads(result.stdout) == {
            "file": str(file),
            "kind": "amazon",
            "encoding": "utf-8",
            "new": new,
            "known": known,
            "rejected": 0,
            "lines": [],
        }
    assert stored(folder) == FOUND_AMAZON[1:]


def test_ebay_s_report_with_what_stands_above_and_below_the_table(
    run: Callable[..., Result], folder: Path, tmp_path: Path
) -> None:
    """A line is numbered by its first line in the file; an item number is no order number."""
    file = tmp_path / "ebay.csv"
    file.write_text(EBAY, "utf-8")
    result = run(file, "--json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert (said["kind"], said["new"], said["known"], said["lines"]) == (
        "ebay",
        2,
        0,
        [{"line": 7, "reason": "'197526923798' is not an order number of eBay"}],
    )
    assert stored(folder) == [
        Purchase("ebay", "14-22222-33333", "anna@privat.example", None, datetime(2026, 3, 1, tzinfo=UTC)),
        Purchase(
            "ebay", "27-10000-00003", None, "0a1b2c3d@members.ebay.de", datetime(2025, 10, 28, tzinfo=UTC)
        ),
    ]


def test_an_english_ebay_report(run: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "ebay.csv"
    file.write_text(
        "Sales record number,Order number,Buyer name,Buyer email,Sale date\n"
        "\n7,27-10000-00003,Joe,joe@home.example,Oct-28-25\n"
        "1,record(s) downloaded,from,Oct-01-25\nSeller ID : example\n"
    )
    assert run(file).exit_code == 0
    assert stored(folder) == [
        Purchase("ebay", "27-10000-00003", "joe@home.example", None, datetime(2025, 10, 28, tzinfo=UTC))
    ]


TABLE = (
    "Exported by ERP\n"
    "Kanal|Auftrag|Mail|Anonym|Datum\n"
    "Amazon.de|AMZ303-5512847-9931028|anna@privat.example|{alias}|31/12/2025\n"
    "eBay|27-10000-00003|keine|| \n"
    "Amazon|303-5512847-9931029|||03/04/2026\n"
    "Amazom|303-5512847-9931030|||\n"
)


def test_any_table_with_a_column_map(run: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    """The heading tells the delimiter; columns in any case; a date that may be one of two days is none."""
    file = tmp_path / "erp.csv"
    file.write_text(TABLE.format(alias=ALIAS))
    columns = {
        "marketplace": "kanal",
        "order": "AUFTRAG",
        "email": "Mail",
        "alias": "Anonym",
        "date": "Datum",
    }
    result = run(file, *(word for field, name in columns.items() for word in ("--map", f"{field}={name}")))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{file}, line 4: 'keine' is not an e-mail address",
        f"{file}, line 6: 'Amazom' is no marketplace of this configuration",
    ]
    assert stored(folder) == [
        Purchase(
            "amazon", "303-5512847-9931028", "anna@privat.example", ALIAS, datetime(2025, 12, 31, tzinfo=UTC)
        ),
        Purchase("amazon", "303-5512847-9931029"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 1, "is neither an Amazon nor an eBay order report; name its columns, for example"),
        (("--map", "order=Auftrag"), 2, "whose orders are these? Add --marketplace NAME; choose from"),
        (("--map", "email=Mail"), 2, "order is missing; add --map order=COLUMN"),
        (
            ("--map", "number=Auftrag"),
            2,
            "write FIELD=COLUMN, FIELD one of order, marketplace, email, alias, date",
        ),
        (("--map", "order=A", "--map", "order=B"), 2, "order is given twice"),
        (
            ("--marketplace", "kaufland24"),
            2,
            "'kaufland24' is no marketplace of this configuration; choose from",
        ),
        (
            ("--map", "order=Nr", "--marketplace", "ebay"),
            1,
            "no line among the first 40 has the columns 'Nr'",
        ),
    ],
)
def test_what_is_missing_is_said_with_its_cure(
    run: Callable[..., Result], tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    file = tmp_path / "erp.csv"
    file.write_text(TABLE)
    result = run(file, *words)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())


def test_rubbish_is_refused_and_not_a_crash(run: Callable[..., Result], tmp_path: Path) -> None:
    for number, data in enumerate((b"", bytes(range(256)) * 100, b"\xff\xfe", b"\n" * 100)):
        file = tmp_path / f"rubbish{number}"
        file.write_bytes(data)
        assert run(file).exit_code == 1


def test_the_marketplace_can_be_named_and_must_fit(run: Callable[..., Result], tmp_path: Path) -> None:
    """An Amazon report under eBay's name holds no eBay order."""
    file = tmp_path / "orders.txt"
    file.write_text(AMAZON)
    result = run(file, "--marketplace", "eBay", "--json")
    said: dict[str, Any] = json.loads(result.stdout)
    assert (said["new"], said["rejected"]) == (0, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", (2026, 12, 31)),
        ("31.12.2026 23:59", (2026, 12, 31)),
        ("31.12.26", (2026, 12, 31)),
        ("31/12/2026", (2026, 12, 31)),
        ("12/31/2026", (2026, 12, 31)),
        ("05/05/2026", (2026, 5, 5)),
        ("31-Dez-26", (2026, 12, 31)),
        ("31. Mär. 2026", (2026, 3, 31)),
        ("1 September 2026", (2026, 9, 1)),
        ("Dec-31-26", (2026, 12, 31)),
        ("Dec 31, 2026", (2026, 12, 31)),
    ],
)
def test_dates_as_reports_write_them(text: str, day: tuple[int, int, int]) -> None:
    assert date_of(text) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize("text", ["x", "32.12.2026", "31-Foo-26", "2026-13-01", "13/13/2026", "1/2"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        date_of(text)
    assert (date_of(""), date_of("03/04/2026")) == (None, None)
