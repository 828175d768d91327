"""What a part of the working comes to: the total under a mean, a product before it is halved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tutor_cli.local_model.mind.subject.substitution import read
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import Add, Expr, Mul, Number
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.exact import TooLarge, Undefined, rational_value

_FORMULA = re.compile(r"\$([^$]+)\$")


def made_in(worked: Worked, value: Fraction) -> str:
    """Return the part of the working, in LaTeX, that comes to a value, the shortest; empty where none does."""
    lines = (text for step in worked.steps for text in (step.before, step.after, *_FORMULA.findall(step.reason)))
    trees = filter(None, map(read, dict.fromkeys(filter(None, lines))))
    parts = (part for tree in trees for part in _parts(tree) if _value(part) == value)
    return min(map(to_latex, parts), key=len, default="")


def _parts(tree: Expr) -> Iterator[Expr]:
    """Yield the parts of a formula that are more than a number, of sums and products also the runs of their items."""
    for node in tree.walk():
        items = node.terms if isinstance(node, Add) else node.factors if isinstance(node, Mul) else ()
        for start in range(len(items)):
            runs = (items[start:end] for end in range(start + 2, len(items) + 1))
            yield from (Add(run) if isinstance(node, Add) else Mul(run, "dot") for run in runs)
        if not isinstance(node, Number):
            yield node


def _value(part: Expr) -> Fraction | None:
    try:
        return rational_value(part)
    except (Undefined, TooLarge):
        return None
