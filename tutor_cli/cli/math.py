"""`tutor math`: what the maths engine can do, without a voice."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Read, solve, check, draw and speak maths.")


@app.callback()
def math() -> None:
    """Read, solve, check, draw and speak maths."""
