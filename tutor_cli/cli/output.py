"""The only printer: results to stdout, everything else to stderr, and one place where errors become exit codes.

A command body returns an `Outcome`; `run` prints it for a person or, with `--json`, as the envelope of the contract:
`{"schema": 1, "command", "exit_code", "data", "problems": [{"code", "message", "hint"}]}`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from tutor_cli.errors import ExitCode, TutorError, UsageError
from tutor_cli.printable import printable

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = 1
NARROWEST = 20


@dataclass(frozen=True)
class Problem:
    """One thing that went wrong, as scripts read it."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a command achieved: `data` for `--json`, `human` (text, or a rich renderable) for a person."""

    data: dict[str, Any] = field(default_factory=dict)
    human: str | RenderableType = ""
    exit_code: ExitCode = ExitCode.OK
    problems: tuple[Problem, ...] = ()


@dataclass
class Options:
    """The global switches, set once by the root command."""

    quiet: bool = False
    debug: bool = False


options = Options()


def run(command: str, action: Callable[[], Outcome], *, as_json: bool) -> None:
    """Run a command body, print its outcome and leave with its exit code."""
    outcome = _guarded(action)
    try:
        _print_outcome(command, outcome, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away (`tutor ... | head`): nothing is left to say, and the interpreter must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(int(outcome.exit_code))


def _guarded(action: Callable[[], Outcome]) -> Outcome:
    try:
        return action()
    except TutorError as error:
        _show_traceback()
        return failure(error)
    except UnicodeEncodeError:
        # Arguments that are no UTF-8 reach Python as lone surrogates, which nothing can encode.
        _show_traceback()
        return failure(UsageError("not_text", "A name or text is not UTF-8.", "Write it in UTF-8."))
    except KeyboardInterrupt:
        return Outcome(exit_code=ExitCode.INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # the edge: whatever we did not foresee is our bug, told without a traceback
        _show_traceback()
        message = f"Internal error: {type(error).__name__}: {error}"
        return failure(TutorError("bug", message, "Run again with `tutor --debug ...` and report what it prints."))


def _show_traceback() -> None:
    if options.debug:
        import traceback

        traceback.print_exc()


def failure(error: TutorError) -> Outcome:
    """Return the outcome of a command that failed with this error."""
    return Outcome(exit_code=error.exit_code, problems=(Problem(error.code, error.message, error.hint),))


def _print_outcome(command: str, outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        write(envelope(command, outcome) + "\n")
        return
    _print_human(outcome.human)
    for problem in outcome.problems:
        complain(problem)


def envelope(command: str, outcome: Outcome) -> str:
    """Return the JSON document of the contract, indented by two."""
    document = {
        "schema": SCHEMA,
        "command": command,
        "exit_code": int(outcome.exit_code),
        "data": outcome.data,
        "problems": [asdict(problem) for problem in outcome.problems],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _print_human(human: str | RenderableType) -> None:
    if isinstance(human, str):
        write(printable(human).rstrip("\n") + "\n" if human else "")
        return
    console().print(human)


def console() -> Any:
    """Return a rich console on stdout that reads no markup, emoji codes or highlights out of text."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def width() -> int:
    """Return the cells to lay a text out in: the terminal's, COLUMNS, or 80; never fewer than 20."""
    return max(shutil.get_terminal_size().columns, NARROWEST)


def write(text: str) -> None:
    """Write a result to stdout."""
    sys.stdout.write(text)


def tell(message: str) -> None:
    """Tell at once on stdout what a command that goes on has to say."""
    write(printable(message) + "\n")
    sys.stdout.flush()


def complain(problem: Problem) -> None:
    """Tell on stderr what happened and, on a second line, what to do; even when quiet."""
    lines = [f"error: {printable(problem.message)}"]
    if problem.hint:
        lines.append(f"  fix: {printable(problem.hint)}")
    sys.stderr.write("\n".join(lines) + "\n")


def notice(message: str) -> None:
    """Tell progress on stderr, unless quiet."""
    if not options.quiet:
        sys.stderr.write(printable(message) + "\n")
        sys.stderr.flush()
