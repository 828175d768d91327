"""`tutor config`: what the settings are and where each came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.room.failures import shown_url

if TYPE_CHECKING:
    from tutor_cli.settings import Setting, Settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the settings.")


@app.callback()
def config() -> None:
    """Show the settings."""


@app.command("show")
@options.grouped
def show(server: options.Server, model: options.Model, lesson: options.Lesson, as_json: options.Json = False) -> None:
    """Show every setting and where it came from; secrets are masked."""
    output.run("config show", lambda: _show(connect.load(server, model, lesson)), as_json=as_json)


def _show(settings: Settings) -> output.Outcome:
    data = {name: {"value": _plain(setting), "origin": setting.origin} for name, setting in settings.items()}
    return output.Outcome(data=data, human=_columns(settings))


def _plain(setting: Setting[Any]) -> str | int | None:
    """Return the value as JSON has it; a secret's text is its mask, and an address loses its password."""
    if setting.value is None or isinstance(setting.value, int):
        return setting.value
    return shown_url(str(setting.value))


def _shown(setting: Setting[Any]) -> str:
    if isinstance(setting.value, bool):
        return "on" if setting.value else "off"
    plain = _plain(setting)
    return "-" if plain in (None, "") else str(plain)


def _columns(settings: Settings) -> str:
    rows = [(name, _shown(setting), setting.origin) for name, setting in settings.items()]
    name_width, value_width = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{name:{name_width}}  {value:{value_width}}  {origin}" for name, value, origin in rows)
