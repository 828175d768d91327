"""The agent the pupil talks to: instructions and tools, the same for every model."""

from __future__ import annotations

from livekit.agents import Agent, function_tool

from tutor_cli.agent.config import Lesson
from tutor_cli.agent.instructions import instructions
from tutor_cli.agent.tools import ToolBox


class Tutor(Agent):
    """A maths tutor; the docstrings of its tools are what the model reads about them."""

    def __init__(self, lesson: Lesson, tools: ToolBox) -> None:
        super().__init__(instructions=instructions(lesson))
        self._box = tools

    @function_tool
    async def solve_math(self, problem: str, method: str = "", language: str = "") -> str:
        """Solve a maths problem step by step, with every step verified.

        Args:
            problem: The problem as typed maths, LaTeX or words, e.g. "x^2 - 5x + 6 = 0" or "differentiate x^3".
            method: A method the pupil asked for, e.g. "factor", "complete the square" or "formula"; else empty.
            language: "en" or "hi": the language of the reasons and of the sentence to say; else empty.
        """
        return await self._box.solve_math(problem, method, language)

    @function_tool
    async def show_on_whiteboard(self, problem: str, steps: list[dict[str, str]], answer: str) -> str:
        """Show worked maths on the pupil's whiteboard.

        Args:
            problem: The problem in LaTeX.
            steps: The steps as solve_math returned them, each with "before", "after" and "reason".
            answer: The answer in LaTeX.
        """
        return await self._box.show_on_whiteboard(problem, steps, answer)

    @function_tool
    async def check_answer(self, problem: str, answer: str, language: str = "") -> str:
        """Check a pupil's answer to a problem, and name what is wrong with it.

        Args:
            problem: The problem as typed maths, LaTeX or words.
            answer: The pupil's answer.
            language: "en" or "hi": the language of the note; else empty.
        """
        return await self._box.check_answer(problem, answer, language)

    @function_tool
    async def recall_problems(self, session: str = "any", outcome: str = "any") -> str:
        """Recall the problems this pupil worked on, newest first, with outcome, slips and date, and mistakes by topic.

        Args:
            session: "this" lesson, the "last" one before it, or "any".
            outcome: "wrong" (answered wrong at least once), "right", "explained", "open" (unfinished) or "any".
        """
        return await self._box.recall_problems(session, outcome)
