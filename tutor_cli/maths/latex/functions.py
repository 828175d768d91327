"""LaTeX of brackets, sets, functions and accents."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.latex.writing import Writer, enclosed, items, script, to_latex
from tutor_cli.maths.precedence import Level

_FENCES = {
    "abs": ("|", "|"),
    "norm": (r"\|", r"\|"),
    "floor": (r"\lfloor ", r" \rfloor"),
    "ceil": (r"\lceil ", r" \rceil"),
}
_BRACKETS = {"(": ("(", ")"), "[": ("[", "]"), "{": (r"\{", r"\}"), "<": (r"\langle ", r" \rangle")}


# --- brackets ------------------------------------------------------------------------------------------------------


def _group(node: e.Group) -> str:
    return enclosed(_BRACKETS[node.bracket], to_latex(node.body))


def _fence(node: e.Fence) -> str:
    body = to_latex(node.body)
    opening, closing = _FENCES[node.kind]
    if "|" in body and "|" in opening:
        # Only sized bars tell which of them belong together.
        return rf"\left{opening}{body}\right{closing}"
    return f"{opening}{body}{closing}"


def _sequence(node: e.Sequence) -> str:
    return enclosed(_BRACKETS[node.bracket], items(node.items)) if node.bracket else items(node.items)


def _interval(node: e.Interval) -> str:
    pair = ("[" if node.lower_closed else "(", "]" if node.upper_closed else ")")
    return enclosed(pair, items((node.lower, node.upper)))


def _set_of(node: e.SetOf) -> str:
    condition = rf" \mid {to_latex(node.condition)}" if node.condition is not None else ""
    return enclosed(_BRACKETS["{"], items(node.items) + condition)


# --- functions -----------------------------------------------------------------------------------------------------


def apply(node: e.Apply, *, bare: bool = True) -> str:
    """Return a function of its arguments; where `bare` is allowed, sin 2x stands without brackets."""
    head = to_latex(node.head)
    arguments = node.arguments
    if bare and len(arguments) == 1 and p.is_named_function(node.head) and stands_bare(arguments[0]):
        argument = to_latex(arguments[0])
        return f"{head} {argument}" if argument[0] != "\\" else head + argument
    return f"{head}({items(arguments)})"


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
    return f"{{}}^{script(node.n)}{node.kind}_{script(node.r)}"


def _accent(node: e.Accent) -> str:
    return rf"\{node.kind}{{{to_latex(node.body)}}}"


WRITERS: dict[type[e.Expr], Writer] = {
    e.Group: _group,
    e.Fence: _fence,
    e.Sequence: _sequence,
    e.Interval: _interval,
    e.SetOf: _set_of,
    e.Apply: apply,
    e.Choose: _choose,
    e.Accent: _accent,
}
