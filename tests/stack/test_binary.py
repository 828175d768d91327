"""The livekit-server program: the order in which it is looked for, and what a failure tells."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tutor_cli.errors import MissingComponentError
from tutor_cli.settings import Settings, load
from tutor_cli.stack.binary import VERSION, cached_path, find, install, ways_to_fetch
from tutor_cli.stack.children import Children, owned_children
from tutor_cli.stack.fetch import FetchFailed


def _program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture(name="settings")
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return load({}, {"TUTOR_HOME": str(tmp_path / "tutor")})


@pytest.fixture(name="children")
async def _children() -> AsyncIterator[Children]:
    async with owned_children() as children:
        yield children


def test_nothing_is_found_where_nothing_is(settings: Settings) -> None:
    """Without any, None."""
    assert find(settings) is None


def test_the_order_of_finding(settings: Settings, tmp_path: Path) -> None:
    """The named program comes before PATH, PATH before our cache."""
    cached = _program(cached_path(settings))
    assert find(settings).path == cached  # type: ignore[union-attr]

    on_path = _program(tmp_path / "bin" / "livekit-server")
    assert find(settings).path == on_path  # type: ignore[union-attr]

    named = _program(tmp_path / "mine")
    named_settings = load({}, {"TUTOR_HOME": str(tmp_path / "tutor"), "TUTOR_LIVEKIT_SERVER": str(named)})
    assert find(named_settings).path == named  # type: ignore[union-attr]


async def test_the_first_way_that_works_fills_the_cache(settings: Settings, children: Children) -> None:
    """Ways are tried in turn; what one made is moved into the cache in one step and found from then on."""

    async def fails(scratch: Path) -> Path:
        raise FetchFailed("no connection")

    async def works(scratch: Path) -> Path:
        return _program(scratch / "made")

    said: list[str] = []
    binary = await install(settings, children, said.append, {"first": fails, "second": works})
    assert binary.path == cached_path(settings)
    assert find(settings) is not None
    assert said[0] == "first: no connection"
    assert VERSION in said[-1]


async def test_a_failure_names_all_that_was_tried(settings: Settings, children: Children) -> None:
    """The error lists every place and way with its reason, and the ways out."""

    async def fails(scratch: Path) -> Path:
        raise FetchFailed("no connection")

    with pytest.raises(MissingComponentError) as caught:
        await install(settings, children, lambda line: None, {"release archive": fails, "go install": fails})
    error = caught.value
    tried = ("TUTOR_LIVEKIT_SERVER", "PATH", VERSION, "release archive: no connection", "go install: no connection")
    for place in tried:
        assert place in error.message
    for way_out in ("--transport direct", "TUTOR_LIVEKIT_SERVER", "tutor server install", "brew"):
        assert way_out in error.hint


async def test_scratch_space_does_not_stay(settings: Settings) -> None:
    """Whatever a way left in its scratch directory is gone when the command ends."""

    async def litters(scratch: Path) -> Path:
        (scratch / "half").touch()
        raise FetchFailed("broken")

    async with owned_children() as children:
        with pytest.raises(MissingComponentError):
            await install(settings, children, lambda line: None, {"way": litters})
    assert not list(settings.home.value.cache.iterdir())


async def test_the_release_is_tried_before_go(children: Children, tmp_path: Path) -> None:
    """A download takes seconds, a build minutes."""
    assert list(ways_to_fetch(children, tmp_path, lambda line: None)) == ["release archive", "go install"]
