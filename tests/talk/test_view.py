"""A conversation prints as plain lines: words as they come, formulas drawn, and nothing taken back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.talk.conversation import shown, spoken
from tutor_cli.display.mixed import laid_out
from tutor_cli.events import (
    EVENT_TYPES,
    AgentJoined,
    AgentState,
    ConnectionChanged,
    Event,
    Interrupted,
    MathsFound,
    Span,
    Step,
    Transcript,
    Trouble,
    Whiteboard,
)
from tutor_cli.maths.delimited import open_from
from tutor_cli.talk.view import View

BOARD = Whiteboard(1, "2x = 8", (Step("divide", "2x = 8", "x = 4", "Divide by $2$."),), "x = 4", False)


def _words(text: str, *, final: bool = False) -> Transcript:
    return Transcript(1, "t1", "tutor", text, final)


def test_a_conversation() -> None:
    """What a pupil sees of one question, from the tutor's arrival to the next turn."""
    question = "x squared over 2 equals 8"
    events = [
        AgentJoined(0, "agent"),
        AgentState(1, "listening"),
        Transcript(2, "s1", "student", "x squared", False),
        Transcript(3, "s1", "student", question, True),
        MathsFound(4, "s1", "student", question, (Span(0, len(question), r"\frac{x^2}{2} = 8"),)),
        AgentState(5, "thinking"),
        Whiteboard(
            6,
            r"\frac{x^2}{2} = 8",
            (Step("multiply", r"\frac{x^2}{2} = 8", "x^2 = 16", "Multiply both sides by $2$."),),
            r"x = -4 \text{ or } x = 4",
            True,
        ),
        AgentState(7, "speaking"),
        *spoken(r"Multiply by $2$: $x^2 = 16$. Half of it is $\frac{16}{2}$, well."),
        AgentState(8, "listening"),
    ]

    assert (
        shown(*events)
        == """\
[the tutor is here]
[listening]
You: x squared over 2 equals 8
     x²
     ── = 8
     2
[thinking]
Whiteboard
    x²
    ── = 8
    2
1. Multiply both sides by 2.
    x² = 16
Answer (checked)
    x = −4 or x = 4
Tutor: Multiply by 2: x² = 16. Half of it is
  16
  ──,
  2
well.
[listening]
"""
    )


def test_the_tutors_words_stream() -> None:
    """A word is printed once it is whole, a formula once it is closed, and the final transcript ends the line."""
    view = View()
    assert shown(_words("so x"), view=view) == "Tutor: so"
    assert shown(_words("so $x^2"), view=view) == "Tutor: so"
    assert shown(_words("so $x^2$ is"), view=view) == "Tutor: so x²"
    assert shown(_words("so $x^2$ is", final=True), view=view) == "Tutor: so x² is\n"


@given(st.text(alphabet="ab x$\\()[]{}^2हि\t\n", min_size=1, max_size=60), st.integers(20, 60))
def test_what_is_streamed_is_what_is_laid_out(text: str, width: int) -> None:
    """However the words arrive, they end up as the rows of the whole sentence, with no row repeated or rewritten."""
    assume(open_from(f"{text} ") > len(text) and text.strip())
    expected = "".join(f"{row}\n" for row in laid_out(f"Tutor: {text}", width))
    assert shown(*spoken(text), view=View(width)) == expected


@pytest.mark.parametrize(("said", "printed"), [("so $(x +", "so …"), ("it costs $5 or", "it costs $5 or")])
def test_a_formula_that_is_broken_off(said: str, printed: str) -> None:
    """A tutor that was interrupted in a formula leaves no LaTeX behind; a price is no formula."""
    assert shown(*spoken(said)) == f"Tutor: {printed}\n"


def test_a_reply_is_wrapped_at_words() -> None:
    """No row is wider than the terminal."""
    assert shown(*spoken("we know that $x + 1 = 5$ holds"), view=View(20)) == ("Tutor: we know that\nx + 1 = 5 holds\n")


def test_ascii() -> None:
    """A terminal without the signs of maths gets the ones it has."""
    assert shown(*spoken(r"$\frac12$"), view=View(style="ascii")) == "Tutor:\n  1\n  -\n  2\n"


