"""`tutor server`: install, start, status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.livekit_server import RunningServer

TUTOR = [sys.executable, "-m", "tutor_cli"]


def _tutor(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TUTOR, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, timeout=30, check=False
    )


def test_install_says_where_it_is() -> None:
    """Where a program is named already, nothing is fetched."""
    done = _tutor("server", "install", "--json")

    data = json.loads(done.stdout)["data"]
    assert done.returncode == 0
    assert data["path"] == os.environ["TUTOR_LIVEKIT_SERVER"]
    assert data["origin"] == "environment TUTOR_LIVEKIT_SERVER"
    assert _tutor("server", "install", "--path").stdout == f"{data['path']}\n"


def test_no_way_to_get_one(tmp_path: Path) -> None:
    """Without a program, go or a network the error is a missing component that names every way tried."""
    nowhere = {"TUTOR_LIVEKIT_SERVER": "", "PATH": str(tmp_path), "https_proxy": "http://127.0.0.1:1"}
    done = _tutor("server", "install", "--json", **nowhere)

    document = json.loads(done.stdout)
    assert (done.returncode, document["exit_code"]) == (5, 5)
    problem = document["problems"][0]
    assert "release archive" in problem["message"]
    assert "no `go` on PATH" in problem["message"]
    assert "--transport direct" in problem["hint"]


def _heed_signals() -> None:
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def _started(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Run `tutor server start` heeding signals, whoever runs the tests; yield it and what it says."""
    command = subprocess.Popen(
        [*TUTOR, "server", "start", *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_signals,
    )
    telling = command.stderr if "--json" in arguments else command.stdout
    assert telling is not None
    with command:
        try:
            yield command, [telling.readline() for _ in range(4)]
        finally:
            command.kill()


@pytest.mark.room
def test_start_runs_until_ctrl_c() -> None:
    """A started server says where it is and where its key came from, can be used, and ends by Ctrl-C with 130."""
    with _started() as (command, (url, key, use, _)):
        file = Path(use.split(". ", 1)[1].partition(";")[0])
        values = dict(line.split("=", 1) for line in file.read_text().splitlines())
        assert "made for this run" in key
        assert values["LIVEKIT_URL"] in url
        assert file.stat().st_mode & 0o777 == 0o600
        status = _tutor("server", "status", **values)
        assert status.returncode == 0, status.stderr

        command.send_signal(signal.SIGINT)
        assert command.wait(30) == 130
    assert not file.exists()
    assert _tutor("server", "status", **values).returncode == 6


@pytest.mark.room
def test_start_as_json() -> None:
    """With --json the server tells what to use on stderr, and Ctrl-C ends it with one document and nothing else."""
    keys = {"LIVEKIT_API_KEY": "mine", "LIVEKIT_API_SECRET": "s" * 40}
    with _started("--json", **keys) as (command, said):
        command.send_signal(signal.SIGINT)
        document = json.loads(command.communicate(timeout=30)[0])

    assert command.returncode == document["exit_code"] == 130
    assert document["data"]["url"] in said[0]
    assert document["data"] | {"url": ""} == {
        "url": "",
        "api_key": "mine",
        "api_key_origin": "environment LIVEKIT_API_KEY",
    }


@pytest.mark.room
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_start_takes_the_keys_that_are_set(number: signal.Signals) -> None:
    """Key and secret of the settings are used, the secret is shown nowhere; SIGTERM and a hang-up end it as Ctrl-C."""
    keys = {"LIVEKIT_API_KEY": "mine", "LIVEKIT_API_SECRET": "s" * 40}
    with _started(**keys) as (command, said):
        assert said[1] == "API key mine (environment LIVEKIT_API_KEY)\n"
        assert keys["LIVEKIT_API_SECRET"] not in "".join(said)

        command.send_signal(number)
        assert command.wait(30) == 130


@pytest.mark.room
def test_a_taken_port_is_named(livekit_server: RunningServer) -> None:
    """A port in use is LiveKit out of reach, with the port in the message."""
    port = livekit_server.url.rpartition(":")[2]
    done = _tutor("server", "start", "--port", port)

    assert done.returncode == 6
    assert port in done.stderr


@pytest.mark.room
def test_status_of_a_named_server(livekit_server: RunningServer) -> None:
    """Status checks the keys too: a wrong secret is a configuration error."""
    good = _tutor("server", "status", "--json", **livekit_server.environ)
    assert json.loads(good.stdout)["data"]["url"] == livekit_server.url

    bad = _tutor("server", "status", **{**livekit_server.environ, "LIVEKIT_API_SECRET": "w" * 40})
    assert bad.returncode == 3


def test_status_where_nothing_runs() -> None:
    """Without a server status says so and that a command starts its own."""
    done = _tutor("server", "status")

    assert done.returncode == 0
    assert "No server runs" in done.stdout
