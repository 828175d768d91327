"""The sheet of paper: statements over SymPy expressions, and the recorder that turns them into steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tutor_cli.maths.expr import Expr, Relation, Row, Symbol, Text
from tutor_cli.maths.solve import texts
from tutor_cli.maths.solve.equivalence import MIRRORED
from tutor_cli.maths.solve.solution import Rejected, Step
from tutor_cli.maths.solve.writing import to_tree


@dataclass(frozen=True)
class Statement:
    """An equation or inequality between two SymPy expressions; `sign` as in `expr.Relation`."""

    left: Any
    right: Any
    sign: str = "="

    @property
    def difference(self) -> Any:
        """Left side minus right side."""
        return self.left - self.right

    @property
    def free_symbols(self) -> set[Any]:
        """The letters in it."""
        return set(self.left.free_symbols | self.right.free_symbols)

    def mirrored(self) -> Statement:
        """Return the statement with its sides exchanged."""
        return Statement(self.right, self.left, MIRRORED[self.sign])


Line = Any  # a SymPy expression, a Statement, a list of Statements ("or"), or a tree


def line_tree(line: Line) -> Expr:
    """Return what stands on a line of working as a tree."""
    if isinstance(line, Expr):
        return line
    if isinstance(line, Statement):
        return Relation((to_tree(line.left), to_tree(line.right)), (line.sign,))
    if isinstance(line, (list, tuple)):
        return joined([line_tree(item) for item in line], "or")
    return to_tree(line)


def joined(trees: list[Expr], word: str) -> Expr:
    """Return statements side by side with a word (`or`, `and`) between them; none at all are the empty set."""
    if len(trees) <= 1:
        return trees[0] if trees else Symbol("emptyset")
    items: list[Expr] = [trees[0]]
    for tree in trees[1:]:
        items += [Text(f" {word} "), tree]
    return Row(tuple(items))


@dataclass
class Working:
    """Collects the steps of a solution, its domain, the rejected candidates, and the `points` to check the steps at.

    `depth` and `failed` belong to searches that try one rule after another: how many rules deep this sheet is, and what
    is known not to lead anywhere.
    """

    steps: list[Step] = field(default_factory=list)
    domain: list[Expr] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    conditions: list[Expr] = field(default_factory=list)
    points: list[dict[str, Any]] = field(default_factory=list)
    depth: int = 0
    failed: set[Any] = field(default_factory=set)

    def step(self, id: str, before: Line, after: Line, *, may_add: bool = False, **params: Line) -> None:
        """Record one step, unless nothing changed on the paper."""
        old, new = line_tree(before), line_tree(after)
        if old != new:
            self._record(id, old, new, (), may_add, params)

    def note(self, id: str, line: Line, **params: Line) -> None:
        """Record a remark on a line that stays as it is."""
        tree = line_tree(line)
        self._record(id, tree, tree, (), False, params)

    def remark(self, id: str, before: Line, after: Line, **params: Line) -> None:
        """Record a step that follows from several lines, not from the one before alone."""
        trees = {name: line_tree(value) for name, value in params.items()}
        reason = texts.sentence(id, trees)
        self.steps.append(Step(id, line_tree(before), line_tree(after), reason, (), trees, from_several=True))

    def sheet(self) -> Working:
        """Return an empty sheet for an attempt, one rule deeper."""
        return Working(depth=self.depth + 1, failed=self.failed)

    @contextmanager
    def group(self, id: str, before: Line, *, may_add: bool = False, **params: Line) -> Iterator[Group]:
        """Collect the steps recorded inside the block as sub-steps of one step, whose end is set by `done`."""
        outer, self.steps = self.steps, []
        target = Group()
        yield target
        inner, self.steps = self.steps, outer
        after = before if target.after is None else target.after
        self._record(id, line_tree(before), line_tree(after), tuple(inner), may_add, params)

    def reject(self, id: str, candidate: Line, **params: Line) -> None:
        """Record a candidate that does not solve the original problem, and why."""
        trees = {"value": line_tree(candidate), **{name: line_tree(value) for name, value in params.items()}}
        self.rejected.append(Rejected(trees["value"], id, texts.sentence(id, trees), trees))

    def _record(
        self, id: str, old: Expr, new: Expr, inner: tuple[Step, ...], may_add: bool, params: dict[str, Line]
    ) -> None:
        trees = {name: line_tree(value) for name, value in params.items()}
        self.steps.append(Step(id, old, new, texts.sentence(id, trees), inner, trees, may_add))


@dataclass
class Group:
    """The end line of a group of sub-steps."""

    after: Line = None

    def done(self, after: Line) -> None:
        """Set the line the group ends with."""
        self.after = after
