"""Owned children, as a command sees them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.stack.processes import PARENT, SLEEPER, kill, lives, until
from tutor_cli.errors import TutorError
from tutor_cli.stack.children import Child, owned_children

# Owns a child and a directory, says where, and waits to be killed.
_COMMAND = """
import asyncio, sys
from pathlib import Path
from tutor_cli.stack.children import owned_children

async def main():
    async with owned_children() as children:
        children.own_directory(Path(sys.argv[1], "scratch"))
        Path(sys.argv[1], "scratch").mkdir()
        argv = [sys.executable, "-c", sys.argv[2]]
        child = children.start("child", argv, env={}, log=Path(sys.argv[1], "child.log"))
        print(await child.line, child.pid, flush=True)
        await asyncio.sleep(600)

asyncio.run(main())
"""


async def test_a_child_says_its_line_and_ends_with_the_block(tmp_path: Path) -> None:
    """A child lives inside the block and is gone after it."""
    async with owned_children() as children:
        child = children.start("child", SLEEPER, env={}, log=tmp_path / "log")
        assert await child.line == "ready"
        assert lives(child.pid)

    assert not lives(child.pid)
    assert child.exit.result() == -15


async def test_a_stopped_child_is_gone_and_may_be_started_again(tmp_path: Path) -> None:
    """`stop` returns once the child is gone; the name is free again."""
    async with owned_children() as children:
        first = children.start("child", SLEEPER, env={}, log=tmp_path / "log")
        await first.line
        await children.stop(first)
        assert not lives(first.pid)

        second = children.start("child", SLEEPER, env={}, log=tmp_path / "log")
        assert await second.line == "ready"


async def test_temporary_files_go_with_the_children(tmp_path: Path) -> None:
    """What a child leaves in its temporary directory, were it killed, is gone after the block."""
    async with owned_children() as children:
        argv = ["sh", "-c", "mktemp; kill -9 $$"]
        child = children.start("child", argv, env={}, log=tmp_path / "log")
        left = Path(await child.line)
        await child.exit
        assert await asyncio.to_thread(left.exists)

    assert not left.parent.exists()


async def test_the_end_of_a_child_is_told_with_its_last_words(tmp_path: Path) -> None:
    """A crash is known at once, with the exit code and the end of the log, safe to print."""
    ended: list[Child] = []
    async with owned_children() as children:
        children.on_exit = ended.append
        argv = ["sh", "-c", "printf 'it broke \\033[2J\\n\\n' >&2; exit 7"]
        child = children.start("child", argv, env={}, log=tmp_path / "log")
        assert await child.exit == 7

    assert ended == [child]
    assert child.last_words() == "exit code 7: it broke �[2J"


async def test_a_lost_keeper_means_lost_children(tmp_path: Path) -> None:
    """Should the keeper itself be killed, we end its children and remove its directories; new orders are refused."""
    async with owned_children() as children:
        scratch = children.scratch_directory()
        child = children.start("child", SLEEPER, env={}, log=tmp_path / "log")
        await child.line
        kill(psutil.Process(child.pid).ppid())

        assert await child.exit == -1
        with pytest.raises(TutorError):
            children.start("other", SLEEPER, env={}, log=tmp_path / "log")
    assert until(lambda: not lives(child.pid))
    assert not scratch.exists()


def test_a_killed_command_leaves_nothing(tmp_path: Path) -> None:
    """After kill -9 of the command, its child, its child's child and its directory are gone."""
    argv = [sys.executable, "-c", _COMMAND, str(tmp_path), PARENT[-1]]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as command:
        assert command.stdout is not None
        grandchild, child = map(int, command.stdout.readline().split())
        assert lives(child)
        assert lives(grandchild)
        command.kill()

    assert until(lambda: not (lives(child) or lives(grandchild) or (tmp_path / "scratch").exists()))


async def test_cancelling_ends_the_children_too(tmp_path: Path) -> None:
    """Ctrl-C in the middle of the block ends what runs."""
    started: list[Child] = []

    async def hold(patience: asyncio.Timeout) -> None:
        async with owned_children() as children:
            started.append(children.start("child", SLEEPER, env={}, log=tmp_path / "log"))
            await started[0].line
            patience.reschedule(asyncio.get_running_loop().time())
            await asyncio.sleep(600)

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(None) as patience:
            await hold(patience)
    assert not lives(started[0].pid)
