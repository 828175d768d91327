"""Recordings through the whole loop, as a user runs it: real server, real models, both transports."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np

from tests.loop.command import RECORDINGS, tutor, tutor_here, warm_tutor
from tests.sounds import tone, write_sound

pytestmark = warm_tutor


def _only(data: dict[str, Any]) -> dict[str, Any]:
    [recording] = data["recordings"]
    return recording  # type: ignore[no-any-return]


def _expecting(directory: Path, *turns: str) -> Path:
    """Return a question with a short answer, of which this is expected."""
    clip = directory / "difference.wav"
    clip.write_bytes((RECORDINGS / "difference_allison.wav").read_bytes())
    (directory / "difference.expect.yaml").write_text("\n  - ".join(["turns:", *turns]))
    return clip


def test_room(tmp_path: Path) -> None:
    """A recording is answered in a room of the tutor that is up, and reported; then the room is gone."""
    clip, junit = _expecting(tmp_path, 'reply_math: ["64"]'), tmp_path / "report.xml"
    finished = tutor("replay", clip, "--json", "--junit", junit)

    assert finished.exit_code == 0, finished.stderr
    assert "Starting" not in finished.stderr
    recording = _only(finished.data)
    [turn] = recording["turns"]
    assert (recording["verdict"], recording["transport"], recording["model"]) == ("passed", "room", "local")
    assert turn["heard_math"] == ["100 - 36"]
    assert {"solve_math", "show_on_whiteboard"} <= {tool["name"] for tool in turn["tools"]}
    assert turn["gap_ms"] > 0
    assert turn["reply_seconds"] > 0.5
    assert turn["reply_dbfs"] > -40
    judged = {judgement["kind"]: judgement["ok"] for judgement in recording["expectations"]}
    assert judged == {"reply_audible": True, "reply_math": True}
    assert finished.data["latency"]["gap_ms"]["n"] == 1
    assert set(finished.data["engine"]) == {"stt", "tts", "vad", "turn_detector", "llm"}
    assert ElementTree.parse(junit).getroot().attrib["tests"] == "1"
    assert tutor_here("room", "list", "--json").data["rooms"] == []


def test_direct(tmp_path: Path) -> None:
    """Without a room the same agent hears and answers the same; an expectation that is not met fails the run."""
    clip = _expecting(tmp_path, 'reply_math: ["64"]', 'heard: "a second turn"')

    finished = tutor("replay", clip, "--transport", "direct", "--json")

    assert finished.exit_code == 1, finished.stderr
    recording = _only(finished.data)
    assert (recording["verdict"], recording["transport"]) == ("failed", "direct")
    judged = {judgement["kind"]: judgement["ok"] for judgement in recording["expectations"]}
    assert judged == {"reply_audible": True, "reply_math": True, "heard": False}


def test_a_tutor_that_never_speaks_fails(tmp_path: Path) -> None:
    """A recording in which the tutor hears no speech is a failed check, not a crash and not a pass."""
    clip = write_sound(tmp_path / "tone.wav", np.concatenate([tone(0.3), tone(0.3, frequency_hz=400)]))

    finished = tutor_here("replay", clip, "--transport", "direct", "--response-timeout", "1", "--json")

    assert finished.exit_code == 1, finished.stderr
    assert _only(finished.data)["expectations"][0]["got"] == "the tutor never spoke"
