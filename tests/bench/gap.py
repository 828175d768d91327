"""Our share of the gap against that of livekit-agents' default audio options, in one run.

    python -m tests.bench.gap [rounds]

A model that takes no time answers a tone 192 ms after it ends; what is left of the gap is transport and buffers. The
two workers are asked in turn, so that a change of the machine's speed meets both.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.tone_model import SILENCE_MS, tone_engines
from tests.sounds import silence, tone, write_sound
from tutor_cli.agent.config import Lesson
from tutor_cli.audio.speech import scan
from tutor_cli.line import room_line
from tutor_cli.local_model.server import running
from tutor_cli.replay.conversation import play_recording
from tutor_cli.replay.turns import turns
from tutor_cli.settings import load
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import SERVER, Model, worker_environment
from tutor_cli.stack.running import Stack, running_stack

MODULES = {"ours": "tutor_cli.agent", "stock": "tests.bench.stock_worker"}


@asynccontextmanager
async def workers() -> AsyncIterator[dict[str, Stack]]:
    """Run both workers on one server and one instant model, and yield a stack for each."""
    settings = load({"model": "local"})
    say = partial(print, file=sys.stderr)
    async with running(tone_engines()) as address, running_stack(settings, say, {SERVER.name}) as stack:
        model = Model("local", address.url, str(address.ca_file))
        for name, module in MODULES.items():
            environment = worker_environment(settings, stack.require_server(), name, model)
            log = RunLogs(settings.home.value).path(f"bench-{name}")
            argv = [sys.executable, "-m", module]
            child = stack.children.start(name, argv, env=environment, log=log)
            async with asyncio.timeout(60):
                await child.line
        yield {name: replace(stack, agent_name=name) for name in MODULES}


async def measure(stack: Stack, clip: Path) -> int:
    """Return one gap in ms, without the model's silence rule."""
    open_line = partial(room_line, stack, Lesson(), room="")
    played = await play_recording(open_line, clip, scan(clip))
    gap_ms = turns(played.events)[0].gap_ms
    if gap_ms is None:
        raise RuntimeError("the tutor never spoke")
    return gap_ms - SILENCE_MS


async def main(rounds: int) -> None:
    """Measure in turn and print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        import numpy as np

        clip = write_sound(Path(folder) / "tone.wav", np.concatenate([silence(0.4), tone(1.2), silence(0.2)]))
        gaps: dict[str, list[int]] = {name: [] for name in MODULES}
        async with workers() as stacks:
            for _ in range(rounds):
                for name, stack in stacks.items():
                    gaps[name].append(await measure(stack, clip))
    medians = {name: statistics.median(found) for name, found in gaps.items()}
    sys.stdout.write(f"gaps without the silence rule, ms: {gaps}\nmedians: {medians}\n")
    sys.stdout.write(f"ratio ours / stock: {medians['ours'] / medians['stock']:.2f}\n")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
