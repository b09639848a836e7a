"""Copies of what was sent, until the archive took them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; nothing that was there changes."""
    op.create_table(
        "archived",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_archived"),
    )
    op.create_index("ix_archived_next_try", "archived", ["next_try"])
    op.create_table(
        "archived_piece",
        sa.Column("copy", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["copy"], ["archived.id"], name="fk_archived_piece_copy", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("copy", "number", name="pk_archived_piece"),
    )


def downgrade() -> None:
    """Take the tables away, and the copies that wait with them."""
    op.drop_table("archived_piece")
    op.drop_table("archived")
