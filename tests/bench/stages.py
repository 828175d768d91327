"""Where the time of a gap goes, with the real local model in a room.

    python -m tests.bench.stages [recording or folder ...]

Every recording is played into a room of its own. `decision` is the silence that ended the turn, of which recognition
takes the first half already; `recognition` what was still waited for then; `mind`, `tools` and `voice` lead to the
first sound the model sends. The rest of the gap is `transport`: student to model and model to student, and how long
the voice detector takes to notice the end of speech.
"""

from __future__ import annotations

import asyncio
import json
import logging
import statistics
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from tutor_cli.agent.config import Lesson
from tutor_cli.audio.speech import scan
from tutor_cli.line import room_line
from tutor_cli.local_model import engines
from tutor_cli.local_model.mind.tutor import TutorMind
from tutor_cli.local_model.server import running
from tutor_cli.replay.conversation import play_recording
from tutor_cli.replay.turns import turns
from tutor_cli.settings import load
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import SERVER, Model, start_worker
from tutor_cli.stack.running import Stack, running_stack

STAGES = ("decision", "recognition", "mind", "tools", "voice", "transport", "gap")


class TurnTimes(logging.Handler):
    """Keeps what the local model notes of every turn."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.turns: list[dict[str, int]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the times of a turn."""
        if record.msg == "turn %s" and isinstance(record.args, tuple):
            self.turns.append(json.loads(str(record.args[0])))


@contextmanager
def times() -> Iterator[TurnTimes]:
    """Listen to the model's log."""
    logger, handler = logging.getLogger("tutor_cli.local_model.session"), TurnTimes()
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)


def stages(gap_ms: int, spent: dict[str, int]) -> dict[str, int]:
    """Return the parts of a gap in milliseconds."""
    parts = {stage: spent.get(f"{stage}_ms", 0) for stage in ("recognition", "mind", "tools", "voice")}
    parts = {"decision": spent["silence_ms"], **parts}
    return {**parts, "transport": gap_ms - sum(parts.values()), "gap": gap_ms}


async def measure(stack: Stack, clip: Path, heard: TurnTimes) -> dict[str, int]:
    """Return the stages of the first turn of a recording."""
    heard.turns.clear()
    played = await play_recording(partial(room_line, stack, Lesson(), room=""), clip, scan(clip))
    gap_ms = turns(played.events)[0].gap_ms
    if gap_ms is None or not heard.turns:
        raise RuntimeError(f"{clip}: the tutor never spoke")
    return stages(gap_ms, heard.turns[0])


@asynccontextmanager
async def stack_on_local_model() -> AsyncIterator[Stack]:
    """Run server, worker and, in this process, the real local model."""
    settings = load({"model": "local"})
    loaded = await asyncio.to_thread(engines.load, TutorMind)
    async with running(loaded) as address, running_stack(settings, print, {SERVER.name}) as stack:
        model = Model("local", address.url, str(address.ca_file))
        log = RunLogs(settings.home.value).path("bench-worker")
        await start_worker(stack.children, settings, stack.require_server(), stack.agent_name, model, log)
        yield stack
    loaded.close()


def recordings(arguments: list[str]) -> list[Path]:
    """Return the recordings named, those of a folder for its name."""
    paths = [Path(argument) for argument in arguments] or [Path("recordings")]
    return [found for path in paths for found in (sorted(path.glob("*.wav")) if path.is_dir() else [path])]


def row(values: Mapping[str, float]) -> str:
    """Return the stages as a line of a table."""
    return " ".join(f"{round(values[stage]):>11}" for stage in STAGES)


async def main(arguments: list[str]) -> None:
    """Print the stages of every recording and their medians."""
    sys.stdout.write(" ".join(f"{stage:>11}" for stage in STAGES) + "  (ms)\n")
    found = []
    with times() as heard:
        async with stack_on_local_model() as stack:
            for clip in recordings(arguments):
                found.append(await measure(stack, clip, heard))
                sys.stdout.write(f"{row(found[-1])}  {clip.name}\n")
    medians = {stage: statistics.median(parts[stage] for parts in found) for stage in STAGES}
    sys.stdout.write(f"{row(medians)}  median of {len(found)}\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
