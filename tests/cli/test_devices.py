"""Commands that need devices, on a machine without PortAudio."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from tests.cli.conftest import Tutor
from tutor_cli.cli.record import meter


class _NoPortAudio(MetaPathFinder):
    """Fails to import sounddevice as it fails where the library is missing."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "sounddevice":
            raise OSError("PortAudio library not found")
        return None


@pytest.fixture(name="no_portaudio")
def _no_portaudio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NoPortAudio(), *sys.meta_path])


@pytest.mark.usefixtures("no_portaudio")
@pytest.mark.parametrize("command", [["devices"], ["talk"], ["record", "out.wav"]])
def test_no_portaudio(tutor: Tutor, command: list[str]) -> None:
    """The command fails at once, and says how to get the library and what works without."""
    finished = tutor(*command)

    assert finished.exit_code == 5
    assert "PortAudio library not found" in finished.stderr
    assert "Install PortAudio" in finished.stderr
    assert "Starting" not in finished.stderr
    assert not Path("out.wav").exists()


@pytest.mark.usefixtures("no_portaudio")
def test_no_portaudio_for_scripts(tutor: Tutor) -> None:
    """The document names the problem."""
    finished = tutor("devices", "--json")

    assert (finished.exit_code, finished.document["exit_code"]) == (5, 5)
    assert [problem["code"] for problem in finished.document["problems"]] == ["no_portaudio"]


def test_a_file_is_not_overwritten(tutor: Tutor, tmp_path: Path) -> None:
    """A recording that exists stays unless it is said."""
    kept = tmp_path / "out.wav"
    kept.write_text("kept")

    finished = tutor("record", str(kept))

    assert finished.exit_code == 2
    assert "--force" in finished.stderr
    assert kept.read_text() == "kept"


def test_meter() -> None:
    """Half way between -60 dBFS and full scale fills half the cells; what is softer fills none."""
    assert meter(1.5, -30) == "   1.5 s  " + "█" * 15 + "·" * 15 + "   -30 dBFS"
    assert "█" not in meter(1.5, -120)
