"""All the readings of a stretch of lexemes: the preferred one, and those with one open choice decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tutor_cli.maths.expr import Empty, Expr, Mul
from tutor_cli.maths.spoken import statements, trees
from tutor_cli.maths.spoken.cursor import Choice, UnreadableError
from tutor_cli.maths.spoken.grammar import RULES
from tutor_cli.maths.spoken.implied_brackets import without_implied_brackets
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser

# Nobody says a formula of more words.
LONGEST = 200
_MOST = 4
# Other readings are sought for what one can say in a breath, and not for ever.
_BREATH = 60
_TRIES = 16
# What listeners doubt most comes first.
_DOUBT = ("numerator", "denominator", "factors", "argument", "radicand", "exponent", "limit", "body", "index")


def whole(lexemes: Sequence[Lexeme], *, formal: bool, forced: Mapping[Choice, int] | None = None) -> Parser | None:
    """Return a parser that has read all the lexemes as one formula, or None."""
    parser = Parser(lexemes, RULES, formal=formal, forced=forced)
    try:
        parser.result = statements.listed(parser) if formal else parser.statement()
        # Hindi ends with the verb: x बराबर 3 है.
        if formal:
            parser.accept(Kind.IS)
    except UnreadableError:
        return None
    return parser if parser.position == parser.end and not _is_blank(parser.result) else None


def _is_blank(tree: Expr | None) -> bool:
    """Tell whether a formula is nothing but blanks, one or several side by side."""
    return tree is not None and all(isinstance(node, Empty | Mul) for node in tree.walk())


def reading(lexemes: Sequence[Lexeme], *, formal: bool) -> Expr | None:
    """Return the preferred reading of lexemes that are one formula, None where they are none."""
    first = _first(lexemes, formal=formal)
    return without_implied_brackets(first.result) if first and first.result else None


def readings(lexemes: Sequence[Lexeme], *, formal: bool) -> list[Expr]:
    """Return the readings of lexemes that are one formula, preferred first; empty where there is none."""
    first = _first(lexemes, formal=formal)
    if first is None or first.result is None:
        return []
    found = [without_implied_brackets(first.result)]
    if len(lexemes) > _BREATH:
        return found
    for forced in islice(_alternatives(first.choices), _TRIES):
        other = whole(lexemes, formal=formal, forced=forced)
        tree = without_implied_brackets(other.result) if other and other.result else None
        if tree is not None and tree not in found:
            found.append(tree)
        if len(found) > _MOST:
            break
    raised = trees.with_whole_power(found[0])
    return found if raised is None or raised in found else [*found, raised]


def _first(lexemes: Sequence[Lexeme], *, formal: bool) -> Parser | None:
    return whole(lexemes, formal=formal) if len(lexemes) <= LONGEST else None


def _alternatives(choices: Mapping[Choice, int]) -> Iterator[dict[Choice, int]]:
    ranked = sorted(choices, key=lambda choice: (_doubt(choice), choice.position))
    for choice in ranked:
        for option in range(choices[choice]):
            yield {choice: option}


def _doubt(choice: Choice) -> int:
    return _DOUBT.index(choice.what) if choice.what in _DOUBT else len(_DOUBT)
