"""Questions about the figures, points or vectors of a problem: what these determine can be asked of them later.

Nothing is computed here. A question becomes the problem with that question put behind it, where the solver reads it.
"""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.subject.completing import NO_REQUEST
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.solve.asked.named_things import named_question
from tutor_cli.maths.solve.figures.reader import asked_further, figure_problem, names_figure_of

_DEFINES = re.compile(r"\b(?:formula|definition|meaning|mean|sutra)\b|सूत्र|परिभाषा|मतलब", re.IGNORECASE)


def question_about(c: Conversation, text: str) -> str:
    """Return the problem that a question about the figures of an earlier problem poses, or nothing.

    An older problem than the one in hand is meant only where a figure of it is named.
    """
    if c.exercise is not None or NO_REQUEST.match(text) or _DEFINES.search(text) or figure_problem(text):
        return ""
    passed: list[str] = []
    for worked in reversed(c.history):
        root = _root(c, worked.source)
        if root in passed:
            continue
        meant = not passed or names_figure_of(text, root)
        if posed := (asked_further(text, root, _asked_name(worked)) or _of_named(text, root)) if meant else "":
            c.edited.setdefault(posed, root)
            c.asked_besides.add(posed)
            return posed
        if not worked.gives:
            passed.append(root)
    return ""


def _of_named(text: str, root: str) -> str:
    """Return the problem with a question about the points or vectors that it names, or nothing."""
    posed = f"{root.strip(' ?.!।')}. Now {text}"
    return posed if named_question(posed) else ""


def _root(c: Conversation, source: str) -> str:
    """Return the problem that a question asked besides is about."""
    while source in c.asked_besides and (about := c.edited[source]) != source:
        source = about
    return source


def _asked_name(worked: Worked) -> str:
    """Return what the problem asked for, without its figure: "area" of "the area of the square"."""
    problem = figure_problem(worked.source)
    name = problem.story.asked_names if problem is not None and problem.story is not None else ""
    return name.partition(" of the ")[0]
