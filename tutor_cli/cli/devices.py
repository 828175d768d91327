"""`tutor devices`: the microphones and speakers there are."""

from __future__ import annotations

from dataclasses import asdict

import typer

from tutor_cli.cli import options, output

app = typer.Typer(rich_markup_mode=None)


@app.command()
def devices(as_json: options.Json = False) -> None:
    """List the audio devices; a star marks the default ones."""
    output.run("devices", _devices, as_json=as_json)


def _devices() -> output.Outcome:
    from tutor_cli.audio.devices import Device, list_devices

    def line(device: Device) -> str:
        marks = ("*" if device.is_default_input else " ") + ("*" if device.is_default_output else " ")
        channels = f"{device.input_channels} in, {device.output_channels} out"
        return f"{device.index:3} {marks} {device.name} ({channels}, {device.default_rate_hz} Hz)"

    found = list_devices()
    text = "\n".join(line(device) for device in found) or "There are no audio devices."
    return output.Outcome({"devices": [asdict(device) for device in found]}, text)
