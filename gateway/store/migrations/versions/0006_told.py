"""What people were told about held mail, so that each thing is told once."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table. Of mail that is held already, authors and reviewers are taken to know."""
    op.create_table(
        "told",
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["held"], ["held.id"], name="fk_told_held", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("held", "what", name="pk_told"),
    )
    for what in ("new", "held", "decided"):
        known = sa.text("INSERT INTO told (held, what, at) SELECT id, :what, held_at FROM held")
        op.execute(known.bindparams(what=what))


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("told")
