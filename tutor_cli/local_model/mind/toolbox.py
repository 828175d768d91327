"""Calls of the client's tools and their answers, which come over a wire and are read defensively."""

from __future__ import annotations

import ast
import json
from typing import Any

from tutor_cli.local_model.mind.moves import Asking, Call
from tutor_cli.local_model.mind.subject.worked import Worked

SOLVE, SHOW, CHECK = "solve_math", "show_on_whiteboard", "check_answer"
VERDICTS = ("right", "right_not_simplified", "incomplete", "extra", "sign", "wrong", "not_understood")
RIGHT = ("right", "right_not_simplified")
# Each value of such an answer is one of the solutions; to say more would give the rest away.
RIGHT_SO_FAR = (*RIGHT, "incomplete")


def solve(problem: str, language: str, method: str = "") -> Asking[Worked]:
    """Have a problem worked out; refusals and unreadable problems are `Worked` too."""
    response = yield Call(SOLVE, {"problem": problem, "method": method, "language": language})
    return Worked.from_response(unwrapped(response), problem, language, method)


def show(worked: Worked) -> Asking[None]:
    """Put a solution on the whiteboard; the conversation goes on whatever becomes of it."""
    steps = [step.as_argument() for step in worked.steps]
    yield Call(SHOW, {"problem": worked.problem, "steps": steps, "answer": worked.answer})


def check(problem: str, answer: str, language: str) -> Asking[tuple[str, str]]:
    """Have a pupil's answer checked; return the verdict, `not_understood` at worst, and the note on it."""
    response = unwrapped((yield Call(CHECK, {"problem": problem, "answer": answer, "language": language})))
    verdict, note = response.get("verdict"), response.get("note")
    return (verdict if verdict in VERDICTS else "not_understood", note if isinstance(note, str) else "")


def unwrapped(response: dict[str, Any]) -> dict[str, Any]:
    """Return what the tool returned.

    The Google plugin of livekit-agents 1.8.9 sends `{"output": str(result)}` (`plugins/google/utils.py`): JSON where
    the tool returned a string of it, else a Python literal.
    """
    output = response.get("output")
    if isinstance(output, dict):
        return output
    read = _literal(output) if isinstance(output, str) else response
    return read if isinstance(read, dict) else {}


def _literal(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
