"""Simplifying: surds, powers, polynomials, fractions with letters, trigonometric and other expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Power, Quotient, Relation, Root, Symbol
from tutor_cli.maths.solve import arithmetic, domain, expand, surds
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.verify import letters
from tutor_cli.maths.solve.working import Statement, Working, line_tree


def _odd_roots(f: Any) -> Any:
    """Undo odd roots of odd powers: the cube root of x³ is x for every real x."""
    return f.replace(_is_undone_root, lambda node: node.base.base)


def _is_undone_root(node: Any) -> bool:
    if not (node.is_Pow and node.base.is_Pow and node.exp.is_Rational and node.base.exp.is_Integer):
        return False
    return bool(node.exp * node.base.exp == 1 and node.exp.q % 2)


# Ways to rewrite, each with the step that names it.
REWRITES: list[tuple[str, Callable[[Any], Any]]] = [
    ("simplify.cancel", sp.cancel),
    ("simplify.factor", sp.factor),
    ("algebra.collect", sp.expand),
    ("simplify.trigonometry", sp.trigsimp),
    ("simplify.powers", lambda f: sp.powsimp(sp.powdenest(f))),
    ("simplify.logarithms", lambda f: sp.logcombine(f)),
    ("simplify.roots", lambda f: _odd_roots(sp.radsimp(sp.sqrtdenest(f)))),
    ("simplify.rules", sp.simplify),
    ("simplify.trigonometry", lambda f: sp.expand(sp.trigsimp(sp.expand_trig(f)))),
    ("simplify.trigonometry", lambda f: sp.fu(f)),
]


def solve(tree: Expr, constants: tuple[str, ...], assume: tuple[Expr, ...], work: Working) -> Any:
    """Return the shortest form found, and record which points the original leaves out."""
    f = to_sympy(tree, constants)
    if not letters(tree, constants):
        if f.is_Rational and not any(isinstance(node, (Root, Power)) for node in tree.walk()):
            arithmetic.Calculator(constants, work).run(tree)
            return f
        return surds.solve(tree, constants, work)
    above_zero = positive_letters(assume) | logarithm_letters(tree, constants)
    positive = {name: sp.Symbol(name, positive=True) for name in above_zero}
    f = f.subs({sp.Symbol(name, real=True): symbol for name, symbol in positive.items()})
    if f.is_polynomial() and not any(node for node in tree.walk() if _is_division(node)):
        return expand.solve(tree, constants, work)
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


def logarithm_letters(tree: Expr, constants: tuple[str, ...]) -> set[str]:
    """Return the letters that stand alone in a logarithm, so that the expression has no meaning unless they are > 0."""
    needs = domain.constraints(tree, letters(tree, constants), constants)
    return {need.expression.name for need in needs if need.sign == ">" and need.expression.is_Symbol}


def _shortest(tree: Expr, f: Any, work: Working) -> Any:
    current = f
    shown: Any = tree
    for id, rewrite in _best_rewrites(f):
        after = rewrite(current)
        if sp.count_ops(after) < sp.count_ops(current):
            work.step(id, shown, after)
            current = shown = after
    together = sp.factor(sp.together(current))
    if current.is_Add and shown is tree and sp.denom(together) != 1 and sp.count_ops(together) <= sp.count_ops(current):
        work.step("simplify.common_denominator", shown, together)
        current = shown = together
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
