"""LaTeX of big operators, calculus, relations and arrangements."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.latex.writing import (
    COMMAND_FUNCTIONS,
    Writer,
    argument,
    at_least,
    bracketed,
    enclosed,
    glue,
    scripts,
    to_latex,
)
from tutor_cli.maths.precedence import Level

_OPERATOR_COMMANDS = COMMAND_FUNCTIONS | {
    "sum", "prod", "coprod", "bigcup", "bigcap", "bigoplus", "bigotimes", "bigvee", "bigwedge",
    "lim", "limsup", "liminf",
}  # fmt: skip


# --- calculus and big operators ------------------------------------------------------------------------------------


def _big_operator(node: e.BigOperator) -> str:
    name = f"\\{node.kind}" if node.kind in _OPERATOR_COMMANDS else rf"\operatorname*{{{node.kind}}}"
    return f"{name}{scripts(node.lower, node.upper)} {at_least(node.body, Level.PRODUCT)}"


def _integral(node: e.Integral) -> str:
    sign = r"\oint" if node.contour else "\\" + "i" * node.signs + "nt"
    lowest = Level.SUM if node.variables else Level.PRODUCT
    body = at_least(node.body, lowest)
    differentials = "".join(_differential(e.Differential(variable)) for variable in node.variables)
    return f"{sign}{scripts(node.lower, node.upper)} {body}{' ' if body and differentials else ''}{differentials}"


def _limit(node: e.Limit) -> str:
    side = {"both": "", "above": "^{+}", "below": "^{-}"}[node.side]
    target = at_least(node.target, Level.ATOM) if side else to_latex(node.target)
    return rf"\lim_{{{to_latex(node.variable)} \to {target}{side}}} {at_least(node.body, Level.PRODUCT)}"


def _derivative(node: e.Derivative) -> str:
    d = r"\partial" if node.partial else "d"
    order = len(node.variables)
    top = d if order == 1 else f"{d}^{argument(str(order))}"
    if node.body is not None and not node.behind:
        body = at_least(node.body, Level.FACTOR)
        top = f"{d}^{{{order}}}{body}" if order > 1 and body[0].isdigit() else glue(top, body)
    bottom = ""
    for variable, count in node.orders:
        piece = glue(d, to_latex(variable))
        bottom = glue(bottom, piece if count == 1 else f"{piece}^{argument(str(count))}")
    fraction = rf"\frac{{{top}}}{{{bottom}}}"
    if node.body is None or not node.behind:
        return fraction
    return f"{fraction} {at_least(node.body, Level.RUN)}"


def _differential(node: e.Differential) -> str:
    return rf"\,{glue('d', to_latex(node.variable))}"


def _evaluated(node: e.Evaluated) -> str:
    pair = (r"\left[", r"\right]") if node.style == "brackets" else (r"\left.", r"\right|")
    return enclosed(pair, to_latex(node.body)) + scripts(node.lower, node.upper)


# --- statements and arrangements -----------------------------------------------------------------------------------


def relation_sign(sign: str) -> str:
    """Return the LaTeX of a relation's sign."""
    return sign if sign in "=<>" else f"\\{sign}"


def _relation(node: e.Relation, mark: str = "") -> str:
    implication = p.level(node) == Level.IMPLICATION
    sides = [bracketed(side, p.side_needs_brackets(side, implication=implication)) for side in node.operands]
    text = sides[0]
    for index, (sign, side) in enumerate(zip(node.signs, sides[1:], strict=True)):
        text += f" {mark if index == 0 else ''}{relation_sign(sign)} {side}"
    return text.strip()


def _environment(name: str, rows: list[str]) -> str:
    body = r" \\ ".join(rows)
    # Right behind the name, [b] says where the environment stands.
    return rf"\begin{{{name}}}{' ' if body.startswith('[') else ''}{body}\end{{{name}}}"


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
        text += _gap(before, item) + at_least(item, Level.IMPLICATION)
    return text


def _gap(before: e.Expr, item: e.Expr) -> str:
    """Return what keeps two pieces apart: words bring their own spaces, or get one."""
    if isinstance(before, e.Text):
        return " " if before.content.endswith(" ") else r"\ "
    if isinstance(item, e.Text):
        return " " if item.content.startswith(" ") else r"\ "
    return " " if _follows_directly(item) else r" \quad "


def _follows_directly(item: e.Expr) -> bool:
    return isinstance(item, e.Prefix) and p.level(item) == Level.GIVEN


WRITERS: dict[type[e.Expr], Writer] = {
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
