"""What was kept comes out again in every form as it went in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.lessons import LESSON, keep, said
from tutor_cli.events import (
    AgentState,
    Event,
    Interrupted,
    MathsFound,
    SessionEnded,
    Span,
    Step,
    ToolUsed,
    Trouble,
    Whiteboard,
    from_dict,
)
from tutor_cli.store.database import Database
from tutor_cli.store.export import CSV_COLUMNS, EXPORTS
from tutor_cli.store.queries import session

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_MS = st.integers(0, 10**7)
_SPANS = st.lists(st.builds(Span, st.integers(0, 9), st.integers(0, 9), _TEXT), max_size=2).map(tuple)
_SPEAKER = st.sampled_from(["student", "tutor"])
_EVENT: st.SearchStrategy[Event] = st.one_of(
    st.builds(MathsFound, _MS, _TEXT, _SPEAKER, _TEXT, _SPANS),
    st.builds(AgentState, _MS, st.sampled_from(["listening", "speaking"])),
    st.builds(ToolUsed, _MS, st.sampled_from(["solve_math", "check_answer", "other"]), _TEXT, _TEXT),
    st.builds(Interrupted, _MS, _TEXT),
    st.builds(Trouble, _MS, _TEXT, _TEXT, _TEXT),
    st.builds(Whiteboard, _MS, _TEXT, st.tuples(st.builds(Step, _TEXT, _TEXT, _TEXT, _TEXT)), _TEXT, st.booleans()),
)
_LESSONS = st.lists(_EVENT, max_size=6).map(lambda events: [said("begin"), *events])


def _exported(tmp_path: Path, events: list[Event]) -> dict[str, str]:
    """Keep a lesson and return it in every form."""
    location = str(tmp_path / "tutor.db")
    id = keep(location, events).id
    database = Database(location)
    with database.reading() as rows:
        texts = {form: export(session(rows, id)) for form, export in EXPORTS.items()}
    database.close()
    return texts


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_LESSONS)
def test_every_form_round_trips(tmp_path: Path, events: list[Event]) -> None:
    """The journal has one event a line, in order, each read back as itself.

    What was said is in the JSON document and in the table, to the letter; NUL, which is no text, is replaced.
    """
    exported = _exported(tmp_path, events)

    told = [from_dict(json.loads(line)) for line in exported["jsonl"].split("\n")[:-1]]
    assert told[1:-1] == events
    assert told[-1] == SessionEnded(1_000, "closed")
    expected = [
        (event.speaker, event.text.replace("\0", "\ufffd")) for event in events if isinstance(event, MathsFound)
    ]
    document = json.loads(exported["json"])
    assert [(row["speaker"], row["text"]) for row in document["utterances"]] == expected
    table = list(csv.DictReader(io.StringIO(exported["csv"], newline="")))
    assert [(row["speaker"], row["text"]) for row in table] == expected
    assert table[0].keys() == set(CSV_COLUMNS)


def test_markdown_is_for_reading(tmp_path: Path) -> None:
    """Who said what, formulas between dollar signs, and a table of the problems."""
    text = _exported(tmp_path, [*LESSON, said("two x", at_ms=9), Interrupted(10, "two x")])["md"]

    assert "**Student:** solve $2x + 3 = 11$\n" in text
    assert "| $2x + 3 = 11$ | linear equations | $x = 4$ | explained | 0 |" in text
    assert "| $x^2 - 5x + 6 = 0$ | quadratic equations |  | wrong | 1 |" in text
