"""Formulas as pictures, where the terminal says it can show them and the `images` extra is installed.

The terminal is asked, never guessed by its name: textual-image sends its questions when it is imported and reads the
answers from stdin, so the import must come before anything else reads keys, and never without a terminal.
"""

from __future__ import annotations

import io
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from tutor_cli.errors import MissingComponentError

if TYPE_CHECKING:
    from rich.console import RenderableType

_SCALE = 1.5
"""Pixels for each of the SVG's: one em becomes 24 pixels, a little more than the usual cell is high."""
_MISSING_LETTER = "E-REC-8"
"""The warning of mathra that its font lacks a letter, as it lacks Devanagari."""


@cache
def _image_type() -> Any:
    """Return textual-image's renderable for sixels or the kitty protocol, or None where the terminal shows neither.

    Half blocks, its third way, are illegible for formulas. Raises ImportError without the extra.
    """
    if not (sys.__stdin__ and sys.__stdin__.isatty() and sys.__stdout__ and sys.__stdout__.isatty()):
        return None
    from textual_image import renderable

    return renderable.Image if renderable.Image in (renderable.SixelImage, renderable.TGPImage) else None


def picture(latex: str) -> RenderableType | None:
    """Return a formula as a picture for rich, or None where text must do.

    Raises `MissingComponentError` where the packages of the `images` extra, or the Cairo library, are missing.
    """
    try:
        image_type = _image_type()
        png = _png(latex) if image_type else None
    except (ImportError, OSError) as error:
        raise MissingComponentError(
            "no_pictures",
            f"Formulas cannot be shown as pictures: {error}.",
            "Install tutor-cli[images] and the Cairo library, or use --math text.",
        ) from error
    return image_type(io.BytesIO(png)) if png else None


def _png(latex: str) -> bytes | None:
    """Draw black on white, which any background suits; None for what the font cannot write."""
    import cairosvg
    import mathra

    try:
        drawing = mathra.render(latex)
    except ValueError:
        return None
    if any(warning["rule"] == _MISSING_LETTER for warning in drawing["warnings"]):
        return None
    png: bytes = cairosvg.svg2png(bytestring=drawing["svg"].encode(), scale=_SCALE, background_color="white")
    return png
