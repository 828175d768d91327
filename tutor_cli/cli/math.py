"""`tutor math`: what the maths engine can do, without a voice."""

from __future__ import annotations

import typer

from tutor_cli.cli import math_check, math_latex, math_render, math_solve, math_speak

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Read, solve, check, draw and speak maths.")


@app.callback()
def math() -> None:
    """Read, solve, check, draw and speak maths."""


# A formula may begin with a minus sign: what looks like an unknown option is taken as the formula.
app.command("render", context_settings={"ignore_unknown_options": True})(math_render.render)
app.command("latex", context_settings={"ignore_unknown_options": True})(math_latex.latex)
app.command("solve", context_settings={"ignore_unknown_options": True})(math_solve.solve)
app.command("check", context_settings={"ignore_unknown_options": True})(math_check.check)
app.command("speak", context_settings={"ignore_unknown_options": True})(math_speak.speak)
