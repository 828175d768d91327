"""A follow-up that asks another quantity of the same story, and may give one more number for it.

Nothing is computed here. The question takes the place of the story's own; only a text that the solver reads as the
same story, with everything that was told, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product

from tutor_cli.local_model.mind.subject.completing import (
    MOST_WORDS,
    NO_REQUEST,
    denied_in_vain,
    facts_of,
    passes_over,
    problem_in,
    versions,
)
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.changing import asked_anew
from tutor_cli.maths.solve.stories.measures import measures

# What changes the story, and "how many times", which a story read in part would pass over.
_NOT_FURTHER = re.compile(
    r"\b(?:what if|suppose|supposing|instead|same|change[sd]?|how many times|what factor)\b"
    r"|\b(?:first|second|third|last|next) year\b|\bkitn[aei] gun|कितन[ाीे] गुन",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:what|how|which|find|when|calculate|is|are)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:^|[.;?!]\s+)(?P<what>(?:if|with)\b[^,.?!]*\d[^,.?!]*), (?:what|how|find|which)\b", re.IGNORECASE
)
# "How much more does he get?" is another question than "how much does he get?".
_COMPARES = re.compile(
    r"\bhow (?:much|many) (?:more|less|fewer|longer|older|younger|faster|dearer|cheaper)"
    r"(?= (?:is|was|does|do|did|will|would)\b)",
    re.IGNORECASE,
)
# Shorter ones tell no story.
_SHORT = 5
_YEARS = ("the number of years", "वर्षों की संख्या")
_THEN = re.compile(r"\b(?:then|at that time)\b(?=\W*$)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LEAD_IN = re.compile(r"^\W*(?:(?:so|and|ok|okay|now|then|but|also|well)\W+)+", re.IGNORECASE)


def joined(text: str, source: str) -> str:
    """Return a story with the question of a follow-up in the place of its own, all that was told kept; else nothing.

    A number that the question brings is then one more that is given: the money there is, the price of a metre.
    """
    # A question put whole into English comes before its words in the order of Hindi.
    said = versions(text)[::-1]
    if NO_REQUEST.match(text) or len(text.split()) > MOST_WORDS:
        return ""
    further = () if any(map(_NOT_FURTHER.search, said)) else product(said, versions(source))
    whole = (_whole(follow_up, earlier) for follow_up, earlier in further)
    anew = (_anew(text, earlier) for earlier in versions(source))
    return next(filter(None, chain(whole, anew)), "")


def _whole(follow_up: str, earlier: str) -> str:
    """Return the story with the question, everything that was told of it kept; or nothing."""
    known = problem_in(earlier)
    if known is None or known.story is None or not (facts := facts_of(earlier)):
        return ""
    asks = _LEAD_IN.sub("", follow_up)
    asks = asks if _ASKING.search(asks) else f"What is {asks}"
    for candidate in _asked_of(facts, earlier, asks):
        problem = problem_in(candidate)
        if problem is None or problem == known or not _keeps_all(problem, known, facts):
            continue
        if _COMPARES.search(asks) and problem_in(f"{facts}. {_COMPARES.sub('how much', asks)}") == problem:
            continue
        if not passes_over(candidate, follow_up, problem) and not denied_in_vain(candidate, follow_up, problem):
            return candidate
    return ""


def _anew(text: str, source: str) -> str:
    """Return the story with what the question gives in the place of what it asks for, "at 60 km/h, how long ...?"."""
    problem = asked_anew(text, source) if _DIGIT.search(text) else ""
    return problem if problem and problem_in(problem) is not None else ""


def _asked_of(facts: str, earlier: str, asks: str) -> Iterator[str]:
    """Yield a question put to what was told, and to that with what the question before gave: "if it returns at 90"."""
    yield f"{facts}. {asks}"
    if given := _GIVEN.search(earlier):
        yield f"{facts}. {given['what']}, {asks}"


def _keeps_all(problem: Problem, known: Problem, facts: str) -> bool:
    """Tell whether a problem is of the same story, with everything that was told of it."""
    if problem.story is None or known.story is None:
        return False
    if known.story.equations:
        return set(known.expressions) <= set(problem.expressions)
    told_of = min(len(known.expressions), len(measures(told(facts))))
    return 0 < told_of <= len(problem.expressions)


def with_answer(text: str, worked: Worked) -> str:
    """Return a story that lacks what was found last, with that: "the train is 150 m long. How long does it take?"."""
    found = worked.told.replace("$", "")
    if not found or len(text.split()) <= _SHORT or not _DIGIT.search(text) or problem_in(text) is not None:
        return ""
    whole = f"{found} {text}"
    problem = problem_in(whole)
    read = problem is not None and problem.story is not None and len(problem.expressions) == len(measures(told(whole)))
    return whole if read and problem != problem_in(worked.source) else ""


def at_that_time(text: str, worked: Worked | None) -> str:
    """Return a question with the years that were found in the place of "then": "how old will they be then?"."""
    amounts = worked.amounts if worked is not None else ()
    years = next((item.value for item in amounts if item.asked and item.name in _YEARS), "")
    return _THEN.sub(f"after {years} years", text) if years else text
