"""Any conversation, in both languages: every turn ends with words, none breaks, none goes on for ever."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.thought import CallTool, Heard, Say, ToolAnswer

LONGEST_REPLY = 40
MOST_CALLS = 12
MATHS = (
    *("2x + 3 = 11", "x^2 - 5x + 6 = 0", "what is 3/4 + 2/5", "differentiate x^3", "area of a circle with radius 7"),
    *(
        "x = 4",
        "5",
        "minus two",
        "2 and 3",
        "is it 7?",
        "1/2",
        "x^2 + 9",
        "mera answer 4 aaya",
        "15 times 12 kitna hai",
    ),
    *(
        "give me a problem on fractions",
        "quiz me on triangles",
        "class 12 integration ka sawal do",
        "back to my problem",
    ),
    *(
        "no I am sure it is 5",
        "where did the 3 come from",
        "isn't it always positive",
        "why did you divide by 2",
        "umm",
    ),
)


def phrases() -> Iterator[str]:
    """Yield the phrases of all intents, in both languages."""
    for intent in load("intents").values():
        for said in intent.values():
            yield from said


UTTERANCES = st.one_of(st.sampled_from(sorted(set(phrases()))), st.sampled_from(MATHS), st.sampled_from(MATHS))
OPTIONS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["explain", "practise", "quiz"]),
        "language": st.sampled_from(["auto", "en", "hi"]),
        "level": st.integers(6, 12),
        "seed": st.integers(0, 3),
    }
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(OPTIONS, st.lists(UTTERANCES, min_size=2, max_size=6))
def test_every_turn_ends_with_words(options: dict[str, object], turns: list[str]) -> None:
    """The last action of a turn is said: a client waits for words after its tool's result, and the pupil for both."""
    talk = lesson(**options)
    for turn in turns:
        actions, said, calls = talk.mind.hear(Heard(turn)), 0, 0
        while isinstance(call := actions[-1], CallTool):
            calls += 1
            assert calls <= MOST_CALLS, turn
            said += sum(isinstance(action, Say) for action in actions)
            response = talk.tools[call.name](**call.arguments)
            actions = talk.mind.tool_answered(ToolAnswer(call.id, call.name, response))
        assert all(isinstance(action, Say) and action.text and action.spoken for action in actions), turn
        assert 0 < said + len(actions) <= LONGEST_REPLY, turn
