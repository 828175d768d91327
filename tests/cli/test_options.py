"""Groups of options reach a command as one typed value each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from tutor_cli.cli import options


@dataclass(frozen=True)
class Colours:
    """A group."""

    ink: Annotated[str, typer.Option("--ink", help="The ink.")] = "black"
    lines: Annotated[bool, typer.Option("--lines", help="Lined paper.")] = False


def _app(seen: list[object]) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    @options.grouped
    def write(text: Annotated[str, typer.Argument()], colours: Colours, times: int = 1) -> None:
        """Write something."""
        seen.extend([text, colours, times])

    return app


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["hi"], ["hi", Colours(), 1]),
        (["hi", "--ink", "red", "--lines", "--times", "3"], ["hi", Colours("red", lines=True), 3]),
    ],
)
def test_groups_and_own_parameters(arguments: list[str], expected: list[object]) -> None:
    """A command gets its own parameters as they are and its groups as their dataclass."""
    seen: list[object] = []

    result = CliRunner().invoke(_app(seen), arguments)

    assert result.exit_code == 0
    assert seen == expected


def test_help_lists_the_groups_options() -> None:
    """The options of a group are in the command's help like its own."""
    result = CliRunner().invoke(_app([]), ["--help"], env={"COLUMNS": "100"})

    assert "--ink" in result.stdout
    assert "Lined paper." in result.stdout
