"""Small real processes to own, and waiting for conditions instead of for time."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import psutil

DEADLINE_S = 20.0

SLEEPER = [sys.executable, "-c", "import time; print('ready', flush=True); time.sleep(600)"]
"""Says it is ready and sleeps."""

STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(600)",
]
"""Does not end when asked to."""

_PATIENT = """
import signal, sys
signal.signal(signal.SIGTERM, lambda *_: print("asked", flush=True))
print("ready", flush=True)
sys.stdin.read()
print("alone", flush=True)
"""
PATIENT = [
    sys.executable,
    "-c",
    _PATIENT,
]
"""Goes on when asked to end, and ends with its stdin."""

_PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""
PARENT = [sys.executable, "-c", _PARENT]
"""Starts a process of its own and says its pid."""


def lives(pid: int) -> bool:
    """Return whether the process runs; one that waits to be reaped does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill(pid: int) -> None:
    """Kill the process as `kill -9` does."""
    os.kill(pid, signal.SIGKILL)


def until(condition: Callable[[], bool], deadline_s: float = DEADLINE_S) -> bool:
    """Return whether the condition came true before the deadline."""
    deadline = time.monotonic() + deadline_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
