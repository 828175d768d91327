"""What is asked for by name, and which topic works it out."""

from __future__ import annotations

from dataclasses import replace

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation, Row, Sequence, Symbol, Text
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.asked.quantities import ASKED
from tutor_cli.maths.solve.asked.reader import AND
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.number_forms import NUMBER_FORMS
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.properties.functions import FUNCTIONS_OF_X
from tutor_cli.maths.solve.properties.graphs import GRAPHS
from tutor_cli.maths.solve.properties.integers import INTEGERS
from tutor_cli.maths.solve.properties.lines import LINES
from tutor_cli.maths.solve.properties.lists import LISTS
from tutor_cli.maths.solve.properties.matrices import MATRICES
from tutor_cli.maths.solve.properties.nearness import NEARNESS
from tutor_cli.maths.solve.properties.numbers import NUMBERS
from tutor_cli.maths.solve.properties.picking import PICKING
from tutor_cli.maths.solve.properties.roots import ROOTS
from tutor_cli.maths.solve.recipes import solving
from tutor_cli.maths.solve.recipes.finite_sets import SETS
from tutor_cli.maths.solve.recipes.functions import FUNCTIONS
from tutor_cli.maths.solve.recipes.polynomials import POLYNOMIALS
from tutor_cli.maths.solve.recipes.ratios import RATIOS
from tutor_cli.maths.solve.recipes.table import recipes
from tutor_cli.maths.solve.statistics import STATISTICS
from tutor_cli.maths.solve.stories import working
from tutor_cli.maths.solve.whole_numbers import WHOLE_NUMBERS
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree

QUANTITIES = {**STATISTICS, **WHOLE_NUMBERS, **NUMBER_FORMS, **FUNCTIONS}
PROPERTIES = {
    **ROOTS,
    **INTEGERS,
    **GRAPHS,
    **FUNCTIONS_OF_X,
    **LINES,
    **NUMBERS,
    **LISTS,
    **PICKING,
    **MATRICES,
    **NEARNESS,
}
ON_TREES = {**POLYNOMIALS, **RATIOS, **SETS, **PROPERTIES, **ASKED}


# The quantity of a problem that its story says how to work out.
STORY = "story"


def solve(problem: Problem, work: Working) -> Answer:
    """Answer a problem with a `quantity`, or several; its expressions are the numbers, points or the list."""
    if AND in problem.quantity:
        return _several(problem, work)
    if problem.quantity in ON_TREES:
        return ON_TREES[problem.quantity](problem.expressions, work)
    if problem.story and problem.quantity == STORY:
        return working.solve(problem, problem.story, work)
    values = [to_sympy(tree, problem.constants) for tree in _flat(problem.expressions)]
    if problem.quantity in QUANTITIES:
        return QUANTITIES[problem.quantity](values, work)
    if recipe := recipes().get(problem.quantity):
        return solving.solve(recipe, values, work)
    raise Unknown(problem.quantity)


def _several(problem: Problem, work: Working) -> Answer:
    """Answer a problem that asks for several quantities of the same."""
    names = problem.quantity.split(AND)
    answers = [solve(replace(problem, quantity=name), work) for name in names]
    work.steps = [step for place, step in enumerate(work.steps) if step not in work.steps[:place]]
    trees = [answer.tree if answer.tree is not None else to_tree(answer.value) for answer in answers]
    named = [tree if _says_itself(tree) else _named(name, tree) for name, tree in zip(names, trees, strict=True)]
    values = [answer.value for answer in answers]
    whole = None if any(value is None for value in values) else sp.FiniteSet(sp.Tuple(*values))
    return Answer("set", whole, joined(named, "and"), verified=all(answer.verified for answer in answers))


def _says_itself(tree: Expr) -> bool:
    """Tell whether an answer of several parts says what they are; points and lines do not."""
    return isinstance(tree, Row) and not isinstance(tree.items[0], Sequence) and not _is_line(tree.items[0])


def _is_line(tree: Expr) -> bool:
    return isinstance(tree, Relation) and tree.operands[0] in (Symbol("x"), Symbol("y"))


def _named(name: str, tree: Expr) -> Expr:
    """Return `HCF = 6`: the name of the quantity and what it is."""
    if isinstance(tree, Relation) and _is_line(tree):
        return Relation((Text(f"{name} {to_latex(tree.operands[0])}"), tree.operands[-1]), ("=",))
    value = tree.operands[-1] if isinstance(tree, Relation) else tree
    return Relation((Text(name), value), ("=",))


def _flat(trees: tuple[Expr, ...]) -> list[Expr]:
    found: list[Expr] = []
    for tree in trees:
        found += _flat(tree.items) if isinstance(tree, Sequence) else [tree]
    return found
