"""LaTeX, typed maths and Unicode signs, read into the tree.

    parse(text)            the tree, or a MathsError with position and hint
    read(text)             the tree and the readings chosen where two exist
    parse_prefix(text)     for display: as much as can be read, and what was wrong with the rest

Everything is capped before it is read (characters, signs, digits, nesting), nothing is ever evaluated, and no input
raises anything but MathsError.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import atoms, calculus, environments, structures
from tutor_cli.maths.parse.combine import COMBINERS, statements
from tutor_cli.maths.parse.parser import Parser
from tutor_cli.maths.parse.scanner import tokenize
from tutor_cli.maths.parse.tokens import Notation, Token, detect

if TYPE_CHECKING:
    from tutor_cli.maths import expr as e

__all__ = ["Reading", "parse", "parse_prefix", "read"]

_RECOVERY_ATTEMPTS = 3
# The deepest tree that is handed out: others walk it recursively.
MAX_TREE_DEPTH = 100

Parser.combiners = COMBINERS
Parser.readers = {**atoms.READERS, **calculus.READERS, **structures.READERS, **environments.READERS}


@dataclass(frozen=True, slots=True)
class Reading:
    """A tree and, where the text could be read in two ways, sentences that say which was chosen."""

    expr: e.Expr
    notes: tuple[str, ...] = ()


def parse(text: str, notation: Literal["auto", "latex", "typed"] = "auto") -> e.Expr:
    """Return the tree of a formula; raise MathsError where it cannot be read.

    `auto` reads LaTeX where a backslash or a braced script shows it, and typed maths else. Dollar signs round LaTeX
    are allowed.
    """
    return read(text, notation).expr


def read(text: str, notation: Literal["auto", "latex", "typed"] = "auto") -> Reading:
    """Return the tree of a formula with the readings chosen; raise MathsError where it cannot be read."""
    notes: list[str] = []
    chosen: Notation = detect(text) if notation == "auto" else notation
    tokens = tokenize(_without_delimiters(text), chosen, notes)
    tree = _tree(tokens, chosen, notes)
    return Reading(tree, tuple(dict.fromkeys(notes)))


def _without_delimiters(text: str) -> str:
    stripped = text.strip()
    for opening, closing in (("\\(", "\\)"), ("\\[", "\\]")):
        if stripped.startswith(opening) and stripped.endswith(closing) and len(stripped) > 3:
            return "  " + stripped[2:-2]
    return text


def _tree(tokens: list[Token], notation: Notation, notes: list[str]) -> e.Expr:
    if tokens[0].kind == "end":
        raise MathsError("empty", "There is no formula.", "Write one, such as 2x + 3 = 7.")
    tree = statements(Parser(tokens, notation, notes))
    if _depth(tree) > MAX_TREE_DEPTH:
        raise MathsError("maths_too_deep", "The formula is nested too deeply.", "Split it into parts.")
    return tree


def _depth(tree: e.Expr) -> int:
    depth, layer = 0, [tree]
    while layer:
        depth += 1
        layer = [child for node in layer for child in node.children()]
    return depth


def parse_prefix(text: str) -> tuple[e.Expr | None, MathsError | None]:
    """Return the tree of the longest readable beginning and the error that stopped the reading, None without one."""
    try:
        return parse(text), None
    except MathsError as error:
        return _recovered(text, error), error


def _recovered(text: str, error: MathsError) -> e.Expr | None:
    end = min(error.position, len(text))
    for _ in range(_RECOVERY_ATTEMPTS):
        end = len(text[:end].rstrip())
        if end <= 0:
            break
        try:
            return parse(text[:end])
        except MathsError as again:
            end = again.position if again.position < end else end - 1
    return None
