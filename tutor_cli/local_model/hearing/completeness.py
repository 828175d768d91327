"""Whether what was said so far is a whole request: by its words, by its formula, and by what is asked for.

"x squared plus" must go on; "expand 2x plus 1" most likely does, for there is nothing to expand yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Mul, Number, Power, Relation, Symbol
from tutor_cli.maths.spoken import awaits_operand, find_spans

# Words after which more must come, besides those of formulas: "the derivative of", "what is".
_UNFINISHED = {
    *("into", "of", "from", "to", "with"),
    *("is", "are", "the", "a", "an", "and", "or", "if", "when", "let"),
    *("find", "solve", "simplify", "differentiate", "integrate", "evaluate", "factor"),
    *("so", "um", "uh", "er"),
    *("respect", "through", "between", "points", "power", "root", "value"),
    *("barabar", "ka", "ki", "ke", "aur", "mein", "agar", "guna", "bata"),
}
# More must come after these phrases: where a limit is taken, what is multiplied with, of what in Hindi.
_OPEN_PHRASES = (
    re.compile(r"\blimit of\b(?!.*\b(?:approaches|tends|goes|infinity)\b)", re.IGNORECASE),
    re.compile(
        r"\W*(?:multiply|divide)\b(?!.*\b(?:by|with|and|times|out|it|this|that|these|them|both)\b)", re.IGNORECASE
    ),
    re.compile(r"\b(?:mein se|k[aie] hai)\W*$", re.IGNORECASE),
)
# Commands whose object is hardly whole yet: "solve x squared plus 5x", "expand x", "convert 0.7".
_DOUBTFUL = (
    re.compile(r"\W*solve\b(?!.*(?:=|[<>≤≥]|\b(?:equals?|is|than|it|this|that|these|them|for|by)\b))", re.IGNORECASE),
    re.compile(r"\W*(?:expand|factor|integrate|differentiate|simplify) [a-z]\W*$", re.IGNORECASE),
    re.compile(r"\W*convert [\d.,]+\W*$", re.IGNORECASE),
)
_LAST_TOKEN = re.compile(r"([a-z]+|[-+*/=×÷−])[\s.,?!…]*$", re.IGNORECASE)
_OPERATORS = "-+*/=×÷−"
# Of two numbers at least.
_OF_SEVERAL = frozenset({"gcd", "lcm"})
_CONSTANTS = frozenset({"e", "pi", "i"})


@lru_cache(maxsize=256)
def is_unfinished(text: str) -> bool:
    """Tell whether more must come: after this word or sign, in this formula, or for what is asked."""
    if any(phrase.search(text) for phrase in _OPEN_PHRASES):
        return True
    last = _LAST_TOKEN.search(text)
    if last is not None and (last[1].lower() in _UNFINISHED or last[1] in _OPERATORS):
        return True
    return awaits_operand(text) or any(map(_lacks_arguments, _formulas(text)))


@lru_cache(maxsize=256)
def is_doubtful(text: str) -> bool:
    """Tell whether the text is a command that most likely goes on, though it could be whole."""
    if any(pattern.match(text) for pattern in _DOUBTFUL):
        return True
    formulas = _formulas(text)
    command = text.split(" ", 1)[0].lower()
    if command == "expand":
        return bool(formulas) and not any(map(_can_be_expanded, formulas))
    return command == "solve" and " for " not in text and _lacks_equations(formulas)


def _formulas(text: str) -> list[Expr]:
    return [span.expr for span in find_spans(text)]


def _lacks_arguments(formula: Expr) -> bool:
    """Tell a highest common factor of one number."""
    return any(
        isinstance(node, Apply)
        and isinstance(node.head, Function)
        and node.head.name in _OF_SEVERAL
        and len(node.arguments) == 1
        and isinstance(node.arguments[0], Number)
        for node in formula.walk()
    )


def _can_be_expanded(formula: Expr) -> bool:
    """Tell whether a sum is multiplied or raised somewhere."""
    return any(
        isinstance(node, (Mul, Power)) and any(isinstance(part, Add) for part in node.walk()) for node in formula.walk()
    )


def _lacks_equations(formulas: Sequence[Expr]) -> bool:
    """Tell whether there are more unknowns than equations."""
    equations = [formula for formula in formulas if isinstance(formula, Relation)]
    names = {node.name for formula in equations for node in formula.walk() if isinstance(node, Symbol)}
    return bool(equations) and len(names - _CONSTANTS) > len(equations)
