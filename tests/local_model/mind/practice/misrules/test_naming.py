"""Typical slips are named by the answer they lead to, and right or senseless answers by none."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import solve_math
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.misrules.naming import slip_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.wording import filled
from tutor_cli.maths.parse import parse

SLIPS = [
    ("3/4 + 2/5", "5 over 9", "slip_tops_and_bottoms"),
    ("3/4 + 2/5", "5/20", "slip_tops_unchanged"),
    (r"8 + 2 \times 5", "fifty", "slip_left_to_right"),
    (r"(8 + 2) \times 5", "18", "slip_brackets"),
    (r"2^3 \times 2^2", "64", "slip_exponents_multiplied"),
    ("2^3", "6", "slip_power_as_product"),
    (r"\sqrt{64}", "32", "slip_root_as_half"),
    (r"\cos 30^\circ", "1/2", "slip_other_ratio"),
    ("solve 4x + 5 = 13", "8", "slip_not_divided"),
    ("solve 4x + 5 = 13", "x = 4.5", "slip_sign_other_side"),
    ("solve 4x + 5 = 13", "4x = 8", "slip_so_far"),
    ("solve 9x + 5 = 5x - 7", "-1/2", "slip_sign_other_side"),
    ("solve x^2 + 6x - 16 = 0", "(x - 2)(x + 8) = 0", "slip_so_far"),
    ("expand (x+3)^2", "x squared plus 9", "slip_square_of_sum"),
    ("expand (x+3)(2x-4)", "2x^2 - 12", "slip_middle_terms"),
    ("expand 3(x+4)", "3x + 4", "slip_second_term"),
    ("differentiate 3x^3 - 5x + 2", "9x^3 - 5x", "slip_exponent_kept"),
    ("differentiate 3x^3 - 5x + 2", "3x^2 - 5", "slip_exponent_not_multiplied"),
    (r"differentiate x^3 \sin x", "3x^2 cos x", "slip_product_rule"),
    ("integrate 3x^2 + 4x", "3x^3 + 4x^2 + C", "slip_not_divided_by_exponent"),
    ("integrate 3x^2 + 4x", "6x + 4", "slip_differentiated"),
    ("area of a triangle with base 14 and height 8", "112", "slip_factor_left_out"),
    ("area of a rectangle with length 10 and width 5", "30", "quote"),
    ("distance between (1, 2) and (4, 6)", "25", "slip_no_root"),
    ("simple interest on 7000 at 4 percent for 5 years", "8400", "quote"),
    ("mean of 4, 8, 6, 5, 7", "30", "slip_no_division"),
    ("median of 8, 9, 14, 11, 13", "14", "slip_unordered"),
    ("45 percent of 120", "66", "slip_percent_left"),
    ("HCF of 12 and 18", "36", "slip_lcm_for_hcf"),
    ("LCM of 12 and 18", "216", "slip_larger_multiple"),
    ("factorise x^2 - 5x + 6", "(x + 2)(x + 3)", "slip_factor_signs"),
    ("factorise x^2 - 5x + 6", "(x - 1)(x - 6)", "slip_factor_sum"),
    ("solve x^2 - 7x + 10 = 0", "x = -2 and x = -5", "slip_signs_of_roots"),
    ("solve x + y = 10 and x - y = 4", "x = 3 and y = 7", "slip_exchanged"),
    ("A shopkeeper buys a watch for 800 rupees and sells it for 960. Find the profit percent.", "16.67", "quote"),
    ("A shopkeeper buys a watch for 800 rupees and sells it for 960. Find the profit percent.", "160/960", "quote"),
    ("volume of a cylinder of radius 7 cm and height 10 cm", "440", "quote"),
    ("10th term of the AP 3, 7, 11", "43", "quote"),
]


@pytest.mark.parametrize(("problem", "answer", "slip"), SLIPS)
def test_the_slip_behind_an_answer_is_named(problem: str, answer: str, slip: str) -> None:
    """The text has no gap left in either language."""
    found = slip_in(worked(problem), answer)
    assert found is not None
    assert found.key == slip
    for language in ("en", "hi"):
        assert all("<" not in filled(text, found.slots) for text in load(f"texts_{language}")[slip])


@pytest.mark.parametrize(
    ("problem", "answer"),
    [("3/4 + 2/5", "7"), ("solve 4x + 5 = 13", "100"), ("2^3", "a cat"), ("mean of 4, 8, 6, 5, 7", "x = ")],
)
def test_other_answers_are_not_explained(problem: str, answer: str) -> None:
    """What no known slip leads to is left unnamed."""
    assert slip_in(worked(problem), answer) is None


def test_every_formula_of_the_table_can_be_read() -> None:
    """A formula nobody could put numbers into would never be found."""
    for right, others in load("slips").items():
        assert parse(right)
        for wrong, texts in others.items():
            assert parse(wrong)
            assert set(texts) == {"en", "hi"}


def worked(problem: str) -> Worked:
    """Return the solution as the mind gets it."""
    return Worked.from_response(solve_math(problem), problem, "en")
