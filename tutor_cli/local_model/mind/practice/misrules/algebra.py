"""Slips with letters: brackets multiplied out in part, rules of calculus applied in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor_cli.local_model.mind.practice.misrules.rule import (
    Suspect,
    factors_of,
    inner,
    latex,
    negative,
    product,
    terms_of,
)
from tutor_cli.maths.expr import Add, Derivative, Expr, Function, Integral, Mul, Neg, Number, Power, Quotient, Symbol

_TWO = 2


def square_of_a_sum(tree: Expr) -> Iterator[Suspect]:
    """Square term by term: (a + b)^2 is a^2 + b^2."""
    for node in tree.walk():
        if isinstance(node, Power) and isinstance(body := inner(node.base), Add):
            for keeps_sign in (False, True):
                wrong = Add(tuple(_raised(term, node.exponent, keeps_sign=keeps_sign) for term in body.terms))
                yield Suspect("slip_square_of_sum", wrong, {"power": latex(node), "wrong": latex(wrong)})


def _raised(term: Expr, exponent: Expr, *, keeps_sign: bool) -> Expr:
    if not isinstance(term, Neg):
        return Power(term, exponent)
    return Neg(Power(term.body, exponent)) if keeps_sign else Power(term.body, exponent)


def brackets_in_part(tree: Expr) -> Iterator[Suspect]:
    """Multiply first by first and last by last, or only the first term of a bracket."""
    if not isinstance(tree, Mul) or len(tree.factors) != _TWO:
        return
    left, right = (terms_of(inner(factor)) for factor in tree.factors)
    if len(left) == len(right) == _TWO:
        wrong = Add((Mul((left[0], right[0])), Mul((left[1], right[1]))))
        slots = {"first": latex(left[0]), "second": latex(right[1])}
        yield Suspect("slip_middle_terms", wrong, slots)
    elif len(left) == 1 and len(right) == _TWO:
        wrong = Add((Mul((left[0], right[0])), right[1]))
        yield Suspect("slip_second_term", wrong, {"factor": latex(left[0]), "term": latex(right[1])})


def power_rule(tree: Expr) -> Iterator[Suspect]:
    """Differentiate in part: keep the exponent, forget to multiply by it, or keep the constant."""
    if not isinstance(tree, Derivative) or tree.body is None:
        return
    read = [_monomial(term) for term in terms_of(inner(tree.body))]
    powers = [part for part in read if part is not None]
    if len(powers) < len(read):
        yield from _product_rule(inner(tree.body))
        return
    yield Suspect("slip_exponent_kept", _sum((c * n, n, x) for c, n, x in powers))
    yield Suspect("slip_exponent_not_multiplied", _sum((c, n - 1, x) for c, n, x in powers if n))
    constant = [part for part in powers if not part[1]]
    if constant:
        wrong = _sum([*((c * n, n - 1, x) for c, n, x in powers if n), *constant])
        yield Suspect("slip_constant_kept", wrong, {"constant": str(constant[0][0])})


def _product_rule(body: Expr) -> Iterator[Suspect]:
    factors = factors_of(body)
    if len(factors) == _TWO and (power := _monomial(factors[0])):
        coefficient, n, x = power
        yield Suspect("slip_product_rule", product((_sum([(coefficient * n, n - 1, x)]), _turned(factors[1]))))
        yield Suspect(
            "slip_product_rule", negative(product((_sum([(coefficient * n, n - 1, x)]), _turned(factors[1]))))
        )


def _turned(tree: Expr) -> Expr:
    """Return the derivative of a sine or cosine but for its sign."""
    names = {"sin": "cos", "cos": "sin"}
    return tree.rebuilt(
        lambda node: Function(names[node.name]) if isinstance(node, Function) and node.name in names else node
    )


def antiderivative(tree: Expr) -> Iterator[Suspect]:
    """Integrate in part: forget to divide by the new exponent, or differentiate."""
    if not isinstance(tree, Integral) or tree.lower is not None:
        return
    read = [_monomial(term) for term in terms_of(inner(tree.body))]
    powers = [part for part in read if part is not None]
    if len(powers) < len(read):
        return
    constant = Symbol("C")
    for key, wrong in (
        ("slip_not_divided_by_exponent", _sum((c, n + 1, x) for c, n, x in powers)),
        ("slip_differentiated", _sum((c * n, n - 1, x) for c, n, x in powers if n)),
        ("slip_exponent_not_raised", _sum_of_quotients(powers)),
    ):
        yield Suspect(key, wrong)
        yield Suspect(key, Add((wrong, constant)))


def _sum_of_quotients(powers: list[tuple[int, int, str]]) -> Expr:
    return Add(tuple(Quotient(_power(c, n, x), Number(str(n + 1))) for c, n, x in powers))


def _sum(parts: Iterable[tuple[int, int, str]]) -> Expr:
    terms = tuple(_power(*part) for part in parts)
    return Add(terms) if len(terms) > 1 else terms[0] if terms else Number("0")


def _power(coefficient: int, exponent: int, letter: str) -> Expr:
    size = product((Number(str(abs(coefficient))), Power(Symbol(letter), Number(str(exponent)))))
    return Neg(size) if coefficient < 0 else size


def _monomial(term: Expr) -> tuple[int, int, str] | None:
    """Return coefficient, exponent and letter of a term such as 3x^2, or None where it is none."""
    match term:
        case Neg(body):
            found = _monomial(body)
            return (-found[0], found[1], found[2]) if found else None
        case Number(digits) if digits.isdecimal():
            return int(digits), 0, "x"
        case Symbol(name):
            return 1, 1, name
        case Power(Symbol(name), Number(digits)) if digits.isdecimal():
            return 1, int(digits), name
        case Mul((Number(digits), rest)) if digits.isdecimal() and (found := _monomial(rest)):
            return int(digits) * found[0], found[1], found[2]
    return None
