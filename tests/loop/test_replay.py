"""Recordings through the whole loop, as a user runs it: real server, real models, both transports."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.loop.command import RECORDINGS, tutor
from tests.sounds import tone, write_sound

pytestmark = [pytest.mark.room, pytest.mark.speech, pytest.mark.timeout(120)]


def _only(data: dict[str, Any]) -> dict[str, Any]:
    [recording] = data["recordings"]
    return recording  # type: ignore[no-any-return]


def test_room(tmp_path: Path) -> None:
    """From nothing, one command hears a recording answered in a room, and reports it in the contract's form."""
    junit = tmp_path / "report.xml"
    finished = tutor("replay", RECORDINGS / "linear_heart.wav", "--json", "--junit", junit, timeout_s=100)

    assert finished.exit_code == 0, finished.stderr
    recording = _only(finished.data)
    [turn] = recording["turns"]
    assert (recording["verdict"], recording["transport"], recording["model"]) == ("passed", "room", "local")
    assert turn["heard_math"] == ["2x + 3 = 11"]
    assert {"solve_math", "show_on_whiteboard"} <= {tool["name"] for tool in turn["tools"]}
    assert turn["gap_ms"] > 0
    assert turn["reply_seconds"] > 0.5
    assert turn["reply_dbfs"] > -40
    assert all(judgement["ok"] for judgement in recording["expectations"])
    assert finished.data["latency"]["gap_ms"]["n"] == 1
    assert set(finished.data["engine"]) == {"stt", "tts", "vad", "turn_detector", "llm"}
    assert ElementTree.parse(junit).getroot().attrib["tests"] == "1"


@pytest.mark.usefixtures("warm")
def test_direct(tmp_path: Path) -> None:
    """Without a room the same agent hears and answers the same; an expectation that is not met fails the run."""
    clip = tmp_path / "sum.wav"
    clip.write_bytes((RECORDINGS / "difference_allison.wav").read_bytes())
    (tmp_path / "sum.expect.yaml").write_text('turns:\n  - reply_math: ["64"]\n  - heard: "a second turn"\n')

    finished = tutor("replay", clip, "--transport", "direct", "--json", timeout_s=100)

    assert finished.exit_code == 1, finished.stderr
    recording = _only(finished.data)
    assert (recording["verdict"], recording["transport"]) == ("failed", "direct")
    judged = {judgement["kind"]: judgement["ok"] for judgement in recording["expectations"]}
    assert judged == {"reply_audible": True, "reply_math": True, "heard": False}


@pytest.mark.usefixtures("warm")
def test_a_tutor_that_never_speaks_fails(tmp_path: Path) -> None:
    """A recording in which the tutor hears no speech is a failed check, not a crash and not a pass."""
    clip = write_sound(tmp_path / "tone.wav", np.concatenate([tone(0.3), tone(0.3, frequency_hz=400)]))

    finished = tutor("replay", clip, "--transport", "direct", "--response-timeout", "2", "--json", timeout_s=100)

    assert finished.exit_code == 1, finished.stderr
    assert _only(finished.data)["expectations"][0]["got"] == "the tutor never spoke"
