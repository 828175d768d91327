"""A conversation prints as plain lines: words as they come, and nothing taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.events import EVENT_TYPES, AgentState, Event, Interrupted, Step, Transcript, Trouble, Whiteboard
from tutor_cli.talk.view import View, show


def _shown(*events: Event) -> str:
    view, text = View(), ""
    for event in events:
        view, added = show(view, event)
        text += added
    return text


def test_the_tutors_words_stream() -> None:
    """Each transcript adds only what is new, and the final one ends the line."""
    words = [
        Transcript(1, "t1", "tutor", text, final)
        for text, final in [("x", False), ("x equals", False), ("x equals 4.", True)]
    ]

    assert _shown(*words) == "Tutor: x equals 4.\n"


def test_the_students_interim_words_are_not_printed() -> None:
    """Interim recognition is rewritten later, so only the final text is printed."""
    interim = Transcript(1, "s1", "student", "two ex", False)
    final = Transcript(2, "s1", "student", "two x", True)

    assert _shown(interim, final) == "You: two x\n"


def test_a_line_that_is_cut_off_is_closed() -> None:
    """An interruption in the middle of a sentence starts on a line of its own."""
    assert _shown(Transcript(1, "t1", "tutor", "The ans", False), Interrupted(2, "The")) == (
        "Tutor: The ans\n[interrupted]\n"
    )


def test_states_are_told_once() -> None:
    """Only changes to listening and thinking are lines."""
    states = [
        AgentState(1, "listening"),
        AgentState(2, "listening"),
        AgentState(3, "thinking"),
        AgentState(4, "speaking"),
    ]

    assert _shown(*states) == "[listening]\n[thinking]\n"


def test_whiteboard_says_whether_it_was_checked() -> None:
    """Each step is a line with its reason, and an unverified answer does not look verified."""
    board = Whiteboard(1, "2x = 8", (Step("divide", "2x = 8", "x = 4", "Divide by 2."),), "x = 4", False)

    assert _shown(board) == "Whiteboard: 2x = 8\n  x = 4    (Divide by 2.)\n  Answer (not checked): x = 4\n"


def test_control_characters_are_not_printed() -> None:
    """A peer cannot steer the terminal."""
    hostile = "\x1b[2J\x9b31m\u202e"

    shown = _shown(Transcript(1, "t1", "tutor", hostile, True), Trouble(2, "x", hostile))
    assert not set("\x1b\x9b\u202e") & set(shown)


@given(st.lists(st.one_of([st.from_type(cls) for cls in EVENT_TYPES.values()]), max_size=20))
def test_any_events_can_be_shown(events: list[Event]) -> None:
    """Whatever happens, in whatever order, there is something to print and no exception."""
    assert isinstance(_shown(*events), str)
