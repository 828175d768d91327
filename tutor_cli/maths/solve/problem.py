"""What is asked: an operation on expressions, as read from a request row or from what a student typed or said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor_cli.maths.expr import Expr, Side

Operation = Literal[
    "solve",
    "evaluate",
    "simplify",
    "factor",
    "expand",
    "differentiate",
    "integrate",
    "limit",
    "matrix",
    "sequence",
    "sum",
    "quantity",
]
# Symbols with a meaning of their own in typed request rows, where every other letter is an unknown.
TYPED_CONSTANTS = ("E", "I", "pi")
# ... and in what people write and say.
WRITTEN_CONSTANTS = ("e", "pi")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a story's working: the letter it gives, its right side as typed maths, the id of its sentence.

    `words` are what the sentence quotes: the words of the story the line was read from, or a name, with its Hindi.
    """

    letter: str
    typed: str
    id: str
    words: str = ""
    words_hi: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What the numbers of a problem in words are: the letters of the expressions, what every letter stands for.

    `names` and `units` are by letter, the names in English and Hindi; `equations` and `lines` lead to the letters that
    are `asked`, each equation `left = right` in its `typed` field. With `whole` only whole numbers make sense, with
    `positive` only positive ones; with `fractions` no value is written as a decimal.
    """

    given: tuple[str, ...]
    asked: tuple[str, ...]
    lines: tuple[Line, ...] = ()
    equations: tuple[Line, ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    positive: bool = True
    fractions: bool = False

    def name(self, letter: str, language: str = "en") -> str:
        """Return what a letter stands for, or nothing."""
        return next((hi if language == "hi" else en for known, en, hi in self.names if known == letter), "")

    @property
    def asked_names(self) -> str:
        """What is asked for, in English."""
        return " ".join(self.name(letter) for letter in self.asked)

    def unit(self, letter: str) -> str:
        """Return the unit of a letter, or nothing."""
        return dict(self.units).get(letter, "")


@dataclass(frozen=True, slots=True)
class Problem:
    """An operation on one or more expressions.

    `variable` is the unknown asked for (empty: found by the solver; in a system: all of them). `interval` is an
    `expr.Interval` or a two-item `expr.Sequence` for an open one; for a definite integral its ends are the limits, for
    a sum the first and last index. `to` is the target of a limit, from `side`, or the place a derivative is wanted at.
    `assume` holds relations such as `x > 0`. `method` asks for a way: `factor`, `formula`,
    `complete_square`, `elimination`, `l_hopital`.
    `constants` names the symbols that are numbers. `quantity` says which number, mean, area or interest is asked for,
    where the operation leaves it open. With `common_logs` a logarithm without a base has base 10, else e.
    A problem told in words may have a `story`, which says what its numbers are.
    """

    operation: Operation
    expressions: tuple[Expr, ...]
    variable: str = ""
    interval: Expr | None = None
    order: int = 1
    to: Expr | None = None
    side: Side = "both"
    assume: tuple[Expr, ...] = ()
    method: str = ""
    constants: tuple[str, ...] = WRITTEN_CONSTANTS
    quantity: str = ""
    common_logs: bool = False
    story: Story | None = None
