"""How formulas are shown, as the user asked by `--math`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor_cli.display.pictures import picture
from tutor_cli.errors import MissingComponentError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tutor_cli.maths.layout import Style

MathMode = Literal["auto", "text", "ascii", "image"]
_TRIAL = "√─⎛²"


def style_of(mode: MathMode, encoding: str | None) -> Style:
    """Return the characters to draw with; `auto` takes ASCII where the output's encoding lacks the signs of maths."""
    if mode == "auto":
        return "unicode" if _can_encode(encoding) else "ascii"
    return "ascii" if mode == "ascii" else "unicode"


def _can_encode(encoding: str | None) -> bool:
    try:
        _TRIAL.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def picture_of(mode: MathMode, latex: str) -> RenderableType | None:
    """Return a picture where the mode wants one and the terminal shows it, or None where text must do.

    Raises `MissingComponentError` where `image` was asked for and its packages are missing.
    """
    if mode not in {"auto", "image"}:
        return None
    try:
        return picture(latex)
    except MissingComponentError:
        if mode == "image":
            raise
        return None
