"""The settings themselves: every value with its origin, secrets that do not print."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tutor_cli.errors import ConfigError

if TYPE_CHECKING:
    from tutor_cli.settings.paths import Home

T = TypeVar("T")

MASK = "********"
LOCAL_VOICES = ("hibari", "espeak")
"""The voices of the local model; every other name is one of Gemini's."""


class Secret:
    """A value that shows as asterisks wherever it is printed; `reveal` is the only way to the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself, for whoever has to send or sign with it."""
        return self._text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __str__(self) -> str:
        return MASK

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    def __reduce__(self) -> str:
        raise TypeError("a Secret is not pickled: pass its text explicitly to where it is needed")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A value and where it came from, such as `environment LIVEKIT_URL` or `flag --model`."""

    value: T
    origin: str = "default"


@dataclass(frozen=True, slots=True)
class LiveKitServer:
    """How to reach a LiveKit server and sign for it."""

    url: str
    api_key: str
    api_secret: Secret
    origin: str = ""


@dataclass(frozen=True)
class Settings:
    """Every setting of the program, with its origin; see `fields.SPECS` for variables, flags and defaults."""

    livekit_url: Setting[str | None]
    """None: tutor's own server on loopback."""
    api_key: Setting[str | None]
    api_secret: Setting[Secret | None]
    token: Setting[Secret | None]
    """A ready-made access token to join with, from LIVEKIT_TOKEN."""
    gemini_key: Setting[Secret | None]
    gemini_model: Setting[str]
    model: Setting[str]
    """`local` or `gemini`; `auto` is decided when settings are loaded, and `model_notice` says how."""
    pipeline: Setting[str]
    transport: Setting[str]
    language: Setting[str]
    level: Setting[str | None]
    mode: Setting[str]
    voice: Setting[str | None]
    """The name of a voice, the local model's or one of Gemini's; see `voice_of`."""
    seed: Setting[int | None]
    webhook_url: Setting[str | None]
    webhook_secret: Setting[Secret | None]
    agent_name: Setting[str]
    livekit_server: Setting[str | None]
    """Path of the livekit-server program to run."""
    student: Setting[str]
    """The identity with which a student joins a room; what is remembered is remembered of it."""
    store: Setting[bool]
    """Whether lessons are kept."""
    database_url: Setting[str | None]
    """Where lessons are kept; None: in a file of `home`."""
    home: Setting[Home]
    model_notice: str = ""
    """One sentence for stderr when `auto` chose the model; empty when the user chose."""
    warnings: tuple[str, ...] = ()
    """Sentences for stderr about settings that look like mistakes."""

    def items(self) -> list[tuple[str, Setting[Any]]]:
        """Return every setting with its name, in the order of the class."""
        values = [(field.name, getattr(self, field.name)) for field in fields(self)]
        return [(name, value) for name, value in values if isinstance(value, Setting)]

    def voice_of(self, model: str) -> str:
        """Return the voice that is asked for where `model`, `local` or `gemini`, has it; else "": its own choice."""
        voice = self.voice.value or ""
        return voice if (voice in LOCAL_VOICES) == (model == "local") else ""

    def database(self) -> str:
        """Return where lessons are kept: an address, or the path of an SQLite file; empty where they are not."""
        return self.database_to_read() if self.store.value else ""

    def database_to_read(self) -> str:
        """Return where lessons have been kept, though none are now."""
        return self.database_url.value or str(self.home.value.state / "tutor.db")

    def server(self) -> LiveKitServer | None:
        """Return the LiveKit server these settings name, None for tutor's own; raise ConfigError when half is set."""
        url, key, secret = self.livekit_url, self.api_key, self.api_secret
        if url.value is not None and key.value is not None and secret.value is not None:
            return LiveKitServer(url.value, key.value, secret.value, url.origin)
        named: dict[str, Setting[Any]] = {"LIVEKIT_URL": url, "LIVEKIT_API_KEY": key, "LIVEKIT_API_SECRET": secret}
        given = [f"{name} ({setting.origin})" for name, setting in named.items() if setting.value is not None]
        if not given:
            return None
        missing = [name for name, setting in named.items() if setting.value is None]
        raise ConfigError(
            "livekit_incomplete",
            f"LiveKit is only half configured: {', '.join(given)} set, {', '.join(missing)} not.",
            f"Set {' and '.join(missing)}, or unset all three to use tutor's own server.",
        )

    def require_gemini_key(self) -> Secret:
        """Return the Gemini key, or raise ConfigError where the model needs one and there is none."""
        if self.gemini_key.value is None:
            raise ConfigError(
                "gemini_key_missing",
                f"The model is gemini ({self.model.origin}) but there is no key for it.",
                "Set GOOGLE_API_KEY (https://aistudio.google.com/apikey), or use --model local.",
            )
        return self.gemini_key.value
