"""Utterances are found in samples alone; time is counted in samples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.local_model.fakes import loudness_vad, silence, speech
from tutor_cli.local_model.hearing.end_of_turn import SilenceRule, TextRule
from tutor_cli.local_model.hearing.listener import (
    FRAME_SAMPLES,
    KEPT_PAUSE_FRAMES,
    LONGEST_FRAMES,
    RATE_HZ,
    Listener,
    ListenerEvent,
    ManualListener,
    SpeechEnded,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
)


def listener(ms: int = 300) -> Listener:
    """Return a listener with a fixed silence rule."""
    return Listener(loudness_vad, SilenceRule(ms))


def kinds(events: list[ListenerEvent]) -> list[type]:
    """Return the types of events."""
    return [type(event) for event in events]


def test_an_utterance() -> None:
    """Speech starts, pauses and ends, with the sound before its certain beginning kept."""
    events = listener().feed(np.concatenate([silence(500), speech(1000), silence(500)]))
    assert kinds(events) == [SpeechStarted, SpeechPaused, SpeechEnded]
    ended = events[-1]
    assert isinstance(ended, SpeechEnded)
    assert 300 <= ended.silence_ms <= 332
    assert np.count_nonzero(ended.samples) == RATE_HZ


def test_a_pause_within_an_utterance() -> None:
    """A silence shorter than the rule is a pause, after which the same utterance goes on."""
    events = listener().feed(np.concatenate([speech(600), silence(200), speech(600), silence(400)]))
    assert kinds(events) == [SpeechStarted, SpeechPaused, SpeechResumed, SpeechPaused, SpeechEnded]


def test_a_long_pause_is_shortened() -> None:
    """All speech is handed over, but of the silence inside only a quarter of a second."""
    events = listener(1000).feed(np.concatenate([speech(640), silence(800), speech(640), silence(1100)]))
    ended = events[-1]
    assert isinstance(ended, SpeechEnded)
    spoken = np.flatnonzero(ended.samples)
    assert len(spoken) == RATE_HZ * 1280 // 1000
    gap = (spoken[-1] - spoken[0] + 1) - len(spoken)
    assert gap == 2 * KEPT_PAUSE_FRAMES * FRAME_SAMPLES


def test_a_click_is_not_speech() -> None:
    """Sound shorter than two windows starts nothing, nor does one shorter than three that is only like speech."""
    assert listener().feed(np.concatenate([silence(320), speech(32), silence(500)])) == []
    for windows, starts in [(2, []), (3, [SpeechStarted])]:
        doubtful = Listener(lambda frame: 0.6 * loudness_vad(frame), SilenceRule(300))
        assert kinds(doubtful.feed(speech(32 * windows))) == starts


def test_recognised_text_ends_the_turn_early() -> None:
    """With the text known, a whole sentence ends after a short silence, an unfinished one only after a long one."""
    for text, ends in [("2x plus 3 equals 11.", True), ("2x plus", False)]:
        ear = Listener(loudness_vad, TextRule(finished_ms=250, unknown_ms=800, unfinished_ms=1200))
        heard = np.concatenate([speech(640), silence(320)])
        assert kinds(ear.feed(heard)) == [SpeechStarted, SpeechPaused]
        assert kinds(ear.recognised(text)) == ([SpeechEnded] if ends else [])


def test_text_of_a_past_pause_does_not_count() -> None:
    """What was recognised before the student spoke on says nothing about the next silence."""
    ear = Listener(loudness_vad, TextRule(finished_ms=250, unknown_ms=800))
    ear.feed(np.concatenate([speech(640), silence(128)]))
    ear.recognised("2x")
    assert SpeechEnded not in kinds(ear.feed(np.concatenate([speech(640), silence(600)])))


def test_endless_speech_is_cut() -> None:
    """An utterance is never longer than the recogniser can hear."""
    frames = speech(1000)[:FRAME_SAMPLES]
    events = listener().feed(np.tile(frames, LONGEST_FRAMES + 10))
    assert SpeechEnded in kinds(events)


def test_flush_closes_the_utterance() -> None:
    """A closed microphone ends what was begun, and nothing else."""
    ear = listener()
    assert ear.flush() == []
    ear.feed(speech(500))
    assert kinds(ear.flush()) == [SpeechEnded]


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=30))
def test_pieces_do_not_matter(sizes: list[int]) -> None:
    """The events are the same however the stream is cut into pieces."""
    stream = np.concatenate([silence(100), speech(700), silence(200), speech(400), silence(600)])
    whole, pieces = listener(), listener()
    cuts = np.cumsum(sizes)
    found = [event for piece in np.split(stream, cuts[cuts < len(stream)]) for event in pieces.feed(piece)]
    assert kinds(found) == kinds(whole.feed(stream))


def test_by_hand() -> None:
    """A client that marks activity itself decides what the utterance is."""
    ear = ManualListener()
    assert ear.feed(speech(500)) == []
    assert kinds(ear.start()) == [SpeechStarted]
    ear.feed(silence(500))
    (ended,) = ear.flush()
    assert isinstance(ended, SpeechEnded)
    assert len(ended.samples) == RATE_HZ // 2
    assert ear.flush() == []


@pytest.mark.parametrize("piece_ms", [10, 1000])
def test_by_hand_up_to_the_longest(piece_ms: int) -> None:
    """What is kept of an utterance depends on how long it is, not on the pieces it comes in."""
    ear = ManualListener()
    ear.start()
    for _ in range(40_000 // piece_ms):
        ear.feed(silence(piece_ms))
    (ended,) = ear.flush()
    assert isinstance(ended, SpeechEnded)
    assert len(ended.samples) == LONGEST_FRAMES * FRAME_SAMPLES
