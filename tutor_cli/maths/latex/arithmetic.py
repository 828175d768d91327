"""LaTeX of atoms, sums, products, quotients, powers, roots and signs."""

from __future__ import annotations

import re

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.calls import is_call
from tutor_cli.maths.latex.functions import apply
from tutor_cli.maths.latex.writing import COMMAND_FUNCTIONS, Writer, at_least, bracketed, glue, script, to_latex
from tutor_cli.maths.precedence import Level

_PRODUCT_SIGNS = {"dot": r" \cdot ", "cross": r" \times ", "star": " * "}
_POSTFIXES = {"!": "!", "%": r"\%", "°": r"^\circ", "′": "'"}
_SPECIAL = re.compile(r"[%&#_{}$]")
_LAST_LETTERS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]+$")
_WORD_OF_A_NAME = re.compile("|".join(sorted(COMMAND_FUNCTIONS, key=len, reverse=True)))


# --- atoms ---------------------------------------------------------------------------------------------------------


def _symbol(node: e.Symbol) -> str:
    name = node.name
    if len(name) == 1:
        return name
    return rf"\mathbb{{{name[0]}}}" if is_blackboard(name) else f"\\{name}"


def is_blackboard(name: str) -> bool:
    """Tell whether a symbol's name is a doubled capital, such as `RR` for the real numbers."""
    return len(name) == 2 and name[0] == name[1] and name[0].isupper()


def _function(node: e.Function) -> str:
    return f"\\{node.name}" if node.name in COMMAND_FUNCTIONS else rf"\operatorname{{{node.name}}}"


def _text(node: e.Text) -> str:
    return rf"\text{{{_SPECIAL.sub(_escaped, node.content)}}}"


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


# --- arithmetic ----------------------------------------------------------------------------------------------------


def _add(node: e.Add) -> str:
    pieces = [bracketed(node.terms[0], p.term_needs_brackets(node.terms[0], first=True))]
    for term in node.terms[1:]:
        sign, body = _signed(term)
        pieces.append(f" {sign} {body}")
    return "".join(pieces)


def _signed(term: e.Expr) -> tuple[str, str]:
    if isinstance(term, e.Neg):
        return "-", at_least(term.body, Level.PRODUCT)
    if isinstance(term, e.PlusMinus):
        return r"\mp" if term.minus_first else r"\pm", at_least(term.body, Level.PRODUCT)
    return "+", bracketed(term, p.term_needs_brackets(term, first=False))


def _sign(node: e.Neg | e.PlusMinus) -> str:
    sign, body = _signed(node)
    return sign + body if sign == "-" else f"{sign} {body}"


def _mul(node: e.Mul) -> str:
    brackets = p.factor_brackets(node.factors, node.sign)
    pairs = zip(node.factors, brackets, strict=True)
    if node.sign != "implicit":
        return _PRODUCT_SIGNS[node.sign].join(bracketed(factor, needed) for factor, needed in pairs)
    text = ""
    for index, (factor, needed) in enumerate(pairs):
        following = node.factors[index + 1] if index + 1 < len(node.factors) else None
        piece = bracketed(factor, needed) if needed or following is None else _closed(factor, following)
        text = _juxtapose(node.factors[index - 1], text, factor, piece) if index else piece
    return text


def _juxtapose(before: e.Expr, text: str, factor: e.Expr, piece: str) -> str:
    if piece.startswith("(") and is_call(before, factor.body if isinstance(factor, e.Group) else factor):
        return rf"{text} \cdot {piece}"
    if isinstance(factor, e.Text) and not factor.content.startswith(" "):
        return rf"{text}\,{piece}"
    joined = glue(text, piece)
    letters = _LAST_LETTERS.search(joined[: len(text) + 1])
    return f"{text} {piece}" if letters and _WORD_OF_A_NAME.search(letters[0]) else joined


def _closed(factor: e.Expr, following: e.Expr) -> str:
    """Return a factor so that it takes nothing from the one that follows."""
    if isinstance(factor, e.Apply) and not _begins_anew(following):
        return apply(factor, bare=False)
    return to_latex(factor)


def _begins_anew(node: e.Expr) -> bool:
    if isinstance(node, e.Apply):
        return p.is_named_function(node.head)
    return isinstance(node, (e.BigOperator, e.Limit, e.Integral, e.Text))


def _quotient(node: e.Quotient) -> str:
    if node.style == "stacked":
        return rf"\frac{{{to_latex(node.numerator)}}}{{{to_latex(node.denominator)}}}"
    over = bracketed(node.numerator, p.over_needs_brackets(node.numerator))
    under = node.denominator
    below = apply(under, bare=False) if isinstance(under, e.Apply) else bracketed(under, p.under_needs_brackets(under))
    return f"{over}/{below}" if node.style == "slash" else rf"{over} \div {below}"


def _mixed(node: e.Mixed) -> str:
    return rf"{node.whole.digits}\frac{{{node.numerator.digits}}}{{{node.denominator.digits}}}"


def _power(node: e.Power) -> str:
    return f"{at_least(node.base, Level.ATOM)}^{script(node.exponent)}"


def _subscript(node: e.Subscript) -> str:
    bare = not isinstance(node.base, (e.Subscript, e.Prime))
    base = at_least(node.base, Level.ATOM) if bare else f"({to_latex(node.base)})"
    return f"{base}_{script(node.index)}"


def _prime(node: e.Prime) -> str:
    return bracketed(node.base, p.level(node.base) < Level.ATOM or isinstance(node.base, e.Prime)) + "'" * node.count


def _root(node: e.Root) -> str:
    index = f"[{to_latex(node.index)}]" if node.index is not None else ""
    return rf"\sqrt{index}{{{to_latex(node.radicand)}}}"


def _postfix(node: e.Postfix) -> str:
    return at_least(node.body, Level.ATOM) + _POSTFIXES[node.sign]


def _prefix(node: e.Prefix) -> str:
    if node.sign == "pmod":
        return rf"\pmod{{{to_latex(node.body)}}}"
    if node.sign == "+":
        return "+" + at_least(node.body, Level.PRODUCT)
    if node.sign in p.STATEMENT_PREFIXES:
        return f"\\{node.sign} {at_least(node.body, Level.RELATION)}"
    return f"\\{node.sign} {at_least(node.body, Level.FACTOR if node.sign == 'neg' else Level.RUN)}"


def _infix(node: e.Infix) -> str:
    operands = [bracketed(operand, p.operand_needs_brackets(operand, node.sign)) for operand in node.operands]
    return (" : " if node.sign == "colon" else f" \\{node.sign} ").join(operands)


WRITERS: dict[type[e.Expr], Writer] = {
    e.Number: lambda node: node.digits,
    e.Symbol: _symbol,
    e.Function: _function,
    e.Text: _text,
    e.Empty: lambda node: "",
    e.Add: _add,
    e.Neg: _sign,
    e.PlusMinus: _sign,
    e.Mul: _mul,
    e.Quotient: _quotient,
    e.Mixed: _mixed,
    e.Power: _power,
    e.Subscript: _subscript,
    e.Prime: _prime,
    e.Root: _root,
    e.Postfix: _postfix,
    e.Prefix: _prefix,
    e.Infix: _infix,
}
