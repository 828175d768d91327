"""Equations with letters as coefficients: solved for one letter, with a case for every coefficient that may be 0."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Case, Cases, Expr, Relation, Symbol, Text
from tutor_cli.maths.solve import domain, equation, verify
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree


def solve(relation: Relation, name: str, constants: tuple[str, ...], work: Working) -> Answer:
    """Solve a linear or quadratic equation for one letter; raise NoMethod for another."""
    x = symbol(name)
    left, right = (to_sympy(side, constants) for side in relation.operands)
    start = Statement(left, right)
    if not start.difference.has(x):
        raise NoMethod
    equation.simplify_sides(relation, start, work)
    cleared = _without_denominators(start, x, work)
    poly = sp.Poly(sp.expand(cleared.difference), x) if cleared.difference.is_polynomial(x) else None
    if poly is None or poly.degree() not in (1, 2):
        return _other(relation, start, x, constants, work)
    if poly.degree() == 2:
        return _quadratic(cleared, poly, x, work)
    return _linear(relation, cleared, poly, x, constants, work)


def _without_denominators(start: Statement, x: Any, work: Working) -> Statement:
    common = sp.lcm(sp.denom(sp.together(start.left)), sp.denom(sp.together(start.right)))
    if common == 1:
        return start
    cleared = Statement(*(sp.expand(sp.cancel(side * common)) for side in (start.left, start.right)))
    work.step("rational.clear_denominators", start, cleared, may_add=True, factor=common)
    return cleared


def _linear(
    relation: Relation, start: Statement, poly: Any, x: Any, constants: tuple[str, ...], work: Working
) -> Answer:
    slope, rest = sp.factor(poly.coeff_monomial(x)), sp.factor(-poly.coeff_monomial(1))
    if slope.could_extract_minus_sign():
        slope, rest = -slope, -rest
    collected = Statement(sp.Mul(slope, x), rest)
    work.step("parameter.collect", start, collected, unknown=x)
    root = sp.cancel(rest / slope)
    root = sp.factor(root) if sp.count_ops(sp.factor(root)) < sp.count_ops(root) else root
    if slope.is_number or _never_zero(relation, slope, constants):
        work.step("equation.divide", collected, Statement(x, root), factor=slope)
        verified = _solves(start, x, root)
        return Answer("set", sp.FiniteSet(root), line_tree(Statement(x, root)), verified=verified)
    work.step("parameter.divide", collected, Statement(x, root), factor=slope)
    value = _three_cases(slope, rest, root)
    return Answer("cases", value, _cases_tree(slope, rest, root, x), verified=_solves(start, x, root))


def _vanishes_with(rest: Any, slope: Any) -> bool:
    """Tell whether the other side is 0 whenever the coefficient is: it is a multiple of it."""
    return bool(sp.denom(sp.cancel(rest / slope)) == 1)


def _never_zero(relation: Relation, slope: Any, constants: tuple[str, ...]) -> bool:
    """Tell whether the original equation already rules out that the coefficient is 0."""
    names = verify.letters(relation, constants)
    needs = domain.constraints(relation, names, constants)
    factors = {factor for factor, _ in sp.factor_list(slope)[1]}
    excluded = {factor for need in needs if need.sign == "ne" for factor, _ in sp.factor_list(need.expression)[1]}
    return factors <= excluded


def _three_cases(slope: Any, rest: Any, root: Any) -> Any:
    return sp.Piecewise(
        (sp.FiniteSet(root), sp.Ne(slope, 0)), (sp.S.Reals, sp.Eq(rest, 0)), (sp.S.EmptySet, True), evaluate=False
    )


def _cases_tree(slope: Any, rest: Any, root: Any, x: Any) -> Expr:
    zero = sp.Integer(0)
    unequal, both = line_tree(Statement(slope, zero, "ne")), line_tree([Statement(slope, zero)])
    rows = [Case(line_tree(Statement(x, root)), unequal)]
    if _vanishes_with(rest, slope):
        rows.append(Case(Relation((to_tree(x), Symbol("RR")), ("in",)), both))
    elif not rest.is_number:
        rest_zero, rest_not = (line_tree(Statement(rest, zero, sign)) for sign in ("=", "ne"))
        rows.append(Case(Relation((to_tree(x), Symbol("RR")), ("in",)), joined([both, rest_zero], "and")))
        rows.append(Case(Text("no solution"), joined([both, rest_not], "and")))
    else:
        rows.append(Case(Text("no solution"), both))
    return Cases(tuple(rows))


def _solves(start: Statement, x: Any, root: Any) -> bool:
    left, right = (line_tree(side.subs(x, root)) for side in (start.left, start.right))
    return verify.expressions_agree(left, right, ("e", "pi")) is True


def _quadratic(start: Statement, poly: Any, x: Any, work: Working) -> Answer:
    a, b, c = (sp.factor(poly.coeff_monomial(x**k)) for k in (2, 1, 0))
    standard = Statement(poly.as_expr(), sp.Integer(0))
    work.step("equation.all_left", start, standard)
    discriminant = sp.factor(b**2 - 4 * a * c)
    work.note("quadratic.discriminant", Statement(sp.Symbol("D"), discriminant), value=discriminant)
    root = sp.sqrt(discriminant)
    roots = [sp.simplify((-b + sign * root) / (2 * a)) for sign in (-1, 1)]
    lines = [Statement(x, value) for value in dict.fromkeys(roots)]
    work.step("quadratic.formula", standard, lines)
    verified = all(_solves(start, x, value) for value in roots)
    if discriminant.is_nonnegative and a.is_number:
        return Answer("set", sp.FiniteSet(*roots), line_tree(lines), verified=verified)
    return _by_discriminant((a, b, c), discriminant, lines, verified)


def _by_discriminant(abc: tuple[Any, Any, Any], discriminant: Any, lines: list[Statement], verified: bool) -> Answer:
    """Tell the cases apart: whether the roots are real and, where a may be 0, whether the equation is quadratic."""
    (a, b, c), zero = abc, sp.Integer(0)
    real = line_tree(Statement(discriminant, zero, "ge"))
    rows = [Case(line_tree(lines), real), Case(Text("no solution"), line_tree(Statement(discriminant, zero, "<")))]
    pieces: list[Any] = [(sp.FiniteSet(*(line.right for line in lines)), discriminant >= 0), (sp.S.EmptySet, True)]
    if not a.is_number:
        x, linear = lines[0].left, line_tree(Statement(a, zero))
        unequal = line_tree(Statement(a, zero, "ne"))
        rows = [Case(row.body, joined([unequal, row.condition], "and")) for row in rows if row.condition is not None]
        rows.append(Case(line_tree(Statement(x, -c / b)), joined([linear, line_tree(Statement(b, zero, "ne"))], "and")))
        both = [linear, line_tree(Statement(b, zero))]
        rows.append(
            Case(Relation((to_tree(x), Symbol("RR")), ("in",)), joined([*both, line_tree(Statement(c, zero))], "and"))
        )
        rows.append(Case(Text("no solution"), joined([*both, line_tree(Statement(c, zero, "ne"))], "and")))
        quadratic = [(value, sp.And(sp.Ne(a, 0), condition)) for value, condition in pieces[:1]]
        pieces = [
            *quadratic,
            (sp.S.EmptySet, sp.Ne(a, 0)),
            (sp.FiniteSet(-c / b), sp.Ne(b, 0)),
            (sp.S.Reals, sp.Eq(c, 0)),
            pieces[1],
        ]
    return Answer("cases", sp.Piecewise(*pieces, evaluate=False), Cases(tuple(rows)), verified=verified)


def _other(relation: Relation, start: Statement, x: Any, constants: tuple[str, ...], work: Working) -> Answer:
    positive = {name: sp.Symbol(name, positive=True) for name in verify.letters(relation, constants)}
    back = {value: symbol(name) for name, value in positive.items()}
    asked = {symbol(name): value for name, value in positive.items()}
    roots = [root.subs(back) for root in sp.solve(start.difference.subs(asked), positive[x.name])]
    if not roots or not all(_solves(start, x, root) for root in roots):
        raise NoMethod
    lines = [Statement(x, root) for root in roots]
    work.step("parameter.rearrange", start, lines, unknown=x)
    return Answer("set", sp.FiniteSet(*roots), line_tree(lines), verified=True)
