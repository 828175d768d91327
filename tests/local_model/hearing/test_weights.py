"""Where the weights come from, and that damaged ones are never used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor_cli.errors import ConfigError, MissingComponentError
from tutor_cli.local_model.hearing.files import is_genuine
from tutor_cli.local_model.hearing.weights import (
    BASE,
    TINY_EN,
    Release,
    Weights,
    find_wheel_folders,
    locate,
    locate_offline,
)


def no_wheels(_release: Release) -> list[Path]:
    """Find nothing."""
    return []


def no_network(_release: Release) -> Path:
    """Download nothing."""
    raise OSError("no network")


def test_named_directory(tmp_path: Path) -> None:
    """The user's directory goes before everything, one for each release."""
    (tmp_path / "model.bin").touch()
    for release in (TINY_EN, BASE):
        found = locate(release, {release.variable: str(tmp_path)})
        assert found == Weights(tmp_path, f"faster-whisper {tmp_path.name}")


def test_named_directory_without_a_model(tmp_path: Path) -> None:
    """A directory without a model is the user's mistake, and said so."""
    with pytest.raises(ConfigError, match=r"holds no model\.bin"):
        locate(TINY_EN, {"TUTOR_STT_MODEL": str(tmp_path)})


@pytest.mark.parametrize("release", [TINY_EN, BASE])
def test_hub_where_the_wheels_are_damaged(tmp_path: Path, release: Release) -> None:
    """Files that are not the publisher's are passed over for the hub."""
    for name in release.sha256:
        (tmp_path / name).write_text("damaged")
    hub = tmp_path / "hub"
    folders = [tmp_path] * len(release.wheels)
    assert locate(release, {"TUTOR_HOME": str(tmp_path / "home")}, lambda _: folders, lambda _: hub).path == hub


def test_nothing_found(tmp_path: Path) -> None:
    """With no wheel and no hub the error names both and the way out."""
    with pytest.raises(MissingComponentError, match="not installed") as error:
        locate(BASE, {}, no_wheels, no_network)
    assert "pip install --force-reinstall tutor-cli[hindi]" in error.value.hint
    with pytest.raises(MissingComponentError, match="damaged"):
        locate(TINY_EN, {}, lambda _: [tmp_path], no_network)


def test_offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A model that is only welcome is looked for on this machine alone."""
    monkeypatch.setattr("urllib.request.urlopen", None)
    release = Release("tiny", "nobody/nothing", "0" * 40, "TUTOR_STT_NOTHING", "nothing", {"model.bin": ""}, {"no": ""})
    assert locate_offline(release) is None


def test_installed_wheel_is_genuine() -> None:
    """The wheel this project depends on holds the publisher's files."""
    (folder,) = find_wheel_folders(TINY_EN)
    assert is_genuine(folder, TINY_EN.sha256)
