"""The root of the command line: its commands, imported only when one is used, and its global switches."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
import typer.core

from tutor_cli import __version__
from tutor_cli.cli import output
from tutor_cli.cli.startup import use_quick_start
from tutor_cli.errors import ExitCode

# name -> (module, help). A module holds `app`, a Typer with one command or a group of them.
COMMANDS: dict[str, tuple[str, str]] = {
    "up": ("tutor_cli.cli.up", "Run server, local model and tutor until Ctrl-C."),
    "talk": ("tutor_cli.cli.talk", "Talk with the tutor, with microphone and speaker."),
    "say": ("tutor_cli.cli.say", "Say one sentence in writing and read the answer."),
    "replay": ("tutor_cli.cli.replay", "Play recordings to the tutor and check the answers."),
    "devices": ("tutor_cli.cli.devices", "List microphones and speakers."),
    "record": ("tutor_cli.cli.record", "Record the microphone into a file."),
    "math": ("tutor_cli.cli.math", "Read, solve, check, draw and speak maths."),
    "agent": ("tutor_cli.cli.agent", "Run the worker that holds conversations."),
    "server": ("tutor_cli.cli.server", "Get, run and check livekit-server."),
    "room": ("tutor_cli.cli.room", "Create, watch and end rooms."),
    "token": ("tutor_cli.cli.token", "Make and inspect access tokens."),
    "dispatch": ("tutor_cli.cli.dispatch", "Send agents to rooms."),
    "sessions": ("tutor_cli.cli.sessions", "List, read, export and delete lessons."),
    "config": ("tutor_cli.cli.config", "Show the settings."),
}


class LazyGroup(typer.core.TyperGroup):
    """A group that lists its commands from a table and imports a command's module only to run it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the command's module and build the command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the command list without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_text) for name, (_, help_text) in COMMANDS.items()])


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        output.write(f"tutor {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """A voice maths tutor that lives in the terminal."""
    output.options.quiet = quiet
    output.options.debug = debug


def _print_what_can_be_printed() -> None:
    """Show `?` for what a terminal's encoding lacks, rather than fail in the middle of an answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def main() -> None:
    """Run the command line; usage errors speak JSON too where it was asked for."""
    use_quick_start()
    _print_what_can_be_printed()
    if "--json" not in sys.argv and "-j" not in sys.argv:
        app()
        return
    try:
        raise SystemExit(app(standalone_mode=False))
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        command = _command_of(sys.argv[1:])
        problem = output.Problem("usage", error.format_message(), f"See `{f'tutor {command}'.strip()} --help`.")
        outcome = output.Outcome(exit_code=ExitCode.USAGE, problems=(problem,))
        output.write(output.envelope(command or "tutor", outcome) + "\n")
        raise SystemExit(int(ExitCode.USAGE)) from None


def _command_of(arguments: Sequence[str]) -> str:
    """Return the command these arguments name, such as `math solve`; the errors of the parser often do not know it."""
    group: Any = typer.main.get_command(app)
    names: list[str] = []
    for word in arguments:
        if word.startswith("-") or not isinstance(group, typer.core.TyperGroup):
            continue
        group = group.get_command(None, word)  # type: ignore[arg-type]  # no context is needed to look a name up
        names += [word] if group else []
    return " ".join(names)
