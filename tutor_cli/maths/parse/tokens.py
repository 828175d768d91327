"""The tokens of maths, and what a text may hold at most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Notation = Literal["latex", "typed"]

MAX_LENGTH = 4000
MAX_TOKENS = 1000
MAX_DIGITS = 30


@dataclass(slots=True)
class Token:
    """A piece of the input: what it is, its text, its 0-based offset, and what stood directly before it.

    `spaced` is true after white space, `thin` after a thin space, which LaTeX writers put before `dx`.
    """

    kind: str
    text: str
    position: int
    spaced: bool = False
    thin: bool = False


def detect(text: str) -> Notation:
    """Return the notation of a text: LaTeX where a backslash or a script in braces shows it, else typed."""
    return "latex" if "\\" in text or re.search(r"[\^_]\s*\{", text) else "typed"
