"""Running the command line inside the test process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from typer.testing import CliRunner

from tutor_cli.cli.main import app


@dataclass(frozen=True)
class Finished:
    """What a command printed and ended with."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def document(self) -> dict[str, Any]:
        """The JSON document on stdout."""
        document: dict[str, Any] = json.loads(self.stdout)
        return document

    @property
    def data(self) -> dict[str, Any]:
        """The document's data."""
        data: dict[str, Any] = self.document["data"]
        return data


Tutor = Callable[..., Finished]


@pytest.fixture(name="tutor")
def _tutor() -> Tutor:
    """Return a function that runs `tutor` with these arguments, and with `stdin` as its standard input."""

    def run(*arguments: str, stdin: str = "") -> Finished:
        result = CliRunner().invoke(app, arguments, input=stdin)
        return Finished(result.exit_code, result.stdout, result.stderr)

    return run
