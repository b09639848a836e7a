"""The first schema: ledger, held mail, notices, audit chain, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables in an empty database."""
    _ledger()
    _held()
    _outgoing()
    _proof()


def downgrade() -> None:
    """Before the first schema there is nothing to go back to."""
    raise RuntimeError("the first schema cannot be taken back; restore a backup instead")


def _ledger() -> None:
    """Threads, what leads to them, and what is not known for sure yet."""
    op.create_table(
        "thread",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.String(length=16)),
        sa.Column("marketplace", sa.String(length=64)),
        sa.Column("orders", sa.Text(), nullable=False),
        sa.Column("legal", sa.String(length=16)),
        sa.Column("correspondents", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8)),
        sa.Column("footers", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Boolean(), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
    )
    op.create_table(
        "message",
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_message_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name="pk_message"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_message_thread", "message", ["thread"])
    op.create_table(
        "thread_order",
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_thread_order_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order", "thread", name="pk_thread_order"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_thread_order_thread", "thread_order", ["thread"])
    op.create_table(
        "thread_party",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_thread_party_thread", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("address", "thread", name="pk_thread_party"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_thread_party_thread", "thread_party", ["thread"])
    op.create_table(
        "unconfirmed",
        sa.Column("tx", sa.String(length=64), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("own_id", sa.LargeBinary(length=16)),
        sa.Column("references", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tx", name="pk_unconfirmed"),
    )
    op.create_index("ix_unconfirmed_at", "unconfirmed", ["at"])
    op.create_index("ix_unconfirmed_thread", "unconfirmed", ["thread"])


def _held() -> None:
    """Held mail: who waits for it, its body, what was ruled."""
    op.create_table(
        "held",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("held_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger()),
        sa.Column("clock", sa.String(length=16)),
        sa.Column("mail_from", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text()),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.String(length=16)),
        sa.Column("marketplace", sa.String(length=64)),
        sa.Column("orders", sa.Text(), nullable=False),
        sa.Column("legal", sa.String(length=16)),
        sa.Column("thread", sa.String(length=64)),
        sa.Column("rule", sa.Text()),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("config_hash", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("client", sa.String(length=64), nullable=False),
        sa.Column("claimed_by", sa.Text()),
        sa.Column("claimed_until", sa.BigInteger()),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("also_delivered", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_held"),
    )
    op.create_index("ix_held_fingerprint", "held", ["fingerprint"])
    op.create_index("ix_held_state_held_at", "held", ["state", "held_at"])
    op.create_table(
        "recipient",
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reply", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.BigInteger()),
        sa.Column("release_as", sa.String(length=16)),
        sa.Column("token", sa.Integer()),
        sa.Column("leased_until", sa.BigInteger()),
        sa.Column("dotted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["held"], ["held.id"], name="fk_recipient_held", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("held", "number", name="pk_recipient"),
    )
    op.create_index("ix_recipient_state_next_try", "recipient", ["state", "next_try"])
    op.create_table(
        "body",
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["held"], ["held.id"], name="fk_body_held", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("held", "number", name="pk_body"),
    )
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("held", sa.String(length=64), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["held"], ["held.id"], name="fk_ruling_held", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_ruling"),
    )
    op.create_index("ix_ruling_held", "ruling", ["held"])


def _outgoing() -> None:
    """Who has a copy already, and the mail we write ourselves."""
    op.create_table(
        "transmission",
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", "address", name="pk_transmission"),
    )
    op.create_index("ix_transmission_at", "transmission", ["at"])
    op.create_table(
        "notice",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("held", sa.String(length=64)),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("leg", sa.String(length=8), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reply", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.BigInteger()),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
    )
    op.create_index("ix_notice_held", "notice", ["held"])
    op.create_index("ix_notice_state_next_try", "notice", ["state", "next_try"])


def _proof() -> None:
    """The audit chain, its key and head, and settings shared by all processes."""
    op.create_table(
        "meta",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("who", sa.LargeBinary(length=16), nullable=False),
        sa.Column("prev", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])
