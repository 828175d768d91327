"""The keeper: a small process that owns the child processes of a command and outlives its death.

    python -P -m tutor_cli.stack.keeper      orders as JSON lines on stdin, reports as JSON lines on stdout

A command that is killed cannot clean up, so it does not own its children: it starts one keeper in a session of its own
and gives it orders. When the command ends, however it ends, the kernel closes the keeper's stdin; the keeper then ends
every child with its process group, deletes the rooms and removes the directories it was told of, and exits.

Orders:   {"do": "start", "name", "argv", "env", "log", "ready_line", "grace_s"}
              `env` is added to the environment, null removes; `grace_s` lies between SIGTERM and SIGKILL
          {"do": "stop", "name"}
          {"do": "own_room", "url", "room", "token"}    {"do": "disown_room", "room"}
          {"do": "own_directory", "path"}
Reports:  {"name", "event": "started", "pid"}  {"name", "event": "line", "text"}  {"name", "event": "exited", "code"}

Secrets travel in orders, never in an argv. A child gets a pipe as stdin, which tells it of the keeper's own death.
Threads and blocking calls, standard library only: it has to start at once and work on every Python alike.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

# A child that was killed is gone at once, unless the kernel is stuck.
KILL_DEADLINE_S = 3.0
# A room's creation or a join may be on its way when the command dies, so a room is deleted twice, this far apart.
ROOM_PAUSE_S = 2.0
ROOM_REQUEST_S = 3.0
# All ends by then, whatever is stuck.
END_DEADLINE_S = 9.0
# What a dead child wrote last is read for this long, should a stranger hold its stdout open.
LAST_WORDS_S = 1.0

Order = dict[str, Any]
Report = Callable[[dict[str, Any]], None]


class Child:
    """One child process and its group, watched until it is gone."""

    def __init__(self, order: Order, report: Report) -> None:
        self._name = order["name"]
        self._report = report
        self._grace_s: float = order["grace_s"]
        self._log = Path(order["log"]).open("ab", buffering=0)  # noqa: SIM115  # closed with this object, after `_forward`
        environment = {**os.environ, **order["env"]}
        try:
            self._process = subprocess.Popen(
                order["argv"],
                env={key: value for key, value in environment.items() if value is not None},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE if order["ready_line"] else self._log,
                stderr=self._log,
                process_group=0,
            )
        except OSError as error:
            self._log.write(f"{error}\n".encode())
            self._log.close()
            raise
        report({"name": self._name, "event": "started", "pid": self._process.pid})
        self._gone = threading.Event()
        self._reader = threading.Thread(target=self._forward, daemon=True)
        self._reader.start()
        threading.Thread(target=self._watch, daemon=True).start()

    def _forward(self) -> None:
        stdout = self._process.stdout
        if stdout is None:
            return
        if line := stdout.readline():
            self._report({"name": self._name, "event": "line", "text": line.decode(errors="replace").strip()})
        for line in stdout:
            self._log.write(line)

    def _watch(self) -> None:
        code = self._process.wait()
        # A leader that was killed leaves its own children behind.
        self._kill_group()
        self._reader.join(LAST_WORDS_S)
        self._report({"name": self._name, "event": "exited", "code": code})
        self._gone.set()

    def _kill_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Stop the child, told by the end of its stdin that nobody waits for it to finish its work."""
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        self.stop()

    def stop(self) -> None:
        """Ask the child to end, wait for the grace, kill what is left of its group."""
        self._process.terminate()
        if not self._gone.wait(self._grace_s):
            self._kill_group()
            self._gone.wait(KILL_DEADLINE_S)


class Keeper:
    """The children, rooms and directories of one command."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._children: dict[str, Child] = {}
        self._rooms: dict[str, Order] = {}
        self._directories: list[str] = []

    def obey(self, order: Order) -> None:
        """Carry out one order."""
        match order["do"]:
            case "start":
                self._start(order)
            case "stop":
                if child := self._children.pop(order["name"], None):
                    _in_threads([child.stop])
            case "own_room":
                self._rooms[order["room"]] = order
            case "disown_room":
                self._rooms.pop(order["room"], None)
            case "own_directory":
                self._directories.append(order["path"])

    def _start(self, order: Order) -> None:
        try:
            self._children[order["name"]] = Child(order, self._report)
        except OSError as error:
            self._report({"name": order["name"], "event": "exited", "code": -(error.errno or 1)})

    def end(self) -> None:
        """End every child, delete the rooms, remove the directories."""
        endings: list[Callable[[], None]] = [child.end for child in self._children.values()]
        deletions = [partial(delete_room, room) for room in self._rooms.values()]
        for thread in _in_threads([*endings, *deletions]):
            thread.join(END_DEADLINE_S)
        for path in self._directories:
            shutil.rmtree(path, ignore_errors=True)


def _in_threads(calls: Sequence[Callable[[], None]]) -> list[threading.Thread]:
    threads = [threading.Thread(target=call, daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    return threads


def delete_room(order: Order) -> None:
    """Delete a room twice; one that cannot be deleted is closed by its server soon after the last participant left."""
    _post_delete(order)
    time.sleep(ROOM_PAUSE_S)
    _post_delete(order)


def _post_delete(order: Order) -> None:
    from http.client import HTTPConnection, HTTPException, HTTPSConnection
    from urllib.parse import urlsplit

    url = urlsplit(order["url"])
    connect = HTTPSConnection if url.scheme in {"https", "wss"} else HTTPConnection
    connection = connect(url.hostname or "", url.port, timeout=ROOM_REQUEST_S)
    headers = {"Authorization": f"Bearer {order['token']}", "Content-Type": "application/json"}
    path = f"{url.path.rstrip('/')}/twirp/livekit.RoomService/DeleteRoom"
    with contextlib.suppress(OSError, HTTPException), contextlib.closing(connection):
        connection.request("POST", path, json.dumps({"room": order["room"]}), headers)
        connection.getresponse().read()


def _report_to_stdout(report: dict[str, Any]) -> None:
    with contextlib.suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), json.dumps(report).encode() + b"\n")


def _end_orders(number: int, frame: object) -> None:
    # The read that the signal interrupted is tried again, and finds the end; nothing is torn in the middle.
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())


def main() -> None:
    """Obey orders until stdin closes or a signal asks to leave, then end everything."""
    keeper = Keeper(_report_to_stdout)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end_orders)
    try:
        for line in sys.stdin.buffer:
            # A command killed while it writes leaves half a line.
            if line.endswith(b"\n"):
                keeper.obey(json.loads(line))
    finally:
        keeper.end()


if __name__ == "__main__":
    main()
