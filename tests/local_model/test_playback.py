"""What was heard is told by time alone."""

from __future__ import annotations

from tutor_cli.local_model.playback import TRANSPORT_S, Playback


def test_heard_words() -> None:
    """A reply is heard in real time from when it was sent, however fast it was sent."""
    playback = Playback()
    playback.sent("The answer is four.", 2.0, 10.0)
    playback.sent("Shall we go on?", 2.0, 10.1)
    start = 10.0 + TRANSPORT_S
    assert playback.is_playing(start + 3.9)
    assert not playback.is_playing(start + 4.0)
    assert playback.stop(start + 3.0) == "The answer is four. Shall we"
    assert not playback.is_playing(10.0)


def test_before_the_first_word() -> None:
    """Interrupted at once, nothing was heard."""
    playback = Playback()
    playback.sent("The answer", 1.0, 5.0)
    assert playback.stop(5.0) == ""


def test_a_word_or_two() -> None:
    """Two words of a long reply are as good as none; all words of a short one are not."""
    playback = Playback()
    playback.sent("Let us solve it together.", 2.0, 0.0)
    assert playback.stop(TRANSPORT_S + 0.9) == ""
    playback.sent("Yes.", 0.5, 0.0)
    assert playback.stop(TRANSPORT_S + 0.5) == "Yes."


def test_begin_forgets_what_is_past() -> None:
    """A reply that was played to its end is no part of the next one; one still playing is."""
    playback = Playback()
    playback.sent("One.", 1.0, 0.0)
    playback.begin(0.5)
    playback.sent("Two.", 1.0, 0.6)
    playback.begin(5.0)
    playback.sent("Three.", 1.0, 5.0)
    assert playback.stop(9.0) == "Three."
