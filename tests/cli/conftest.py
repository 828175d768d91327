"""Running the command line inside the test process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.loop.command import Finished, tutor_here

Tutor = Callable[..., Finished]


@pytest.fixture(name="tutor")
def _tutor() -> Tutor:
    """Return a function that runs `tutor` with these arguments, and with `stdin` as its standard input."""
    return tutor_here
