"""`tutor talk` as a user has it: a terminal, a microphone, a speaker, a real room and a real model."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.loop.command import RECORDINGS, left_behind
from tests.loop.sound_server import RATE_HZ, VirtualDevices, samples
from tests.loop.terminal import Terminal
from tutor_cli.local_model.hearing.weights import locate
from tutor_cli.local_model.hearing.whisper import Whisper

START_S = 30
ANSWER_S = 15
END_S = 15

pytestmark = [pytest.mark.device, pytest.mark.room, pytest.mark.speech, pytest.mark.timeout(150)]


@pytest.mark.usefixtures("warm")
def test_a_question_is_heard_and_answered(devices: VirtualDevices, tmp_path: Path) -> None:
    """A clip played into the microphone is answered from the speaker; the screen shows both; nothing runs on."""
    recorded = tmp_path / "speaker.raw"
    before = set(psutil.pids())
    with Terminal("talk", environment=devices.environment()) as terminal, devices.recording(recorded):
        terminal.wait_for("[listening]", START_S)
        devices.play(RECORDINGS / "linear_heart.wav")
        terminal.wait_for("Tutor: The answer is x = 4.", ANSWER_S)
        terminal.wait_for("\n[listening]\n", ANSWER_S)
        heard = Whisper(locate()).recognise(samples(recorded)[-15 * RATE_HZ :]).text

        terminal.type("m")
        terminal.wait_for("[muted]", 5)
        devices.play(RECORDINGS / "difference_allison.wav")
        time.sleep(2)
        terminal.type("q")
        assert terminal.wait(END_S) == 0
        assert terminal.is_restored

    assert "You: 2x plus 3 equals 11.\n     2x + 3 = 11\n" in terminal.shown
    assert "100" not in terminal.shown, "what was said while muted was heard"
    assert "equals 4" in heard.replace("four", "4"), heard
    assert np.abs(samples(recorded)).max() < 32_767, "the sound is clipped"
    assert not left_behind(before)


@pytest.mark.usefixtures("warm")
def test_ctrl_c_in_a_reply(devices: VirtualDevices) -> None:
    """Ctrl-C while the tutor speaks ends the command, and the terminal is as it was."""
    with Terminal("talk", environment=devices.environment()) as terminal:
        terminal.wait_for("[listening]", START_S)
        devices.play(RECORDINGS / "linear_heart.wav")
        terminal.wait_for("Tutor:", ANSWER_S)
        terminal.type("\x03")
        assert terminal.wait(END_S) == 130
        assert terminal.is_restored

    assert "Traceback" not in terminal.shown


def test_ctrl_c_while_it_starts(devices: VirtualDevices) -> None:
    """Ctrl-C before there is a conversation ends what was started for it, too."""
    before = set(psutil.pids())
    with Terminal("talk", environment=devices.environment()) as terminal:
        terminal.wait_for("Starting the local model", START_S)
        terminal.type("\x03")
        assert terminal.wait(END_S) == 130
        assert terminal.is_restored

    assert "Traceback" not in terminal.shown
    assert not left_behind(before)
