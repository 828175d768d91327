"""The agent keeps a lesson where it may, and recalls in time or not at all."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.store.lessons import LESSON
from tutor_cli.agent.config import AgentConfig, Lesson, ModelConfig
from tutor_cli.agent.records import Record, new_session, open_notebook
from tutor_cli.agent.solver import Solver
from tutor_cli.agent.tools import ToolBox
from tutor_cli.events import Event
from tutor_cli.store.notebook import UNAVAILABLE, Notebook
from tutor_cli.transport import SessionClock

CONFIG = AgentConfig(ModelConfig("local"), Lesson("hi", 7, "quiz"))


def _record(notebook: Notebook | None) -> Record:
    return Record(notebook, new_session(CONFIG, "room", "algebra"), lambda: "asha", SessionClock())


async def test_a_lesson_is_kept_and_recalled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was worked on is recalled in the same lesson, however long a busy machine takes to open the database."""
    monkeypatch.setattr("tutor_cli.agent.records.RECALL_TIMEOUT_S", 60.0)
    notebook = open_notebook(str(tmp_path / "tutor.db"), pytest.fail)
    assert notebook is not None
    record = _record(notebook)
    for event in LESSON:
        record.put(event)

    found = await record.recall("this", "any")
    record.end("closed")
    await notebook.aclose()
    assert [problem["outcome"] for problem in found["problems"]] == ["wrong", "explained"]


async def test_without_a_database_nothing_is_kept() -> None:
    """The tool says so, rather than that there is nothing to recall."""
    assert open_notebook("", pytest.fail) is None
    record = _record(None)
    record.put(LESSON[0])
    record.end("closed")

    assert await record.recall("any", "any") == UNAVAILABLE


async def test_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The pupil is told that there are no notes, rather than kept waiting."""
    monkeypatch.setattr("tutor_cli.agent.records.RECALL_TIMEOUT_S", 0.0)
    notebook = Notebook(str(tmp_path / "tutor.db"), pytest.fail)
    record = _record(notebook)
    record.put(LESSON[0])

    assert await record.recall("any", "any") == UNAVAILABLE
    await notebook.aclose()


def test_what_is_known_of_a_session() -> None:
    """Lesson and model as they are configured, and the room."""
    session = new_session(CONFIG, "room", "algebra")

    assert (session.model, session.pipeline, session.language, session.level, session.mode, session.room) == (
        *("local", "realtime", "hi", 7, "quiz", "algebra"),
    )


async def _nothing(_session: str, _outcome: str) -> dict[str, object]:
    return {"status": "nothing", "problems": []}


def test_tools_name_the_problem_and_its_topic() -> None:
    """Solved or checked, in whatever words, a problem has one form and one topic, so that its history is one."""
    told: list[Event] = []

    async def use(box: ToolBox) -> list[dict[str, object]]:
        solved = await box.solve_math("solve x^2 - 5x + 6 = 0", "", "en")
        checked = await box.check_answer("x^2-5x+6=0", "x = 2", "en")
        unread = await box.check_answer("???", "x = 2", "en")
        recalled = await box.recall_problems("any", "any")
        return [json.loads(text) for text in (solved, checked, unread, recalled)]

    with Solver(rehearse=False) as solver:
        solved, checked, unread, recalled = asyncio.run(
            use(ToolBox(solver, "en", SessionClock(), told.append, _nothing))
        )

    assert solved["problem"] == checked["problem"] == "x^2 - 5x + 6 = 0"
    assert solved["topic"] == checked["topic"] == "quadratic equations"
    assert checked["verdict"] == "incomplete"
    assert set(unread) == {"verdict", "note"}
    assert recalled["status"] == "nothing"
