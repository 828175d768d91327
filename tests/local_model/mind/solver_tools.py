"""The client's tools in this process, over the real solver: what the agent offers, without its worker and session."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from tests.local_model.mind.lessons import Lesson, ToolFunction
from tutor_cli.errors import MathsError
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import Solution, read_problem, reason, solve
from tutor_cli.maths.solve.answers import told
from tutor_cli.maths.solve.solution import Step
from tutor_cli.maths.solve.statement import statement
from tutor_cli.maths.solve.stories import telling
from tutor_cli.maths.solve.verdict import check

METHODS = ("factor", "formula", "complete_square", "elimination", "substitution", "l_hopital")


def lesson(**options: object) -> Lesson:
    """Begin a conversation with a client that really solves and checks."""
    tools: dict[str, ToolFunction] = {
        "solve_math": solve_math,
        "show_on_whiteboard": show_on_whiteboard,
        "check_answer": check_answer,
    }
    return Lesson(tools, options)


@lru_cache(maxsize=1024)
def solution_of(problem: str, method: str = "") -> Solution:
    """Return the solution of a problem in words or maths; raise MathsError where it cannot be read."""
    read = read_problem(problem)
    return solve(replace(read, method=method) if method in METHODS else read)


def solve_math(problem: str, method: str = "", language: str = "en") -> dict[str, Any]:
    """Answer as the agent's tool does."""
    try:
        solution = solution_of(problem, method)
    except MathsError as error:
        return {"status": "unreadable", "say": error.message}
    if solution.kind == "refused":
        return {"status": "refused", "say": solution.text}
    return {
        "status": "solved",
        "problem": to_latex(statement(solution.problem)),
        "answer": to_latex(solution.answer),
        "kind": solution.kind,
        "steps": [_step(step, language) for step in solution.told_steps()],
        "verified": solution.verified,
        "told": told(solution, "hi" if language == "hi" else "en"),
        "quantities": telling.quantities(solution, "hi" if language == "hi" else "en"),
        "say": solution.text,
    }


def _step(step: Step, language: str) -> dict[str, Any]:
    return {
        "id": step.id,
        "before": to_latex(step.before),
        "after": to_latex(step.after),
        "reason": reason(step, "hi" if language == "hi" else "en"),
        "parts": [_step(part, language) for part in step.substeps],
    }


def show_on_whiteboard(problem: str, steps: list[dict[str, str]], answer: str) -> dict[str, Any]:
    """Take what is shown; every part of it has to be text."""
    assert isinstance(problem, str)
    assert isinstance(answer, str)
    assert all(isinstance(value, str) for step in steps for value in step.values())
    return {"shown": True}


def check_answer(problem: str, answer: str, language: str = "en") -> dict[str, Any]:
    """Answer as the agent's tool does."""
    try:
        verdict = check(read_problem(problem), answer, lang=language)
    except MathsError:
        return {"verdict": "not_understood", "note": ""}
    return {"verdict": verdict.verdict, "note": verdict.note}
