"""Running the command line inside the test process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from tests.loop.command import Finished
from tutor_cli.cli.main import app

Tutor = Callable[..., Finished]


@pytest.fixture(name="tutor")
def _tutor() -> Tutor:
    """Return a function that runs `tutor` with these arguments, and with `stdin` as its standard input."""

    def run(*arguments: str, stdin: str = "") -> Finished:
        result = CliRunner().invoke(app, arguments, input=stdin)
        return Finished(result.exit_code, result.stdout, result.stderr)

    return run
