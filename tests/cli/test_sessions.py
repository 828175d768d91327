"""`tutor sessions` lists, shows, exports and deletes what was kept."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.lessons import LESSON, keep
from tutor_cli.events import from_dict

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor


@pytest.fixture(name="location")
def _location() -> str:
    """Return where the commands of this test look."""
    return str(Path(os.environ["TUTOR_HOME"]) / "state" / "tutor.db")


@pytest.fixture(name="_kept")
def _keep_lessons(location: str) -> None:
    now = datetime.now(UTC)
    keep(location, id="aaaa1111", started=now - timedelta(days=40))
    keep(location, id="aabb2222", started=now - timedelta(days=2), student="ravi", room="algebra")
    keep(location, id="cccc3333", started=now)


def _listed(tutor: Tutor, *arguments: str) -> list[str]:
    return [row["id"] for row in tutor("sessions", "list", "--json", *arguments).data["sessions"]]


def test_nothing_is_kept_yet(tutor: Tutor) -> None:
    """A home without lessons is no error."""
    shown = tutor("sessions", "list")

    assert (shown.exit_code, shown.stdout) == (0, "No session is kept.\n")


@pytest.mark.usefixtures("_kept")
def test_list(tutor: Tutor) -> None:
    """Newest first; by student, by time, and only so many."""
    assert _listed(tutor) == ["cccc3333", "aabb2222", "aaaa1111"]
    assert _listed(tutor, "--student", "ravi") == ["aabb2222"]
    assert _listed(tutor, "--since", "7d") == ["cccc3333", "aabb2222"]
    assert _listed(tutor, "--limit", "1") == ["cccc3333"]
    assert tutor("sessions", "list", "--limit", "0").exit_code == 2
    first = tutor("sessions", "list", "--json").data["sessions"][0]
    assert (first["utterances"], first["problems"], first["ending"]) == (3, 2, "closed")
    assert "aabb2222" in tutor("sessions", "list").stdout


@pytest.mark.usefixtures("_kept")
def test_show(tutor: Tutor) -> None:
    """The transcript with its formulas drawn, and what became of the problems; the id may be shortened."""
    shown = tutor("sessions", "show", "aab")

    assert "You: solve 2x + 3 = 11\nTutor: The answer is x = 4.\n" in shown.stdout
    assert "quadratic equations, answered wrong: a sign\n     x² − 5x + 6 = 0" in shown.stdout
    assert "in room algebra" in shown.stdout
    data = tutor("sessions", "show", "aab", "--json").data["session"]
    assert [row["speaker"] for row in data["utterances"]] == ["student", "tutor", "tutor"]


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("id", "said"), [("a", "Several sessions"), ("x", "no session"), ("", "no session"), ("%", "no")]
)
def test_ids_that_name_none_or_several(tutor: Tutor, id: str, said: str) -> None:
    """A beginning that is not one session's is a usage error."""
    shown = tutor("sessions", "show", id)

    assert shown.exit_code == 2
    assert said in shown.stderr


@pytest.mark.usefixtures("_kept")
def test_export(tutor: Tutor, tmp_path: Path) -> None:
    """To stdout or into a file; the journal is read back as the events it was."""
    path = tmp_path / "lesson.jsonl"
    told = tutor("sessions", "export", "cc", "--format", "jsonl", "-o", str(path), "--json")

    assert told.data == {"session": "cccc3333", "format": "jsonl", "path": str(path)}
    events = [from_dict(json.loads(line)) for line in path.read_text().splitlines()]
    assert events[1:-1] == list(LESSON)
    assert json.loads(tutor("sessions", "export", "cc").stdout)["student"] == "asha"
    assert tutor("sessions", "export", "cc", "--format", "csv").stdout.startswith('"session","student"')
    assert tutor("sessions", "export", "cc", "--format", "md", "--json").data["text"].startswith("# Lesson")


@pytest.mark.usefixtures("_kept")
def test_export_that_cannot_be(tutor: Tutor, tmp_path: Path) -> None:
    """A format there is not is a usage error, a file that cannot be written a bad file."""
    assert tutor("sessions", "export", "cc", "--format", "pdf").exit_code == 2
    assert tutor("sessions", "export", "cc", "-o", str(tmp_path)).exit_code == 4


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (("cc", "aabb"), ["aaaa1111"]),
        (("--student", "ravi"), ["cccc3333", "aaaa1111"]),
        (("--older-than", "30d"), ["cccc3333", "aabb2222"]),
        (("--student", "asha", "--older-than", "30d"), ["cccc3333", "aabb2222"]),
        (("--student", "nobody"), ["cccc3333", "aabb2222", "aaaa1111"]),
        (("--all",), []),
    ],
)
def test_delete(tutor: Tutor, chosen: tuple[str, ...], left: list[str]) -> None:
    """Those named, those of a student, those of long ago, or all."""
    deleted = tutor("sessions", "delete", *chosen, "--yes", "--json").data["deleted"]

    assert _listed(tutor) == left
    assert len(deleted) == 3 - len(left)


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Which sessions?"),
        (("cc",), "--yes"),
        (("cc", "--all", "--yes"), "cannot stand together"),
        (("x", "--yes"), "no"),
    ],
)
def test_nothing_is_deleted_by_mistake(tutor: Tutor, arguments: tuple[str, ...], said: str) -> None:
    """Without a choice, without a yes where nobody can be asked, with two choices, or with an unknown id."""
    shown = tutor("sessions", "delete", *arguments)

    assert shown.exit_code == 2
    assert said in shown.stderr
    assert len(_listed(tutor)) == 3


def test_a_damaged_database(tutor: Tutor, location: str) -> None:
    """A bad file, exit code 4, with what to do; never a traceback."""
    Path(location).parent.mkdir(parents=True)
    Path(location).write_bytes(b"nonsense" * 1_000)

    shown = tutor("sessions", "list", "--json")

    assert (shown.exit_code, shown.document["problems"][0]["code"]) == (4, "store_damaged")
    assert "Move it away" in shown.document["problems"][0]["hint"]


def test_a_database_that_cannot_be_reached(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configuration, exit code 3; the password is not shown."""
    pytest.importorskip("psycopg")
    monkeypatch.setenv("TUTOR_DATABASE_URL", "postgresql://me:hush@127.0.0.1:1/db")

    shown = tutor("sessions", "list")

    assert shown.exit_code == 3
    assert "cannot be used" in shown.stderr
    assert "hush" not in shown.stderr + tutor("config", "show").stdout


@pytest.mark.usefixtures("_kept")
def test_what_was_kept_is_there_when_nothing_is_kept_any_more(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turning the store off hides nothing, and lets one delete."""
    monkeypatch.setenv("TUTOR_STORE", "off")

    assert len(_listed(tutor)) == 3


def test_terminal_control_stays_in_the_transcript(tutor: Tutor, location: str) -> None:
    """What a pupil types cannot do anything to the terminal of who reads it."""
    from tests.store.lessons import said

    keep(location, [said("\x1b[2Jhello [/b] \u202e")], id="evil", student="\x1b]0;x\x07")

    for arguments in (("list",), ("show", "evil"), ("export", "evil", "--format", "md")):
        assert "\x1b" not in tutor("sessions", *arguments).stdout
