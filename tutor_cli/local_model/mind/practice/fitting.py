"""Equations and inequalities claimed of the unknowns of the problem in hand: "so 2x = 14, right?", "is x + y = 10?".

What is claimed need not be a line of the working: it is right where every solution fits it.
"""

from __future__ import annotations

from itertools import islice

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Asking, Line, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining, proving
from tutor_cli.local_model.mind.utterance.claim_cues import apart
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.expr import Relation, Symbol
from tutor_cli.maths.spoken import find_spans

_CLAIMING = frozenset(("states", "asks", "tries", "denies", "one_of"))
_IS, _IS_HINDI = "is", "kya"
_MOST_SOLUTIONS = 3


def attempt(c: Conversation, u: Utterance) -> Asking[bool] | None:
    """Return the attempt to judge such a claim, true once it is judged; None where there is none."""
    worked = c.problem_in_hand
    if c.exercise is not None or c.left_unanswered or worked is None or worked.kind != "set":
        return None
    claimed = _claimed_in(u.text)
    names = set(substitution.unknowns_of(claimed)) if claimed else set()
    return _judged(c, worked, claimed) if names and names <= set(substitution.unknowns_of(worked.problem)) else None


def _claimed_in(text: str) -> str:
    """Return the relation that an utterance claims and does nothing else, in LaTeX; empty where it claims a value."""
    cues, rest = apart(text)
    spans = find_spans(rest)
    if len(spans) != 1 or not isinstance(spans[0].expr, Relation) or _is_value(spans[0].expr):
        return ""
    beside = tokens(rest[: spans[0].start]) + tokens(rest[spans[0].end :])
    asks = bool(beside) and (beside[0].plain == _IS or beside[0].sound == _IS_HINDI)
    return spans[0].latex if (asks or cues & _CLAIMING) and all(map(is_function_word, beside)) else ""


def _is_value(relation: Relation) -> bool:
    """Tell whether a relation gives an unknown as a number, or as one of several: x = 3, x = -2 or 4."""
    left, *others = relation.operands
    return isinstance(left, Symbol) and not any(isinstance(node, Symbol) for side in others for node in side.walk())


def _judged(c: Conversation, worked: Worked, claimed: str) -> Asking[bool]:
    shown: list[list[Line]] = []
    for solution in islice(substitution.put_in(claimed, worked.answer), _MOST_SOLUTIONS):
        becomes = yield from proving.becomes(c, *solution.statements)
        shown += [[say("check_in_claim", solution=solution.solution), *becomes]] if becomes else []
    fit = [lines[-1].key == "becomes_true" for lines in shown]
    if not fit:
        return False
    yield from explaining.in_language(c)
    yield say("verdict_right" if all(fit) else "fits_in_part" if any(fit) else "claim_wrong")
    for lines in shown:
        yield from lines
    if not all(fit):
        yield explaining.answer_line(worked)
    c.focus = "solution"
    return True
