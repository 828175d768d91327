"""Trigonometric equations: reduce to one function of one angle, then give the general solution."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import families, methods
from tutor_cli.maths.solve.families import Family, family
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.sets import answer_tree
from tutor_cli.maths.solve.working import Statement, Working

FUNCTIONS = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Return all solutions as families over the integers."""
    found = _solve(statement, x, work)
    shown = families.as_set(families.merged(found))
    return Outcome(shown)


def _solve(statement: Statement, x: Any, work: Working) -> list[Family]:
    difference = statement.difference
    nodes = [node for node in difference.atoms(*FUNCTIONS) if node.has(x)]
    angles = {node.args[0] for node in nodes}
    if not all(angle.is_polynomial(x) and sp.degree(angle, x) == 1 for angle in angles):
        raise NoMethod
    if len(nodes) == 1:
        return _one_function(statement, nodes[0], x, work)
    if len(angles) > 1:
        return _several_angles(statement, x, work)
    return _one_angle(statement, next(iter(angles)), x, work)


# --- one function of one angle -------------------------------------------------------------------------------------


def _one_function(statement: Statement, node: Any, x: Any, work: Working) -> list[Family]:
    u = sp.Symbol("u", real=True)
    reduced = Statement(statement.left.subs(node, u), statement.right.subs(node, u))
    if reduced.difference.has(x):
        raise NoMethod
    values = _values(statement, reduced, node, u, work)
    found: list[Family] = []
    for value in values:
        found += base(node, value, x, work)
    return found


def _values(statement: Statement, reduced: Statement, node: Any, u: Any, work: Working) -> list[Any]:
    if statement.left == node and not statement.right.has(*FUNCTIONS):
        return [statement.right]
    inner = Working()
    outcome = methods.solve(reduced, u, inner)
    if not outcome.exact or not (outcome.solutions.is_FiniteSet or outcome.solutions is sp.S.EmptySet):
        raise NoMethod
    values = sorted(outcome.solutions, key=float)
    with work.group("trigonometry.solve_for", statement, function=node, new=Statement(u, node)) as group:
        work.steps += inner.steps
        group.done([Statement(node, value) for value in values])
    return values


def base(node: Any, value: Any, x: Any, work: Working) -> list[Family]:
    """Return all x with sin, cos, tan (or a reciprocal) of the angle equal to a number."""
    kind, angle = type(node), node.args[0]
    if kind in _RECIPROCALS:
        return _reciprocal(node, value, x, work)
    line = Statement(node, value)
    if kind is not sp.tan and abs(value) > 1:
        work.note("trigonometry.out_of_range", line, value=value)
        return []
    turns = _turns(kind, value)
    found = [_angle_to_x(item, angle, x) for item in turns]
    work.step(f"trigonometry.{kind.__name__}", line, answer_tree(families.as_set(turns), angle), value=value)
    if angle != x:
        before, after = (answer_tree(families.as_set(items), name) for items, name in ((turns, angle), (found, x)))
        work.step("trigonometry.solve_angle", before, after)
    return found


_RECIPROCALS = {sp.sec: sp.cos, sp.csc: sp.sin, sp.cot: sp.tan}


def _reciprocal(node: Any, value: Any, x: Any, work: Working) -> list[Family]:
    other = _RECIPROCALS[type(node)](node.args[0])
    if value == 0:
        if type(node) is sp.cot:
            work.step("trigonometry.reciprocal", Statement(node, value), Statement(sp.cos(node.args[0]), sp.Integer(0)))
            return base(sp.cos(node.args[0]), sp.Integer(0), x, work)
        work.note("trigonometry.out_of_range", Statement(node, value), value=value)
        return []
    work.step("trigonometry.reciprocal", Statement(node, value), Statement(other, 1 / value))
    return base(other, sp.radsimp(1 / value), x, work)


def _turns(kind: Any, value: Any) -> list[Family]:
    """Return the angles with this sine, cosine or tangent."""
    if kind is sp.tan:
        return [Family(sp.atan(value), sp.pi)]
    start = sp.asin(value) if kind is sp.sin else sp.acos(value)
    other = sp.pi - start if kind is sp.sin else -start
    if value == 0:
        return [Family(start, sp.pi)]
    if abs(value) == 1:
        return [Family(start, 2 * sp.pi)]
    return [Family(start, 2 * sp.pi), Family(other, 2 * sp.pi)]


def _angle_to_x(item: Family, angle: Any, x: Any) -> Family:
    slope, shift = angle.coeff(x, 1), angle.subs(x, 0)
    return family(sp.expand((item.offset - shift) / slope), sp.expand(item.period / slope))


# --- several functions of one angle --------------------------------------------------------------------------------


def _one_angle(statement: Statement, angle: Any, x: Any, work: Working) -> list[Family]:
    s, c = sp.Symbol("s", real=True), sp.Symbol("c", real=True)
    flat = _in_sin_cos(statement.difference)
    inside = sp.together(flat.subs({sp.sin(angle): s, sp.cos(angle): c}))
    numerator = sp.numer(inside)
    if numerator.has(x) or not numerator.is_polynomial(s, c):
        raise NoMethod
    numerator = sp.expand(numerator)
    current = Statement(numerator.subs({s: sp.sin(angle), c: sp.cos(angle)}), sp.Integer(0))
    work.step("trigonometry.sin_cos", statement, current, may_add=True)
    return _product(current, numerator, (s, c), angle, x, work)


def _in_sin_cos(f: Any) -> Any:
    return (
        f.replace(sp.tan, lambda a: sp.sin(a) / sp.cos(a))
        .replace(sp.cot, lambda a: sp.cos(a) / sp.sin(a))
        .replace(sp.sec, lambda a: 1 / sp.cos(a))
        .replace(sp.csc, lambda a: 1 / sp.sin(a))
    )


