"""The keeper: what it owns does not outlive the command that gave the orders."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.stack.processes import DEADLINE_S, PARENT, PATIENT, SLEEPER, STUBBORN, lives, until
from tutor_cli.stack import keeper
from tutor_cli.stack.children import python_module


class Line:
    """A keeper to give orders to, as the command that started it."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.process = subprocess.Popen(
            python_module("tutor_cli.stack.keeper"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def order(self, **order: Any) -> None:
        """Give an order."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        self.process.stdin.flush()

    def start(self, argv: list[str], name: str = "child", **env: str) -> int:
        """Order a start and return the child's pid."""
        self.order(do="start", name=name, argv=argv, env=env, log=str(self.log), ready_line=True, grace_s=0.5)
        pid = self.report()["pid"]
        assert isinstance(pid, int)
        return pid

    def report(self) -> dict[str, Any]:
        """Wait for the next report."""
        assert self.process.stdout is not None
        report: dict[str, Any] = json.loads(self.process.stdout.readline())
        return report

    def hang_up(self) -> None:
        """Close the line as the kernel does when the command dies."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(DEADLINE_S)


@pytest.fixture(name="line")
def _line(tmp_path: Path) -> Iterator[Line]:
    line = Line(tmp_path / "child.log")
    yield line
    line.hang_up()
    assert line.process.stdout is not None
    line.process.stdout.close()


def test_the_first_line_is_forwarded_and_the_rest_logged(line: Line) -> None:
    """A child's ready line comes as a report, everything else it prints lands in its log, and its end is told."""
    line.start(["sh", "-c", "echo ready; echo more; echo trouble >&2; exit 3"])

    assert line.report() == {"name": "child", "event": "line", "text": "ready"}
    assert line.report() == {"name": "child", "event": "exited", "code": 3}
    assert sorted(line.log.read_text().split()) == ["more", "trouble"]


def test_a_line_written_just_before_death_is_not_lost(line: Line) -> None:
    """A part that says why it cannot start and leaves is heard before it is counted as gone."""
    line.start(["sh", "-c", "echo last words"])

    assert [line.report()["event"] for _ in range(2)] == ["line", "exited"]


def test_a_closed_line_ends_the_child_and_its_children(line: Line) -> None:
    """When the command dies, the child and what the child started are gone."""
    child = line.start(PARENT)
    grandchild = int(line.report()["text"])
    assert lives(grandchild)

    line.hang_up()
    assert not lives(child)
    assert until(lambda: not lives(grandchild))


def test_a_stubborn_child_is_killed(line: Line) -> None:
    """A child that ignores SIGTERM lives no longer than the grace."""
    child = line.start(STUBBORN)
    line.report()

    line.hang_up()
    assert not lives(child)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_all_too(line: Line, number: signal.Signals) -> None:
    """A keeper that is told to leave takes its children with it."""
    child = line.start(SLEEPER)
    line.report()

    line.process.send_signal(number)
    line.process.wait(DEADLINE_S)
    assert not lives(child)


def test_a_killed_leader_takes_its_group_along(line: Line) -> None:
    """A worker killed by somebody does not leave its job processes behind."""
    child = line.start(PARENT)
    grandchild = int(line.report()["text"])

    subprocess.run(["kill", "-9", str(child)], check=True)
    assert line.report() == {"name": "child", "event": "exited", "code": -9}
    assert until(lambda: not lives(grandchild))


def test_one_child_can_be_stopped(line: Line) -> None:
    """`stop` ends the one child, tells its end and leaves the others alone."""
    first, _ = line.start(SLEEPER, "first"), line.report()
    second, _ = line.start(SLEEPER, "second"), line.report()

    line.order(do="stop", name="first")
    assert line.report() == {"name": "first", "event": "exited", "code": -15}
    assert not lives(first)
    assert lives(second)


def test_a_stopped_child_has_its_grace(line: Line) -> None:
    """`stop` leaves the child's stdin open: its end would tell a worker not to finish its conversations."""
    line.start(PATIENT)
    line.report()

    line.order(do="stop", name="child")
    assert line.report() == {"name": "child", "event": "exited", "code": -9}
    assert line.log.read_text().split() == ["asked"]


def test_a_program_that_is_not_there(line: Line) -> None:
    """A child that cannot start counts as ended, and its log says why."""
    order = {"name": "child", "argv": ["/no/such/program"], "env": {}, "log": str(line.log)}
    line.order(do="start", ready_line=True, grace_s=0, **order)

    assert line.report() == {"name": "child", "event": "exited", "code": -2}
    assert "No such file" in line.log.read_text()


def test_secrets_travel_by_environment(line: Line) -> None:
    """What `env` names reaches the child and is in nobody's argv."""
    line.start(["sh", "-c", "echo $SECRET; sleep 600"], SECRET="hidden")

    assert line.report()["text"] == "hidden"
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "hidden" not in listing


def test_directories_are_removed(line: Line, tmp_path: Path) -> None:
    """A directory registered before it was made is gone afterwards, with what is in it."""
    directory = tmp_path / "scratch"
    line.order(do="own_directory", path=str(directory))
    directory.mkdir()
    (directory / "file").touch()

    line.hang_up()
    assert not directory.exists()


def test_half_an_order_is_ignored(line: Line) -> None:
    """A command killed while it writes leaves half a line; the keeper still ends everything."""
    child = line.start(SLEEPER)
    line.report()
    assert line.process.stdin is not None
    line.process.stdin.write(b'{"do": "sta')

    line.hang_up()
    assert line.process.returncode == 0
    assert not lives(child)


class _Rooms(BaseHTTPRequestHandler):
    requests: list[tuple[str, str, dict[str, str]]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).requests.append((self.path, self.headers["Authorization"], body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(name="rooms")
def _rooms() -> Iterator[ThreadingHTTPServer]:
    _Rooms.requests = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Rooms) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def test_rooms_are_deleted_twice_unless_disowned(rooms: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A registered room is deleted by LiveKit's API, again after a pause for a creation on its way; others stay."""
    monkeypatch.setattr(keeper, "ROOM_PAUSE_S", 0.0)
    owner = keeper.Keeper(lambda report: None)
    url = f"ws://127.0.0.1:{rooms.server_port}/base"
    for room in ("lesson", "other"):
        owner.obey({"do": "own_room", "url": url, "room": room, "token": "jwt"})
    owner.obey({"do": "disown_room", "room": "other"})

    owner.end()
    request = ("/base/twirp/livekit.RoomService/DeleteRoom", "Bearer jwt", {"room": "lesson"})
    assert _Rooms.requests == [request, request]


def test_a_server_out_of_reach_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A room on a server that is gone is let go without a word."""
    monkeypatch.setattr(keeper, "ROOM_PAUSE_S", 0.0)
    owner = keeper.Keeper(lambda report: None)
    owner.obey({"do": "own_room", "url": "http://127.0.0.1:1", "room": "lesson", "token": "jwt"})

    owner.end()
