"""The formulas that lead from what a story gives to what it asks."""

from __future__ import annotations

from typing import NamedTuple

from tutor_cli.maths.solve.stories.chain import chain


class _Formula(NamedTuple):
    letter: str
    needs: frozenset[str]


_FORMULAS = tuple(_Formula(letter, frozenset(needs)) for letter, needs in (("d", "r"), ("C", "d"), ("A", "r")))


def test_formulas_in_vain_are_left_out() -> None:
    """Only what leads to the letter that is wanted is kept, in its order."""
    assert [form.letter for form in chain(_FORMULAS, "r", ("A",)) or ()] == ["A"]
    assert [form.letter for form in chain(_FORMULAS, "r", ("C",)) or ()] == ["d", "C"]


def test_there_may_be_no_way() -> None:
    """Nothing leads to a letter from what does not determine it, or by a formula that does not fit."""
    assert chain(_FORMULAS, "C", ("A",)) is None
    assert chain(_FORMULAS, "r", ("C",), lambda form: form.letter != "d") is None
