"""`tutor room`: rooms and who is in them, on any LiveKit server."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.tables import table
from tutor_cli.errors import UsageError
from tutor_cli.printable import printable
from tutor_cli.room.names import expand_name

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from tutor_cli.room.api import RoomApi

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Create, watch and end rooms.")

# The largest number LiveKit's messages hold in these fields.
MAX_UINT32 = 2**32 - 1

Name = Annotated[str, typer.Argument(metavar="ROOM", help="The room's name.")]
Identity = Annotated[str, typer.Option("--identity", "-i", help="The participant's identity.")]


@dataclass(frozen=True)
class Wishes:
    """What a new room should be like."""

    agent_name: Annotated[str, typer.Option("--agent-name", help="Agent to send to it.")] = ""
    job_metadata: Annotated[str, typer.Option("--job-metadata", help="Text passed to that agent.")] = ""
    metadata: Annotated[str, typer.Option("--metadata", help="Text passed to everyone in the room.")] = ""
    empty_timeout_s: Annotated[
        int, typer.Option("--empty-timeout", min=0, max=MAX_UINT32, help="Seconds to wait for someone.")
    ] = 0
    departure_timeout_s: Annotated[
        int, typer.Option("--departure-timeout", min=0, max=MAX_UINT32, help="Seconds to stay after the last one left.")
    ] = 0
    max_participants: Annotated[int, typer.Option("--max-participants", min=0, max=MAX_UINT32, help="0: no limit.")] = 0


@app.callback()
def room() -> None:
    """Create, watch and end rooms."""


@app.command("create")
@options.grouped
def create(name: Name, wishes: Wishes, server: options.Server, as_json: options.Json = False) -> None:
    """Create a room; %t, %x, %U, %h in its name are filled in."""

    async def act(api: RoomApi) -> output.Outcome:
        created = await api.create_room(expand_name(name), **asdict(wishes))
        return output.Outcome({"room": created}, f"{created['name']} is open ({created['sid']}).")

    output.run("room create", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("list")
@options.grouped
def list_rooms(
    server: options.Server,
    names: Annotated[list[str] | None, typer.Argument(metavar="[ROOM]...", help="Only these.")] = None,
    as_json: options.Json = False,
) -> None:
    """List the open rooms."""

    async def act(api: RoomApi) -> output.Outcome:
        rooms = await api.list_rooms(names or ())
        return output.Outcome({"rooms": rooms}, _rooms_table(rooms) if rooms else "No room is open.")

    output.run("room list", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("show")
@options.grouped
def show(name: Name, server: options.Server, as_json: options.Json = False) -> None:
    """Show a room, who is in it and which agents were sent to it."""

    async def act(api: RoomApi) -> output.Outcome:
        found = await api.room(name)
        people, dispatches = await api.list_participants(name), await api.list_dispatches(name)
        data = {"room": found, "participants": people, "dispatches": dispatches}
        return output.Outcome(data, _shown(found, people, dispatches))

    output.run("room show", lambda: connect.with_api(server, act), as_json=as_json)


def _shown(found: dict[str, Any], people: list[dict[str, Any]], dispatches: list[dict[str, Any]]) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    # A dispatch without a name is LiveKit's own, for agents that join every room.
    agents = [entry["agentName"] for entry in dispatches if entry.get("agentName")]
    facts = {
        "room": f"{found['name']} ({found['sid']})",
        "metadata": found.get("metadata", "-"),
        "agents": ", ".join(agents) or "-",
        "people": "" if people else "nobody",
    }
    lines = [f"{name:8}  {printable(value)}" for name, value in facts.items() if value]
    return Group(Text("\n".join(lines)), _participants_table(people) if people else "")


@app.command("update")
@options.grouped
def update(
    name: Name,
    metadata: Annotated[str, typer.Option("--metadata", help="The new text.")],
    server: options.Server,
    as_json: options.Json = False,
) -> None:
    """Replace a room's metadata."""

    async def act(api: RoomApi) -> output.Outcome:
        return output.Outcome({"room": await api.update_room(name, metadata)}, f"{name} is updated.")

    output.run("room update", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("delete")
@options.grouped
def delete(name: Name, server: options.Server, yes: options.Yes = False, as_json: options.Json = False) -> None:
    """End a room and disconnect everyone in it."""

    def end() -> output.Outcome:
        credentials = connect.require_server(connect.load(server))
        found = connect.with_api_of(credentials, lambda api: api.room(name))
        if not (yes or as_json):
            _confirm(f"End {name}, with {found.get('numParticipants', 0)} participants?")
        connect.with_api_of(credentials, lambda api: api.delete_room(name))
        return output.Outcome({"room": found}, f"{name} is ended.")

    output.run("room delete", end, as_json=as_json)


def _confirm(question: str) -> None:
    """Ask where someone can answer; a script is not asked. Ctrl-C and Ctrl-D at the question end the command."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    try:
        confirmed = typer.confirm(question, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None
    if not confirmed:
        raise UsageError("not_confirmed", "Nothing was done.", "Answer y, or give --yes.")


@app.command("participants")
@options.grouped
def participants(name: Name, server: options.Server, as_json: options.Json = False) -> None:
    """List who is in a room."""

    async def act(api: RoomApi) -> output.Outcome:
        people = await api.list_participants(name)
        return output.Outcome({"participants": people}, _participants_table(people) if people else "Nobody is there.")

    output.run("room participants", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("mute")
@options.grouped
def mute(
    name: Name,
    identity: Identity,
    server: options.Server,
    track: Annotated[str | None, typer.Argument(metavar="[TRACK_SID]", help="All its audio without.")] = None,
    unmute: Annotated[bool, typer.Option("--unmute", "-u", help="Unmute, where the server allows it.")] = False,
    as_json: options.Json = False,
) -> None:
    """Mute what a participant publishes."""

    async def act(api: RoomApi) -> output.Outcome:
        if track:
            tracks = [await api.mute_track(name, identity, track, muted=not unmute)]
        else:
            tracks = await api.mute_audio(name, identity, muted=not unmute)
        return output.Outcome({"tracks": tracks}, f"{identity} is {'unmuted' if unmute else 'muted'}.")

    output.run("room mute", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("remove")
@options.grouped
def remove(name: Name, identity: Identity, server: options.Server, as_json: options.Json = False) -> None:
    """Disconnect a participant."""

    async def act(api: RoomApi) -> output.Outcome:
        await api.remove_participant(name, identity)
        return output.Outcome({"room": name, "identity": identity}, f"{identity} is removed from {name}.")

    output.run("room remove", lambda: connect.with_api(server, act), as_json=as_json)


@app.command("send")
@options.grouped
def send(
    name: Name,
    data: Annotated[str, typer.Argument(metavar="DATA", help="The text; - reads stdin.")],
    server: options.Server,
    topic: Annotated[str, typer.Option("--topic", help="The packet's topic.")] = "",
    identity: Annotated[list[str] | None, typer.Option("--identity", "-i", help="Only to these.")] = None,
    as_json: options.Json = False,
) -> None:
    """Send a data packet to those in a room."""

    async def act(api: RoomApi) -> output.Outcome:
        payload = (sys.stdin.read() if data == "-" else data).encode("utf-8")
        await api.send_data(name, payload, topic, identity or ())
        sent = {"room": name, "topic": topic, "bytes": len(payload), "identities": identity or []}
        return output.Outcome(sent, f"{len(payload)} bytes are sent to {name}.")

    output.run("room send", lambda: connect.with_api(server, act), as_json=as_json)


def _rooms_table(rooms: Sequence[dict[str, Any]]) -> Table:
    rows = [
        (room["sid"], room.get("name", ""), room.get("numParticipants", 0), room.get("numPublishers", 0))
        for room in rooms
    ]
    return table(("RoomID", "Name", "Participants", "Publishers"), rows)


def _participants_table(people: Sequence[dict[str, Any]]) -> Table:
    rows = [
        (
            person.get("identity", ""),
            person.get("name", ""),
            person.get("kind", "STANDARD").lower(),
            person.get("state", "JOINING").lower(),
            len(person.get("tracks", [])),
        )
        for person in people
    ]
    return table(("Identity", "Name", "Kind", "State", "Tracks"), rows)
