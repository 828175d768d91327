"""Behaviour of pictures where there is no terminal, and of their drawing where the extra is installed."""

import sys

import pytest

from tutor_cli.display import pictures


def test_without_a_terminal_there_is_no_picture_and_nothing_is_imported() -> None:
    """Text stands in, and the terminal is not asked anything."""
    pictures._image_type.cache_clear()
    assert pictures.picture("x^2") is None
    assert "textual_image" not in sys.modules


def test_a_drawing_is_a_png() -> None:
    """LaTeX becomes a PNG."""
    pytest.importorskip("mathra")
    pytest.importorskip("cairosvg")
    png = pictures._png(r"\frac{1}{2}")
    assert png is not None
    assert png.startswith(b"\x89PNG")


def test_what_the_font_cannot_write_is_left_to_text() -> None:
    """Devanagari would be drawn as empty boxes."""
    pytest.importorskip("mathra")
    pytest.importorskip("cairosvg")
    assert pictures._png(r"\text{हल}") is None
