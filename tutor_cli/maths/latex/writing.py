"""What every writer of LaTeX needs: the way to write a child, its brackets, and pieces put side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level

Writer = Callable[[Any], str]

# Functions that LaTeX has a command for; every other name is an \operatorname.
COMMAND_FUNCTIONS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan",
    "log", "ln", "lg", "exp", "det", "gcd", "max", "min", "sup", "inf", "dim", "ker", "deg", "arg", "Pr",
})  # fmt: skip
_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")
# A factorial keeps its distance from an equals sign: != is another sign.
_LOOSE_SIGN = re.compile(r"(?<!!) ([=<>+-]) ")


# The writer of each kind of node; filled by the package.
WRITERS: dict[type[e.Expr], Writer] = {}


def to_latex(node: e.Expr) -> str:
    """Return the canonical LaTeX of a tree, without dollar signs."""
    return WRITERS[type(node)](node)


def bracketed(node: e.Expr, needed: bool) -> str:
    """Return the LaTeX of a node, in brackets where they are needed."""
    return f"({to_latex(node)})" if needed else to_latex(node)


def at_least(node: e.Expr, lowest: Level) -> str:
    """Return the LaTeX of a node, in brackets where it is looser than its place allows."""
    return bracketed(node, p.level(node) < lowest)


def glue(left: str, right: str) -> str:
    """Return two pieces side by side; a space keeps a command from running into the letters after it."""
    apart = right[:1].isalpha() and right[:1].isascii() and _ENDS_IN_COMMAND.search(left)
    return f"{left} {right}" if apart else left + right


def argument(text: str) -> str:
    """Return text as the argument of a script: a single letter or digit needs no braces."""
    return text if len(text) == 1 and text.isalnum() else f"{{{text}}}"


def script(node: e.Expr) -> str:
    """Return a node as the argument of a script, without spaces round its signs."""
    return argument(_LOOSE_SIGN.sub(r"\1", to_latex(node)))


def scripts(lower: e.Expr | None, upper: e.Expr | None) -> str:
    """Return what stands below and above a sign."""
    return (f"_{script(lower)}" if lower is not None else "") + (f"^{script(upper)}" if upper is not None else "")


def enclosed(pair: tuple[str, str], text: str) -> str:
    """Return text between an opening and a closing sign."""
    return f"{pair[0]}{text}{pair[1]}"


def items(items: tuple[e.Expr, ...]) -> str:
    """Return items with commas between them."""
    return ", ".join(at_least(item, Level.ROW) for item in items)
