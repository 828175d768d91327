"""Quadratic equations: by factors, by the square, by the formula."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number, PlusMinus, Power, Quotient, Relation, Root
from tutor_cli.maths.solve import linear
from tutor_cli.maths.solve.working import Statement, Working
from tutor_cli.maths.solve.writing import product, to_tree


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> list[Any]:
    """Return the real roots, ascending, of a quadratic equation `p(x) = 0` with numbers as coefficients."""
    a, b, c = coefficients(statement.left, x)
    if method == "complete_square":
        return complete_the_square(statement, x, work)
    if method == "formula":
        return formula(statement, x, work)
    if b == 0:
        return pure(statement, x, work)
    root = sp.sqrt(b**2 - 4 * a * c)
    if c == 0 or root.is_Rational:
        return by_factors(statement, x, work)
    return formula(statement, x, work)


def coefficients(polynomial: Any, x: Any) -> tuple[Any, Any, Any]:
    """Return a, b, c of a x² + b x + c."""
    poly = sp.Poly(polynomial, x)
    return poly.coeff_monomial(x**2), poly.coeff_monomial(x), poly.coeff_monomial(1)


def pure(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Solve a x² + c = 0 by taking the square root."""
    a, _, c = coefficients(statement.left, x)
    current = linear.move(statement, c, work)
    if a != 1:
        current = linear.divide(current, a, work)
    return take_root(current, x, work)


def take_root(statement: Statement, inner: Any, work: Working) -> list[Any]:
    """Solve `inner² = number`: return the values of `inner`, ascending; none where the number is negative."""
    number = statement.right
    if number.is_negative:
        work.note("quadratic.square_not_negative", statement, number=number)
        return []
    root = sp.sqrtdenest(sp.sqrt(number))
    values = [root] if root == 0 else [-root, root]
    work.step("quadratic.take_root", statement, [Statement(inner, value) for value in values])
    return values


def by_factors(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Solve by splitting the middle term and setting each factor to 0."""
    statement = _primitive(statement, x, work)
    _, b, c = coefficients(statement.left, x)
    factored = sp.factor(statement.left)
    with work.group("quadratic.factor", statement) as group:
        if b != 0 and c != 0:
            split_middle(statement, x, work)
        group.done(Statement(factored, sp.Integer(0)))
    return zero_product(Statement(factored, sp.Integer(0)), x, work)


def _primitive(statement: Statement, x: Any, work: Working) -> Statement:
    content, _ = sp.Poly(statement.left, x).primitive()
    a = sp.Poly(statement.left, x).LC()
    content = -content if a.is_negative else content
    return statement if content == 1 else linear.divide(statement, content, work)


def split_middle(statement: Statement, x: Any, work: Working) -> None:
    """Split the middle term of a quadratic with rational roots and group in pairs."""
    a, b, c = coefficients(statement.left, x)
    root = sp.sqrt(b**2 - 4 * a * c)
    p, q = (b + root) / 2, (b - root) / 2
    if p == q:
        return
    work.note("quadratic.find_pair", statement, p=p, q=q, product=a * c, sum=b)
    split = Add((to_tree(a * x**2), to_tree(p * x), to_tree(q * x), to_tree(c)))
    zero = Number("0")
    work.step("quadratic.split_middle", statement, Relation((split, zero), ("=",)))
    scale = sp.Rational(p / a).q
    pair = sp.expand(scale * (x + p / a))
    grouped = Add((_times(a / scale * x, pair), _times(c / pair.subs(x, 0), pair)))
    work.step("quadratic.group", Relation((split, zero), ("=",)), Relation((grouped, zero), ("=",)))


def _times(factor: Any, pair: Any) -> Expr:
    if factor.could_extract_minus_sign():
        return Neg(_times(-factor, pair))
    return Group(to_tree(pair)) if factor == 1 else product(to_tree(factor), to_tree(pair))


def zero_product(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Return the real roots, ascending, of a product of polynomials of degree 1 and 2 that is 0."""
    _, factors = sp.factor_list(statement.left, x)
    cases = [Statement(factor, sp.Integer(0)) for factor, _ in factors]
    work.step("equation.zero_product", statement, cases)
    roots: list[Any] = []
    for case in cases:
        roots += factor_roots(case, x, work)
    roots = sorted(set(roots), key=float)
    work.step("equation.collect_roots", cases, [Statement(x, root) for root in roots])
    return roots


def factor_roots(case: Statement, x: Any, work: Working) -> list[Any]:
    """Solve one factor of degree 1 or 2 in sub-steps."""
    if sp.degree(case.left, x) == 2:
        return solve(case, x, work)
    with work.group("equation.solve_factor", case) as group:
        solved = linear.solve(case, x, work)
        group.done(solved)
    return [solved.right]


def complete_the_square(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Solve by completing the square."""
    a, b, c = coefficients(statement.left, x)
    current = statement
    if a != 1:
        current = linear.divide(current, a, work)
    b, c = b / a, c / a
    current = linear.move(current, c, work)
    half = b / 2
    added = Statement(x**2 + b * x + half**2, -c + half**2)
    work.step("quadratic.add_half_square", current, added, half=half, square=half**2)
    squared = Statement((x + half) ** 2, -c + half**2)
    work.step("quadratic.write_square", added, squared)
    values = take_root(squared, x + half, work)
    roots = [value - half for value in values]
    if roots and half != 0:
        cases = [Statement(x + half, value) for value in values]
        work.step("equation.subtract_each", cases, [Statement(x, root) for root in roots], term=half)
    return roots


def formula(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Solve by the quadratic formula, with the discriminant first."""
    statement = linear.clear_fractions(statement, x, work)
    a, b, c = coefficients(statement.left, x)
    discriminant = b**2 - 4 * a * c
    work.note("quadratic.coefficients", statement, a=a, b=b, c=c)
    shown = Relation((discriminant_tree(a, b, c), to_tree(discriminant)), ("=",))
    work.note("quadratic.discriminant", shown, value=discriminant)
    if discriminant.is_negative:
        work.note("quadratic.no_real_root", statement, value=discriminant)
        return []
    inserted = Relation((to_tree(x), _formula_tree(a, b, discriminant)), ("=",))
    work.step("quadratic.formula", statement, inserted)
    root = sp.sqrt(discriminant)
    roots = sorted({sp.expand((-b - root) / (2 * a)), sp.expand((-b + root) / (2 * a))}, key=float)
    work.step("quadratic.formula_values", inserted, [Statement(x, value) for value in roots])
    return roots


def _bracketed(value: Any) -> Expr:
    tree = to_tree(value)
    return Group(tree) if value.could_extract_minus_sign() or value.is_Add else tree


def discriminant_tree(a: Any, b: Any, c: Any) -> Expr:
    """Return b² - 4 a c with the numbers in it."""
    square = Power(_bracketed(b), Number("2"))
    return Add((square, Neg(Mul((Number("4"), _bracketed(a), _bracketed(c)), "dot"))))


def _formula_tree(a: Any, b: Any, discriminant: Any) -> Expr:
    top = Add((to_tree(-b), PlusMinus(Root(to_tree(discriminant)))))
    return Quotient(top, Mul((Number("2"), _bracketed(a)), "dot"))
