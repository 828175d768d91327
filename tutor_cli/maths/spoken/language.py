"""Which language a text is in: Devanagari is Hindi, a few unmistakable words make Hinglish, the rest is English."""

from __future__ import annotations

import re

from tutor_cli.maths.sounds import is_devanagari
from tutor_cli.maths.spoken.vocabulary import word_list


def detected(text: str) -> str:
    """Return `hi`, `hi-Latn` or `en`."""
    if is_devanagari(text):
        return "hi"
    words = set(re.findall(r"[a-z]+", text.lower()))
    return "en" if words.isdisjoint(word_list("hinglish")) else "hi-Latn"
