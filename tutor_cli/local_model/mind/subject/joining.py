"""A follow-up that asks another quantity of the same story, and may give one more number for it.

Nothing is computed here. The question takes the place of the story's own; only a text that the solver reads as the
same story, with everything that was told, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tutor_cli.local_model.mind.subject.completing import (
    MOST_WORDS,
    NO_REQUEST,
    denied_in_vain,
    facts_of,
    passes_over,
    problem_in,
    versions,
)
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
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
_LEAD_IN = re.compile(r"^\W*(?:(?:so|and|ok|okay|now|then|but|also|well)\W+)+", re.IGNORECASE)


def joined(text: str, source: str) -> str:
    """Return a story with the question of a follow-up in the place of its own, all that was told kept; else nothing.

    A number that the question brings is then one more that is given: the money there is, the price of a metre.
    """
    # A question put whole into English comes before its words in the order of Hindi.
    said = versions(text)[::-1]
    if NO_REQUEST.match(text) or any(map(_NOT_FURTHER.search, said)) or len(text.split()) > MOST_WORDS:
        return ""
    for follow_up, earlier in product(said, versions(source)):
        known = problem_in(earlier)
        if known is None or known.story is None or not (facts := facts_of(earlier)):
            continue
        asks = _LEAD_IN.sub("", follow_up)
        asks = asks if _ASKING.search(asks) else f"What is {asks}"
        for candidate in _asked_of(facts, earlier, asks):
            problem = problem_in(candidate)
            if problem is None or problem == known or not _keeps_all(problem, known, facts):
                continue
            if not passes_over(candidate, follow_up, problem) and not denied_in_vain(candidate, follow_up, problem):
                return candidate
    return ""


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
