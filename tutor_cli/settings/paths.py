"""Where tutor keeps what outlives a command: one place that knows the directories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_APP = "tutor"


@dataclass(frozen=True)
class Home:
    """The directories of one user; none of them exists before something is written into it."""

    state: Path
    """What is running now: state files of `tutor up`, sockets, generated keys."""
    cache: Path
    """What can be fetched again: livekit-server, models."""
    logs: Path

    @classmethod
    def under(cls, root: Path) -> Home:
        """Return the directories below `root`, as TUTOR_HOME asks for."""
        return cls(root / "state", root / "cache", root / "logs")

    @classmethod
    def of_user(cls) -> Home:
        """Return the directories the operating system sets aside for a user's programs."""
        import platformdirs

        return cls(
            platformdirs.user_state_path(_APP), platformdirs.user_cache_path(_APP), platformdirs.user_log_path(_APP)
        )

    def __str__(self) -> str:
        return f"state {self.state}, cache {self.cache}, logs {self.logs}"
