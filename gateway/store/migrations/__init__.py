"""Migrations of the store's schema, run by the program itself; there is no alembic.ini.

`upgrade` works inside the caller's write transaction: all steps, or none. A new
step is a file in `versions/`; its revision becomes HEAD and the one before it
joins OLDER. Tests compare both with the files, and the result with `schema`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config

HEAD: Final = "0006"
"""The revision this program works with; known without reading the files, because every start asks."""

OLDER: Final[tuple[str, ...]] = ("0001", "0002", "0003", "0004", "0005")
"""Revisions that `upgrade` brings up to HEAD."""

TABLE: Final = "alembic_version"


def config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration for the files in this folder, to run on `connection`."""
    from alembic.config import Config  # a third of a second to import, needed once in a store's life

    result = Config(attributes={"connection": connection})
    result.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return result


def upgrade(connection: Connection) -> None:
    """Bring the database to HEAD, within the transaction under way on `connection`."""
    from alembic import command

    command.upgrade(config(connection), "head")
