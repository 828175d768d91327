"""A problem that the pupil brings to work on himself: "I want to practise ...", "a hint for ...", "test me with ...".

What says so is taken off; the rest is the problem, in the pupil's words.
"""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.subject import stating
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.doubts import is_story
from tutor_cli.local_model.mind.utterance.mathematics import has_own_maths, looks_like_maths
from tutor_cli.maths.solve.framing import without_wishes
from tutor_cli.maths.solve.ranges import with_range
from tutor_cli.maths.spoken import with_maths

_GERUND = re.compile(
    r"^(?:(?P<e>solv|integrat|differentiat|factori[sz]|evaluat|calculat)ing|(?P<verb>find|expand|simplify)ing)\b",
    re.IGNORECASE,
)
_ASKS_IF_RIGHT = re.compile(r"\b(?:right|correct|sahi)\b|सही", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2}|a \w{2}", re.IGNORECASE)
_VALUE_OF_LETTER = re.compile(r"\s*[a-z]\s*=\s*[^a-z]*", re.IGNORECASE)


def problem_in(text: str) -> str:
    """Return the problem that a text brings to be worked on, without the words that say so; else nothing."""
    question, alone = without_wishes(text)
    if not (alone and has_own_maths(question)) or _ASKS_IF_RIGHT.search(text):
        return ""
    found = _GERUND.sub(lambda verb: f"{verb['e']}e" if verb["e"] else verb["verb"], question.strip(" ,;:.!।"))
    poses = looks_like_maths(found) or is_story(found)
    return found if poses and not _VALUE_OF_LETTER.fullmatch(found) else ""


def shown(worked: Worked, told: str) -> str:
    """Return how a problem is put before the pupil: its formula where that says all, with its range, or its words."""
    ranged = with_range(told)
    if ranged != told:
        return f"${worked.problem}$, $x \\in {ranged.rpartition(' in ')[2]}$."
    if "=" in worked.problem and not stating.told_in_words(worked) and not stating.loses_number(worked):
        return f"${worked.problem}$."
    return explaining.sentence(with_maths(told[:1].upper() + told[1:] if _WORDS.match(told) else told))
