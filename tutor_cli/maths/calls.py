"""Which letters before a bracket are functions: f(x) is applied, a(b + c) is multiplied."""

from __future__ import annotations

from tutor_cli.maths import expr as e

ALWAYS_FUNCTIONS = frozenset({"f", "g", "h", "F", "G", "H", "phi", "psi", "Phi", "Psi", "Gamma", "zeta"})
# Names of constants and unknowns in school algebra, which multiply what follows even when it is a lone letter.
NEVER_FUNCTIONS = frozenset({"e", "pi", "infty", "ldots", "cdots", "a", "b", "c", "k", "m", "n", "i", "j", "d"})


def is_call(head: e.Expr, content: e.Expr) -> bool:
    """Tell whether `head` followed by `content` in round brackets is a function of it.

    f, g, h and a few Greek letters always are, and so is anything with a prime; other letters where the bracket
    holds a list, a conditional probability, or a lone letter or whole number as in P(A), v(t) or y(0).
    """
    primed = False
    while isinstance(head, (e.Power, e.Subscript, e.Prime)):
        primed = primed or isinstance(head, e.Prime)
        if isinstance(head, e.Power) and not _is_function_power(head):
            return False
        head = head.base
    if not isinstance(head, e.Symbol):
        return False
    if primed or head.name in ALWAYS_FUNCTIONS:
        return True
    return head.name not in NEVER_FUNCTIONS and _looks_like_argument(head, content)


def _is_function_power(head: e.Power) -> bool:
    base = head.base
    while isinstance(base, (e.Subscript, e.Prime)):
        base = base.base
    return isinstance(base, e.Symbol) and base.name in ALWAYS_FUNCTIONS


def _looks_like_argument(head: e.Symbol, content: e.Expr) -> bool:
    if isinstance(content, e.Sequence):
        return not content.bracket
    if isinstance(content, e.Infix):
        return head.name in {"P", "p", "n"} or content.sign == "mid"
    if isinstance(content, e.Symbol):
        return content != head
    return isinstance(content, e.Number) and head.name in {"y", "u", "v", "s", "P", "p", "q", "Q"}
