r"""The tree as canonical LaTeX.

One spelling for everything: `\frac` with braces, `\le`, `\cdot`, single characters in scripts without braces,
spaces round sums and relations. `parse(to_latex(tree), "latex") == tree` for every tree the parser makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.calls import is_call
from tutor_cli.maths.precedence import Level

# Functions that LaTeX has a command for; every other name is an \operatorname.
COMMAND_FUNCTIONS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan",
    "log", "ln", "lg", "exp", "det", "gcd", "max", "min", "sup", "inf", "dim", "ker", "deg", "arg", "Pr",
})  # fmt: skip
_OPERATOR_COMMANDS = COMMAND_FUNCTIONS | {
    "sum", "prod", "coprod", "bigcup", "bigcap", "bigoplus", "bigotimes", "bigvee", "bigwedge",
    "lim", "limsup", "liminf",
}  # fmt: skip
_PRODUCT_SIGNS = {"dot": r" \cdot ", "cross": r" \times ", "star": " * "}
_FENCES = {
    "abs": ("|", "|"),
    "norm": (r"\|", r"\|"),
    "floor": (r"\lfloor ", r" \rfloor"),
    "ceil": (r"\lceil ", r" \rceil"),
}
_BRACKETS = {"(": ("(", ")"), "[": ("[", "]"), "{": (r"\{", r"\}"), "<": (r"\langle ", r" \rangle")}
_POSTFIXES = {"!": "!", "%": r"\%", "°": r"^\circ", "′": "'"}
_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")
_LAST_LETTERS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]+$")
_WORD_OF_A_NAME = re.compile("|".join(sorted(COMMAND_FUNCTIONS, key=len, reverse=True)))
# A factorial keeps its distance from an equals sign: != is another sign.
_LOOSE_SIGN = re.compile(r"(?<!!) ([=<>+-]) ")


def to_latex(node: e.Expr) -> str:
    """Return the canonical LaTeX of a tree, without dollar signs."""
    return _WRITERS[type(node)](node)


def _bracketed(node: e.Expr, needed: bool) -> str:
    return f"({to_latex(node)})" if needed else to_latex(node)


def _at_least(node: e.Expr, lowest: Level) -> str:
    return _bracketed(node, p.level(node) < lowest)


def _glue(left: str, right: str) -> str:
    """Return two pieces side by side; a space keeps a command from running into the letters after it."""
    apart = right[:1].isalpha() and right[:1].isascii() and _ENDS_IN_COMMAND.search(left)
    return f"{left} {right}" if apart else left + right


def _argument(text: str) -> str:
    return text if len(text) == 1 and text.isalnum() else f"{{{text}}}"


def _script(node: e.Expr) -> str:
    return _argument(_LOOSE_SIGN.sub(r"\1", to_latex(node)))


def _scripts(lower: e.Expr | None, upper: e.Expr | None) -> str:
    return (f"_{_script(lower)}" if lower is not None else "") + (f"^{_script(upper)}" if upper is not None else "")


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
    return rf"\text{{{node.content}}}"


# --- arithmetic ----------------------------------------------------------------------------------------------------


def _add(node: e.Add) -> str:
    pieces = [_bracketed(node.terms[0], p.term_needs_brackets(node.terms[0], first=True))]
    for term in node.terms[1:]:
        sign, body = _signed(term)
        pieces.append(f" {sign} {body}")
    return "".join(pieces)


def _signed(term: e.Expr) -> tuple[str, str]:
    if isinstance(term, e.Neg):
        return "-", _at_least(term.body, Level.PRODUCT)
    if isinstance(term, e.PlusMinus):
        return r"\mp" if term.minus_first else r"\pm", _at_least(term.body, Level.PRODUCT)
    return "+", _bracketed(term, p.term_needs_brackets(term, first=False))


def _sign(node: e.Neg | e.PlusMinus) -> str:
    sign, body = _signed(node)
    return sign + body if sign == "-" else f"{sign} {body}"


def _mul(node: e.Mul) -> str:
    brackets = p.factor_brackets(node.factors, node.sign)
    pairs = zip(node.factors, brackets, strict=True)
    if node.sign != "implicit":
        return _PRODUCT_SIGNS[node.sign].join(_bracketed(factor, needed) for factor, needed in pairs)
    text = ""
    for index, (factor, needed) in enumerate(pairs):
        following = node.factors[index + 1] if index + 1 < len(node.factors) else None
        piece = _bracketed(factor, needed) if needed or following is None else _closed(factor, following)
        text = _juxtapose(node.factors[index - 1], text, factor, piece) if index else piece
    return text


def _juxtapose(before: e.Expr, text: str, factor: e.Expr, piece: str) -> str:
    if piece.startswith("(") and is_call(before, factor.body if isinstance(factor, e.Group) else factor):
        return rf"{text} \cdot {piece}"
    joined = _glue(text, piece)
    letters = _LAST_LETTERS.search(joined[: len(text) + 1])
    return f"{text} {piece}" if letters and _WORD_OF_A_NAME.search(letters[0]) else joined


def _closed(factor: e.Expr, following: e.Expr) -> str:
    """Return a factor so that it takes nothing from the one that follows."""
    if isinstance(factor, e.Apply) and not _begins_anew(following):
        return _apply(factor, bare=False)
    return to_latex(factor)


def _begins_anew(node: e.Expr) -> bool:
    if isinstance(node, e.Apply):
        return p.is_named_function(node.head)
    return isinstance(node, (e.BigOperator, e.Limit, e.Integral, e.Text))


def _quotient(node: e.Quotient) -> str:
    if node.style == "stacked":
        return rf"\frac{{{to_latex(node.numerator)}}}{{{to_latex(node.denominator)}}}"
    over = _bracketed(node.numerator, p.over_needs_brackets(node.numerator))
    under = node.denominator
    if isinstance(under, e.Apply):
        below = _apply(under, bare=False)
    else:
        below = _bracketed(under, p.under_needs_brackets(under))
    return f"{over}/{below}" if node.style == "slash" else rf"{over} \div {below}"


def _mixed(node: e.Mixed) -> str:
    return rf"{node.whole.digits}\frac{{{node.numerator.digits}}}{{{node.denominator.digits}}}"


def _power(node: e.Power) -> str:
    return f"{_at_least(node.base, Level.ATOM)}^{_script(node.exponent)}"


def _subscript(node: e.Subscript) -> str:
    bare = not isinstance(node.base, (e.Subscript, e.Prime))
    base = _at_least(node.base, Level.ATOM) if bare else f"({to_latex(node.base)})"
    return f"{base}_{_script(node.index)}"


def _prime(node: e.Prime) -> str:
    return _bracketed(node.base, p.level(node.base) < Level.ATOM or isinstance(node.base, e.Prime)) + "'" * node.count


def _root(node: e.Root) -> str:
    index = f"[{to_latex(node.index)}]" if node.index is not None else ""
    return rf"\sqrt{index}{{{to_latex(node.radicand)}}}"


def _postfix(node: e.Postfix) -> str:
    return _at_least(node.body, Level.ATOM) + _POSTFIXES[node.sign]


def _prefix(node: e.Prefix) -> str:
    if node.sign == "pmod":
        return rf"\pmod{{{to_latex(node.body)}}}"
    if node.sign == "+":
        return "+" + _at_least(node.body, Level.PRODUCT)
    if node.sign in p.STATEMENT_PREFIXES:
        return f"\\{node.sign} {_at_least(node.body, Level.RELATION)}"
    return f"\\{node.sign} {_at_least(node.body, Level.FACTOR if node.sign == 'neg' else Level.RUN)}"


def _infix(node: e.Infix) -> str:
    operands = [_bracketed(operand, p.operand_needs_brackets(operand, node.sign)) for operand in node.operands]
    return (" : " if node.sign == "colon" else f" \\{node.sign} ").join(operands)


# --- brackets ------------------------------------------------------------------------------------------------------


def _group(node: e.Group) -> str:
    return _enclosed(_BRACKETS[node.bracket], to_latex(node.body))


def _enclosed(pair: tuple[str, str], text: str) -> str:
    return f"{pair[0]}{text}{pair[1]}"


def _fence(node: e.Fence) -> str:
    body = to_latex(node.body)
    opening, closing = _FENCES[node.kind]
    if "|" in body and "|" in opening:
        # Only sized bars tell which of them belong together.
        return rf"\left{opening}{body}\right{closing}"
    return f"{opening}{body}{closing}"


def _items(items: tuple[e.Expr, ...]) -> str:
    return ", ".join(_at_least(item, Level.ROW) for item in items)


def _sequence(node: e.Sequence) -> str:
    return _enclosed(_BRACKETS[node.bracket], _items(node.items)) if node.bracket else _items(node.items)


def _interval(node: e.Interval) -> str:
    pair = ("[" if node.lower_closed else "(", "]" if node.upper_closed else ")")
    return _enclosed(pair, _items((node.lower, node.upper)))


def _set_of(node: e.SetOf) -> str:
    condition = rf" \mid {to_latex(node.condition)}" if node.condition is not None else ""
    return _enclosed(_BRACKETS["{"], _items(node.items) + condition)


# --- functions -----------------------------------------------------------------------------------------------------


def _apply(node: e.Apply, *, bare: bool = True) -> str:
    head = to_latex(node.head)
    arguments = node.arguments
    if bare and len(arguments) == 1 and p.is_named_function(node.head) and stands_bare(arguments[0]):
        argument = to_latex(arguments[0])
        return f"{head} {argument}" if argument[0] != "\\" else head + argument
    return f"{head}({_items(arguments)})"


def stands_bare(argument: e.Expr) -> bool:
    """Tell whether the argument of a named function is written without brackets, as in sin 2x."""
    if isinstance(argument, e.Mul) and argument.sign == "implicit":
        return not any(p.factor_brackets(argument.factors, "implicit")) and all(map(_is_plain, argument.factors))
    if isinstance(argument, e.Apply):
        return p.is_named_function(argument.head)
    return _is_plain(argument)


def _is_plain(node: e.Expr) -> bool:
    if isinstance(node, (e.Power, e.Subscript, e.Prime)):
        return _is_plain(node.base) and p.level(node.base) == Level.ATOM
    if isinstance(node, e.Postfix):
        return _is_plain(node.body) and p.level(node.body) == Level.ATOM
    if isinstance(node, e.Quotient):
        return node.style == "stacked"
    return isinstance(node, (e.Number, e.Symbol, e.Root, e.Accent, e.Fence, e.Mixed))


def _choose(node: e.Choose) -> str:
    if node.kind == "binom":
        return rf"\binom{{{to_latex(node.n)}}}{{{to_latex(node.r)}}}"
    return f"{{}}^{_script(node.n)}{node.kind}_{_script(node.r)}"


def _accent(node: e.Accent) -> str:
    return rf"\{node.kind}{{{to_latex(node.body)}}}"


# --- calculus and big operators ------------------------------------------------------------------------------------


def _big_operator(node: e.BigOperator) -> str:
    name = f"\\{node.kind}" if node.kind in _OPERATOR_COMMANDS else rf"\operatorname*{{{node.kind}}}"
    return f"{name}{_scripts(node.lower, node.upper)} {_at_least(node.body, Level.PRODUCT)}"


def _integral(node: e.Integral) -> str:
    sign = r"\oint" if node.contour else "\\" + "i" * node.signs + "nt"
    lowest = Level.SUM if node.variables else Level.PRODUCT
    body = _at_least(node.body, lowest)
    differentials = "".join(_differential(e.Differential(variable)) for variable in node.variables)
    return f"{sign}{_scripts(node.lower, node.upper)} {body}{' ' if body and differentials else ''}{differentials}"


def _limit(node: e.Limit) -> str:
    side = {"both": "", "above": "^{+}", "below": "^{-}"}[node.side]
    target = _at_least(node.target, Level.ATOM) if side else to_latex(node.target)
    return rf"\lim_{{{to_latex(node.variable)} \to {target}{side}}} {_at_least(node.body, Level.PRODUCT)}"


def _derivative(node: e.Derivative) -> str:
    d = r"\partial" if node.partial else "d"
    order = len(node.variables)
    top = d if order == 1 else f"{d}^{_argument(str(order))}"
    if node.body is not None and not node.behind:
        body = _at_least(node.body, Level.FACTOR)
        top = f"{d}^{{{order}}}{body}" if order > 1 and body[0].isdigit() else _glue(top, body)
    bottom = ""
    for variable, count in runs(node.variables):
        piece = _glue(d, to_latex(variable))
        bottom = _glue(bottom, piece if count == 1 else f"{piece}^{_argument(str(count))}")
    fraction = rf"\frac{{{top}}}{{{bottom}}}"
    if node.body is None or not node.behind:
        return fraction
    return f"{fraction} {_at_least(node.body, Level.RUN)}"


def runs(variables: tuple[e.Expr, ...]) -> list[tuple[e.Expr, int]]:
    """Return variables of differentiation with how often each stands in a row."""
    return [(variable, len(list(same))) for variable, same in groupby(variables)]


def _differential(node: e.Differential) -> str:
    return rf"\,{_glue('d', to_latex(node.variable))}"


def _evaluated(node: e.Evaluated) -> str:
    pair = (r"\left[", r"\right]") if node.style == "brackets" else (r"\left.", r"\right|")
    return _enclosed(pair, to_latex(node.body)) + _scripts(node.lower, node.upper)


# --- statements and arrangements -----------------------------------------------------------------------------------


def relation_sign(sign: str) -> str:
    """Return the LaTeX of a relation's sign."""
    return sign if sign in "=<>" else f"\\{sign}"


