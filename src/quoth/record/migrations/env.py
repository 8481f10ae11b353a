"""What alembic runs: the revisions, on the connection that `opening` has begun a transaction on."""

from alembic import context

from quoth.record.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
