"""Slips with numbers: fractions, the order of operations, powers, roots, signs."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.local_model.mind.practice.misrules.rule import (
    Suspect,
    factors_of,
    inner,
    latex,
    negative,
    number,
    terms_of,
)
from tutor_cli.local_model.mind.practice.misrules.values import value
from tutor_cli.maths.expr import Add, Apply, Expr, Function, Group, Mul, Neg, Number, Power, Quotient, Root

_TWO = 2
_OTHER_RATIO = {"sin": "cos", "cos": "sin"}


def tops_and_bottoms(tree: Expr) -> Iterator[Suspect]:
    """Add numerators and denominators: 3/4 + 2/5 is 5/9."""
    terms = [(term.body, -1) if isinstance(term, Neg) else (term, 1) for term in terms_of(tree)]
    fractions = [(term, sign) for term, sign in terms if isinstance(term, Quotient)]
    if len(fractions) < _TWO or len(fractions) < len(terms):
        return
    tops = [(value(term.numerator) or 0) * sign for term, sign in fractions]
    bottoms = [value(term.denominator) or 0 for term, _ in fractions]
    if sum(bottoms):
        slots = {"top": number(sum(tops)), "bottom": number(sum(bottoms))}
        yield Suspect("slip_tops_and_bottoms", sum(tops) / sum(bottoms), slots)
    common = max(bottoms) if all(max(bottoms) % bottom == 0 for bottom in bottoms) else bottoms[0] * bottoms[1]
    if len(set(bottoms)) > 1 and common:
        yield Suspect("slip_tops_unchanged", sum(tops) / common, {"common": number(common)})


def left_to_right(tree: Expr) -> Iterator[Suspect]:
    """Take the operations as they come: 8 + 2 times 5 is 50."""
    terms = terms_of(tree)
    for index, term in enumerate(terms[1:], 1):
        body = term.body if isinstance(term, Neg) else term
        if not isinstance(body, Mul):
            continue
        first, *others = factors_of(body)
        before = sum(value(part) or 0 for part in terms[:index])
        result = before + (value(first) or 0) * (-1 if isinstance(term, Neg) else 1)
        for factor in others:
            result *= value(factor) or 0
        result += sum(value(part) or 0 for part in terms[index + 1 :])
        yield Suspect("slip_left_to_right", result, {"product": latex(body)})


def brackets_forgotten(tree: Expr) -> Iterator[Suspect]:
    """Multiply only the number next to the sign: (8 + 2) times 5 is 18."""
    for node in tree.walk():
        if not isinstance(node, Mul) or not isinstance(node.factors[0], Group | Add):
            continue
        bracket = inner(node.factors[0])
        if isinstance(bracket, Add) and len(node.factors) == _TWO:
            last = Mul((bracket.terms[-1], node.factors[1]), "cross")
            wrong = Add((*bracket.terms[:-1], last))
            yield Suspect("slip_brackets", _exchanged(tree, node, wrong), {"bracket": latex(bracket)})


def powers_as_products(tree: Expr) -> Iterator[Suspect]:
    """Take 2 to the 3 for 2 times 3; multiply the exponents, or the bases, of a product of powers."""
    for node in tree.walk():
        if isinstance(node, Power) and isinstance(node.exponent, Number) and isinstance(node.base, Number):
            wrong = Mul((node.base, node.exponent), "cross")
            slots = {"power": latex(node), "product": latex(wrong)}
            yield Suspect("slip_power_as_product", _exchanged(tree, node, wrong), slots)
    match tree:
        case Mul((Power(base, first), Power(other, second))) if base == other:
            yield Suspect("slip_exponents_multiplied", Power(base, Mul((first, second))), {"base": latex(base)})
            yield Suspect(
                "slip_bases_multiplied", Power(Mul((base, other)), Add((first, second))), {"base": latex(base)}
            )
        case Power(Group(Power(base, first)), second) | Power(Power(base, first), second):
            yield Suspect("slip_exponents_added", Power(base, Add((first, second))), {"base": latex(base)})
        case Quotient(Power(base, first), Power(other, second)) if base == other:
            yield Suspect("slip_exponents_divided", Power(base, Quotient(first, second)), {"base": latex(base)})


def root_as_half(tree: Expr) -> Iterator[Suspect]:
    """Take half of a number, or a third, for its root."""
    if isinstance(tree, Root):
        index = tree.index or Number("2")
        slots = {"number": latex(tree.radicand), "index": latex(index)}
        yield Suspect("slip_root_as_half", Quotient(tree.radicand, index), slots)


def a_sign(tree: Expr) -> Iterator[Suspect]:
    """Take one term with the other sign."""
    terms = terms_of(tree)
    for index, term in enumerate(terms) if len(terms) > 1 else ():
        wrong = Add((*terms[:index], negative(term), *terms[index + 1 :]))
        yield Suspect("slip_sign_of", wrong, {"term": latex(term)})


def other_ratio(tree: Expr) -> Iterator[Suspect]:
    """Take the cosine for the sine, or the other way round."""
    for node in tree.walk():
        match node:
            case Apply(Function(name), arguments) if name in _OTHER_RATIO:
                wrong = Apply(Function(_OTHER_RATIO[name]), arguments)
                slots = {"asked": latex(node), "given": latex(wrong)}
                yield Suspect("slip_other_ratio", _exchanged(tree, node, wrong), slots)


def _exchanged(tree: Expr, old: Expr, new: Expr) -> Expr:
    return tree.rebuilt(lambda node: new if node == old else node)
