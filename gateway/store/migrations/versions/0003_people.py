"""The desk: users, sessions, tokens, one-time links, failed log-ins, remembered answers, erased bodies."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; nothing that was there changes."""
    _people()
    _doors()
    _memory()


def downgrade() -> None:
    """Take the tables away, users and all."""
    for name in ("erased", "idempotency", "link", "token", "session", "attempt", "user"):
        op.drop_table(name)


def _people() -> None:
    """Who may enter, and who tried."""
    op.create_table(
        "user",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("password", sa.Text()),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8)),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("folded", name="uq_user_folded"),
    )
    op.create_table(
        "attempt",
        sa.Column("name", sa.LargeBinary(length=16), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_attempt"),
    )
    op.create_index("ix_attempt_at", "attempt", ["at"])


def _doors() -> None:
    """How they get in: cookie, token, one-time link."""
    op.create_table(
        "session",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["user.id"], name="fk_session_user", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name="pk_session"),
    )
    op.create_index("ix_session_user", "session", ["user"])
    op.create_table(
        "token",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("used", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("hash", name="uq_token_hash"),
        sa.ForeignKeyConstraint(["user"], ["user.id"], name="fk_token_user", ondelete="CASCADE"),
    )
    op.create_index("ix_token_user", "token", ["user"])
    op.create_table(
        "link",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.BigInteger()),
        sa.PrimaryKeyConstraint("hash", name="pk_link"),
    )


def _memory() -> None:
    """Answers that may be asked for again, and bodies that are gone on purpose."""
    op.create_table(
        "idempotency",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("request", sa.LargeBinary(length=32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_idempotency"),
    )
    op.create_index("ix_idempotency_at", "idempotency", ["at"])
    op.create_table(
        "erased",
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["held"], ["held.id"], name="fk_erased_held", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("held", name="pk_erased"),
    )
