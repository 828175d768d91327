"""`tutor record`: the microphone into a file that `tutor replay` can play."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor_cli.cli import options, output
from tutor_cli.errors import UsageError

if TYPE_CHECKING:
    from tutor_cli.audio.recording import Recording

app = typer.Typer(rich_markup_mode=None)

_METER_CELLS = 30
_METER_FLOOR_DBFS = -60.0
_METER_EVERY = 5
"""Frames of 10 ms between two looks at the meter."""


@app.command()
def record(
    path: Annotated[Path, typer.Argument(metavar="OUT.wav", help="The file to write.")],
    seconds: Annotated[float | None, typer.Option("--seconds", help="Stop after this long.", min=0.1)] = None,
    input_device: Annotated[str | None, typer.Option(help="Microphone, by number or part of its name.")] = None,
    force: Annotated[bool, typer.Option("--force", "-f", help="Overwrite a file that exists.")] = False,
    as_json: options.Json = False,
) -> None:
    """Record the microphone, mono at 16 kHz, until Ctrl-C or for a time; the file is whole whenever that ends."""
    output.run("record", lambda: _record(path, seconds, input_device, force), as_json=as_json)


def _record(path: Path, seconds: float | None, microphone: str | None, force: bool) -> output.Outcome:
    from tutor_cli.audio.devices import choose_device, list_devices
    from tutor_cli.audio.levels import AUDIBLE_DBFS
    from tutor_cli.audio.recording import Recording, microphone_frames

    if path.exists() and not force:
        raise UsageError("file_exists", f"{path} exists already.", "Name another file, or overwrite it with --force.")
    device = choose_device(list_devices(), "input", microphone)
    output.notice(f"Recording {device.name} into {path}. Ctrl-C ends it.")
    # Ctrl-C is how a recording ends, not a failure.
    with Recording(path) as recording, _meter() as show, contextlib.suppress(KeyboardInterrupt):
        _write_all(recording, microphone_frames(device), seconds, show)
    if recording.loudest_dbfs < AUDIBLE_DBFS:
        output.notice("Nothing was to be heard: is the microphone muted, or another one the right one?")
    data = {"path": str(path), "seconds": recording.seconds, "loudest_dbfs": round(recording.loudest_dbfs, 1)}
    return output.Outcome(data, f"{path}: {recording.seconds:.1f} s, loudest {recording.loudest_dbfs:.0f} dBFS")


def _write_all(
    recording: Recording, frames: Generator[bytes], seconds: float | None, show: Callable[[str], None]
) -> None:
    loudest = _METER_FLOOR_DBFS
    with contextlib.closing(frames):
        for frame in frames:
            loudest = max(loudest, recording.write(frame))
            if recording.frames % _METER_EVERY == 0:
                show(meter(recording.seconds, loudest))
                loudest = _METER_FLOOR_DBFS
            if seconds is not None and recording.seconds >= seconds:
                return


def meter(seconds: float, level_dbfs: float) -> str:
    """Return one row: how long it has been, and how loud it is from -60 dBFS to full scale."""
    cells = round(_METER_CELLS * (1 - max(level_dbfs, _METER_FLOOR_DBFS) / _METER_FLOOR_DBFS))
    return f"{seconds:6.1f} s  {'█' * cells}{'·' * (_METER_CELLS - cells)}  {level_dbfs:4.0f} dBFS"


@contextlib.contextmanager
def _meter() -> Iterator[Callable[[str], None]]:
    """Yield what shows a row in place on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty() or output.options.quiet:
        yield lambda _row: None
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as live:
        yield lambda row: live.update(Text(row), refresh=True)
