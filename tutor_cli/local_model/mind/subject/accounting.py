"""Whether all words of a follow-up are accounted for in the problem it is taken for: else a part would be answered."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

# In English and as Hindi is written in Latin letters; "no, ..." at the front and "batao na" at the end deny nothing.
_DENIES = re.compile(
    r"(?<!^)(?<!\w)(?:not|never|no|neither|nor|non|without|except|other than|na|n|nahin?|n['’]t)(?!\w)(?!\W*$)",
    re.IGNORECASE,
)


def denies(text: str) -> bool:
    """Tell whether something is denied in a text."""
    return _DENIES.search(text) is not None


def undenied(text: str) -> str:
    """Return the text without what denies; a problem that stays the same without it is not the one asked."""
    return _DENIES.sub(" ", text)


def says_no_more(text: str, source: str) -> bool:
    """Tell whether every word of a text is known from a problem, goes with numbers, or says nothing of its own."""
    known = {word.plain for word in tokens(source)} | set(load("cues")["number_words"]["en"])
    return all(
        word.plain in known or word.plain.isdigit() or is_light(word.plain) or is_function_word(word)
        for word in tokens(text)
    )
