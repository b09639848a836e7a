"""What Alembic runs: all steps on the connection and in the transaction it was given."""

from alembic import context

from gateway.store.desk_schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