def test_the_students_interim_words_are_not_printed() -> None:
    """Interim recognition is rewritten later, so only the final text is printed."""
    interim = Transcript(1, "s1", "student", "two ex", False)
    final = Transcript(2, "s1", "student", "two x", True)

    assert shown(interim, final) == "You: two x\n"


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("two x is eight", Span(0, 14, "2x = 8"), "     2x = 8\n"),
        ("2x = 8", Span(0, 6, "2x = 8"), ""),
        ("so $2x=8$", Span(3, 9, "2x=8"), ""),
    ],
)
def test_maths_said_in_words_is_drawn(text: str, span: Span, expected: str) -> None:
    """What was heard as a formula is shown below the words, unless the words hold it already."""
    words, maths = Transcript(1, "s1", "student", text, True), MathsFound(2, "m1", "student", text, (span,))
    shown_words = shown(words)

    assert shown(words, maths) == shown_words + expected
    # The two arrive on streams of their own, in either order.
    assert shown(maths, words) == shown_words + expected


def test_maths_the_tutor_said_in_words_follows_its_sentence() -> None:
    """A tutor that writes no formulas has them drawn once it has spoken."""
    maths = MathsFound(2, "t1", "tutor", "x is 4 over 2", (Span(0, 13, "x = 4/2"),))

    assert shown(_words("x is 4 "), maths, _words("x is 4 over 2", final=True)) == (
        "Tutor: x is 4 over 2\n         4\n     x = ─\n         2\n"
    )


def test_a_line_that_is_cut_off_is_closed() -> None:
    """An interruption in the middle of a sentence starts on a line of its own."""
    assert shown(_words("The ans is"), Interrupted(2, "The")) == "Tutor: The ans\n[interrupted]\n"


def test_a_sentence_goes_on_after_a_line_came_between() -> None:
    """What was printed of it is not printed again."""
    student = Transcript(2, "s1", "student", "wait", True)

    assert shown(_words("one two "), student, _words("one two three", final=True)) == (
        "Tutor: one two\nYou: wait\nthree\n"
    )


def test_states_are_told_once() -> None:
    """Between its tools the tutor listens for a moment; only thinking, and listening after a reply, are told."""
    states = ["listening", "listening", "thinking", "listening", "thinking", "speaking"]
    events: list[Event] = [AgentState(1, state) for state in states]  # type: ignore[arg-type]

    assert (
        shown(*events, *spoken("4"), AgentState(2, "listening")) == "[listening]\n[thinking]\nTutor: 4\n[listening]\n"
    )


def test_a_state_does_not_cut_a_sentence() -> None:
    """The last words of a reply come after the state that follows it, and are printed before it."""
    assert shown(_words("It is 4"), AgentState(2, "listening"), _words("It is 4", final=True)) == (
        "Tutor: It is 4\n[listening]\n"
    )


def test_the_connection() -> None:
    """A connection that is lost and found again is told, and why it ended."""
    events = [
        ConnectionChanged(1, "reconnecting"),
        ConnectionChanged(2, "connected"),
        ConnectionChanged(3, "disconnected", "ROOM_DELETED"),
    ]

    assert shown(*events) == "[reconnecting ...]\n[connected again]\n[disconnected: ROOM_DELETED]\n"


def test_whiteboard_says_whether_it_was_checked() -> None:
    """Each step has its reason, and an unverified answer does not look verified."""
    assert shown(BOARD) == "Whiteboard\n    2x = 8\n1. Divide by 2.\n    x = 4\nAnswer (not checked)\n    x = 4\n"


def test_control_characters_are_not_printed() -> None:
    """A peer cannot steer the terminal."""
    hostile = "\x1b[2J\x9b31m\u202e"
    events = [_words(hostile, final=True), Trouble(2, "x", hostile), ConnectionChanged(3, "disconnected", hostile)]

    assert not set("\x1b\x9b\u202e") & set(shown(*events))


@settings(max_examples=50)
@given(st.lists(st.one_of([st.from_type(cls) for cls in EVENT_TYPES.values()]), max_size=20))
def test_any_events_can_be_shown(events: list[Event]) -> None:
    """Whatever happens, in whatever order, there is something to print and no exception."""
    assert isinstance(shown(*events), str)
