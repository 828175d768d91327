"""`tutor dispatch`: send agents to rooms and take them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.tables import table
from tutor_cli.errors import UsageError
from tutor_cli.room.names import expand, expand_name

if TYPE_CHECKING:
    from tutor_cli.room.api import RoomApi

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Send agents to rooms.")

Room = Annotated[str, typer.Argument(metavar="ROOM", help="The room's name.")]


@dataclass(frozen=True)
class Agent:
    """Which agent."""

    agent_name: Annotated[
        str | None, typer.Option("--agent-name", help="The agent's name; tutor without. [LIVEKIT_AGENT_NAME]")
    ] = None


@app.callback()
def dispatch() -> None:
    """Send agents to rooms."""


@app.command("create")
@options.grouped
def create(
    server: options.Server,
    agent: Agent,
    room: Annotated[str, typer.Option("--room", "-r", help="The room; created where it is not open.")] = "",
    new_room: Annotated[bool, typer.Option("--new-room", help="A room with a new, unique name.")] = False,
    metadata: Annotated[str, typer.Option("--metadata", help="Text passed to the agent's job.")] = "",
    as_json: options.Json = False,
) -> None:
    """Send an agent to a room."""

    def start() -> output.Outcome:
        if bool(room) == new_room:
            raise UsageError("which_room", "Which room?", "Give either --room NAME or --new-room.")
        settings = connect.load(server, agent)
        target = expand("room-%x") if new_room else expand_name(room)

        async def act(api: RoomApi) -> output.Outcome:
            made = await api.dispatch_agent(target, settings.agent_name.value, metadata)
            return output.Outcome({"dispatch": made}, f"{made['agentName']} is sent to {target} ({made['id']}).")

        return connect.with_api_of(connect.require_server(settings), act)

    output.run("dispatch create", start, as_json=as_json)


@app.command("list")
@options.grouped
def list_dispatches(room: Room, server: options.Server, as_json: options.Json = False) -> None:
    """List the agents sent to a room."""

    async def act(api: RoomApi) -> output.Outcome:
        found = await api.list_dispatches(room)
        rows = [
            (
                entry["id"],
                entry.get("agentName", ""),
                len(entry.get("state", {}).get("jobs", [])),
                entry.get("metadata", ""),
            )
            for entry in found
        ]
        human = table(("DispatchID", "AgentName", "Jobs", "Metadata"), rows)
        return output.Outcome({"dispatches": found}, human if found else f"No agent was sent to {room}.")

    output.run("dispatch list", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("delete")
@options.grouped
def delete(
    room: Room,
    dispatch_id: Annotated[str, typer.Argument(metavar="ID", help="As `dispatch list` shows it.")],
    server: options.Server,
    as_json: options.Json = False,
) -> None:
    """Take an agent back from a room."""

    async def act(api: RoomApi) -> output.Outcome:
        ended = await api.delete_dispatch(room, dispatch_id)
        return output.Outcome({"dispatch": ended}, f"{dispatch_id} is taken back from {room}.")

    output.run("dispatch delete", lambda: connect.with_api(server, act), as_json=as_json)
