"""Problems that refer to an earlier one."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.subject.reference import resolved
from tutor_cli.local_model.mind.subject.substitution import PutIn, expression_at, put_in, sides_of_statement
from tutor_cli.local_model.mind.subject.worked import Worked


def worked(source: str, problem: str, answer: str, kind: str = "value") -> Worked:
    """Return a solution to refer to."""
    response = {"status": "solved", "problem": problem, "answer": answer, "kind": kind, "verified": True}
    return Worked.from_response(response, source, "en")


LCM = worked("what is the lcm of 12 and 18", r"\operatorname{lcm}(12, 18)", "36")
CIRCLE = worked("area of a circle with radius 7", r"\pi r^2", r"49\pi")
EQUATION = worked("solve 2x + 3 = 11", "2x + 3 = 11", "x = 4", kind="set")
SINE = worked("sin x ka derivative kya hoga", r"\frac{d}{dx} \sin x", r"\cos x", kind="expression")


@pytest.mark.parametrize(
    ("text", "earlier", "problem"),
    [
        ("add 10 to it", LCM, "(36) + 10"),
        ("multiply that by three", LCM, r"(36) \times (3)"),
        ("isme 10 jodo", LCM, "(36) + 10"),
        ("what is half of that?", LCM, r"\frac{36}{2}"),
        ("and of 24?", LCM, "what is the lcm of 12 and 24"),
        ("what about 8 and 20", LCM, "what is the lcm of 8 and 20"),
        ("what about their hcf", LCM, "what is the hcf of 12 and 18"),
        ("and if the radius is 14?", CIRCLE, "area of a circle with radius 14"),
        ("what about 3x + 1 = 10", EQUATION, "3x + 1 = 10"),
        ("aur cos x ka?", SINE, "cos x ka derivative kya hoga"),
    ],
)
def test_a_follow_up_becomes_a_problem_of_its_own(text: str, earlier: Worked, problem: str) -> None:
    """Pronouns, other numbers, other operands and other questions are filled in from the earlier problem."""
    assert " ".join(resolved(text, earlier, it=earlier.target).split()) == problem


@pytest.mark.parametrize("text", ["solve x^2 = 4", "what is 15% of 80", "is it true that 2x = 8"])
def test_a_problem_with_a_formula_of_its_own_stays_as_it_is(text: str) -> None:
    """Nothing is put into a text that needs nothing."""
    assert resolved(text, EQUATION) == text


def test_plain_speech_poses_no_problem() -> None:
    """There has to be a quantity, and something to do with it."""
    assert resolved("i like this teacher", LCM) == ""
    assert resolved("good morning everyone", None) == ""


@pytest.mark.parametrize(
    ("problem", "answer", "put"),
    [
        ("2x + 3 = 11", "x = 4", [PutIn("x = 4", ("2(4) + 3 = 11",))]),
        ("2x - 3 < 7", "5", [PutIn("x = 5", ("2(5) - 3 < 7",))]),
        ("-1 < x + 1 < 5", "1", [PutIn("x = 1", ("-1 < 1 + 1", "1 + 1 < 5"))]),
        ("x^2 = 4", r"x = -2 \text{ or } x = 2", [PutIn("x = -2", ("(-2)^2 = 4",)), PutIn("x = 2", ("2^2 = 4",))]),
        (
            r"\begin{cases}x + y = 7 \\ x - y = 2\end{cases}",
            "x = 3 and y = 1",
            [PutIn(r"x = 3 \text{ and } y = 1", ("3 + 1 = 7", "3 - 1 = 2"))],
        ),
    ],
)
def test_a_solution_is_put_back(problem: str, answer: str, put: list[PutIn]) -> None:
    """Nothing is computed here: the solver gets the relations with the values in them."""
    assert put_in(problem, answer) == tuple(put)


@pytest.mark.parametrize(
    ("problem", "answer"), [("x^2 - 9", "(x - 3)(x + 3)"), ("x < 2", "x < 2"), ("", "x ="), ("x = 1", "")]
)
def test_what_is_no_equation_is_not_put_back(problem: str, answer: str) -> None:
    """Other answers are left alone."""
    assert put_in(problem, answer) == ()


def test_a_value_is_put_into_an_expression_that_holds_the_unknown() -> None:
    """Only the unknown that is named is replaced."""
    assert expression_at("x^2 + y", "x", "3") == "3^2 + y"
    assert expression_at("x^2", "y", "3") == ""


def test_an_equation_between_numbers_is_a_statement() -> None:
    """With an unknown in it, it is to be solved."""
    assert sides_of_statement("60 + 40 = 100") == ("60 + 40", "100")
    assert sides_of_statement("x + 5 = 11") is None
    assert sides_of_statement("60 + 40") is None
