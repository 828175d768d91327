"""Where tutor keeps what outlives a command: one place that knows the directories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The directories of one user below `root`; none of them exists before something is written into it."""

    root: Path

    @classmethod
    def of_user(cls) -> Home:
        """Return the place the operating system sets aside for a user's programs."""
        import platformdirs

        return cls(platformdirs.user_data_path("tutor"))

    @property
    def state(self) -> Path:
        """What is running now, generated keys, and the database of lessons."""
        return self.root / "state"

    @property
    def cache(self) -> Path:
        """What can be fetched again: livekit-server, models."""
        return self.root / "cache"

    @property
    def logs(self) -> Path:
        """What child processes said."""
        return self.root / "logs"

    def __str__(self) -> str:
        return str(self.root)
