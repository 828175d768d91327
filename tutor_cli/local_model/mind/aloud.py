"""Texts as they are spoken: every formula between dollar signs read out."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.words import Language
from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech import speak

_FORMULA = re.compile(r"\$([^$]*)\$")
_COMMAND = re.compile(r"\\[a-zA-Z]+|[\\{}]")


def aloud(text: str, language: Language) -> str:
    """Return the text with its formulas in words of the language; one that cannot be read loses its markup only."""
    return _FORMULA.sub(lambda formula: _spoken(formula.group(1), language), text)


def _spoken(latex: str, language: Language) -> str:
    try:
        return speak(parse(latex), language)
    except MathsError:
        return _COMMAND.sub(" ", latex)
