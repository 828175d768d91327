"""Small commands start without the libraries that make a start slow."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("livekit", "numpy", "sympy", "aiohttp", "sounddevice", "google", "rich", "pydantic", "yaml", "dotenv")
COMMANDS = [
    ["--help"],
    ["token", "create", "--dev", "--join", "--attribute", "a=b"],
    ["token", "create", "--help"],
    ["config", "show", "--json"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    """After a command that needs none of them, no heavy library is loaded."""
    script = (
        f"import sys; sys.argv = ['tutor', *{arguments!r}]\n"
        "from tutor_cli.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: code = end.code\n"
        f"print('ENDED', code, [name for name in {HEAVY!r} if name in sys.modules])"
    )

    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)

    assert finished.stdout.splitlines()[-1] in {"ENDED 0 []", "ENDED None []"}
