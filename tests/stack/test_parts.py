"""How the local model and the worker tell whether they can be used."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tutor_cli.errors import AgentError, MissingComponentError, ModelError, TimeoutExceeded, TutorError
from tutor_cli.settings import LiveKitServer, Secret, load
from tutor_cli.stack import parts
from tutor_cli.stack.children import Child, Children, owned_children
from tutor_cli.stack.parts import Model, ready_document, worker_environment


@pytest.fixture(name="children")
async def _children() -> AsyncIterator[Children]:
    async with owned_children() as children:
        yield children


def _part(children: Children, log: Path, script: str, name: str = "model") -> Child:
    return children.start(name, ["sh", "-c", script], env={}, log=log)


async def test_a_ready_part_says_where_it_is(children: Children, tmp_path: Path) -> None:
    """The ready line is read as JSON."""
    line = {"ready": True, "url": "https://127.0.0.1:1"}
    child = _part(children, tmp_path / "log", f"echo '{json.dumps(line)}'; sleep 600")

    assert await ready_document(child) == line


@pytest.mark.parametrize(("code", "error"), [(5, MissingComponentError), (8, ModelError), (77, ModelError)])
async def test_a_part_that_refuses_names_its_error(
    children: Children, tmp_path: Path, code: int, error: type[TutorError]
) -> None:
    """`ready: false` becomes the error of the part's exit code, with the part's own words."""
    line = json.dumps({"ready": False, "code": "no_voice", "message": "There is no voice.", "hint": "Install one."})
    child = _part(children, tmp_path / "log", f"echo '{line}'; exit {code}")

    with pytest.raises(error, match="There is no voice") as caught:
        await ready_document(child)
    assert (caught.value.code, caught.value.hint) == ("no_voice", "Install one.")


async def test_a_crash_is_told_at_once(children: Children, tmp_path: Path) -> None:
    """A part that dies before it is ready is an error with the end of its log and the log's path, without a timeout."""
    child = _part(children, tmp_path / "log", "echo ImportError: no such thing >&2; exit 1", "worker")

    with pytest.raises(AgentError, match="exit code 1: ImportError: no such thing") as caught:
        await ready_document(child)
    assert str(tmp_path / "log") in caught.value.hint


async def test_nonsense_is_not_ready(children: Children, tmp_path: Path) -> None:
    """A first line that is no JSON object is an error."""
    with pytest.raises(TutorError, match="did not say"):
        await ready_document(_part(children, tmp_path / "log", "echo hello; sleep 600"))


async def test_silence_has_a_deadline(children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that never says anything is given up."""
    monkeypatch.setattr(parts, "START_DEADLINE_S", 0.01)

    with pytest.raises(TimeoutExceeded, match="not ready"):
        await ready_document(_part(children, tmp_path / "log", "sleep 600"))


def test_a_worker_is_told_what_the_settings_say() -> None:
    """Settings reach the worker whichever way they were set; the connection and the model are the stack's."""
    settings = load({"language": "hi", "livekit_url": "ws://other"}, {"GEMINI_API_KEY": "g", "LIVEKIT_API_KEY": "no"})
    server = LiveKitServer("ws://127.0.0.1:1", "key", Secret("secret"))

    environment = worker_environment(settings, server, "tutor-1", Model("local", "https://127.0.0.1:2", "/ca.pem"))
    expected = {
        "GOOGLE_API_KEY": "g",
        "TUTOR_LANGUAGE": "hi",
        "LIVEKIT_URL": "ws://127.0.0.1:1",
        "LIVEKIT_API_KEY": "key",
        "LIVEKIT_API_SECRET": "secret",
        "LIVEKIT_AGENT_NAME": "tutor-1",
        "TUTOR_MODEL": "local",
        "TUTOR_MODEL_URL": "https://127.0.0.1:2",
        "TUTOR_MODEL_CA": "/ca.pem",
    }
    assert expected.items() <= environment.items()
    assert environment["TUTOR_HOME"] == str(settings.home.value)
