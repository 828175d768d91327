"""Where each setting came from: flag, environment, .env files, LiveKit's own configuration, or our default.

`load` resolves them once, first match wins: flag, environment, the nearest `.env.local`, the nearest `.env`, the
default project of `~/.livekit/cli-config.yaml` (LiveKit credentials only), our default. A LiveKit URL that nobody set
means tutor's own server on loopback.
"""

from __future__ import annotations

from tutor_cli.settings.load import load
from tutor_cli.settings.paths import Home
from tutor_cli.settings.values import LiveKitServer, Secret, Setting, Settings

__all__ = ["Home", "LiveKitServer", "Secret", "Setting", "Settings", "load"]
