"""What the student has heard by now. No clock: every method is told the time, in seconds."""

from __future__ import annotations

from dataclasses import dataclass

# From our socket to the student's ear in a room on this machine: between 0.12 and 0.18 s.
TRANSPORT_S = 0.15
# A student who speaks on after a pause of up to a second has heard fewer words than this.
FEWEST_WORDS = 3


@dataclass(frozen=True)
class _Piece:
    text: str
    starts_s: float
    ends_s: float


class Playback:
    """The reply as it is being played: audio is sent faster than real time, so only time tells what was heard."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []

    def begin(self, now_s: float) -> None:
        """Note that a new reply begins: what was played to its end belongs to the past."""
        if not self.is_playing(now_s):
            self._pieces = []

    def sent(self, text: str, seconds: float, now_s: float) -> float:
        """Note a piece of audio of this length, sent from now on, and the words in it; return when it will be heard."""
        starts_s = max(now_s + TRANSPORT_S, self._ends_s)
        self._pieces.append(_Piece(text, starts_s, starts_s + seconds))
        return starts_s

    def is_playing(self, now_s: float) -> bool:
        """Tell whether something is still to be heard."""
        return now_s < self._ends_s

    def stop(self, now_s: float) -> str:
        """Forget everything and return the text heard by now, cut between words.

        A word or two of a longer reply count as nothing: nobody answers them, so who speaks then has only paused.
        """
        heard = [word for piece in self._pieces for word in _heard(piece, now_s)]
        total = sum(len(piece.text.split()) for piece in self._pieces)
        self._pieces = []
        return " ".join(heard) if len(heard) >= min(FEWEST_WORDS, total) else ""

    @property
    def _ends_s(self) -> float:
        return self._pieces[-1].ends_s if self._pieces else 0.0


def _heard(piece: _Piece, now_s: float) -> list[str]:
    words = piece.text.split()
    if now_s >= piece.ends_s:
        return words
    share = (now_s - piece.starts_s) / (piece.ends_s - piece.starts_s)
    return words[: max(0, int(share * len(words)))]
