"""The state file of `tutor up`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tutor_cli.errors import UsageError
from tutor_cli.settings import Home
from tutor_cli.stack import state
from tutor_cli.stack.state import Running, only_up, read_running, state_file, write_running

RUNNING = Running(
    url="ws://127.0.0.1:7880", api_key="key", api_secret="s" * 43, agent_name="tutor", model="local", pids={"up": 1}
)


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Home:
    return Home(tmp_path / "tutor")


def test_nothing_runs_in_a_new_home(home: Home) -> None:
    """A home without a state file means nothing runs, and looking creates nothing."""
    assert read_running(home) is None
    assert not home.state.exists()


def test_what_runs_is_read_back(home: Home) -> None:
    """While `tutor up` lives, others read exactly what it wrote; the file is for its owner's eyes only."""
    with only_up(home):
        write_running(home, RUNNING)

        assert read_running(home) == RUNNING
        assert state_file(home).stat().st_mode & 0o777 == 0o600
    assert not state_file(home).exists()


def test_a_stale_file_is_ignored_and_removed(home: Home) -> None:
    """A file whose writer was killed says nothing, and goes."""
    code = (
        "import os, signal, sys; from pathlib import Path; from tutor_cli.stack.state import *\n"
        "home = Home(Path(sys.argv[1]))\n"
        "with only_up(home):\n"
        "    write_running(home, Running('ws://x', 'k', 's', 'tutor', 'local'))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(home.root)], check=False, timeout=20)
    assert state_file(home).exists()

    assert read_running(home) is None
    assert not state_file(home).exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"url": 1, "nonsense": 2}', "\x00"])
def test_a_damaged_file_means_nothing_runs(home: Home, text: str) -> None:
    """A file that cannot be read, or is of another version, counts as none."""
    with only_up(home):
        state_file(home).write_text(text)

        assert read_running(home) is None


def test_there_is_one_up(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second `tutor up` of the same home is refused with a hint; after the first ends it may run."""
    monkeypatch.setattr(state, "LOCK_DEADLINE_S", 0.05)
    with only_up(home), pytest.raises(UsageError) as caught, only_up(home):
        pass
    assert caught.value.code == "already_up"
    assert caught.value.hint
    with only_up(home):
        pass
