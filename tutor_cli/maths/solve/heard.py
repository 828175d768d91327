"""What only requests that were heard have: numbers in words, doubtful extents, places to round to, joined equations."""

from __future__ import annotations

import re
from collections.abc import Callable

from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number, Power, Quotient, Relation
from tutor_cli.maths.solve.phrases import NEAREST, NEAREST_PLACES, PLACES, ROUND, WHAT_PERCENT
from tutor_cli.maths.spoken import find_spans, readings, with_digits

_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_OVER = re.compile(r"\\frac\{(\d+)\}\{(\d+)\}|(\d+) (?:over|by|upon|divided by) (\d+)")
_MINUS = re.compile(r"\b(?:minus|negative) (?=\d)", re.IGNORECASE)
_TWO_POINTS = re.compile(r"\b(?:two|2) (?:given )?points\b", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\b(\d+) (\d+)\b")
_PAIR_OF_DIGITS = re.compile(r"(?<!\d)(\d)\.?(\d)(?!\d)")
_LAST_POWER = re.compile(r" (squared|cubed)$", re.IGNORECASE)
_AROUND_EQUATIONS = frozenset((
    "solve", "find", "and", "the", "system", "of", "equations", "simultaneous", "simultaneously", "for", "x", "y",
    "aur", "karo",
))  # fmt: skip
COMBINED: dict[str, Callable[..., Expr]] = {
    "multiply": lambda a, b: Mul((a, b), "cross"),
    "divide": Quotient,
    "add": lambda a, b: Add((a, b)),
    "subtract": lambda a, b: Add((a, Neg(b))),
    "square": lambda a: Power(a, Number("2")),
    "cube": lambda a: Power(a, Number("3")),
    "double": lambda a: Mul((Number("2"), a), "cross"),
    "half": lambda a: Quotient(a, Number("2")),
}
# No answer is asked for to more places than this.
_MOST_PLACES = 12


def in_digits(text: str) -> str:
    """Return the text with its numbers in digits and its numeric fractions as a/b: "two three" is "2 3"."""
    written = signed(with_digits(_TWO_POINTS.sub("points", text)))
    return _OVER.sub(lambda found: "/".join(filter(None, found.groups())), written)


def signed(text: str) -> str:
    """Return the text with "minus 3" as -3."""
    return _MINUS.sub("-", text)


def percents_over_hundred(text: str) -> str:
    """Return the text with its percentages as fractions: "25%" is "25/100"."""
    return _PERCENT.sub(r"\1/100", text)


def fraction_of_two(text: str) -> str:
    """Return the text with two numbers side by side as a fraction: "3 8" is what is heard of three eighths."""
    return _TWO_NUMBERS.sub(r"\1/\2", text)


def percent_asked(text: str) -> str:
    """Return the request to convert a fraction that asks what percentage one number is of another, or nothing."""
    written = with_digits(text)
    found = next(filter(None, (pattern.match(written) for pattern in WHAT_PERCENT)), None)
    return f"convert {found['part']}/{found['whole']} to a percentage" if found else ""


def points_apart(text: str) -> str:
    """Return the text with two coordinates that were heard as one number apart: the points 23 and 59."""
    return _PAIR_OF_DIGITS.sub(r"\1 \2", text)


def places_asked(text: str) -> tuple[int, str] | None:
    """Return to how many decimal places (below zero: to tens, hundreds) an answer is asked for, and the rest."""
    if found := PLACES.search(text):
        count = with_digits(found["count"])
        places = int(count) if count.isdecimal() and int(count) <= _MOST_PLACES else None
    elif found := NEAREST.search(text):
        places = NEAREST_PLACES.get(found["unit"].lower())
    else:
        return None
    if places is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return places, ROUND.sub("", rest)


def joined_equations(text: str, language: str) -> tuple[Expr, ...]:
    """Return the equations of a text that joins several and asks nothing else; empty for any other text."""
    spans = find_spans(text, language)
    trees = tuple(span.expr for span in spans)
    equations = [tree for tree in trees if isinstance(tree, Relation) and tree.signs == ("=",)]
    if len(trees) == 1 or len(equations) < len(trees):
        return ()
    ends, starts = [0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)]
    between = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return trees if set(re.findall(r"\w+", between.lower())) <= _AROUND_EQUATIONS else ()


def over_a_sum(text: str, tree: Expr, language: str) -> Expr:
    """Return the reading in which a sum is the denominator: "1 over root 5 minus 2", asked to rationalise it."""
    if isinstance(tree, Quotient):
        return tree
    return next((other for other in readings(text, language) if isinstance(other, Quotient)), tree)


def expandable(text: str, tree: Expr, language: str) -> Expr:
    """Return the reading in which there is something to expand: "3 times x minus 4" as 3(x - 4)."""
    wider = _LAST_POWER.sub(r" the whole \1", text)
    others = [*readings(text, language), *(readings(wider, language) if wider != text else ())]
    return next((other for other in (tree, *others) if _has_brackets(other)), tree)


def _has_brackets(tree: Expr) -> bool:
    return any(
        (isinstance(node, Mul) and any(_is_sum(factor) for factor in node.factors))
        or (isinstance(node, Power) and _is_sum(node.base))
        for node in tree.walk()
    )


def _is_sum(node: Expr) -> bool:
    return isinstance(node, Add) or (isinstance(node, Group) and _is_sum(node.body))
