"""JSON of strangers is an object or nothing, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.json_object import json_object


def test_an_object() -> None:
    """An object is returned as it is."""
    assert json_object('{"a": [1, null]}') == {"a": [1, None]}


@pytest.mark.parametrize("text", ["", "[1]", "1", "null", '"a"', "{", "[" * 100_000, '{"a":' * 100_000])
def test_anything_else(text: str) -> None:
    """Other JSON, no JSON and nesting bombs are an empty object."""
    assert json_object(text) == {}


@given(st.text())
def test_any_text(text: str) -> None:
    """Whatever the text is, the result is an object."""
    assert isinstance(json_object(text), dict)
