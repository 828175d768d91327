"""Zeros of quadratics and what is known of them; divisions; terms of binomials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Choose, Expr, Group, Mul, Neg, Number, Power, Relation, Symbol
from tutor_cli.maths.solve import equation
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, equals, told, value_of
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

X = symbol("x")


def _polynomial(tree: Expr) -> tuple[Any, Any]:
    """Return the letter and the polynomial of an expression, of f(x) = ..., or of an equation brought to zero."""
    if isinstance(tree, Relation):
        left, right = tree.operands
        named = isinstance(left, Apply) or left == Symbol("y")
        f = to_sympy(right, CONSTANTS) if named else to_sympy(left, CONSTANTS) - to_sympy(right, CONSTANTS)
    else:
        f = to_sympy(tree, CONSTANTS)
    x = X if X in f.free_symbols else next(iter(f.free_symbols), X)
    if not f.is_polynomial(x):
        raise NoMethod
    return x, sp.expand(f)


def _quadratic(tree: Expr, work: Working) -> tuple[Any, tuple[Any, Any, Any]]:
    x, f = _polynomial(tree)
    if sp.degree(f, x) != 2:
        raise NoMethod
    a, b, c = sp.Poly(f, x).all_coeffs()
    work.note("quadratic.coefficients", to_tree(f), a=a, b=b, c=c)
    return x, (a, b, c)


def _zeros(trees: Trees, work: Working) -> Answer:
    x, f = _polynomial(trees[0])
    return equation.solve(Relation((to_tree(f), Number("0")), ("=",)), str(x), CONSTANTS, work)


def _zeros_sum(trees: Trees, work: Working, *, product: bool) -> Answer:
    x, (a, b, c) = _quadratic(trees[0], work)
    value = c / a if product else -b / a
    id = "quadratic.product_of_zeros" if product else "quadratic.sum_of_zeros"
    work.note(id, Statement(sp.Symbol("S"), value))
    roots = sp.roots(a * x**2 + b * x + c, x)
    found = sp.prod(r**m for r, m in roots.items()) if product else sum(r * m for r, m in roots.items())
    return Answer("value", value, verified=sp.simplify(found - value) == 0)


def _symmetric(trees: Trees, work: Working) -> Answer:
    """Return an expression in the two zeros by their sum and product."""
    x, (a, b, c) = _quadratic(trees[1], work)
    total, product = -b / a, c / a
    wanted = to_sympy(trees[0], CONSTANTS)
    work.note("quadratic.sum_and_product", told(equals("S", total), ", ", equals("P", product)))
    first, second = sp.solve(a * x**2 + b * x + c, x) if b**2 != 4 * a * c else [total / 2] * 2
    letters = {symbol("alpha"): first, symbol("beta"): second}
    value = sp.radsimp(sp.simplify(wanted.subs(letters)))
    other = wanted.subs({symbol("alpha"): second, symbol("beta"): first})
    if sp.simplify(other - value) != 0:
        raise NoMethod
    work.note("quadratic.by_sum_and_product", equals(trees[0], value))
    return Answer("value", value, verified=True)


def _from_sum(total: Any, product: Any, work: Working) -> Answer:
    f = sp.expand(X**2 - total * X + product)
    work.note("quadratic.from_sum_and_product", told(equals("S", total), ", ", equals("P", product)))
    return Answer("expression", f, verified=True)


def _from_sum_and_product(trees: Trees, work: Working) -> Answer:
    return _from_sum(value_of(trees[0]), value_of(trees[1]), work)


def _from_zeros(trees: Trees, work: Working) -> Answer:
    a, b = map(value_of, trees)
    return _from_sum(sp.expand(a + b), sp.expand(a * b), work)


def _equal_roots(trees: Trees, work: Working) -> Answer:
    _, (a, b, c) = _quadratic(trees[0], work)
    discriminant = sp.expand(b**2 - 4 * a * c)
    letters = discriminant.free_symbols
    if len(letters) != 1:
        raise NoMethod
    relation = Relation((to_tree(discriminant), Number("0")), ("=",))
    work.note("quadratic.equal_when", relation)
    letter = letters.pop()
    found = equation.solve(relation, str(letter), CONSTANTS, work)
    return _staying_quadratic(found, a, letter, work)


def _staying_quadratic(found: Answer, leading: Any, letter: Any, work: Working) -> Answer:
    """Leave out the values for which the square would go away: then there is no quadratic."""
    if not isinstance(found.value, sp.FiniteSet):
        return found
    kept = [value for value in found.value if leading.subs(letter, value) != 0]
    if len(kept) == len(found.value):
        return found
    tree = joined([line_tree(Statement(letter, value)) for value in kept], "or")
    work.note("quadratic.stays", tree, leading=leading)
    return Answer("set", sp.FiniteSet(*kept), tree, verified=found.verified)


def _divided(trees: Trees, work: Working) -> Answer:
    (x, f), (_, g) = map(_polynomial, trees[::-1])
    if sp.degree(g, x) < 1:
        raise NoMethod
    quotient, rest = sp.div(f, g, x)
    shown = sp.Add(sp.Mul(g, quotient, evaluate=False), rest, evaluate=False)
    work.step("polynomial.divide", f, line_tree(shown), quotient=quotient, rest=rest)
    tree = told("quotient ", quotient, ", remainder ", rest)
    return Answer("set", sp.FiniteSet(sp.Tuple(quotient, rest)), tree, verified=sp.expand(g * quotient + rest - f) == 0)


# --- binomials -----------------------------------------------------------------------------------------------------


def _binomial(tree: Expr) -> tuple[Any, Any, int]:
    """Return a, b and n of (a + b)^n."""
    tree = tree.body if isinstance(tree, Group) else tree
    if not isinstance(tree, Power):
        raise NoMethod
    base, n = to_sympy(tree.base, CONSTANTS), to_sympy(tree.exponent, CONSTANTS)
    if not base.is_Add or len(base.args) != 2 or not (n.is_Integer and 0 < n <= 60):
        raise NoMethod
    body = tree.base.body if isinstance(tree.base, Group) else tree.base
    first = to_sympy(body.terms[0], CONSTANTS) if hasattr(body, "terms") else base.args[0]
    return first, base - first, int(n)


def _term(a: Any, b: Any, n: int, r: int, work: Working) -> Any:
    value = sp.powsimp(sp.expand(sp.binomial(n, r) * a ** (n - r) * b**r))
    factors = (
        Choose(Number(str(n)), Number(str(r)), "C"),
        Power(_grouped(a), Number(str(n - r))),
        Power(_grouped(b), Number(str(r))),
    )
    work.note("binomial.term", equals(Mul(factors, "dot"), value), number=sp.Integer(r + 1))
    return value


def _grouped(value: Any) -> Expr:
    tree = to_tree(value)
    return tree if isinstance(tree, (Symbol, Number)) else Group(tree)


def _one(value: Any) -> Answer:
    return Answer("expression" if value.free_symbols else "value", value, verified=True)


def _nth_term(trees: Trees, work: Working) -> Answer:
    a, b, n = _binomial(trees[1])
    number = value_of(trees[0])
    if not (number.is_Integer and 1 <= number <= n + 1):
        raise NoMethod
    return _one(_term(a, b, n, int(number) - 1, work))


def _term_from_end(trees: Trees, work: Working) -> Answer:
    _, _, n = _binomial(trees[1])
    return _nth_term((to_tree(n + 2 - value_of(trees[0])), trees[1]), work)


def _last_term(trees: Trees, work: Working) -> Answer:
    return _term_from_end((Number("1"), trees[0]), work)


def _count_of_terms(trees: Trees, work: Working) -> Answer:
    _, _, n = _binomial(trees[0])
    work.note("binomial.count", trees[0], count=sp.Integer(n + 1))
    return Answer("value", sp.Integer(n + 1), verified=True)


def _middle_term(trees: Trees, work: Working) -> Answer:
    a, b, n = _binomial(trees[0])
    work.note("binomial.count", trees[0], count=sp.Integer(n + 1))
    if n % 2 == 0:
        return _one(_term(a, b, n, n // 2, work))
    values = [_term(a, b, n, r, work) for r in (n // 2, n // 2 + 1)]
    return Answer("set", sp.FiniteSet(*values), told(values[0], " and ", values[1]), verified=True)


def _independent_term(trees: Trees, work: Working) -> Answer:
    a, b, n = _binomial(trees[0])
    letters = (a * b).free_symbols | a.free_symbols
    places = [r for r in range(n + 1) if not (letters & sp.powsimp(sp.expand(a ** (n - r) * b**r)).free_symbols)]
    if not places:
        work.note("binomial.none_independent", trees[0])
        return yes_or_no(holds=False)
    work.note("binomial.independent", equals("r", sp.Integer(places[0])))
    return _one(_term(a, b, n, places[0], work))


def _general_term(trees: Trees, work: Working) -> Answer:
    a, b, n = _binomial(trees[0])
    r, count = Symbol("r"), Number(str(n))
    powers = (Power(_grouped(a), Add((count, Neg(r)))), Power(_grouped(b), r))
    tree = Mul((Choose(count, r, "C"), *powers), "dot")
    work.note("binomial.general", tree)
    return Answer("value", None, tree, verified=True)


POLYNOMIAL_QUESTIONS: dict[str, Callable[[Trees, Working], Answer]] = {
    "zeros": _zeros,
    "sum of zeros": lambda trees, work: _zeros_sum(trees, work, product=False),
    "product of zeros": lambda trees, work: _zeros_sum(trees, work, product=True),
    "symmetric": _symmetric,
    "from zeros": _from_zeros,
    "from sum and product": _from_sum_and_product,
    "equal roots": _equal_roots,
    "quotient and remainder": _divided,
    "binomial term": _nth_term,
    "term from the end": _term_from_end,
    "last term": _last_term,
    "count of terms": _count_of_terms,
    "middle term": _middle_term,
    "independent term": _independent_term,
    "general term": _general_term,
}
