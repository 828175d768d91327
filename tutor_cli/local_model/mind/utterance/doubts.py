"""What was not heard whole or not understood: half a formula, a doubtful number, a story, two questions at once."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.moves import Line, say
from tutor_cli.local_model.mind.utterance.ambiguity import Reading
from tutor_cli.local_model.mind.utterance.mathematics import quantities_named
from tutor_cli.maths.spoken import find_spans

_HALF = re.compile(r"(?:[=+*/^−-]|\b(?:plus|minus|times|equals|divided by|equal to))\s*[.?!]*$", re.IGNORECASE)
_DIGITS = "one two three four five six seven eight nine"
# "five six minus one third": a slash or a word between the numbers was not heard.
_SIDE_BY_SIDE = re.compile(
    rf"\b(?P<one>{'|'.join(_DIGITS.split())}) (?P<two>{'|'.join(_DIGITS.split())})"
    r"(?= (?:plus|minus|times|divided by|into)\b)",
    re.IGNORECASE,
)
_LETTER_IN_NUMBER = re.compile(
    r"\b(?:convert|write|express|change|put)\b.*?\b(?P<heard>\d+[a-z])\b.*\b(?:decimals?|fractions?|percent)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^(?P<one>(?:\W*(?:ok|so|hey|and|please)\W+)*(?:what|find|solve|how|calculate|is|simplify|work out)\b.*?\d.*?)"
    r"(?:\?|,| and| also)+ (?P<two>(?:also )?(?:is|what|how|why|does|which|find|can you)\b.*\d.*)$",
    re.IGNORECASE,
)
# "Find the area. Also the perimeter."
_ALSO = re.compile(
    r"^(?P<one>.*\d.*?)(?:[.?,;]\s*(?:and )?|\s+and )also,? (?:find |calculate |determine |work out |what is )?"
    r"(?P<two>[^\d.?]+)[.?]*$",
    re.IGNORECASE,
)
_ASKS = r"(?:(?:and|also|so|ok|now|then)\W+)*(?:what|which|how|find|calculate)\b[^?.]{3,60}"
_TWO = re.compile(rf"^\W*(?P<one>{_ASKS})[?.]\s+(?P<two>{_ASKS})[?.]*$", re.IGNORECASE)
_AND = re.compile(r"(?:\s*,\s*|\s*,?\s+(?:and|aur|tatha|evam|और|तथा|एवं)\s+)(?:the )?", re.IGNORECASE)
# So many words, a number among them, tell a story; so many numbers are its data.
_STORY, _DATA = 10, 3


def unread(text: str) -> Line:
    """Return what to say about a problem that could not be read."""
    if is_half(text):
        return say("incomplete_formula")
    return say("story_unreadable" if is_story(text) else "unreadable")


def is_half(text: str) -> bool:
    """Tell whether a formula stops where something has to follow."""
    return _HALF.search(text) is not None


def is_story(text: str) -> bool:
    """Tell whether a text tells a problem in so many words that it needs an equation first."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= _STORY and re.search(r"\d", text) is not None


def tells_data(text: str) -> bool:
    """Tell whether a text tells a problem with data of its own, whatever word of lessons is in it: marks of a test."""
    return is_story(text) and len(re.findall(r"\d+", text)) >= _DATA


def doubtful_number(text: str) -> str:
    """Return a number with a letter in it that is to be written in another form: "convert 3y to a decimal"."""
    found = _LETTER_IN_NUMBER.search(text)
    return found["heard"] if found else ""


def side_by_side(text: str) -> tuple[Reading, ...]:
    """Return the two problems of numbers that stand side by side, as a fraction and as one number; else nothing."""
    found = _SIDE_BY_SIDE.search(text)
    if found is None:
        return ()
    one, two = ((_DIGITS.split().index(found[name].lower()) + 1) for name in ("one", "two"))
    versions = (f"{one}/{two}", f"{one}{two}")
    texts = [f"{text[: found.start()]}{version}{text[found.end() :]}" for version in versions]
    spans = [find_spans(version) for version in texts]
    return tuple(Reading(span[0].latex, text) for span, text in zip(spans, texts, strict=True)) if all(spans) else ()


def each_asked(text: str) -> tuple[str, ...]:
    """Return the questions of a text that asks for several quantities of one thing: "mean, median and mode of ..."."""
    named = quantities_named(text)
    for start in range(len(named)):
        end = start + 1
        while end < len(named) and _AND.fullmatch(text[named[end - 1].end : named[end].start]):
            end += 1
        if end > start + 1:
            chain = named[start:end]
            return tuple(f"{text[: chain[0].start]}{text[w.start : w.end]}{text[chain[-1].end :]}" for w in chain)
    return ()


def both_questions(text: str) -> tuple[str, str] | None:
    """Return the two questions of an utterance that asks two things at once."""
    found = _BOTH.match(text)
    return (found["one"], found["two"]) if found else None


def two_asked(text: str) -> tuple[str, str] | None:
    """Return the two short questions that a text asks one after the other."""
    found = _TWO.match(text)
    return (found["one"], found["two"]) if found else None


def one_more_asked(text: str) -> tuple[str, str] | None:
    """Return the question of a text, and the one that an "also" adds to it."""
    found = _ALSO.match(text)
    return (found["one"], f"what is {found['two']}?") if found else None
