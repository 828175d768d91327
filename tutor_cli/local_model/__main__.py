"""`python -m tutor_cli.local_model`: the local model as a process of its own, owned by whoever started it.

When everything is loaded and the socket is open, one JSON line on stdout says so:
`{"ready": true, "url", "ca_file", "engine": {"stt", "tts", "vad", "turn_detector", "llm"}}`; a failure before that is
`{"ready": false, "code", "message", "hint"}` with the error's exit code. Everything else goes to stderr. The process
ends when its stdin does, so it cannot outlive its parent, and on SIGTERM or SIGINT.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tutor_cli.errors import ExitCode, TutorError, UsageError
from tutor_cli.local_model import faults
from tutor_cli.local_model.mind.options import LANGUAGES

if TYPE_CHECKING:
    from tutor_cli.local_model.engines import Engines
    from tutor_cli.local_model.thought import Mind


def _tutor() -> Mind:
    from tutor_cli.local_model.mind.tutor import TutorMind
    from tutor_cli.local_model.steady import SteadyMind

    return SteadyMind(TutorMind())


def _scripted() -> Mind:
    from tutor_cli.local_model.scripted import ScriptedMind

    return ScriptedMind()


# Loaded at the first use, beside what else takes time to load.
_MINDS: dict[str, Callable[[], Mind]] = {"tutor": _tutor, "scripted": _scripted}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the local model and return the exit code."""
    threading.Thread(target=_end_with_stdin, name="stdin", daemon=True).start()
    try:
        options = _parse(arguments)
        logging.basicConfig(stream=sys.stderr, level=options.log_level, format="local model: %(message)s")
        injected = faults.parse(os.environ.get(faults.VARIABLE, ""))
        from tutor_cli.local_model import engines

        loaded = engines.load(_MINDS[options.mind], options.voice, options.language)
        try:
            asyncio.run(_serve(loaded, options, injected))
        finally:
            loaded.close()
    except TutorError as error:
        _tell({"ready": False, "code": error.code, "message": error.message, "hint": error.hint})
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    return int(ExitCode.OK)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    environ = os.environ.get
    parser = argparse.ArgumentParser("python -m tutor_cli.local_model", exit_on_error=False)
    parser.add_argument("--port", type=int, default=environ("TUTOR_LOCAL_MODEL_PORT", "0"), help="0: a free one")
    parser.add_argument("--voice", default=environ("TUTOR_VOICE", ""), help="hibari or espeak; else the best there is")
    parser.add_argument(
        "--language",
        default=environ("TUTOR_LANGUAGE", "auto"),
        type=_language,
        help="en, hi or auto: of sessions that name none",
    )
    parser.add_argument(
        "--mind", type=_mind, default=environ("TUTOR_LOCAL_MODEL_MIND", "tutor"), help=", ".join(_MINDS)
    )
    parser.add_argument("--log-level", default="WARNING", help="INFO tells where the time of each turn went")
    try:
        return parser.parse_args(arguments)
    except argparse.ArgumentError as error:
        raise UsageError("model_options", f"{error}.", "See `python -m tutor_cli.local_model --help`.") from error


def _mind(name: str) -> str:
    if name not in _MINDS:
        raise argparse.ArgumentTypeError(f"{name!r} is no mind; there are {', '.join(_MINDS)}")
    return name


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise argparse.ArgumentTypeError(f"{code!r} is no language of lessons; there are {', '.join(LANGUAGES)}")
    return code


async def _serve(loaded: Engines, options: argparse.Namespace, injected: tuple[faults.Fault, ...]) -> None:
    from tutor_cli.local_model import engines, server

    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    async with server.running(loaded, options.port, injected) as address:
        engine = engines.report(loaded, options.mind)
        _tell({"ready": True, "url": address.url, "ca_file": str(address.ca_file), "engine": engine})
        await stopped.wait()


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _end_with_stdin() -> None:
    """Ask the process to end when whoever started it is gone; during loading, SIGTERM ends it at once."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    raise SystemExit(main())
