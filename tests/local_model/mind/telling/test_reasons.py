"""Why and how: whole turns against the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("x^2 - 5x + 6 = 0", ""),
            ("how did you factorise it?", "product $6$ and sum $-5$"),
            ("why do we set each factor to zero?", "none of the factors were zero"),
            ("but why?", "divide by the first factor"),
            ("why did you add them?", ""),
            ("can you draw the graph?", r"$(\frac{5}{2}, -\frac{1}{4})$"),
        ],
        [
            ("2/3 + 3/4", ""),
            ("why can't I just add the tops and the bottoms?", "only says how big the parts are"),
            ("why 12?", "the smallest number that the denominators $3$, $4$"),
            ("I don't get it", "a pizza"),
            ("I got 5/7, what did I do wrong?", "added the tops and the bottoms"),
        ],
        [
            ("a shopkeeper buys a chair for 800 and sells it for 920. find the profit percent", ""),
            ("why do we divide by 800 and not by 920?", "compared with the cost price"),
            ("prove it", "$920 = 920$"),
        ],
        [
            ("x + y = 10 aur x - y = 4", ""),
            ("dono ko joda kyun?", "ऐसा नहीं किया"),
            ("graph kaisa hoga?", "$(10, 0)"),
            ("x cube minus 3x ka derivative batao", ""),
            ("kaunsa rule lagaya", "घात नियम"),
        ],
        [("solve 2x - 3 < 7", ""), ("show it on a number line", "an empty circle at $5$")],
    ],
)
def test_whys_speak_of_the_step_that_is_named_and_go_deeper(turns: list[tuple[str, str]]) -> None:
    """A reason is of that very step; asked again it is not the same; drawings are told in words."""
    talk = lesson(seed=0)
    for text, part in turns:
        assert part in talk.reply(text), text


@pytest.mark.parametrize(
    ("problem", "question", "part"),
    [
        ("rationalise 1/(sqrt 5 - sqrt 3)", "which identity did you use?", "$(a - b)(a + b) = a^2 - b^2$"),
        ("limit of sin 3x / x as x tends to 0", "which result did you use?", ""),
        ("agar sin A = 5/13 hai to cos A nikalo", "kaun si identity lagayi?", "पाइथागोरस"),
        ("solve log x + log(x - 3) = 1", "which law did you use to combine the logs?", r"\log MN"),
        ("solve 3x + 5 = 20", "which rule allows that?", "subtracted from both sides"),
    ],
)
def test_the_rule_of_a_step_is_named(problem: str, question: str, part: str) -> None:
    """Asked which law, rule or identity was used, the tutor says it."""
    talk = lesson(seed=0)
    talk.reply(problem)
    reply = talk.reply(question)
    assert reply.startswith(("We used this", "यहाँ यह लगा"))
    assert part in reply


def test_a_why_that_fits_no_step_gets_no_reason_of_another() -> None:
    """The steps are offered instead."""
    talk = lesson(seed=0)
    talk.reply("solve 3x + 5 = 20")
    reply = talk.reply("why did you use the cosine rule?")
    assert "cannot tell which step" in reply
    assert "Step 2: Divide both sides by $3$." in reply


@pytest.mark.parametrize(
    ("problem", "question", "part"),
    [
        ("find the derivative of x^3 - 3x", "Why does the power go down by one?", "The power rule comes from"),
        ("x^2 - 5x + 6 = 0", "explain the splitting of the middle term", "Split the middle term"),
        (
            "a ladder 10 m long reaches 8 m up a wall. how far is its foot",
            "How do you know it is a right triangle?",
            "10^2",
        ),
        ("a ladder 10 m long reaches 8 m up a wall. how far is its foot", "Why 100?", "$10^2$ is $100$"),
    ],
)
def test_a_part_of_the_working_is_named_by_its_words(problem: str, question: str, part: str) -> None:
    """What is asked of a smaller step, a fact or a bare number is answered from where that is."""
    talk = lesson(seed=0)
    talk.reply(problem)
    assert part in talk.reply(question)
