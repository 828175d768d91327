"""What is said in Hindi, as English would say it: what no reader knows in Hindi is read so."""

from __future__ import annotations

import re

from tutor_cli.maths.solve.recipes.hindi.marking import is_english
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words

_WORD = re.compile(r"[^\W\d_]{3,}")


def in_english(text: str, problem: str) -> str:
    """Return the utterance in English, nothing where a word of it is neither English nor of the problem in hand."""
    english = in_english_order(text)
    told = {*_WORD.findall(problem.lower()), *_WORD.findall(in_english_words(problem).lower())}
    own = " ".join(word for word in _WORD.findall(english) if word.lower() not in told)
    return english if english != text and is_english(own) else ""
