"""The whole local model as a process, spoken to by the LiveKit plugin as it is."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.local_model.plugin import collect, plugin_session
from tests.local_model.samples import load_sample

pytestmark = [pytest.mark.speech, pytest.mark.timeout(120)]

RATE_HZ = 16_000
FRAME = RATE_HZ // 50


@asynccontextmanager
async def local_model(*arguments: str, **environ: str) -> AsyncIterator[tuple[Process, dict[str, Any]]]:
    """Start the process, yield it with its first line, and end it by closing its stdin."""
    command = [sys.executable, "-m", "tutor_cli.local_model", *arguments]
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env=_environment(environ))
    assert process.stdin
    assert process.stdout
    async with asyncio.timeout(100):
        yield process, json.loads(await process.stdout.readline())
        process.stdin.close()
        await process.wait()


def _environment(extra: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **extra}


@pytest.mark.parametrize(
    ("environ", "code", "exit_code"),
    [
        ({"TUTOR_STT_MODEL": "/nowhere"}, "stt_model_invalid", 3),
        ({"TUTOR_LOCAL_MODEL_FAULT": "gremlins"}, "fault_unknown", 3),
        ({"TUTOR_LOCAL_MODEL_PORT": "http"}, "model_options", 2),
        ({"TUTOR_LOCAL_MODEL_MIND": "none"}, "model_options", 2),
    ],
)
async def test_failure_before_ready(environ: dict[str, str], code: str, exit_code: int) -> None:
    """What is missing or wrong is told in one line, with the exit code of the error."""
    async with local_model(**environ) as (process, line):
        await process.wait()
    assert (line["ready"], line["code"]) == (False, code)
    assert line["hint"]
    assert process.returncode == exit_code


@pytest.mark.filterwarnings("ignore")
async def test_the_plugin_hears_and_is_answered() -> None:
    """livekit-plugins-google, unmodified: a spoken question is answered, and all ends with our stdin."""
    async with local_model("--mind", "scripted") as (process, line):
        assert line["ready"]
        assert set(line["engine"]) == {"stt", "tts", "vad", "turn_detector", "llm"}
        async with plugin_session(line["url"], line["ca_file"]) as session, asyncio.timeout(50):
            heard, said, seconds = await _speak(session, load_sample("two_x_plus_three"))
            assert heard == "2x plus 3 equals 11."
            assert said == "I heard: 2x plus 3 equals 11."
            assert seconds > 1
    assert process.returncode == 0
    assert not await asyncio.to_thread(Path(line["ca_file"]).exists)


async def _speak(session: Any, samples: np.ndarray[Any, Any]) -> tuple[str, str, float]:
    """Say the samples and then nothing, until the reply is complete: what was heard, what was said, how long."""
    generations: asyncio.Queue[Any] = asyncio.Queue()
    transcripts: list[str] = []
    session.on("generation_created", generations.put_nowait)
    session.on("input_audio_transcription_completed", lambda event: transcripts.append(event.transcript))
    async with asyncio.TaskGroup() as tasks:
        microphone = tasks.create_task(_microphone(session, samples))
        said, seconds = await collect(await generations.get())
        microphone.cancel()
    session.off("generation_created", generations.put_nowait)
    return transcripts[-1], said, seconds


async def _microphone(session: Any, samples: np.ndarray[Any, Any]) -> None:
    from livekit import rtc

    padded = np.concatenate([np.zeros(RATE_HZ // 2, np.int16), samples])
    while True:
        frame, padded = padded[:FRAME], padded[FRAME:]
        frame = np.pad(frame, (0, FRAME - len(frame)))
        session.push_audio(rtc.AudioFrame(frame.tobytes(), RATE_HZ, 1, FRAME))
        # Faster than speech: the hearing counts samples, not time.
        await asyncio.sleep(0.005)
