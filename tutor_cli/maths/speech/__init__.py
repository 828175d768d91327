"""Formulas as teachers say them, in English and Hindi.

The brief style is what is said in class; the precise style says where everything ends, so that the tree can be heard
back from the words. The conventions stand in `english` and `hindi`.
"""

from __future__ import annotations

from typing import Literal

from tutor_cli.maths import expr as e
from tutor_cli.maths.speech import arithmetic, calculus, speaker, statements
from tutor_cli.maths.speech.english import ENGLISH
from tutor_cli.maths.speech.hindi import HINDI
from tutor_cli.maths.speech.speaker import Speaker

__all__ = ["speak"]

_LANGUAGES = {"en": ENGLISH, "hi": HINDI}

Speaker.writers = {
    e.Number: speaker.number,
    e.Symbol: speaker.symbol,
    e.Function: speaker.function,
    e.Text: speaker.words,
    e.Empty: speaker.nothing,
    **arithmetic.WRITERS,
    **calculus.WRITERS,
    **statements.WRITERS,
}


def speak(expr: e.Expr, language: Literal["en", "hi"] = "en", style: Literal["brief", "precise"] = "brief") -> str:
    """Return a formula in words, without any sign of mathematics."""
    words = Speaker(_LANGUAGES[language], style).side(expr)
    return " ".join(words.split())
