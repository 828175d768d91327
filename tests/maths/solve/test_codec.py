"""Problems and solutions across the border of a process."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.errors import BadInputError
from tutor_cli.maths.expr import Add, Expr, Neg, Number, Power, Quotient, Symbol
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.codec import dumps, loads

_LEAVES = st.one_of(st.sampled_from("xyzn").map(Symbol), st.integers(0, 99).map(lambda n: Number(str(n))))


def _grown(children: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    pair = st.tuples(children, children)
    return st.one_of(children.map(Neg), pair.map(Add), pair.map(lambda p: Quotient(*p)), pair.map(lambda p: Power(*p)))


TREES = st.recursive(_LEAVES, _grown, max_leaves=12)


@given(TREES)
def test_every_tree_comes_back(tree: Expr) -> None:
    """What was written is what is read."""
    assert loads(dumps(tree)) == tree


@pytest.mark.parametrize("text", ["x^2=4", "sin x = 1/2", "1/(x-1)=2/(x^2-1)", "integrate x e^x", "a x = b for x"])
def test_solutions_come_back_whole(text: str) -> None:
    """Steps, sub-steps, rejected candidates and all."""
    solution = solve(read_problem(text))
    assert loads(dumps(solution)) == solution


@pytest.mark.parametrize("text", ["", "{", "[1]", '["os.system", "id"]', '["Popen"]', '["Add"', '["Number"]', "[[]]"])
def test_damaged_data_is_refused(text: str) -> None:
    """Nothing but the tree's own classes can be made, and nothing is looked up by name elsewhere."""
    with pytest.raises(BadInputError):
        loads(text)
