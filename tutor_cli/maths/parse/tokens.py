"""The tokens of maths, and what a text may hold at most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tutor_cli.maths.parse.names import TYPED_WORDS

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
    """Return the notation of a text: LaTeX where a backslash or a script in braces shows it, else typed.

    Without a backslash, a name such as sum or theta shows that the braces are typed: sum_{i=1}^n.
    """
    if "\\" in text:
        return "latex"
    typed_name = any(len(word) > 2 and word in TYPED_WORDS for word in re.findall(r"[A-Za-z]+", text))
    return "latex" if re.search(r"[\^_]\s*\{", text) and not typed_name else "typed"
