"""What Hindi says after its operands: x का वर्गमूल, x का फलन f, n में से k का संचय."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tutor_cli.maths.expr import (
    Apply,
    Choose,
    Derivative,
    Expr,
    Fence,
    Integral,
    Limit,
    Neg,
    Number,
    Power,
    Prime,
    Sequence,
    SetOf,
    Symbol,
)
from tutor_cli.maths.spoken import bounds, brackets, calculus, fractions, priors, scripts, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser

# --- roots, absolute values and integrals, said after everything they hold -------------------------------------------


def root(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... का वर्गमूल; मूल समाप्त says that more than the last term is meant."""
    place = parser.position
    degree = Number(parser.take().value)
    ended = parser.accept(Kind.END_ROOT) is not None
    preferred = priors.first_under_root(terms, ended=ended)
    first = parser.choose("radicand", place, preferred, len(terms))
    if trees.ends_in_two_numbers(terms[-1]) and first == len(terms) - 1:
        *before, last = trees.factors_of(terms[-1])
        return [*terms[:-1], trees.run([*before, fractions.rooted(last, degree)])]
    match terms[first:]:
        case [Derivative(body, behind=False) as derivative] if body is not None:
            return [*terms[:first], replace(derivative, body=fractions.rooted(body, degree))]
    return _enclosed(terms, first, lambda body: fractions.rooted(body, degree))


def nth_root(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... का nवाँ मूल, ... ka teesra root."""
    parser.accept(Kind.KA)
    degree = scripts.ordinal(parser.expect(Kind.ORDINAL))
    parser.expect(Kind.POST_NTH_ROOT, Kind.ROOT)
    return [*terms[:-1], *_enclosed(terms[-1:], 0, lambda body: fractions.rooted(body, degree))]


def fence(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... का निरपेक्ष मान."""
    kind = parser.take().value
    *before, factor = trees.factors_of(terms[-1])
    if before and isinstance(before[-1], Fence):
        return [*terms[:-1], trees.run([*before, brackets.fenced(kind, factor)])]
    first = max(
        (place + 1 for place, term in enumerate(terms) if isinstance(trees.unsigned(term)[1], Fence)), default=0
    )
    if first == len(terms):
        raise UnreadableError
    return _enclosed(terms, first, lambda body: parser.postfixed(brackets.fenced(kind, trees.bare(body))))


def integral(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... का समाकलन: where no d x is said, the one letter there is varies."""
    parser.take()
    body = trees.add(terms)
    limits = parser.attempt(lambda: bounds.range_after(parser)) or (None, None)
    *before, sign, variable = (None, None, *trees.factors_of(body))
    if sign == trees.D and isinstance(variable, Symbol) and len(before) > 2:
        return [Integral(trees.run([factor for factor in before if factor is not None]), (variable,), *limits)]
    return [Integral(body, (calculus.variable_of(body),), *limits)]


def limit(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... का फलन सीमा के हर में x तीर 0: the last term is what tends."""
    parser.take()
    parser.expect(Kind.LIMIT)
    parser.expect(Kind.OVER)
    approach = calculus.approach(parser)
    return _enclosed(terms, len(terms) - 1, lambda body: Limit(body, *approach))


def _enclosed(terms: list[Expr], first: int, close: Callable[[Expr], Expr]) -> list[Expr]:
    """Put the terms from `first` on inside what `close` makes; their own sign stays outside."""
    if first == 0:
        return [close(trees.add(terms))]
    sign, body = trees.unsigned(terms[first])
    return [*terms[:first], trees.signed(sign, close(trees.add([body, *terms[first + 1 :]])))]


# --- functions, sets and choices ------------------------------------------------------------------------------------


def function(parser: Parser, base: Expr) -> Expr:
    """Read x का फलन f: the argument comes first."""
    if parser.context.of or parser.peek(1).kind is Kind.LIMIT:
        raise UnreadableError
    parser.take()
    head: Expr = parser.plain_factor()
    if parser.at(Kind.PRIME):
        head = Prime(head, int(parser.take().value))
    return Apply(head, _arguments(base))


def inverse_function(parser: Parser, base: Expr) -> Expr:
    """Read x का प्रतिफलन f: the inverse of f at x."""
    parser.take()
    return Apply(Power(parser.plain_factor(), Neg(Number("1"))), _arguments(base))


def _arguments(base: Expr) -> tuple[Expr, ...]:
    return base.items if isinstance(base, Sequence) else (trees.bare(base),)


def described_set(parser: Parser, base: Expr) -> Expr:
    """Read x का समुच्चय जिस में x 0 से अधिक है."""
    parser.take()
    return SetOf((base,), parser.statement())


def chosen(parser: Parser, base: Expr) -> Expr:
    """Read n में से k का संचय, and 7 में से 3 घटाओ."""
    parser.take()
    r = parser.sum()
    tail = parser.expect(Kind.CHOOSE_TAIL).value
    if tail == "minus":
        return trees.Quantity(trees.add([base, Neg(r)]))
    return Choose(base, r, "P" if tail == "P" else "binom")
