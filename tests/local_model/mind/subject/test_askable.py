"""The table of what can be asked of what, and how an utterance is compared with it."""

from __future__ import annotations

import re

import pytest

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable import asked_in
from tutor_cli.local_model.mind.subject.askable_table import properties
from tutor_cli.local_model.mind.subject.things import things_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.slots import taken_apart

GAPS = {
    "it",
    "other",
    "x",
    "first",
    "second",
    "n",
    "m",
    "at",
    "point",
    "f",
    "f at it",
    "equation",
    "named",
    "named2",
    "call",
    "who",
    "who2",
    "whole",
    "colour",
    "colour2",
    "vector",
    "vector2",
    "number",
    "factor",
    "counts",
    "mean",
    "least",
    "most",
    "count",
    "count2",
    *("P", "R", "T", "r", "h", "unit", "value", "before", "places", "after", "of", "d", "t"),
}


def test_the_table_is_whole() -> None:
    """Classes, gaps and kinds are known, and none is there for nothing."""
    table = load("askable")
    patterns = [*(p for entry in table["properties"].values() for p in entry["words"])]
    patterns += [p for problems in table["asked"].values() for words in problems.values() for p in words]
    patterns += [p for written in table["changes"].values() for p in written]
    patterns += [p for meanings in table["choices"].values() for words in meanings.values() for p in words]
    used = set(re.findall(r"<(\w+)>", " ".join(patterns)))
    assert used == table["classes"].keys() | table["choices"].keys()
    assert table["classes"].keys().isdisjoint(table["choices"])
    for prop in properties():
        assert set(prop.poses) <= set(prop.of), prop.name
        assert {gap for text in prop.poses.values() for gap in re.findall(r"<([\w ]+)>", text)} <= GAPS, prop.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what's the sum of the roots?", "sum_of_roots"),
        ("iske moolon ka yog batao", "sum_of_roots"),
        ("which one is bigger", "largest number of <it>"),
        ("sum of the first twenty terms", "sum of the first <n> terms of <it>"),
        ("is it increasing at x equals minus two", "is <it> increasing at <at>"),
        ("does the point (8, 11) lie on it?", "is <point> on <it>"),
        ("कितने हल हैं", "count_solutions"),
    ],
)
def test_words_in_any_order_ask_for_a_property(text: str, name: str) -> None:
    """All other words of the utterance say nothing of their own."""
    assert asked_in(taken_apart(text, {}))[0].property.name == name


@pytest.mark.parametrize("text", ["give me a similar one", "why is the discriminant positive", "factor x^2 + 5x + 6"])
def test_other_words_ask_for_no_property(text: str) -> None:
    """One word that is not known, or a formula that is not wanted, and the utterance is left to others."""
    assert asked_in(taken_apart(text, {})) == []


@pytest.mark.parametrize(
    ("problem", "answer", "kind", "things"),
    [
        (
            "x^2 - 9 = 0",
            r"x = -3 \text{ or } x = 3",
            "set",
            {"equation": "x^2 - 9 = 0", "function": "x^2 - 9", "roots": "-3, 3"},
        ),
        (r"\frac{d}{dx} x^3", "3x^2", "expression", {"derivative": "3x^2", "function": "x^3"}),
        ("2x + 3y = 6", "x = 3 - \\frac{3y}{2}", "set", {"line": "2x + 3y = 6"}),
        ("60", r"2^2 \times 3 \times 5", "expression", {"number": "60"}),
        (r"\frac{1}{3} + \frac{1}{4}", r"\frac{7}{12}", "value", {"value": r"\frac{7}{12}", "part": r"\frac{7}{12}"}),
        ("2x < 7", r"x \in (-\infty, 5)", "set", {"inequality": "2x < 7"}),
    ],
)
def test_a_solution_holds_things_of_several_kinds(problem: str, answer: str, kind: str, things: dict[str, str]) -> None:
    """What was asked about and what was found."""
    response = {"status": "solved", "problem": problem, "answer": answer, "kind": kind}
    assert things_in(Worked.from_response(response, problem, "en")) == things
