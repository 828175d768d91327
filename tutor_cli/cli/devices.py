"""`tutor devices`: the microphones and speakers there are."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from tutor_cli.cli import options, output

if TYPE_CHECKING:
    from tutor_cli.audio.devices import Device

app = typer.Typer(rich_markup_mode=None)

_HEADERS = ("number", "name", "microphone", "speaker", "rate")


@app.command()
def devices(as_json: options.Json = False) -> None:
    """List the microphones and speakers, as --input-device and --output-device take them."""
    output.run("devices", _devices, as_json=as_json)


def _devices() -> output.Outcome:
    from tutor_cli.audio.devices import list_devices
    from tutor_cli.cli.tables import table

    found = list_devices()
    data = {"devices": [asdict(device) for device in found]}
    if not found:
        return output.Outcome(data, "There are no audio devices.")
    return output.Outcome(data, table(_HEADERS, map(_row, found)))


def _row(device: Device) -> tuple[object, ...]:
    microphone = _use(device.input_channels, device.is_default_input)
    speaker = _use(device.output_channels, device.is_default_output)
    return device.index, device.name, microphone, speaker, f"{device.default_rate_hz} Hz"


def _use(channels: int, is_default: bool) -> str:
    return ("default" if is_default else "yes") if channels else ""
