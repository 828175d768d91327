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

_NAMES = re.compile(r"\b[A-Z]{2,4}\b")
_DEFINES = re.compile(r"\b(?:formula|definition|meaning|mean|sutra)\b|सूत्र|परिभाषा|मतलब", re.IGNORECASE)


def question_about(c: Conversation, text: str) -> str:
    """Return the problem that a question about the figures of an earlier problem poses, or nothing.

    An older problem than the one in hand is meant only where a figure of it is named.
    """
    if c.exercise is not None or NO_REQUEST.match(text) or _DEFINES.search(text) or figure_problem(text):
        return ""
    passed = False
    tried: set[str] = set()
    for worked in reversed(c.history):
        for root in _roots(c, worked.source):
            meant = root not in tried and (not passed or names_figure_of(text, root))
            tried.add(root)
            if posed := _posed(c, text, root, worked) if meant else "":
                return posed
        passed = passed or not (worked.gives or worked.source in c.edited)
    return ""


def _posed(c: Conversation, text: str, root: str, worked: Worked) -> str:
    posed = asked_further(text, root, _asked_name(worked)) or _of_named(text, root, c.heard)
    if posed:
        c.edited.setdefault(posed, root)
        c.asked_besides.add(posed)
    return posed


def _of_named(text: str, root: str, heard: str) -> str:
    """Return the problem with a question about the points or vectors that it names, or nothing.

    A name that was `heard` is not dropped.
    """
    posed = f"{root.strip(' ?.!।')}. Now {text}"
    whole = set(_NAMES.findall(heard)) <= set(_NAMES.findall(text))
    return posed if whole and named_question(posed) else ""


def _roots(c: Conversation, source: str) -> tuple[str, ...]:
    """Return the problems a further question may be put to: with what the last question told, and without."""
    root = source
    while root in c.asked_besides and c.edited[root] != root:
        root = c.edited[root]
    asked = source.rpartition(". Now ")[2]
    return (source, root) if root != source and re.search(r"\d", asked) else (root,)


def _asked_name(worked: Worked) -> str:
    """Return what the problem asked for, without its figure: "area" of "the area of the square"."""
    problem = figure_problem(worked.source)
    name = problem.story.asked_names if problem is not None and problem.story is not None else ""
    return name.partition(" of the ")[0]
