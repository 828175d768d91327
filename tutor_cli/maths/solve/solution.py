"""What a worked solution is: the problem, its steps, its answer and how far it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tutor_cli.maths.expr import Empty, Expr, Number
from tutor_cli.maths.solve.problem import Problem

Kind = Literal[
    "set",
    "expression",
    "value",
    "matrix",
    "cases",
    "undefined",
    "does_not_exist",
    "diverges",
    "no_closed_form",
    "refused",
]
Refusal = Literal["", "unsafe", "too_large", "timed_out", "not_understood", "unsupported"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of working: `before` becomes `after`; `reason` is one English sentence with maths as `$latex$`.

    `id` is a key of `texts.EN` and `texts.HI`; `params` are the expressions named in the sentence, so that
    `texts.reason(step, lang)` can say it in another language. `may_add` marks a step that may bring in false
    solutions (squaring, multiplying by an unknown); the candidates are tested for that reason.
    `from_several` marks a line that follows from several earlier ones, as in a system.
    """

    id: str
    before: Expr
    after: Expr
    reason: str
    substeps: tuple[Step, ...] = ()
    params: dict[str, Expr] = field(default_factory=dict)
    may_add: bool = False
    from_several: bool = False

    def walk(self) -> Iterator[Step]:
        """Yield this step and its sub-steps, in the order they are read."""
        yield self
        for step in self.substeps:
            yield from step.walk()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that does not solve the original problem; `reason` as in `Step`, `id` its key."""

    candidate: Expr
    id: str
    reason: str
    params: dict[str, Expr] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Solution:
    """A worked solution.

    `answer` is what to show last (for a set of solutions: `x = 2 or x = 3`, `x ∈ [1, ∞)`), `srepr` the same for
    machines, as `sympy.srepr` writes it, and `text` in one line of plain text. `domain` says where the problem has a
    meaning, `conditions` which points the answer leaves out. `verified` is true only where every step and the answer
    were checked by another way than the one that found them. A refusal has its cause in `refusal`, its words in `text`.
    """

    problem: Problem
    kind: Kind
    answer: Expr = field(default_factory=Empty)
    steps: tuple[Step, ...] = ()
    domain: tuple[Expr, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    conditions: tuple[Expr, ...] = ()
    multiplicities: dict[str, int] = field(default_factory=dict)
    verified: bool = False
    srepr: str = ""
    text: str = ""
    refusal: Refusal = ""
    elapsed_ms: float = 0.0

    def told_steps(self) -> tuple[Step, ...]:
        """Return the steps to tell: those of the solution, or the parts of its only one where they lead to its end."""
        if len(self.steps) != 1 or not self.steps[0].substeps or self._has_decimals:
            return self.steps
        parts = self.steps[0].substeps
        ends = [self.steps[0].before, *(part.after for part in parts)]
        leads = all(part.before == end for part, end in zip(parts, ends[:-1], strict=True))
        return parts if leads and ends[-1] == self.steps[0].after else self.steps

    @property
    def _has_decimals(self) -> bool:
        """Whether the problem is written with decimals, whose parts as fractions nobody asked for."""
        nodes = (node for tree in self.problem.expressions for node in tree.walk())
        return any(isinstance(node, Number) and "." in node.digits for node in nodes)

    def all_steps(self) -> Iterator[Step]:
        """Yield every step and sub-step, in the order they are read."""
        for step in self.steps:
            yield from step.walk()
