"""The formulas that lead from what a story gives to what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar


class Formula(Protocol):
    """A formula for one letter from others."""

    @property
    def letter(self) -> str:
        """The letter it gives."""

    @property
    def needs(self) -> frozenset[str]:
        """The letters it takes."""


F = TypeVar("F", bound=Formula)


def chain(
    forms: Sequence[F], given: Iterable[str], wanted: tuple[str, ...], fits: Callable[[F], bool] = lambda form: True
) -> list[F] | None:
    """Return the formulas that lead from what is given to what is wanted, without those in vain; None without a way."""
    known, steps = set(given), []
    while not set(wanted) <= known:
        form = next((item for item in forms if item.letter not in known and item.needs <= known and fits(item)), None)
        if form is None:
            return None
        steps.append(form)
        known.add(form.letter)
    needed, used = set(wanted), []
    for form in reversed(steps):
        if form.letter in needed:
            used.append(form)
            needed |= form.needs
    return used[::-1]
