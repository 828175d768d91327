"""Solutions that come again and again: which of them lie where."""

from __future__ import annotations

import pytest
import sympy as sp

from tutor_cli.maths.solve.families import Family, within


@pytest.mark.parametrize(
    ("interval", "members"),
    [
        (sp.Interval(0, 5), {1, 3, 5}),
        (sp.Interval.open(1, 5), {3}),
        (sp.Interval(3, 3), {3}),
        (sp.Interval(5, 3), set()),
    ],
)
def test_the_members_within_an_interval(interval: sp.Set, members: set[int]) -> None:
    """Ends count where they belong to it, and an interval may be one point or none."""
    assert set(within([Family(sp.Integer(1), sp.Integer(2))], interval)) == members
