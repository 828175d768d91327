"""`tutor talk`: a conversation with microphone and speaker."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.signals import run_until_ended

app = typer.Typer(rich_markup_mode=None)


@app.command()
@options.grouped
def talk(
    server: options.Server,
    model: options.Model,
    lesson: options.Lesson,
    room: Annotated[str, typer.Argument(help="The room to meet in; a new one where none is named.")] = "",
    input_device: Annotated[str | None, typer.Option(help="Microphone, by number or part of its name.")] = None,
    output_device: Annotated[str | None, typer.Option(help="Speaker, by number or part of its name.")] = None,
    no_aec: Annotated[bool, typer.Option("--no-aec", help="Leave echo, noise and level as they are.")] = False,
) -> None:
    """Talk with the tutor. Keys: m mutes, q or Ctrl-C ends."""

    def converse() -> output.Outcome:
        from tutor_cli.display.mode import style_of
        from tutor_cli.talk.run import Devices, Screen, talk

        devices = Devices(input_device, output_device, not no_aec)
        settings = connect.load(server, model, lesson)
        screen = Screen(_write, style_of("auto", sys.stdout.encoding), output.width)
        run_until_ended(talk(settings, devices, room, screen, output.notice))
        return output.Outcome()

    output.run("talk", converse, as_json=False)


def _write(text: str) -> None:
    output.write(text)
    sys.stdout.flush()
