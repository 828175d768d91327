"""Students, their sessions, what was said, and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "students",
        sa.Column("id", sa.String(256), primary_key=True),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("student", sa.String(256), sa.ForeignKey("students.id", ondelete="CASCADE"), nullable=False),
        sa.Column("room", sa.String(256), nullable=False),
        sa.Column("transport", sa.String(16), nullable=False),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("pipeline", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime()),
        sa.Column("ending", sa.Text()),
    )
    op.create_index("ix_sessions_student", "sessions", ["student"])
    op.create_index("ix_sessions_started", "sessions", ["started"])
    op.create_table(
        "utterances",
        *_numbered(),
        sa.Column("speaker", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("interrupted", sa.Boolean(), nullable=False),
    )
    op.create_table("events", *_numbered(), sa.Column("body", sa.Text(), nullable=False))


def _numbered() -> tuple[sa.Column[str], sa.Column[int], sa.Column[int]]:
    session = sa.ForeignKey("sessions.id", ondelete="CASCADE")
    return (
        sa.Column("session_id", sa.String(32), session, primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
    )
