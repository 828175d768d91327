"""Running the worker: told when it is ready, drained at the first signal, ended at the second or with its parent."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable

from livekit.agents import AgentServer

from tutor_cli.agent.config import AgentConfig
from tutor_cli.agent.server import DRAIN_TIMEOUT_S
from tutor_cli.agent.solver import SOLVER_ADDRESS
from tutor_cli.background import in_background
from tutor_cli.errors import AgentError, TutorError
from tutor_cli.maths.solve import SolverHost


class Worker:
    """A worker in this process, running an `AgentServer`.

    `on_ready` is called with the address of the health endpoint once LiveKit has registered the worker.
    """

    def __init__(self, server: AgentServer, on_ready: Callable[[str], None]) -> None:
        self._server = server
        self._on_ready = on_ready
        self._stopping = asyncio.Event()
        self._drain_s = DRAIN_TIMEOUT_S

    async def run(self) -> None:
        """Work until `stop` is called; raise AgentError where the connection to LiveKit is lost for good."""
        self._server.on("worker_registered", self._registered)
        with SolverHost(rehearse=True) as solver:
            os.environ[SOLVER_ADDRESS] = solver.address
            async with in_background(self._work()):
                await self._stopping.wait()
                with contextlib.suppress(TimeoutError):
                    await self._server.drain(timeout=self._drain_s)
                await self._server.aclose()

    async def _work(self) -> None:
        try:
            await self._server.run()
        except RuntimeError as error:
            message = f"The worker lost LiveKit: {error}"
            raise AgentError("worker_failed", message, "Check LIVEKIT_URL and the server.") from error

    def stop(self, drain_s: int = DRAIN_TIMEOUT_S) -> None:
        """Finish the sentences under way, for `drain_s` at most, then stop; called again, end the process now."""
        if self._stopping.is_set():
            os._exit(130)
        self._drain_s = drain_s
        self._stopping.set()

    def _registered(self, _worker_id: str, _server_info: object) -> None:
        self._on_ready(f"http://127.0.0.1:{self._server.worker_info.http_port}")


def stop_at_signals(stop: Callable[[], None]) -> None:
    """Call `stop` in the running loop at SIGINT and SIGTERM."""
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_number, stop)


def stop_with_parent(stop: Callable[[], None]) -> None:
    """Call `stop` in the running loop when standard input ends, which it does when the parent dies in any way."""
    loop = asyncio.get_running_loop()

    def wait_for_end() -> None:
        # Not by way of `sys.stdin`, whose lock the interpreter would want at its end.
        while os.read(sys.stdin.fileno(), 4096):
            pass
        loop.call_soon_threadsafe(stop)

    threading.Thread(target=wait_for_end, name="parent-watch", daemon=True).start()


async def _run_as_child(server: AgentServer) -> None:
    worker = Worker(server, lambda address: announce({"ready": True, "health_url": address}))
    stop_at_signals(worker.stop)
    stop_with_parent(lambda: worker.stop(drain_s=1))
    await worker.run()


def announce(message: dict[str, object]) -> None:
    """Write the one line on standard output that tells the parent how the start went."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main(server: AgentServer) -> int:
    """Run as a child process of `stack`; return the exit code."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        AgentConfig.from_environment()
        asyncio.run(_run_as_child(server))
    except TutorError as error:
        announce({"ready": False, "code": error.code, "message": error.message, "hint": error.hint})
        return int(error.exit_code)
    return 0
