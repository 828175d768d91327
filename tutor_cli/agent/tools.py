"""The agent's tools: solving, checking and showing maths. Results are JSON texts, which every model reads alike."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, Literal, get_args

from tutor_cli.agent.config import Language as LessonLanguage
from tutor_cli.agent.solver import Solver
from tutor_cli.agent.topics import topic_of
from tutor_cli.events import Event, Step, Whiteboard
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import answers, refusal, texts
from tutor_cli.maths.solve.solution import Solution
from tutor_cli.maths.solve.solution import Step as SolvedStep
from tutor_cli.maths.solve.statement import statement
from tutor_cli.maths.solve.stories import telling
from tutor_cli.maths.speech import speak
from tutor_cli.transport import SessionClock

Language = Literal["en", "hi"]
Recall = Callable[[str, str], Awaitable[dict[str, Any]]]


class ToolBox:
    """What the model can do in one session; whiteboards go to `emit`, `recall` knows the pupil's past problems.

    A whiteboard is called verified only where the solver verified that very answer to that very problem, whatever the
    model says about it.
    """

    def __init__(
        self,
        solver: Solver,
        language: LessonLanguage,
        clock: SessionClock,
        emit: Callable[[Event], None],
        recall: Recall,
    ) -> None:
        self._solver = solver
        self._language: Language = "hi" if language == "hi" else "en"
        self._clock = clock
        self._emit = emit
        self._recall = recall
        self._verified: set[tuple[str, str]] = set()

    async def solve_math(self, problem: str, method: str, language: str) -> str:
        """Solve a problem and return the solution as the tool's result."""
        solution = await self._solver.solve(problem, method)
        result = _result(solution, self._spoken_language(language))
        if solution.verified:
            self._verified.add((result["problem"], result["answer"]))
        return json.dumps(result, ensure_ascii=False)

    async def show_on_whiteboard(self, problem: str, steps: list[dict[str, str]], answer: str) -> str:
        """Show worked maths to the pupil."""
        shown = tuple(_shown(step) for step in steps)
        verified = (problem, answer) in self._verified
        self._emit(Whiteboard(self._clock.now_ms(), problem, shown, answer, verified))
        return json.dumps({"shown": True})

    async def check_answer(self, problem: str, answer: str, language: str) -> str:
        """Compare a pupil's answer with the right one."""
        verdict, solution = await self._solver.check(problem, answer, self._spoken_language(language))
        result = {"verdict": verdict.verdict, "note": verdict.note}
        if solution and solution.kind != "refused":
            result |= {"problem": to_latex(statement(solution.problem)), "topic": topic_of(solution)}
        return json.dumps(result, ensure_ascii=False)

    async def recall_problems(self, session: str, outcome: str) -> str:
        """Return what the pupil worked on before."""
        return json.dumps(await self._recall(session, outcome), ensure_ascii=False)

    def _spoken_language(self, asked: str) -> Language:
        return asked if asked in get_args(Language) else self._language  # type: ignore[return-value]


def _shown(step: dict[str, Any]) -> Step:
    id, before, after, reason = (str(step.get(key, "")) for key in ("id", "before", "after", "reason"))
    return Step(id, before, after, reason)


def _result(solution: Solution, language: Language) -> dict[str, Any]:
    if solution.kind == "refused":
        status = "unreadable" if solution.refusal == "not_understood" else "refused"
        return {"status": status, "problem": "", "answer": "", "say": refusal.sentence(solution, language)}
    answer = to_latex(solution.answer)
    spoken = speak(solution.answer, language)
    told = answers.told(solution, language)
    return {
        "status": "solved",
        "problem": to_latex(statement(solution.problem)),
        "answer": answer,
        "answer_spoken": spoken,
        "kind": solution.kind,
        "topic": topic_of(solution),
        "steps": [_step(step, language) for step in solution.told_steps()],
        "conditions": [to_latex(condition) for condition in solution.conditions],
        "verified": solution.verified,
        "told": told,
        "quantities": telling.quantities(solution, language),
        "say": spoken,
    }


def _step(step: SolvedStep, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": step.id,
        "before": to_latex(step.before),
        "after": to_latex(step.after),
        "reason": texts.reason(step, language),
    }
    return told | {"parts": [_step(part, language) for part in step.substeps]} if step.substeps else told
