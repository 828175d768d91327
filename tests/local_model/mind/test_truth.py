"""What the mind's data claims, proved by the solver: problems have nice answers, facts and examples are true."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import check_answer, solution_of, solve_math
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.exercises import Wish, make
from tutor_cli.maths.expr import Relation
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse

LONGEST_ANSWER = 60


@pytest.mark.parametrize("topic", list(load("topics")))
def test_every_problem_set_is_solved_with_a_nice_answer(topic: str) -> None:
    """The solver reads the problem, verifies its answer, and accepts it as the pupil's."""
    for level in load("topics")[topic]["classes"]:
        for number in range(2):
            exercise = make(Wish(topic), level, number, seed=5)
            solved = solve_math(exercise.problem)
            assert solved["status"] == "solved", exercise.problem
            assert solved["verified"], exercise.problem
            assert 0 < len(solved["answer"]) <= LONGEST_ANSWER, solved["answer"]
            assert check_answer(exercise.problem, solved["answer"])["verdict"] == "right", exercise.problem


@pytest.mark.parametrize("fact", [key for key, fact in load("facts").items() if "example" in fact])
def test_every_example_of_a_fact_is_worked_out(fact: str) -> None:
    """A pupil who asks for an example gets a verified one."""
    solved = solve_math(load("facts")[fact]["example"])
    assert (solved["status"], solved.get("verified")) == ("solved", True)


FACTS = (*load("facts").values(), *load("derivations").values(), *load("rules").values())


@pytest.mark.parametrize("identity", sorted({i for fact in FACTS for i in fact.get("identities", ())}))
def test_identities_among_the_facts_hold(identity: str) -> None:
    """Both sides of an identity are equal, by the solver's own comparison."""
    equation = parse(identity)
    assert isinstance(equation, Relation)
    left, right = (to_latex(side) for side in equation.operands)
    assert check_answer(left, right)["verdict"] in ("right", "right_not_simplified")


def test_identities_stand_in_the_facts_that_claim_them() -> None:
    """What is proved is what is told, in both languages."""
    for fact in load("facts").values():
        for identity in fact.get("identities", ()):
            assert f"${identity}$" in fact["en"], identity
            assert f"${identity}$" in fact["hi"], identity


def test_the_solver_of_the_tests_reads_what_a_pupil_says() -> None:
    """The runner of these tests is the real solver, not an echo."""
    assert solution_of("solve two x plus three equals eleven").verified


WITNESSES = sorted({w for entry in load("statements").values() for w in entry.get("witness", ())})


@pytest.mark.parametrize("witness", WITNESSES)
def test_witnesses_of_general_statements_hold(witness: str) -> None:
    """What is given as the reason or the counterexample of a statement is so."""
    equation = parse(witness)
    assert isinstance(equation, Relation)
    left, right = (to_latex(side) for side in equation.operands)
    assert check_answer(left, right)["verdict"] in ("right", "right_not_simplified")
