"""One line of plain text for an answer."""

from __future__ import annotations

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.layout import linear


def plain(tree: Expr) -> str:
    """Return the tree in one line of Unicode text."""
    return linear(tree)
