"""Sequences from their first terms, and sums of series."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import mpmath
import sympy as sp

from tutor_cli.maths.expr import BigOperator, Expr, Group, Relation, Sequence, Symbol
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def terms_of(tree: Expr, constants: tuple[str, ...]) -> list[Any]:
    """Return the listed terms; raise Unknown where there are fewer than three."""
    items = tree.items if isinstance(tree, Sequence) else ()
    terms = [to_sympy(item, constants) for item in items if item != Symbol("ldots")]
    if len(terms) < 3:
        raise Unknown("a sequence needs three terms")
    return terms


def general_term(tree: Expr, name: str, constants: tuple[str, ...], work: Working) -> Answer:
    """Return the n-th term of an arithmetic, geometric or polynomial sequence, or another known one."""
    n, terms = symbol(name), terms_of(tree, constants)
    for rule in (_arithmetic, _geometric, _perfect_powers, _differences, _reciprocals, _product, _ratio_of_terms):
        found = rule(terms, n, tree, work)
        if found is not None and fits(found, terms, n):
            return Answer("expression", found, verified=True)
    raise NoMethod


def fits(formula: Any, terms: list[Any], n: Any) -> bool:
    """Tell whether the formula gives every listed term."""
    return all(sp.simplify(formula.subs(n, k) - term) == 0 for k, term in enumerate(terms, 1))


def _arithmetic(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    gaps = {sp.simplify(b - a) for a, b in pairwise(terms)}
    if len(gaps) != 1:
        return None
    d, first = gaps.pop(), terms[0]
    work.note("sequence.common_difference", tree, difference=d)
    formula = sp.expand(first + (n - 1) * d)
    shown = sp.Add(first, sp.Mul(n - 1, d, evaluate=False), evaluate=False)
    work.remark("sequence.arithmetic", tree, to_tree(shown), first=first, difference=d)
    work.step("algebra.collect", shown, formula)
    return formula


def _geometric(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    if any(term == 0 for term in terms):
        return None
    ratios = {sp.simplify(b / a) for a, b in pairwise(terms)}
    if len(ratios) != 1:
        return None
    r, first = ratios.pop(), terms[0]
    work.note("sequence.common_ratio", tree, ratio=r)
    formula = sp.simplify(first * r ** (n - 1)) if r > 0 else first * r ** (n - 1)
    work.remark("sequence.geometric", tree, to_tree(first * r ** (n - 1)), first=first, ratio=r)
    work.step("simplify.powers", first * r ** (n - 1), formula)
    return formula


def _differences(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    rows = [terms]
    while len(set(rows[-1])) > 1:
        if len(rows[-1]) < 3:
            return None
        rows.append([sp.simplify(b - a) for a, b in pairwise(rows[-1])])
        work.remark("sequence.differences", _row(rows[-2]), _row(rows[-1]))
    formula = sp.factor(sp.interpolate(list(enumerate(terms, 1)), n))
    expanded = sp.expand(formula)
    formula = formula if sp.count_ops(formula) <= sp.count_ops(expanded) else expanded
    work.remark("sequence.polynomial", tree, to_tree(formula), degree=sp.Integer(len(rows) - 1))
    return formula


def _perfect_powers(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    for index in (2, 3):
        roots = [sp.real_root(term, index) for term in terms]
        base = _arithmetic(roots, n, tree, Working()) if all(root.is_Rational for root in roots) else None
        if base is not None:
            work.remark("sequence.powers", tree, to_tree(base**index), index=sp.Integer(index), base=base)
            return base**index
    return None


def _row(terms: list[Any]) -> Expr:
    return Sequence(tuple(to_tree(term) for term in terms))


def _part(terms: list[Any], n: Any) -> Any:
    """Return a formula for whole numbers without showing the steps, or None."""
    for rule in (_arithmetic, _geometric, _differences):
        found = rule(terms, n, Symbol("a"), Working())
        if found is not None and fits(found, terms, n):
            return found
    return None


def _reciprocals(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    if not all(term.is_Rational and term != 0 for term in terms):
        return None
    above, below = _part([sp.Integer(t.p) for t in terms], n), _part([sp.Integer(t.q) for t in terms], n)
    if above is None or below is None:
        return None
    work.remark("sequence.fractions", tree, to_tree(above / below), above=above, below=below)
    return above / below


def _product(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    factorials = [sp.factorial(k) for k in range(1, len(terms) + 1)]
    ratio = _part([t / f for t, f in zip(terms, factorials, strict=True)], n)
    if ratio is None:
        return None
    work.remark("sequence.factorials", tree, to_tree(ratio * sp.factorial(n)))
    return ratio * sp.factorial(n)


def _ratio_of_terms(terms: list[Any], n: Any, tree: Expr, work: Working) -> Any:
    for k in (2, 3, -1):
        rest = [t - sp.Integer(k) ** i for i, t in enumerate(terms, 1)]
        part = _part(rest, n)
        if part is not None and len(terms) > 3:
            work.remark("sequence.power_and_rest", tree, to_tree(part + sp.Integer(k) ** n), base=sp.Integer(k))
            return part + sp.Integer(k) ** n
    return None


# --- sums ----------------------------------------------------------------------------------------------------------


def series(tree: Expr, name: str, ends: tuple[Expr, Expr], constants: tuple[str, ...], work: Working) -> Answer:
    """Return the sum of a term from one index to another, ∞ included."""
    k = sp.Symbol(name, integer=True)
    term = to_sympy(tree, constants).subs(symbol(name), k)
    low, high = (to_sympy(end, constants) for end in ends)
    shown = BigOperator("sum", Group(tree), Relation((Symbol(name), to_tree(low)), ("=",)), to_tree(high))
    if high == sp.oo and not _converges(term, k, low, work, shown):
        return Answer("diverges", verified=True)
    value = sp.simplify(sp.summation(term, (k, low, high)))
    if value.has(sp.Sum, sp.nan, sp.zoo):
        raise NoMethod
    if value.is_infinite:
        work.note("series.diverges", shown)
        return Answer("diverges", verified=True)
    value = value if value.is_number else _shortest(value)
    _explain(shown, term, k, low, high, value, work)
    return Answer("value" if value.is_number else "expression", value, verified=_agrees(term, k, low, high, value))


def _shortest(value: Any) -> Any:
    return min((value, sp.factor(value), sp.expand(value)), key=sp.count_ops)


def _converges(term: Any, k: Any, low: Any, work: Working, shown: Expr) -> bool:
    tail = sp.limit(term, k, sp.oo)
    if tail != 0:
        work.note("series.terms_not_to_zero", shown)
        return False
    converges = sp.Sum(term, (k, low, sp.oo)).is_convergent()
    if converges == sp.false:
        work.note("series.diverges", shown)
        return False
    return True


def _explain(shown: Expr, term: Any, k: Any, low: Any, high: Any, value: Any, work: Working) -> None:
    ratio = sp.simplify(term.subs(k, k + 1) / term) if term != 0 else sp.Integer(0)
    if not ratio.has(k):
        id = "series.geometric_infinite" if high == sp.oo else "series.geometric"
        work.remark(id, shown, to_tree(value), first=term.subs(k, low), ratio=ratio)
    elif term.is_polynomial(k):
        split = sp.expand(term)
        parts = sp.Add.make_args(split)
        if len(parts) > 1:
            work.note("series.term_by_term", shown, term=split)
        work.remark("series.power_sums", shown, to_tree(value))
    elif term.is_rational_function(k) and sp.apart(term, k).is_Add:
        work.note("series.telescoping", shown, term=sp.apart(term, k))
        work.remark("series.value", shown, to_tree(value))
    else:
        work.remark("series.value", shown, to_tree(value))


def _agrees(term: Any, k: Any, low: Any, high: Any, value: Any) -> bool:
    """A second way: add the terms up, all of them or, without an end, until they stop mattering."""
    if value.free_symbols:
        letter = next(iter(value.free_symbols))
        return all(
            sp.simplify(value.subs(letter, m) - sum(term.subs(k, j) for j in range(int(low), m + 1))) == 0
            for m in (3, 4, 7)
        )
    if high != sp.oo:
        if high - low > 2000:
            return bool(sp.simplify(value - sp.Sum(term, (k, low, high)).doit()) == 0)
        return bool(sp.simplify(value - sum(term.subs(k, j) for j in range(int(low), int(high) + 1))) == 0)
    f = sp.lambdify(k, term, "mpmath")
    return bool(abs(mpmath.nsum(f, [int(low), mpmath.inf]) - mpmath.mpf(str(sp.N(value, 20)))) < 1e-6)
