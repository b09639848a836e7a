"""Header fields and text of concerned mail that passed, for who decides on the answer to it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty: of earlier mail no text was kept."""
    op.create_table(
        "kept_text",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_kept_text_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_kept_text"),
    )
    op.create_index("ix_kept_text_thread", "kept_text", ["thread"])
    op.create_index("ix_kept_text_at", "kept_text", ["at"])


def downgrade() -> None:
    """Take the table away, texts and all."""
    op.drop_table("kept_text")
