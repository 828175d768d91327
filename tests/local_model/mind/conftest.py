"""The mind knows no files: a home for each of its thousands of tests would cost more than most of them."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_home() -> None:
    """Make none."""
