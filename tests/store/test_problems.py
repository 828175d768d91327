"""The problems of a session are what its events say became of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.lessons import LINEAR, checked, said, shown, solved
from tutor_cli.events import Event, ToolUsed
from tutor_cli.store.problems import Problem, Problems, after

ASKED = said(f"${LINEAR}$")


def _found(*events: Event) -> list[Problem]:
    problems = Problems()
    for event in events:
        problems = after(problems, event)
    return list(problems.worth_keeping().values())


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ((solved(LINEAR), shown(LINEAR)), "explained"),
        ((ASKED, solved(LINEAR)), "open"),
        ((solved(LINEAR), ASKED), "open"),
        ((checked(LINEAR, "right"),), "right"),
        ((checked(LINEAR, "right_not_simplified"),), "right"),
        ((checked(LINEAR, "sign"),), "wrong"),
        ((checked(LINEAR, "sign"), shown(LINEAR)), "gave_up"),
        ((checked(LINEAR, "sign"), checked(LINEAR, "right")), "right"),
        ((checked(LINEAR, "right"), solved(LINEAR), shown(LINEAR)), "right"),
        ((solved(LINEAR), shown(LINEAR), checked(LINEAR, "wrong")), "wrong"),
    ],
)
def test_outcomes(events: tuple[Event, ...], outcome: str) -> None:
    """What was done last decides, and a solution shown after the right answer takes nothing away."""
    [problem] = _found(*events)

    assert problem.outcome == outcome


def test_a_calculation_on_the_way_is_no_problem() -> None:
    """What was worked out, but neither shown nor answered nor spoken of, is left out."""
    assert _found(solved("2 \\cdot 4 + 3")) == []


def test_attempts_and_slips() -> None:
    """Answers are counted, and what was wrong with the last wrong one is kept, though it was right in the end."""
    [problem] = _found(checked(LINEAR, "wrong"), checked(LINEAR, "sign"), checked(LINEAR, "right"))

    assert (problem.attempts, problem.slip, problem.note, problem.outcome) == (3, "sign", "It is sign.", "right")


def test_an_answer_that_was_not_understood_is_no_attempt() -> None:
    """Nothing is known of it."""
    assert _found(checked(LINEAR, "not_understood")) == []


def test_spaces_make_no_other_problem() -> None:
    """One formula is one problem, however it is spaced."""
    [problem] = _found(solved("2x+3=11", "linear equations"), checked("2x + 3 = 11", "right", ""))

    assert (problem.topic, problem.answer, problem.verified) == ("linear equations", "x = 4", True)


_TEXT = st.text(max_size=9)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXT,
    lambda inner: st.dictionaries(st.sampled_from(["status", "problem", "verdict", "answer"]) | _TEXT, inner),
)


@given(st.lists(st.builds(ToolUsed, st.integers(0), st.sampled_from(["solve_math", "check_answer"]), _TEXT, _TEXT)))
def test_any_tool_result_is_survived(events: list[ToolUsed]) -> None:
    """A tool that failed says anything."""
    assert _found(*events) == []
