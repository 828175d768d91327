"""Simplifying: surds, powers, polynomials, fractions with letters, trigonometric and other expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Quotient, Relation, Symbol
from tutor_cli.maths.solve import domain, expand, surds
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.verify import letters
from tutor_cli.maths.solve.working import Statement, Working, line_tree

# Ways to rewrite, each with the step that names it.
REWRITES: list[tuple[str, Callable[[Any], Any]]] = [
    ("simplify.cancel", sp.cancel),
    ("simplify.factor", sp.factor),
    ("algebra.collect", sp.expand),
    ("simplify.trigonometry", sp.trigsimp),
    ("simplify.powers", lambda f: sp.powsimp(sp.powdenest(f))),
    ("simplify.logarithms", lambda f: sp.logcombine(f)),
    ("simplify.roots", lambda f: sp.radsimp(sp.sqrtdenest(f))),
    ("simplify.rules", sp.simplify),
    ("simplify.trigonometry", lambda f: sp.expand(sp.trigsimp(sp.expand_trig(f)))),
    ("simplify.trigonometry", lambda f: sp.fu(f)),
]


def solve(tree: Expr, constants: tuple[str, ...], assume: tuple[Expr, ...], work: Working) -> Any:
    """Return the shortest form found, and record which points the original leaves out."""
    f = to_sympy(tree, constants)
    if not letters(tree, constants):
        return surds.solve(tree, constants, work)
    positive = {name: sp.Symbol(name, positive=True) for name in positive_letters(assume)}
    f = f.subs({sp.Symbol(name, real=True): symbol for name, symbol in positive.items()})
    if f.is_polynomial() and not any(node for node in tree.walk() if _is_division(node)):
        return _polynomial(tree, constants, work)
    result = _shortest(tree, f, work)
    work.conditions += list(lost_conditions(tree, result, constants))
    return result


def _is_division(node: Expr) -> bool:
    return isinstance(node, Quotient) and not isinstance(node.denominator, Number)


def positive_letters(assume: tuple[Expr, ...]) -> set[str]:
    """Return the letters that are assumed to be greater than 0."""
    found = set()
    for tree in assume:
        if isinstance(tree, Relation) and tree.signs == (">",) and isinstance(tree.operands[0], Symbol):
            found.add(tree.operands[0].name)
    return found


def _polynomial(tree: Expr, constants: tuple[str, ...], work: Working) -> Any:
    expanded = expand.solve(tree, constants, work)
    factored = sp.factor(expanded)
    if sp.count_ops(factored) < sp.count_ops(expanded) and not factored.is_Add:
        original = to_sympy(tree, constants)
        return original if sp.count_ops(original) <= sp.count_ops(factored) else expanded
    return expanded


def _shortest(tree: Expr, f: Any, work: Working) -> Any:
    current = f
    shown: Any = tree
    for id, rewrite in _best_rewrites(f):
        after = rewrite(current)
        if sp.count_ops(after) < sp.count_ops(current):
            work.step(id, shown, after)
            current = shown = after
    if shown is tree:
        work.step("simplify.rules", tree, current)
    return current


def _best_rewrites(f: Any) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    trigonometric = f.has(sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)
    for id, rewrite in REWRITES:
        if id != "simplify.trigonometry" or trigonometric:
            yield id, rewrite


def lost_conditions(tree: Expr, result: Any, constants: tuple[str, ...]) -> Iterator[Expr]:
    """Yield the points where the original has no value although the result has one: `x ≠ 3`."""
    for x in sorted(to_sympy(tree, constants).free_symbols | result.free_symbols | _letters(tree, constants), key=str):
        try:
            before = domain.excluded_points(domain.constraints(tree, {x.name}, constants), x)
            after = domain.excluded_points(domain.constraints(line_tree(result), {x.name}, constants), x)
        except (NotImplementedError, sp.PolynomialError, TypeError):
            continue
        for point in before:
            if point not in after:
                yield line_tree(Statement(x, point, "ne"))


def _letters(tree: Expr, constants: tuple[str, ...]) -> set[Any]:
    return {sp.Symbol(name, real=True) for name in letters(tree, constants)}
