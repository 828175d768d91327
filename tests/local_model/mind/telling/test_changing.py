"""Which way an answer goes as a quantity grows, and why it changed."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

LADDER = "A ladder 10 m long leans against a wall and reaches 8 m up. How far is its foot from the wall?"
TRADE = "एक दुकानदार ने 800 रुपये में घड़ी खरीदी और 1000 रुपये में बेची। लाभ प्रतिशत बताओ।"


@pytest.mark.parametrize(
    ("problem", "question", "parts"),
    [
        (LADDER, "What happens to the distance if the ladder reaches higher?", ("smaller", "$9$ instead of $8$")),
        (LADDER, "How does it change when the ladder gets longer?", ("larger", "$11$ instead of $10$")),
        (TRADE, "विक्रय मूल्य बढ़ने पर क्या होगा?", ("वह बढ़ता है", "$1001$")),
        ("simple interest on 5000 at 8% for 3 years", "rate kam karne se kya asar padega?", ("घटता", "$7$")),
        (LADDER, "What happens to the area if the ladder gets longer?", ("",)),
    ],
)
def test_the_problem_itself_says_which_way_the_answer_goes(problem: str, question: str, parts: tuple[str, ...]) -> None:
    """The quantity is changed a little and the problem solved again; of what was not worked out nothing is said."""
    talk = lesson(seed=0, language="auto")
    talk.reply(problem)
    reply = talk.reply(question)
    assert all(part in reply for part in parts)
    assert any(parts) or "instead of" not in reply


def test_why_it_is_less_sets_both_workings_side_by_side() -> None:
    """After a change the step that decides is told of both problems."""
    talk = lesson(seed=0)
    talk.reply("How many ways can 5 people sit in a row?")
    talk.reply("what if there were 4 people?")
    reply = talk.reply("why is it less?")
    assert "$N = 5! = 120$" in reply
    assert "$N = 4! = 24$" in reply