def _product(current: Statement, f: Any, names: tuple[Any, Any], angle: Any, x: Any, work: Working) -> list[Family]:
    s, c = names
    back = {s: sp.sin(angle), c: sp.cos(angle)}
    for form in (f, sp.expand(sp.rem(f, s**2 + c**2 - 1, c)), sp.expand(sp.rem(f, s**2 + c**2 - 1, s))):
        factors = [factor for factor, _ in sp.factor_list(form, s, c)[1]]
        if form == 0 or not all(_simple(factor, s, c) for factor in factors):
            continue
        if form != f:
            changed = Statement(form.subs(back), sp.Integer(0))
            work.step("trigonometry.pythagoras", current, changed)
            current = changed
        return _factors(current, factors, names, angle, x, work)
    raise NoMethod


def _simple(factor: Any, s: Any, c: Any) -> bool:
    """Tell whether the factor can be solved: one function only, or linear, or homogeneous of degree 2."""
    if not (factor.has(s) and factor.has(c)):
        return True
    poly = sp.Poly(factor, s, c)
    degrees = {sum(monomial) for monomial in poly.monoms()}
    return poly.total_degree() == 1 or degrees == {2}


def _factors(
    current: Statement, factors: list[Any], names: tuple[Any, Any], angle: Any, x: Any, work: Working
) -> list[Family]:
    s, c = names
    back = {s: sp.sin(angle), c: sp.cos(angle)}
    cases = [Statement(factor.subs(back), sp.Integer(0)) for factor in factors]
    if len(factors) > 1:
        product = Statement(sp.Mul(*(case.left for case in cases), evaluate=False), sp.Integer(0))
        work.step("trigonometry.factor", current, product)
        work.step("equation.zero_product", product, cases)
    found: list[Family] = []
    for factor, case in zip(factors, cases, strict=True):
        found += _factor(case, factor, names, angle, x, work)
    return found


def _factor(case: Statement, factor: Any, names: tuple[Any, Any], angle: Any, x: Any, work: Working) -> list[Family]:
    s, c = names
    if not factor.has(c):
        return _one_function(case, sp.sin(angle), x, work)
    if not factor.has(s):
        return _one_function(case, sp.cos(angle), x, work)
    if sp.Poly(factor, s, c).total_degree() == 1 and factor.subs({s: 0, c: 0}) != 0:
        return _sum_of_sine_and_cosine(case, factor, names, angle, x, work)
    t = sp.Symbol("t", real=True)
    degree = sp.Poly(factor, s, c).total_degree()
    if factor.subs(c, 0) == 0:
        raise NoMethod
    tangents = sp.expand(factor.subs({s: t * c}) / c**degree)
    divided = Statement(tangents.subs(t, sp.tan(angle)), sp.Integer(0))
    work.step("trigonometry.divide_cosine", case, divided)
    return _one_function(divided, sp.tan(angle), x, work)


def _sum_of_sine_and_cosine(
    case: Statement, factor: Any, names: tuple[Any, Any], angle: Any, x: Any, work: Working
) -> list[Family]:
    """Solve a sin + b cos = d by writing it as R cos(angle - phi) = d."""
    s, c = names
    a, b, d = factor.coeff(s, 1), factor.coeff(c, 1), -factor.subs({s: 0, c: 0})
    radius = sp.sqrt(a**2 + b**2)
    phi = sp.atan2(a, b)
    value = sp.radsimp(d / radius)
    shifted = sp.cos(angle - phi)
    work.step("trigonometry.single_wave", case, Statement(shifted, value), radius=radius, phi=phi)
    return base(shifted, value, x, work)


# --- several angles ------------------------------------------------------------------------------------------------


def _several_angles(statement: Statement, x: Any, work: Working) -> list[Family]:
    two = _equal_pair(statement, x, work)
    if two is not None:
        return two
    expanded = Statement(*(sp.expand_trig(side) for side in (statement.left, statement.right)))
    nodes = [node for node in expanded.difference.atoms(*FUNCTIONS) if node.has(x)]
    angles = {node.args[0] for node in nodes}
    if len(angles) != 1:
        raise NoMethod
    work.step("trigonometry.expand_angles", statement, expanded)
    angle = next(iter(angles))
    if len({type(node) for node in nodes}) == 1:
        return _one_function(expanded, nodes[0], x, work)
    return _one_angle(expanded, angle, x, work)


def _equal_pair(statement: Statement, x: Any, work: Working) -> list[Family] | None:
    """Solve sin A = ± sin B and the like by turning the sum into a product."""
    terms = sp.Add.make_args(statement.difference)
    if len(terms) != 2 or len({type(t.as_coeff_Mul()[1]) for t in terms}) != 1:
        return None
    (p, first), (q, second) = (term.as_coeff_Mul() for term in terms)
    if abs(p) != abs(q) or type(first) not in (sp.sin, sp.cos):
        return None
    half, gap = ((first.args[0] + sign * second.args[0]) / 2 for sign in (1, -1))
    same = p == q
    if type(first) is sp.sin:
        factors = (sp.sin(half), sp.cos(gap)) if same else (sp.cos(half), sp.sin(gap))
    else:
        factors = (sp.cos(half), sp.cos(gap)) if same else (sp.sin(half), sp.sin(gap))
    factors = tuple(sp.expand(-f) if f.could_extract_minus_sign() else f for f in factors)
    product = Statement(sp.Mul(*factors, evaluate=False), sp.Integer(0))
    work.step("trigonometry.sum_to_product", statement, product)
    cases = [Statement(factor, sp.Integer(0)) for factor in factors]
    work.step("equation.zero_product", product, cases)
    return [item for factor in factors if factor.has(x) for item in base(factor, sp.Integer(0), x, work)]
