"""What an answer claims: these values, these points, this part of the line, this expression, or a word such as none."""

# ruff: noqa: E501  # a pattern reads best on one line
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from tutor_cli.maths.expr import Expr, Infix, Interval, Relation, Row, Sequence, SetOf, Symbol, Text
from tutor_cli.maths.solve.equivalence import ungrouped
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, Unknown, compiled
from tutor_cli.maths.solve.truth import Truth, signs_chosen, statement

ClaimKind = Literal["values", "points", "region", "family", "expression", "word"]
# Letters that stand for any whole number in a general solution.
COUNTERS = ("n", "k", "m")
FAMILY_RANGE = range(-40, 41)

WORDS: tuple[tuple[str, str], ...] = (
    (r"no (?:real )?(?:solutions?|roots?|answer)|none|empty(?: set)?|impossible|koi hal nahi|कोई हल नहीं|∅|\\emptyset|\\varnothing", "none"),
    (r"(?:all|every|any)(?: real)?(?: numbers?| x| values?)?|infinitely many(?: solutions?)?|identity|always true|sabhi|सभी.*|ℝ|R", "all"),
    (r"undefined|not defined|no value|aparibhashit|अपरिभाषित", "undefined"),
    (r"does not exist|doesn't exist|dne|no limit|singular|not invertible|no inverse|अस्तित्व नहीं.*", "does_not_exist"),
    (r"diverges?|divergent|अपसारी", "diverges"),
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """An answer: `values` and `points` by number beside the trees they were read from, a region by its truth."""

    kind: ClaimKind
    trees: tuple[Expr, ...] = ()
    numbers: tuple[Any, ...] = ()
    truth: Truth | None = None
    ends: tuple[float, ...] = ()
    word: str = ""


def word_claim(text: str) -> Claim | None:
    """Return the claim of an answer in words, or None."""
    plain = text.strip().rstrip(".।!").lower()
    for pattern, word in WORDS:
        if re.fullmatch(pattern, plain, re.IGNORECASE):
            return Claim("word", word=word)
    return None


def read_claim(tree: Expr, names: list[str]) -> Claim:
    """Return what an answer says about the unknowns; raise Unknown where that is unclear."""
    tree = ungrouped(tree)
    if isinstance(tree, Relation) and tree.signs == ("in",) and tree.operands[1] in _WORD_SETS:
        return Claim("word", word=_WORD_SETS[tree.operands[1]])
    family = _family(tree)
    if family is not None:
        return family
    points = _points(tree, names)
    if points is not None:
        return points
    values = _values(tree)
    if values is not None:
        return _value_claim(values)
    if _is_region(tree):
        return _region(tree, names)
    return Claim("expression", (tree,))


_WORD_SETS: dict[Expr, str] = {Symbol("emptyset"): "none", Symbol("RR"): "all"}


def _value_claim(trees: list[Expr]) -> Claim:
    numbers = []
    for tree in trees:
        try:
            numbers.append(compiled(tree, FLOATS, ("e", "pi"))({}))
        except (Undefined, Unknown):
            return Claim("expression", (trees[0],)) if len(trees) == 1 else Claim("expression", tuple(trees))
    return Claim("values", tuple(trees), tuple(numbers))


def _values(tree: Expr) -> list[Expr] | None:
    """Return the values of `x = 2 or x = 3`, `x = 2, 3`, `2, 3`, `{2, 3}`, `x = ±2`, `2`."""
    if isinstance(tree, Relation) and tree.signs in (("=",), ("approx",)):
        if not isinstance(tree.operands[0], Symbol):
            return None
        return [choice.operands[1] for choice in signs_chosen(tree)]
    if isinstance(tree, Row):
        parts = [_values(item) for item in tree.items if not isinstance(item, Text)]
        words = {item.content.strip() for item in tree.items if isinstance(item, Text)}
        return _joined(parts) if words <= {"or", "and", ",", "या", "और"} else None
    if isinstance(tree, (SetOf, Sequence)) and not (isinstance(tree, Sequence) and tree.bracket):
        return _joined([_values(item) for item in tree.items])
    if isinstance(tree, (Interval, Sequence, Infix, Relation)):
        return None
    return [version.operands[0] for version in signs_chosen(Relation((tree, tree), ("=",)))]


def _joined(parts: list[list[Expr] | None]) -> list[Expr] | None:
    if any(part is None for part in parts):
        return None
    return [value for part in parts if part is not None for value in part]


def _points(tree: Expr, names: list[str]) -> Claim | None:
    """Return the points of `x = 2 and y = 1`, `(2, 1)`, or several of them joined by or."""
    if len(names) < 2:
        return None
    items = tree.items if isinstance(tree, SetOf) else (tree,)
    rows: list[tuple[Expr, ...]] = []
    for item in items:
        found = _rows(item, names)
        if found is None:
            return None
        rows += found
    try:
        numbers = tuple(tuple(compiled(v, FLOATS, ("e", "pi"))({}) for v in row) for row in rows)
    except (Undefined, Unknown):
        return None
    return Claim("points", tuple(Sequence(row, "(") for row in rows), numbers)


def _rows(tree: Expr, names: list[str]) -> list[tuple[Expr, ...]] | None:
    if isinstance(tree, Sequence) and tree.bracket == "(" and len(tree.items) == len(names):
        return [tree.items]
    items = [item for item in tree.items if not isinstance(item, Text)] if isinstance(tree, (Row, Sequence)) else [tree]
    flat: list[Relation] = []
    nested: list[tuple[Expr, ...]] = []
    for item in items:
        if isinstance(item, (Row, Sequence)):
            inner = _rows(item, names)
            if inner is None:
                return None
            nested += inner
        elif isinstance(item, Relation) and item.signs == ("=",):
            flat.append(item)
        else:
            return None
    return nested + _grouped(flat, names) if len(flat) % len(names) == 0 else None


def _grouped(flat: list[Relation], names: list[str]) -> list[tuple[Expr, ...]]:
    rows = []
    for start in range(0, len(flat), len(names)):
        given = {r.operands[0]: r.operands[1] for r in flat[start : start + len(names)]}
        if set(given) == {Symbol(name) for name in names}:
            rows.append(tuple(given[Symbol(name)] for name in names))
    return rows


def _family(tree: Expr) -> Claim | None:
    letters = {node.name for node in tree.walk() if isinstance(node, Symbol)}
    counter = next((letter for letter in COUNTERS if letter in letters and "pi" in letters), None)
    values = _values(_without_condition(tree)) if counter else None
    if counter is None or values is None:
        return None
    functions = [compiled(value, FLOATS, ("e", "pi")) for value in values]
    try:
        numbers = sorted({round(f({counter: n}), 9) for f in functions for n in FAMILY_RANGE})
    except Undefined:
        return None
    return Claim("family", tuple(values), tuple(numbers))


def _without_condition(tree: Expr) -> Expr:
    """Drop `n ∈ Z` from the end of a general solution."""
    if isinstance(tree, (Row, Sequence)) and isinstance(tree.items[-1], Relation) and "in" in tree.items[-1].signs:
        kept = [item for item in tree.items[:-1] if not (isinstance(item, Text) and item.content.strip() in (",", ""))]
        return kept[0] if len(kept) == 1 else Row(tuple(kept))
    return tree


def _is_region(tree: Expr) -> bool:
    if isinstance(tree, (Interval, Infix)) or (isinstance(tree, Sequence) and tree.bracket == "("):
        return True
    if isinstance(tree, Row):
        return all(isinstance(item, Text) or _is_region(item) for item in tree.items)
    return isinstance(tree, Relation) and any(sign in ("<", ">", "le", "ge", "in", "ne") for sign in tree.signs)


def _region(tree: Expr, names: list[str]) -> Claim:
    if not isinstance(tree, (Relation, Row)):
        tree = Relation((Symbol(names[0] if names else "x"), tree), ("in",))
    return Claim("region", (tree,), truth=statement(tree), ends=tuple(_ends(tree)))


def _ends(tree: Expr) -> list[float]:
    found = []
    for node in tree.walk():
        try:
            found.append(float(compiled(node, FLOATS, ("e", "pi"))({})))
        except (Undefined, Unknown, TypeError):
            continue
    return sorted(set(found))
