"""Families of solutions that repeat: offset + n · period for every whole number n."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import sympy as sp

from tutor_cli.maths.solve import sets

# A family in which only some members solve the equation repeats after at most this many members.
CLASSES = 12


@dataclass(frozen=True)
class Family:
    """All offset + n · period; both are exact SymPy numbers, the offset brought to [0, period)."""

    offset: Any
    period: Any

    def member(self, n: int) -> Any:
        """Return one member."""
        return sp.expand(self.offset + n * self.period)

    def holds(self, value: Any) -> bool:
        """Tell whether the number is a member, to about nine digits."""
        turns = float((value - self.offset) / self.period)
        return abs(turns - round(turns)) < 1e-9


def family(offset: Any, period: Any) -> Family:
    """Return the family with its offset in [0, period) (or as near below period/2 as reads best)."""
    period = abs(period)
    turns = floor(float(offset / period) + 1e-12)
    return Family(sp.expand(offset - turns * period), period)


def merged(families: list[Family]) -> list[Family]:
    """Return the same solutions in fewer families: no duplicates, evenly spaced ones joined."""
    kept: list[Family] = []
    for candidate in sorted(families, key=lambda item: (float(item.period), float(item.offset))):
        if not any(_inside(candidate, other) for other in kept):
            kept.append(candidate)
    for parts in (2, 3, 4):
        kept = _joined(kept, parts)
    return sorted(kept, key=lambda item: float(item.offset))


def _inside(inner: Family, outer: Family) -> bool:
    return outer.holds(inner.offset) and outer.holds(inner.offset + inner.period)


def _joined(families: list[Family], parts: int) -> list[Family]:
    for start in families:
        smaller = family(start.offset, start.period / parts)
        ring = [item for item in families if item.period == start.period and smaller.holds(item.offset)]
        if len(ring) == parts:
            return _joined([item for item in families if item not in ring] + [smaller], parts)
    return families


def filtered(families: list[Family], holds: Callable[[Any], bool]) -> list[Family]:
    """Return the members that pass a test which repeats after at most twelve members."""
    kept: list[Family] = []
    for item in families:
        passing = [k for k in range(CLASSES) if holds(item.member(k)) and holds(item.member(k - CLASSES))]
        if len(passing) == CLASSES:
            kept.append(item)
        else:
            kept += [family(item.member(k), item.period * CLASSES) for k in passing]
    return _unsplit(kept)


def _unsplit(families: list[Family]) -> list[Family]:
    for parts in (2, 3, 2):
        families = _joined(families, parts)
    return families


def as_set(families: list[Family]) -> Any:
    """Return the families as a SymPy set."""
    n = sp.Symbol("n", integer=True)
    parts = [sets.family(sp.expand(item.offset + n * item.period), n) for item in families]
    if not parts:
        return sp.S.EmptySet
    return parts[0] if len(parts) == 1 else sp.Union(*parts, evaluate=False)


def from_set(solutions: Any) -> list[Family] | None:
    """Return the families a set is made of, or None where it is something else."""
    terms = sets.family_terms(solutions) if solutions is not sp.S.EmptySet else []
    if terms is None:
        return None
    n = sp.Symbol("n", real=True)
    return [Family(term.subs(n, 0), sp.expand(term - term.subs(n, 0)) / n) for term in terms]


def within(families: list[Family], interval: Any) -> Any:
    """Return the members inside an interval, which may be empty, as a finite set."""
    if interval is sp.S.EmptySet:
        return interval
    found = set()
    low, high = float(interval.inf), float(interval.sup)
    for item in families:
        first = ceil((low - float(item.offset)) / float(item.period) - 1e-9)
        last = floor((high - float(item.offset)) / float(item.period) + 1e-9)
        found |= {item.member(n) for n in range(first, last + 1) if sets.contains(interval, float(item.member(n)))}
    return sp.FiniteSet(*found)
