"""The same worker with livekit-agents' default audio options, to compare ours with."""

from __future__ import annotations

import os
import sys

from livekit.agents import AgentServer, JobContext

from tutor_cli.agent import server as ours
from tutor_cli.agent import worker
from tutor_cli.agent.config import AgentConfig
from tutor_cli.agent.records import Record, new_session
from tutor_cli.agent.session import create_session, create_tutor
from tutor_cli.transport import SessionClock

server = AgentServer(
    load_fnc=ours.load_in_jobs,
    load_threshold=ours.FULL_LOAD,
    num_idle_processes=1,
    initialize_process_timeout=ours.INITIALIZE_TIMEOUT_S,
    setup_fnc=ours.prepare_process,
    preload_modules=["tests.bench.stock_worker"],
    host="127.0.0.1",
    port=0,
)


@server.rtc_session(agent_name=os.environ.get("LIVEKIT_AGENT_NAME", "stock"))
async def teach(ctx: JobContext) -> None:
    """Hold a conversation with the library's defaults."""
    config = AgentConfig.from_environment()
    session = create_session(config)
    clock = SessionClock()
    record = Record(None, new_session(config, "room", ctx.room.name), str, clock)
    tutor = create_tutor(config, session, ctx.proc.userdata["solver"], clock, lambda _event: None, record)
    await session.start(tutor, room=ctx.room)


if __name__ == "__main__":
    # Job processes find the entrypoint by its module's name, which is not `__main__` there.
    from tests.bench import stock_worker

    sys.exit(worker.main(stock_worker.server))
