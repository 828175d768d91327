"""What Alembic runs for every migration: ours go through the connection that `database.upgrade` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
