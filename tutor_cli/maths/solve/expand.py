"""Multiplying out and collecting like terms."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Choose, Expr, Group, Mul, Neg, Number, Power, Symbol
from tutor_cli.maths.solve import caps
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

# The powers that are written out by the binomial theorem; squares and cubes have identities of their own.
_FEWEST, _PLAIN, _MOST = 2, 3, 8


def solve(tree: Expr, constants: tuple[str, ...], work: Working) -> Any:
    """Return the expanded form; each product of the sum is one step, then like terms are collected."""
    caps.check_written_out(tree)
    result = sp.expand(to_sympy(tree, constants))
    terms = list(tree.terms) if isinstance(tree, Add) else [tree]
    for position, term in enumerate(terms):
        before = _sum(terms)
        if square := _by_identity(term):
            terms[position] = square[1]
            work.step(square[0], before, _sum(terms), term=term)
            before = _sum(terms)
        terms[position] = _multiplied_out(term, constants)
        if square:
            work.step("algebra.square_worked_out", before, _sum(terms))
        elif before != _sum(terms):
            work.step(_step_id(term), before, _sum(terms), term=term)
    work.step("algebra.collect", _sum(terms), result)
    return result


def _by_identity(term: Expr) -> tuple[str, Expr] | None:
    """Return the power of a sum of two terms by its identity, and the id of its step; None for others."""
    match term:
        case Power(Add((first, second)) | Group(Add((first, second))), Number(digits)) if digits.isdecimal():
            n = int(digits)
        case _:
            return None
    if not _FEWEST <= n <= _MOST:
        return None
    minus = isinstance(second, Neg)
    second = second.body if isinstance(second, Neg) else second
    one, other = (part if isinstance(part, (Symbol, Number)) else Group(part) for part in (first, second))
    terms = [_term(one, other, n, r) for r in range(n + 1)]
    signed = tuple(Neg(each) if minus and r % 2 else each for r, each in enumerate(terms))
    named = {2: "square_of_", 3: "cube_of_"}.get(n)
    return f"algebra.{named}{'difference' if minus else 'sum'}" if named else "algebra.binomial", Add(signed)


def _term(one: Expr, other: Expr, n: int, r: int) -> Expr:
    """Return a term of the binomial theorem; in the identities of squares and cubes the numbers are plain."""
    powers = [
        base if count == 1 else Power(base, Number(str(count))) for base, count in ((one, n - r), (other, r)) if count
    ]
    if 0 < r < n:
        powers.insert(0, Number(str(n)) if n <= _PLAIN else Choose(Number(str(n)), Number(str(r)), "C"))
    return powers[0] if len(powers) == 1 else Mul(tuple(powers), "dot")


def _step_id(term: Expr) -> str:
    """Return how the step is called: where there is no sum in the product, nothing is opened."""
    opens = any(isinstance(node, Add) for node in term.walk())
    return "algebra.multiply_out" if opens else "algebra.multiply_powers"


def _multiplied_out(term: Expr, constants: tuple[str, ...]) -> Expr:
    """Return the term expanded, or as it was written where expanding only orders it."""
    expanded = to_tree(sp.expand(to_sympy(term, constants)))
    return term if leaves(expanded) == leaves(term) else expanded


def leaves(tree: Expr) -> list[str]:
    """Return what stands at the ends of the tree, in any order."""
    return sorted(repr(node) for node in tree.walk() if not list(node.children()))


def _sum(terms: list[Expr]) -> Expr:
    flat = [part for term in terms for part in (term.terms if isinstance(term, Add) else (term,))]
    return flat[0] if len(flat) == 1 else Add(tuple(flat))
