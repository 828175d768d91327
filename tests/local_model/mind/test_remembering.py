"""Questions about earlier work are told from other questions, and answered from the client's notes alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.local_model.mind.lessons import Lesson
from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.remembering import Question, asked_for

QUADRATIC = {
    "problem": "x^2 - 5x + 6 = 0",
    "topic": "quadratic equations",
    "outcome": "wrong",
    "attempts": 1,
    "slip": "sign",
}
LINEAR = {"problem": "2x + 3 = 11", "topic": "linear equations", "outcome": "explained", "attempts": 0, "slip": ""}

QUESTIONS = {
    Question("last", "any"): [
        "what did we do last time?",
        "What did we study in the last lesson",
        "do you remember what we did yesterday",
        "can you tell me what I worked on last time",
        "where did we stop last time",
        "which problems did we solve in the previous class?",
        "पिछली बार हमने क्या किया था",
        "हमने पिछली बार क्या किया था",
        "pichli baar kya kiya tha",
        "pichhli baar humne kya padha tha?",
        "kal humne kya kiya tha",
        "last time humne kya kiya tha",
    ],
    Question("this", "any"): [
        "what have we done so far",
        "what did we do today",
        "aaj humne kya kya kiya",
        "अब तक हमने क्या किया",
    ],
    Question("any", "wrong"): [
        "which ones did I get wrong?",
        "which questions did I get wrong",
        "show me my mistakes",
        "what mistakes did I make",
        "tell me the problems I got wrong",
        "maine kaun se sawal galat kiye",
        "मैंने कौन से सवाल गलत किए",
        "meri galtiyan batao",
    ],
    Question("last", "wrong"): ["which ones did I get wrong last time", "pichli baar kaun se sawal galat hue the"],
    Question("any", "wrong", similar=True): [
        "give me one like the one I got wrong",
        "another problem like the one I got wrong please",
        "can I practise the ones I got wrong",
        "I want something similar to my mistakes",
        "jo galat hua tha waisa ek aur do",
        "मुझे वैसा सवाल दो जो मैंने गलत किया था",
    ],
    Question("last", "wrong", similar=True): ["give me one like the one I got wrong last time"],
    Question("last", "any", similar=True): ["give me a problem like last time", "pichli baar jaisa sawal do"],
    Question("any", "open"): [
        "which problems are not finished",
        "what questions are still open",
        "kaun se sawal adhure hain",
    ],
    Question("any", "right"): ["which ones did I get right"],
}
OTHERS = [
    "what did I do wrong?",
    "what did we do first",
    "how many did I get right",
    "kitne sahi kiye",
    "tell me how many questions I got right",
    "that is wrong",
    "why is my answer wrong",
    "one more like that",
    "give me a similar one",
    "what did you do in the last step",
    "what did you do there",
    "tell me the last step again",
    "what is the mistake in my answer",
    "which one is right",
    "aage kya karna hai",
    "pichla step batao",
    "kya kiya aapne",
    "what is left when I subtract",
]


def remembers(*problems: dict[str, Any], **options: object) -> Lesson:
    """Begin a lesson with a client whose notes hold these problems, of an earlier session."""
    talk = lesson(**options)

    def recall(session: str, outcome: str) -> dict[str, Any]:
        wanted = [item for item in problems if session != "this" and outcome in ("any", item["outcome"])]
        return {"status": "found" if wanted else "nothing", "problems": wanted}

    return Lesson({**talk.tools, "recall_problems": recall}, options)


@pytest.mark.parametrize(("question", "text"), [(key, text) for key, texts in QUESTIONS.items() for text in texts])
def test_questions_about_earlier_work(question: Question, text: str) -> None:
    """Session and outcome are heard, in English, Hindi and Hinglish."""
    assert asked_for(text) == question


@pytest.mark.parametrize("text", OTHERS)
def test_other_questions(text: str) -> None:
    """What is about the problem at hand, the score or a step is no question about earlier work."""
    assert asked_for(text) is None


def test_what_was_done_last_time() -> None:
    """The problems are told with what became of them, and one like the newest is offered."""
    talk = remembers(QUADRATIC, LINEAR)

    reply = talk.reply("what did we do last time?")
    assert "$x^2 - 5x + 6 = 0$ you have not got right yet. A sign was wrong there." in reply
    assert "$2x + 3 = 11$ I showed you" in reply
    assert "x^2" in talk.reply("yes please")


def test_one_like_the_one_that_went_wrong() -> None:
    """The problem is named, and another of its topic is set."""
    reply = remembers(QUADRATIC, LINEAR).reply("give me one like the one I got wrong")

    assert "It was the problem $x^2 - 5x + 6 = 0$." in reply
    assert reply.count("x^2") == 2


def test_another_one_is_another_one() -> None:
    """Though the seed is the same in every lesson, the problem that went wrong is not set once more."""
    first = lesson().reply("give me a problem on linear equations").split("$")[1]
    again = remembers({**QUADRATIC, "problem": first, "topic": "linear equations"})

    reply = again.reply("give me one like the one I got wrong")
    assert reply.count(first) == 1
    assert first not in remembers({**LINEAR, "problem": first}).reply("next")


def test_in_hindi() -> None:
    """A question in Hindi is answered in Hindi."""
    said = remembers(QUADRATIC).tell("pichli baar kya kiya tha")

    assert {sentence.language for sentence in said} == {"hi"}
    assert "पिछली बार हमने यह किया था।" in said[0].text


def test_the_first_lesson() -> None:
    """Without an earlier lesson the tutor says so, and tells what was done in this one."""
    said = remembers().reply("what did we do last time?")

    assert said == "I have no notes of a lesson before this one. There is no problem in my notes of it yet."


def test_without_notes() -> None:
    """A client that keeps none, or has no such tool, is no reason to make something up."""
    off = Lesson({"recall_problems": lambda **_: {"status": "unavailable"}})

    assert off.reply("which ones did I get wrong?") == Lesson().reply("which ones did I get wrong?")
    assert "no notes" in off.reply("what did we do last time?")


@settings(max_examples=50)
@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["problem", "outcome", "topic", "slip"]), inner)
        ),
    )
)
def test_any_notes_are_survived(problems: object) -> None:
    """What the tool returns is not trusted."""
    talk = Lesson({"recall_problems": lambda **_: {"status": "found", "problems": problems}})

    assert talk.tell("what did we do last time?")
    assert talk.tell("give me one like the one I got wrong")
