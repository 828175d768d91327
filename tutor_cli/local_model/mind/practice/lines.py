"""Work that the pupil shows line by line: the first line that does not follow is named, and what should stand there."""

from __future__ import annotations

import re
from itertools import pairwise

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.telling import asking, explaining, proving
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.maths.expr import Relation
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans

_SHOWS = re.compile(
    r"\b(?:my|these) (?:work(?:ing)?|steps|lines|solution)\b|\bi did (?:it )?(?:like this|this)\b|\bwhat i did\b"
    r"|(?<!\w)(?:mera|mere|मेरा|मेरे) (?:kaa?m|steps?|hal|काम|हल|चरण)(?!\w)"
    r"|(?<!\w)(?:maine|मैंने) (?:aise|ye|yeh|ऐसे|यह|ये) (?:kiya|किया)",
    re.IGNORECASE,
)


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that judges the lines of a pupil's work, or None where he shows none."""
    shows = _SHOWS.search(u.text)
    spans = find_spans(u.text[shows.end() :]) if shows else []
    lines = [span.expr for span in spans if isinstance(span.expr, Relation) and span.expr.signs == ("=",)]
    if not lines or toolbox.CHECK not in c.tools:
        return None
    written = [to_latex(line) for line in lines]
    known = c.exercise.worked if c.exercise is not None else c.problem_in_hand
    if known is not None and "=" in known.problem and _same_unknown(known.problem, written[0]):
        written = [known.problem, *(line for line in written if line != known.problem)]
    if len(written) > 1:
        return _with_ours(c, _judged(c, written))
    left, right = map(to_latex, lines[0].operands)
    return _with_ours(c, _equality(c, left, right))


def _same_unknown(problem: str, line: str) -> bool:
    unknowns = substitution.unknowns_of(problem)
    return len(unknowns) == 1 and unknowns == substitution.unknowns_of(line)


def _with_ours(c: Conversation, turn: Turn) -> Turn:
    exercise = c.exercise
    yield from turn
    if exercise is not None:
        c.focus = "exercise"
        yield say("back_to_ours")
        yield from asking.problem_again(c)


def _equality(c: Conversation, left: str, right: str) -> Turn:
    verdict, _ = yield from toolbox.check(left, right, c.language)
    worked = yield from toolbox.solve(left, c.language)
    yield say("verdict_right" if verdict in toolbox.RIGHT else "verdict_wrong")
    if verdict in toolbox.RIGHT or not worked.solved:
        return
    if shown := (yield from proving.multiplied_out(c, worked, right)):
        yield from shown
        return
    yield say("step_before", before=left)
    yield explaining.answer_line(worked)


def _judged(c: Conversation, lines: list[str]) -> Turn:
    """Name the first line that has not the solutions of the one before it, and say what follows instead."""
    for before, line in pairwise(lines):
        due = yield from toolbox.solve(before, c.language)
        found = yield from toolbox.solve(line, c.language)
        if not (due.solved and found.solved):
            yield say("line_unread", line=line)
            return
        if due.answer != found.answer:
            yield say("line_wrong", line=line, before=before)
            yield from explaining.step_lines(c, due, 0, alone=True) if due.steps else ()
            return
    yield say("lines_right")
