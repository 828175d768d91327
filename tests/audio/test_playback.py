"""What the speaker gets: everything audible, in order, and no silence that only adds lag."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.sounds import pcm16, tone
from tutor_cli.audio.playback import MOST_FRAMES, SPARE_FRAMES, PlaybackQueue
from tutor_cli.transport import TUTOR_RATE_HZ, frame_bytes

FRAME = frame_bytes(TUTOR_RATE_HZ)
SILENCE = bytes(FRAME)


def _loud(value: int) -> bytes:
    return value.to_bytes(2, "little") * (FRAME // 2)


@given(st.lists(st.integers(1, 2000), max_size=20))
def test_sound_comes_out_in_order(sizes: list[int]) -> None:
    """Whatever sizes a device asks for, it gets the frames one after the other and silence after the last."""
    queue = PlaybackQueue(TUTOR_RATE_HZ, lambda _frame: None)
    pushed = b"".join(_loud(5000 + index) for index in range(5))
    for index in range(5):
        queue.push(_loud(5000 + index))

    taken = b"".join(queue.take(2 * size) for size in sizes)

    assert taken == pushed[: len(taken)].ljust(len(taken), b"\0")


def test_silence_does_not_pile_up() -> None:
    """Silence waits for 60 ms at most, so that a reply after it is heard at once; speech is never left out."""
    queue = PlaybackQueue(TUTOR_RATE_HZ, lambda _frame: None)
    for _ in range(50):
        queue.push(SILENCE)
    for _ in range(20):
        queue.push(_loud(5000))

    taken = queue.take(100 * FRAME)

    assert taken.index(_loud(5000)) == SPARE_FRAMES * FRAME
    assert taken.count(_loud(5000)) == 20


def test_the_queue_is_bounded() -> None:
    """Of sound that nothing takes, only the last second is kept."""
    queue = PlaybackQueue(TUTOR_RATE_HZ, lambda _frame: None)
    for index in range(3 * MOST_FRAMES):
        queue.push(_loud(5000 + index))

    assert queue.take(FRAME) == _loud(5000 + 2 * MOST_FRAMES)


def test_the_echo_canceller_is_told_what_is_played() -> None:
    """Each frame is told when it goes to the device, not when it was queued."""
    played: list[bytes] = []
    queue = PlaybackQueue(48_000, played.append)
    frame = pcm16(tone(0.01, TUTOR_RATE_HZ))
    queue.push(frame)

    assert played == []
    queue.take(frame_bytes(48_000))
    assert played == [frame]
