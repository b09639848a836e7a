"""Relay aliases with their cases, buyer memory, and orders from the marketplaces' reports."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables, empty."""
    op.create_table(
        "alias",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_alias_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("alias", "case_id", "thread", name="pk_alias"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_thread", "alias", ["thread"])
    op.create_table(
        "buyer",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("marketplace", sa.String(length=64)),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_buyer_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("address", "thread", name="pk_buyer"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_buyer_expires", "buyer", ["expires"])
    op.create_index("ix_buyer_thread", "buyer", ["thread"])
    op.create_table(
        "purchase",
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("marketplace", sa.String(length=64), nullable=False),
        sa.Column("buyer", sa.Text()),
        sa.Column("alias", sa.Text()),
        sa.Column("ordered_at", sa.BigInteger()),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("order", "marketplace", name="pk_purchase"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_purchase_alias", "purchase", ["alias"])
    op.create_index("ix_purchase_buyer", "purchase", ["buyer"])


def downgrade() -> None:
    """Take the three tables away, with what is in them."""
    for name in ("purchase", "buyer", "alias"):
        op.drop_table(name)