def _relation(node: e.Relation, mark: str = "") -> str:
    implication = p.level(node) == Level.IMPLICATION
    sides = [_bracketed(side, p.side_needs_brackets(side, implication=implication)) for side in node.operands]
    text = sides[0]
    for index, (sign, side) in enumerate(zip(node.signs, sides[1:], strict=True)):
        text += f" {mark if index == 0 else ''}{relation_sign(sign)} {side}"
    return text.strip()


def _environment(name: str, rows: list[str]) -> str:
    return rf"\begin{{{name}}}" + r" \\ ".join(rows) + rf"\end{{{name}}}"


def _matrix(node: e.Matrix) -> str:
    return _environment(node.bracket, [" & ".join(map(to_latex, row)) for row in node.rows])


def _case(row: e.Case) -> str:
    body = to_latex(row.body)
    if row.condition is None:
        return body
    words = isinstance(row.condition, e.Text) or (
        isinstance(row.condition, e.Row) and isinstance(row.condition.items[0], e.Text)
    )
    return f"{body}{'' if words else ','} & {to_latex(row.condition)}"


def _cases(node: e.Cases) -> str:
    return _environment("cases", [_case(row) for row in node.rows])


def _lines(node: e.Lines) -> str:
    rows = [_relation(line, "&") if isinstance(line, e.Relation) else to_latex(line) for line in node.lines]
    return _environment("aligned", rows)


def _row(node: e.Row) -> str:
    text = to_latex(node.items[0])
    for before, item in zip(node.items, node.items[1:], strict=False):
        words = isinstance(before, e.Text) or isinstance(item, e.Text) or _follows_directly(item)
        text += (" " if words else r" \quad ") + _at_least(item, Level.IMPLICATION)
    return text


def _follows_directly(item: e.Expr) -> bool:
    return isinstance(item, e.Prefix) and p.level(item) == Level.GIVEN


_WRITERS: dict[type[e.Expr], Callable[[Any], str]] = {
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
    e.Group: _group,
    e.Fence: _fence,
    e.Sequence: _sequence,
    e.Interval: _interval,
    e.SetOf: _set_of,
    e.Apply: _apply,
    e.Choose: _choose,
    e.Accent: _accent,
    e.BigOperator: _big_operator,
    e.Integral: _integral,
    e.Limit: _limit,
    e.Derivative: _derivative,
    e.Differential: _differential,
    e.Evaluated: _evaluated,
    e.Relation: _relation,
    e.Matrix: _matrix,
    e.Cases: _cases,
    e.Lines: _lines,
    e.Row: _row,
}
