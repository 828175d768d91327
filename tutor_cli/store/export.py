"""A session as data, and as a file in the form of one's choice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from tutor_cli.events import Event, from_dict
from tutor_cli.store.tables import ProblemRow, SessionRow, UtteranceRow

CSV_COLUMNS = ("session", "student", "at_ms", "speaker", "text", "latex", "interrupted")


def summary(row: SessionRow) -> dict[str, Any]:
    """Return what is known of a session besides what happened in it; times are ISO-8601 in UTC."""
    return {
        "id": row.id,
        "student": row.student,
        "room": row.room,
        "transport": row.transport,
        "model": row.model,
        "pipeline": row.pipeline,
        "language": row.language,
        "level": row.level,
        "mode": row.mode,
        "started": row.started.isoformat(timespec="milliseconds"),
        "ended": row.ended.isoformat(timespec="milliseconds") if row.ended else None,
        "ending": row.ending,
    }


def session_data(row: SessionRow) -> dict[str, Any]:
    """Return a session with what was said in it and the problems worked on."""
    utterances, problems = [_values(item) for item in row.utterances], [_values(item) for item in row.problems]
    return {**summary(row), "utterances": utterances, "problems": problems}


def journal(row: SessionRow) -> list[Event]:
    """Return the events of a session; raise BadInputError where one is damaged or of a newer version."""
    return [from_dict(json.loads(event.body)) for event in row.events]


def as_json(row: SessionRow) -> str:
    """Return a session as one JSON document."""
    return json.dumps(session_data(row), indent=2, ensure_ascii=False) + "\n"


def as_jsonl(row: SessionRow) -> str:
    """Return the journal: one event a line, as `events.from_dict` reads them."""
    return "".join(f"{event.body}\n" for event in row.events)


def as_csv(row: SessionRow) -> str:
    """Return what was said, one utterance a line, several formulas of one separated by semicolons."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow(CSV_COLUMNS)
    for item in row.utterances:
        latex = "; ".join(span["latex"] for span in item.spans)
        lines.writerow((row.id, row.student, item.at_ms, item.speaker, item.text, latex, item.interrupted))
    return written.getvalue()


def as_markdown(row: SessionRow) -> str:
    """Return a session to be read, formulas between dollar signs."""
    head = f"# Lesson of {row.started:%d %B %Y, %H:%M} UTC\n\nStudent {row.student}, class {row.level}, {row.mode}.\n"
    spoken = "".join(_spoken(item) for item in row.utterances)
    worked = "".join(_worked(item) for item in row.problems)
    problems = (
        f"\n## Problems\n\n| problem | topic | answer | outcome | answers given |\n|---|---|---|---|---|\n{worked}"
    )
    return f"{head}\n{spoken}{problems if worked else ''}"


EXPORTS: Mapping[str, Callable[[SessionRow], str]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "md": as_markdown,
    "csv": as_csv,
}


def _spoken(item: UtteranceRow) -> str:
    maths = "".join(f" ${span['latex']}$" for span in item.spans if not _is_written(item.text, span))
    broken_off = " …" if item.interrupted else ""
    return f"**{item.speaker.title()}:** {item.text.strip()}{maths}{broken_off}\n\n"


def _is_written(text: str, span: Mapping[str, Any]) -> bool:
    """Tell whether a formula stands in the words as it is, and need not be added."""
    return text[span["start"] :].startswith(("$", span["latex"]))


def _worked(item: ProblemRow) -> str:
    answer = f"${item.answer}$" if item.answer else ""
    cells = (f"${item.problem}$", item.topic, answer, item.outcome.replace("_", " "), str(item.attempts))
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"


def _values(item: UtteranceRow | ProblemRow) -> dict[str, Any]:
    names = [column.key for column in item.__table__.columns if column.key not in ("session_id", "position")]
    return {name: getattr(item, name) for name in names}
