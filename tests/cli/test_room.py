"""`tutor room` and `tutor dispatch` against a real livekit-server, and without one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.loop.terminal import Terminal
from tutor_cli.room.api import RoomApi
from tutor_cli.room.names import expand

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor
    from tests.livekit_server import RunningServer


@pytest.fixture(name="_server")
def _use_server(livekit_server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in livekit_server.environ.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(name="room")
def _room(_server: None, tutor: Tutor) -> Iterator[str]:
    name = expand("cli-%x")
    assert tutor("room", "create", name, "--metadata", "algebra").exit_code == 0
    yield name
    tutor("room", "delete", name, "--yes")


@pytest.mark.room
@pytest.mark.usefixtures("_server")
def test_create_as_asked(tutor: Tutor) -> None:
    """A room is created with its name filled in and its limits set, and ended again."""
    created = tutor(
        *("room", "create", "cli-%x", "--json", "--empty-timeout", "60", "--departure-timeout", "5"),
        *("--max-participants", "3", "--agent-name", "tutor", "--metadata", "m"),
    ).data["room"]
    dispatches = tutor("dispatch", "list", created["name"], "--json").data["dispatches"]
    deleted = tutor("room", "delete", created["name"], "--json")

    assert "%" not in created["name"]
    assert (created["emptyTimeout"], created["departureTimeout"], created["maxParticipants"]) == (60, 5, 3)
    assert [entry["agentName"] for entry in dispatches] == ["tutor"]
    assert deleted.exit_code == 0
    assert tutor("room", "list", created["name"], "--json").data["rooms"] == []


@pytest.mark.room
def test_list_show_and_update(tutor: Tutor, room: str) -> None:
    """An open room is listed, shown and changed, for people and for programs."""
    listed = tutor("room", "list")
    updated = tutor("room", "update", room, "--metadata", "geometry", "--json")
    shown = tutor("room", "show", room, "--json").data

    assert room in listed.stdout
    assert updated.data["room"]["metadata"] == "geometry"
    assert shown["room"]["metadata"] == "geometry"
    assert shown["participants"] == []
    assert tutor("room", "show", room).exit_code == 0
    assert "Nobody" in tutor("room", "participants", room).stdout


@pytest.mark.room
@pytest.mark.usefixtures("_server")
def test_hostile_names_are_shown_as_they_are(tutor: Tutor) -> None:
    """A room's name is neither markup nor terminal control."""
    name = expand("[red]%x[/]\x1b[2J")
    tutor("room", "create", name, "--metadata", "\x1b]0;owned\x07")

    printed = [tutor("room", *command).stdout for command in (("list", name), ("show", name), ("delete", name))]

    for text in printed:
        assert "[red]" in text
        assert "\x1b" not in text


@pytest.mark.room
@pytest.mark.usefixtures("_server")
def test_a_room_without_a_name_is_listed(tutor: Tutor, livekit_server: RunningServer) -> None:
    """LiveKit lets other programs open a room of no name; listing survives it."""

    async def open_one() -> str:
        async with RoomApi(livekit_server.credentials) as api:
            created = await api.create_room("", empty_timeout_s=1)
            return str(created["sid"])

    sid = asyncio.run(open_one())

    assert sid in tutor("room", "list").stdout


@pytest.mark.room
def test_send(tutor: Tutor, room: str) -> None:
    """A packet is sent from an argument or from stdin."""
    assert tutor("room", "send", room, '{"a": 1}', "--topic", "note").exit_code == 0
    assert tutor("room", "send", room, "-", "--json", stdin="नमस्ते").data["bytes"] == 18


@pytest.mark.room
def test_dispatches(tutor: Tutor, room: str) -> None:
    """An agent is sent to a room under the configured name and taken back."""
    made = tutor("dispatch", "create", "--room", room, "--metadata", "quiz", "--json").data["dispatch"]
    listed = tutor("dispatch", "list", room)
    ended = tutor("dispatch", "delete", room, made["id"])

    assert (made["agentName"], made["metadata"]) == ("tutor", "quiz")
    assert made["id"] in listed.stdout
    assert ended.exit_code == 0


@pytest.mark.room
def test_missing_people_and_rooms_exit_2(tutor: Tutor, room: str) -> None:
    """Who or what is not there is named."""
    for arguments, missing in (
        (("room", "show", "nowhere"), "nowhere"),
        (("room", "delete", "nowhere", "-y"), "nowhere"),
        (("room", "mute", room, "-i", "emmy"), "emmy"),
        (("room", "remove", room, "-i", "emmy"), "emmy"),
        (("dispatch", "delete", room, "AD_none"), "dispatch"),
        (("dispatch", "create", "--agent-name", "x"), "room"),
    ):
        finished = tutor(*arguments)

        assert finished.exit_code == 2
        assert missing in finished.stderr


@pytest.mark.room
@pytest.mark.usefixtures("_server")
def test_wrong_secret_exits_3(tutor: Tutor) -> None:
    """A wrong secret is told to be one, and is not shown."""
    finished = tutor("room", "list", "--api-secret", "wrong-secret-of-thirty-two-bytes!!", "--json")

    assert finished.exit_code == 3
    assert finished.document["problems"][0]["code"] == "wrong_secret"
    assert "wrong-secret-of" not in finished.stdout


@pytest.mark.parametrize(
    ("flags", "code", "problem"),
    [
        ([], 6, "no_server"),
        (["--url", "ws://127.0.0.1:1", "--api-key", "k", "--api-secret", "s"], 6, "livekit_unreachable"),
        (["--url", "http//oops", "--api-key", "k", "--api-secret", "s"], 6, "livekit_url"),
        (["--url", "ws://127.0.0.1:1"], 3, "livekit_incomplete"),
        (["--dev", "--api-secret", "s"], 2, "dev_conflict"),
    ],
)
def test_no_server(tutor: Tutor, flags: list[str], code: int, problem: str) -> None:
    """Without a server to talk to a command says which is missing and how to get one."""
    finished = tutor("room", "list", "--json", *flags)

    assert (finished.exit_code, finished.document["problems"][0]["code"]) == (code, problem)


def test_arguments_that_are_no_text_exit_2(tutor: Tutor) -> None:
    """A name of broken bytes is a usage error, not a crash."""
    finished = tutor("room", "create", "\udcff", "--dev")

    assert finished.exit_code == 2


@pytest.mark.room
def test_a_question_can_be_left(room: str, livekit_server: RunningServer) -> None:
    """Ctrl-C at the question whether to end a room ends the command, and not the room."""
    with Terminal("room", "delete", room, environment=livekit_server.environ) as terminal:
        terminal.wait_for("participants?", 50)
        terminal.type("\x03")

        assert terminal.wait(20) == 130
    assert "Internal" not in terminal.shown
