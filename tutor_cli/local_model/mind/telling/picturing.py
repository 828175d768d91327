"""A drawing in words: where a graph turns and cuts the axes, a part of the number line, two lines, a right triangle."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.things import things_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import Expr, Infix, Interval, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans

_TURNS = {"graph.minimum": "pic_minimum", "graph.maximum": "pic_maximum"}
_ENDLESS = (Symbol("infty"),)


def picture(c: Conversation, text: str) -> Turn:
    """Say what the drawing of a formula in the text, else of the problem in hand, would show."""
    spans = find_spans(text)
    worked = c.problem_in_hand
    if spans:
        lines = yield from _of_graph(c, spans[-1].latex)
    else:
        lines = (yield from _of_problem(c, worked)) if worked is not None else []
    if not lines:
        yield say("draw")
        return
    yield say("draw_in_words")
    yield from lines


def _of_problem(c: Conversation, worked: Worked) -> Asking[list[Line]]:
    if triangle := _triangle(worked):
        return [triangle]
    if regions := [*_regions(substitution.read(worked.answer))]:
        return regions
    things = things_in(worked)
    if "system" in things:
        return (yield from _of_lines(c, worked))
    formula = next((things[kind] for kind in ("function", "line", "equation") if kind in things), "")
    return (yield from _of_graph(c, formula)) if formula else []


def _of_graph(c: Conversation, formula: str) -> Asking[list[Line]]:
    """Return where the graph of a function turns and cuts the axes, or the points that give a line."""
    formula = formula.removesuffix(" = 0")
    lines: list[Line] = []
    if len(substitution.unknowns_of(formula)) > 1 and not formula.startswith("y ="):
        return (yield from _of_line(c, formula))
    turning = yield from toolbox.solve(f"turning points of {formula}", c.language)
    lines += [say(_TURNS[step.id], point=step.after) for step in turning.steps if step.id in _TURNS]
    for question, key in (("x intercepts", "pic_x_axis"), ("y intercept", "pic_y_axis")):
        found = yield from toolbox.solve(f"{question} of {formula}", c.language)
        if found.solved and found.answer.startswith("("):
            lines.append(say(key, points=found.answer))
    return lines if len(lines) > 1 else []


def _of_line(c: Conversation, line: str) -> Asking[list[Line]]:
    found = yield from toolbox.solve(f"intercepts of {line}", c.language)
    return [say("pic_line", line=line, points=found.answer)] if found.solved and "(" in found.answer else []


def _of_lines(c: Conversation, worked: Worked) -> Asking[list[Line]]:
    """Return the lines of a system and where they meet."""
    lines: list[Line] = []
    for equation in substitution.relations_of(worked.problem):
        lines += yield from _of_line(c, equation)
    if not lines:
        return []
    if r"\emptyset" in worked.answer:
        return [*lines, say("pic_parallel")]
    meets = substitution.put_in(worked.problem, worked.answer)
    return [*lines, say("pic_meet", point=meets[0].solution) if len(meets) == 1 else say("pic_same_line")]


def _regions(tree: Expr | None) -> Iterator[Line]:
    """Yield what of the number line is shaded, part by part."""
    match tree:
        case Relation((_, home), ("in",)):
            yield from _regions(home)
        case Infix(operands=parts, sign="cup"):
            for part in parts:
                yield from _regions(part)
        case Interval(lower, upper, lower_closed, upper_closed):
            low, high = _circle(lower_closed), _circle(upper_closed)
            if upper in _ENDLESS:
                yield say(f"pic_right_{low}", low=to_latex(lower))
            elif not isinstance(lower, Symbol) and "infty" not in to_latex(lower):
                yield say(f"pic_between_{low}_{high}", low=to_latex(lower), high=to_latex(upper))
            else:
                yield say(f"pic_left_{high}", high=to_latex(upper))


def _circle(closed: bool) -> str:
    return "closed" if closed else "open"


def _triangle(worked: Worked) -> Line | None:
    sides = next((sides for step in worked.steps if (sides := load("checks")["triangles"].get(step.before))), None)
    values = worked.values
    if sides is None or not set(sides) <= values.keys():
        return None
    first, second, longest = (values[letter] for letter in sides)
    return say("pic_triangle", first=first, second=second, longest=longest)
