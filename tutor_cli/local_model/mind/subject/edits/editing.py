"""The problem in hand as an utterance edits it, posed as a whole problem again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.completing import asks_the_same, completed, problem_in
from tutor_cli.local_model.mind.subject.edits import formulas, numbers, progressions, words
from tutor_cli.local_model.mind.subject.edits.rules import ruled
from tutor_cli.local_model.mind.subject.edits.said import Change, Said, said_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.words import language_of
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.worded import worded_problem

_WHAT_WAS_FOUND = re.compile(r"\b(?:it|that|this|the answer|result)\b", re.IGNORECASE)
_ANYTHING = frozenset(("happens", "happen", "ask", "if", "then", "be", "will", "would"))
_INTEREST = re.compile(r"(?<!with )(?<!at )(?<!by )(?<!in )\b(?:simple|compound) interest\b", re.IGNORECASE)
_ASKS_INTEREST = re.compile(r"\b(?:find|what is) (?:the )?(?:simple|compound) interest\b", re.IGNORECASE)
# Hindi words at the end that ask for what was named before.
_LEFT_OVER = re.compile(r"(?:\s+(?:ka|ask|par|is))+\s*$")


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of an edit: the problem as edited, empty where the part that was named is not to be found in it.

    `supposes` tells whether the text says that it changes something, and does not just name it; `effect` is what it
    asks of the change, and `before` the same question of the problem as it was.
    """

    problem: str
    supposes: bool
    effect: str = ""
    before: str = ""


@lru_cache(maxsize=64)
def edited(text: str, worked: Worked) -> Edited | None:
    """Return the problem in hand as the text edits it; None where the text edits nothing."""
    if by_rule := _by_rule(text, worked):
        return by_rule
    known = problem_in(text) is not None
    readings = [said for said in said_in(text) if not (known and (said.rest or not said.supposes))]
    asks = any(said.rest for said in readings)
    for said in readings:
        if (asks and not said.rest) or (not said.supposes and _names_other_interest(text, worked.source)):
            continue
        if problem := next(_posed(said, worked), ""):
            supposes = said.supposes or any(change.how != "to" for change in said.changes[0])
            before = asking(said.rest, worked.source) if said.effect else ""
            return Edited(problem, supposes, said.effect, before)
    first = [(said.supposes, said.changes[0][0]) for said in readings]
    names_part = any(
        change.what and (supposes or (change.how == "times" and not _WHAT_WAS_FOUND.search(change.what)))
        for supposes, change in first
    )
    return Edited("", supposes=True) if names_part else None


def _by_rule(text: str, worked: Worked) -> Edited | None:
    """Return the problem with a rule of it exchanged, and asked what the text asks besides."""
    for source in _texts(worked):
        problem = ruled(text, source)
        if problem and (problem_in(problem) is not None or problem_in(worked.source) is None):
            # What names the rule itself asks nothing besides.
            said_besides = [(said.rest, said.effect) for said in said_in(text) if not ruled(said.rest, source)]
            questions = said_besides or [("", "")]
            asked = ((asking(rest, problem), effect, rest) for rest, effect in questions)
            other, effect, rest = next((found for found in asked if found[0]), ("", "", ""))
            return Edited(other, True, effect, asking(rest, worked.source) if effect else "")
    return None


def _posed(said: Said, worked: Worked) -> Iterator[str]:
    for source in _texts(worked):
        known = problem_in(source)
        for changes in said.changes:
            for other in _all_made(source, worked.problem, changes):
                if other.split() == source.split():
                    continue
                problem = problem_in(other)
                if known is not None and (problem is None or problem == known):
                    continue
                yield from filter(None, [asking(said.rest, other)])


def _names_other_interest(text: str, source: str) -> bool:
    """Tell whether an interest is merely named that is another quantity than the amount asked for, not another rule."""
    return _INTEREST.search(text) is not None and _ASKS_INTEREST.search(source) is None


def _texts(worked: Worked) -> list[str]:
    known = worded_problem(worked.source) is not None and language_of(worked.source) != "hi"
    english = worked.source if known else _in_english(worked.source)
    own = () if problem_in(worked.source) is not None else (worked.source, in_english_order(worked.source))
    return list(dict.fromkeys(filter(None, (*own, english, told(english), worked.problem))))


def _in_english(source: str) -> str:
    """Return a problem told in Hindi in English: in whole sentences where these read as the very problem."""
    ordered, words = in_english_order(source), in_english_words(source)
    known = problem_in(ordered) if ordered else None
    if known is not None and any(_same(known, problem_in(other)) for other in (source, words)):
        return ordered
    return _LEFT_OVER.sub("", words) or source


def _same(one: Problem, other: Problem | None) -> bool:
    """Tell whether two problems are the same, in whatever order their numbers are given."""
    if other is None or one.story is None or other.story is None:
        return one == other
    given = [
        dict(zip(problem.story.given, problem.expressions, strict=False)) for problem in (one, other) if problem.story
    ]
    return given[0] == given[1] and one.story.asked == other.story.asked


def _all_made(source: str, problem: str, changes: tuple[Change, ...]) -> Iterator[str]:
    """Yield the problem with one change after the other made."""
    first, *others = changes
    for other in filter(None, _made(source, problem, first)):
        if not others:
            yield other
        else:
            yield from _all_made(other, problem, tuple(others))


def _made(source: str, problem: str, change: Change) -> Iterator[str]:
    yield from progressions.continued(source, change)
    yield formulas.edited(source, problem, change)
    if change.how == "to":
        yield from words.exchanged(source, change)
    if problem_in(source) is not None:
        yield from numbers.renumbered(source, problem, change)


def asking(rest: str, problem: str) -> str:
    """Return the edited problem with the question asked besides in the place of its own; nothing where it is unread."""
    # A letter asked for is an unknown of the formula.
    if all(is_light(word) or word in _ANYTHING or len(word) == 1 for word in rest.lower().split()):
        return problem
    return problem if asks_the_same(rest, problem) else completed(rest, [problem])
