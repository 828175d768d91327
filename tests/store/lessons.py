"""Sessions for the tests of the store: the events a lesson is made of, and a notebook that keeps them."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from tutor_cli.events import Event, MathsFound, Span, Speaker, ToolUsed, Whiteboard
from tutor_cli.store.journal import NewSession
from tutor_cli.store.notebook import Notebook

LINEAR, QUADRATIC = "2x + 3 = 11", "x^2 - 5x + 6 = 0"


def new_session(**values: Any) -> NewSession:
    """Return a session that begins."""
    return NewSession(**{**_SESSION, **values})


_SESSION = {
    "transport": "direct",
    "model": "local",
    "pipeline": "realtime",
    "language": "en",
    "level": 9,
    "mode": "explain",
}


def said(text: str, speaker: Speaker = "student", at_ms: int = 0) -> MathsFound:
    """Return an utterance; what stands between dollar signs is maths."""
    start, end = text.find("$"), text.rfind("$") + 1
    spans = (Span(start, end, text[start + 1 : end - 1]),) if 0 <= start < end - 1 else ()
    return MathsFound(at_ms, "segment", speaker, text, spans)


def solved(problem: str, topic: str = "equations", at_ms: int = 0) -> ToolUsed:
    """Return the use of the solver."""
    result = {
        "status": "solved",
        "problem": problem,
        "answer": "x = 4",
        "kind": "set",
        "topic": topic,
        "verified": True,
    }
    return ToolUsed(at_ms, "solve_math", json.dumps({"problem": problem}), json.dumps(result))


def checked(problem: str, verdict: str, topic: str = "equations", at_ms: int = 0) -> ToolUsed:
    """Return the use of the checker."""
    result = {"verdict": verdict, "note": f"It is {verdict}.", "problem": problem, "topic": topic}
    return ToolUsed(at_ms, "check_answer", json.dumps({"problem": problem}), json.dumps(result))


def shown(problem: str, at_ms: int = 0) -> Whiteboard:
    """Return a worked solution on the whiteboard."""
    return Whiteboard(at_ms, problem, (), "x = 4", verified=True)


LESSON: tuple[Event, ...] = (
    said(f"solve ${LINEAR}$", at_ms=100),
    solved(LINEAR, "linear equations", at_ms=200),
    shown(LINEAR, at_ms=300),
    said("The answer is $x = 4$.", "tutor", at_ms=400),
    checked(QUADRATIC, "sign", "quadratic equations", at_ms=500),
    said("Almost: look at the sign.", "tutor", at_ms=600),
)


def warn(message: str) -> None:
    """Fail the test: nothing is to be warned of."""
    warnings.warn(message, stacklevel=2)


def keep(
    location: str,
    events: Sequence[Event] = LESSON,
    *,
    student: str = "asha",
    warn: Callable[[str], None] = warn,
    **values: Any,
) -> NewSession:
    """Keep a session from its beginning to its end."""
    session = new_session(**values)

    async def run() -> None:
        notebook = Notebook(location, warn)
        recorder = notebook.begin(session, lambda: student)
        for event in events:
            recorder.put(event)
        recorder.end(1_000, "closed")
        await notebook.aclose()

    asyncio.run(run())
    return session


def recall(location: str, session: NewSession, which: str = "any", outcome: str = "any", student: str = "asha") -> Any:
    """Return what the tool answers in a session."""

    async def run() -> Any:
        notebook = Notebook(location, warn)
        found = await asyncio.wrap_future(notebook.begin(session, lambda: student).recall(which, outcome))
        await notebook.aclose()
        return found

    return asyncio.run(run())
