"""Texts as they are spoken: every formula between dollar signs read out."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.words import Language

_FORMULA = re.compile(r"\$([^$]*)\$")


def aloud(text: str, language: Language) -> str:
    """Return the text with its formulas in words of the language."""
    return _FORMULA.sub(lambda formula: _spelt(formula.group(1)), text)


def _spelt(latex: str) -> str:
    return re.sub(r"[\\{}$]|left|right", " ", latex)
