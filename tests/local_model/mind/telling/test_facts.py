"""Definitions and formulas in a conversation."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.telling import facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("what is the area of a circle", "circle_area"),
        ("how do you find the area of a triangle", "triangle_area"),
        ("what is a prime number", "prime"),
        ("pythagoras theorem kya hai", "pythagoras"),
        ("वृत्त का क्षेत्रफल कैसे निकालते हैं", "circle_area"),
        ("what is integration by parts", "integration_by_parts"),
        ("good morning", ""),
    ],
)
def test_facts_are_found_by_their_names(text: str, fact: str) -> None:
    """The name that says most decides, in either language and script."""
    assert facts.asked_for(text) == fact


def test_values_beside_the_name_ask_for_a_calculation() -> None:
    """A formula is told, a problem is worked out."""
    assert facts.gives_values("circle_area", "area of a circle with radius 7")
    assert not facts.gives_values("circle_area", "area of a circle")
    assert not facts.gives_values("triangle_angles", "the angles of a triangle add up to 180")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The sum of the angles in a triangle is 180 degrees.", "180"),
        ("the angles of a quadrilateral add up to three hundred and sixty degrees", "360"),
        ("त्रिभुज के कोणों का योग एक सौ अस्सी डिग्री होता है", "180"),
        ("The sum of all three angles of a triangle is 170 degrees", "170"),
        ("two angles of a triangle are 50 and 60", ""),
        ("what is the angle sum of a triangle", ""),
    ],
)
def test_facts_that_are_stated(text: str, number: str) -> None:
    """A statement names the fact and its value and nothing else."""
    assert facts.stated(facts.asked_for(text), text) == number


def test_statements_of_facts_are_judged() -> None:
    """A true statement is agreed with, a false one is put right."""
    assert "right" in lesson().reply("The sum of the angles in a triangle is 180 degrees.")
    wrong = lesson().reply("The angles of a triangle add up to 170 degrees.")
    assert wrong.startswith(("Not quite", "That is not it"))
    assert "180" in wrong


def test_a_related_fact_answers_what_about() -> None:
    """The question stays, the thing asked about changes."""
    talk = lesson()
    talk.tell("what is the volume of a cone")
    assert r"\frac{4}{3}" in talk.reply("what about a sphere")


def test_an_example_of_the_fact_is_worked_out() -> None:
    """Examples go through the solver."""
    talk = lesson()
    talk.tell("what is lcm")
    assert "$36$" in talk.reply("give me an example")


def test_why_after_a_fact_does_not_speak_of_an_older_solution() -> None:
    """Context is what we talk about now."""
    talk = lesson()
    talk.tell("solve 2x + 3 = 11")
    talk.tell("what is a prime number")
    assert "both sides" not in talk.reply("why?")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is 51 prime?", "No, $51$"),
        ("is 53 a prime number", "Yes, $53$"),
        ("kya 7 abhajya sankhya hai", "हाँ, $7$"),
        ("is 1 prime", "The number $1$ is not prime"),
    ],
)
def test_primes_are_judged_by_the_solvers_factors(text: str, start: str) -> None:
    """Zero and one are answered by the definition."""
    assert lesson().reply(text).startswith(start)


@pytest.mark.parametrize(("text", "start"), [("is 56 divisible by 7", "Yes"), ("is 50 a multiple of 7", "No")])
def test_divisibility_is_judged_by_the_solvers_quotient(text: str, start: str) -> None:
    """A whole quotient means yes."""
    assert lesson().reply(text).startswith(start)
