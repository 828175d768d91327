"""A recording is a whole file at every moment."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from tests.sounds import pcm16, tone
from tutor_cli.audio.recording import Recording
from tutor_cli.errors import BadInputError

FRAME = pcm16(tone(0.01))


def test_a_recording_is_whole_while_it_grows(tmp_path: Path) -> None:
    """What was written can be read by others before the file is closed, as if the process were killed now."""
    path = tmp_path / "out.wav"
    with Recording(path) as recording:
        for count in range(1, 4):
            recording.write(FRAME)
            with wave.open(str(path)) as read:
                assert (read.getnchannels(), read.getframerate(), read.getsampwidth()) == (1, 16_000, 2)
                assert read.readframes(1_000) == count * FRAME

    assert recording.seconds == 0.03


def test_levels(tmp_path: Path) -> None:
    """Each frame's level is told, and the loudest one kept: it tells a microphone that works from one that is muted."""
    with Recording(tmp_path / "out.wav") as recording:
        level = recording.write(FRAME)
        assert recording.write(bytes(len(FRAME))) == -120

    assert recording.loudest_dbfs == level > -20


def test_nothing_recorded_leaves_no_file(tmp_path: Path) -> None:
    """A microphone that could not be opened leaves no empty file behind."""
    with Recording(tmp_path / "out.wav"):
        pass

    assert list(tmp_path.glob("*.wav")) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A directory that is not there is told with its reason."""
    with pytest.raises(BadInputError, match="No such file"), Recording(tmp_path / "missing" / "out.wav"):
        pass
