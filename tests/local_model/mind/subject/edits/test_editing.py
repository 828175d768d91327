"""The problem in hand with a part of it edited."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.subject.edits.editing import edited
from tutor_cli.local_model.mind.subject.worked import Worked

SYSTEM = r"\begin{cases}x + y = 10 \\ x - y = 4\end{cases}"
PAIR = "solve x + y = 10 and x - y = 4"
QUADRATIC = "solve x^2 - 7x + 10 = 0"
AP = "Find the 20th term of the AP 3, 8, 13, ..."
CYLINDER = "Find the volume of a cylinder with radius 7 cm and height 10 cm"
INTEREST = "Find the compound interest on Rs 8000 for 2 years at 10% per annum"
SALE = "a man bought a watch for 1500 and sold it for 1800, find his gain percent"
PENS = "The cost of 6 pens is 60 rupees. Find the cost of 10 pens."
MANGO = "How many words from letters of MANGO"
BAG = "A bag has 4 red, 5 blue and 3 green balls. One ball is drawn. What is the probability that it is blue?"


def worked(source: str, problem: str = "") -> Worked:
    """Return a solution of which only the problem matters."""
    return Worked.from_response({"problem": problem or source.partition(" ")[2]}, source, "en")


LADDER = "A ladder 13 m long leans against a wall and its foot is 5 m from the wall. How high does it reach?"
CONE = "A cone has radius 3 cm and height 4 cm. Find its volume."
NTH = "The 3rd term of an AP is 12 and the common difference is 4. Find the 10th term."
ANGLES = "The angles of a triangle are in the ratio 2 : 3 : 4. Find all the angles."
CORNERS = "The angles of a quadrilateral are in the ratio 1 : 2 : 3 : 4. Find all the angles."
AREA = "Find the area under the curve y = x^2 from x = 0 to x = 3."


@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        ("what if it were 13 instead of 11?", "solve 2x + 3 = 11", "solve 2x + 3 = 13"),
        ("what if the 6 is 7?", "solve x^2 - 5x + 6 = 0", "solve x^2 - 5x + 7 = 0"),
        ("what if the -5 was 7", "solve x^2 - 5x + 6 = 0", "solve x^2 + 7x + 6 = 0"),
        ("what if the 3 is -3", "solve 2x + 3 = 11", "solve 2x - 3 = 11"),
        ("and if the 4 is replaced by 1.5", "det [[1,2],[3,4]]", "det [[1,2],[3,1.5]]"),
        ("अगर 4 की जगह 8/3 हो तो", "det [[1,2],[3,4]]", "det [[1,2],[3,8/3]]"),
        ("agar 8 ki jagah 10 ho to madhya kya hoga", "find the mean of 6, 8", "find the mean of 6, 10"),
        ("change the 8 to 18", "find the mean of 4, 8, 6", "find the mean of 4, 18, 6"),
        ("what if it was x squared instead of x", "integrate x from 0 to 3", "integrate x^2 from 0 to 3"),
        ("cos instead of sin", "differentiate sin x", r"differentiate \cos x"),
        ("what if it was minus 8x plus 15 instead", QUADRATIC, "solve x^2 - 8x + 15 = 0"),
        ("what if it was plus 7x instead of minus 7x", QUADRATIC, "solve x^2 + 7x + 10 = 0"),
        ("what if it was minus 5 instead", QUADRATIC, "solve x^2 - 7x - 5 = 0"),
        ("what if the right side is 4?", QUADRATIC, "solve x^2 - 7x + 10 = 4"),
        ("अगर दाईं ओर 4 हो तो", QUADRATIC, "solve x^2 - 7x + 10 = 4"),
        ("what if the minus was a plus?", QUADRATIC, "solve x^2 + 7x + 10 = 0"),
        ("plus ki jagah minus ho to", "solve 2x + 3 = 11", "solve 2x - 3 = 11"),
        ("what if it's not equal but less than zero", QUADRATIC, "solve x^2 - 7x + 10 < 0"),
        ("what if it is less than or equal to 0", QUADRATIC, r"solve x^2 - 7x + 10 \le 0"),
        ("अगर = की जगह < हो तो", QUADRATIC, "solve x^2 - 7x + 10 < 0"),
        ("what if the 2 is 1/2", "expand (x - 2)^3", "expand (x - (1/2))^3"),
        ("what if it's (x - 2)^3", "expand (x + 2)^3", "expand (x - 2)^3"),
        ("and if I add them instead?", "find 4 1/2 - 2 1/4", r"find 4\frac{1}{2} + 2\frac{1}{4}"),
        ("swap the two numbers", "find 4 1/2 - 2 1/4", r"find 2\frac{1}{4} - 4\frac{1}{2}"),
        ("what if the power is 4", r"\frac{d}{dx} (x^3 - 4x)", r"\frac{d}{dx} (x^4 - 4x)"),
        ("what if x tends to infinity", r"\lim_{x \to 0} \frac{1}{x}", r"\lim_{x \to \infty} \frac{1}{x}"),
        ("agar dusri equation x - y = 2 ho to", PAIR, "solve x + y = 10 and x - y = 2"),
        ("change the 4 in the second equation to 2.5", PAIR, "solve x + y = 10 and x - y = 2.5"),
        ("what if the sign is changed in the first one", PAIR, "solve x - y = 10 and x - y = 4"),
    ],
)
def test_a_part_of_a_formula_is_exchanged(text: str, source: str, other: str) -> None:
    """Numbers are taken whole, signs, sides and operations are put by their names, in English and Hindi."""
    problem = SYSTEM if source == PAIR else source if source.startswith("\\") else ""
    found = edited(text, worked(source, problem))
    assert found is not None
    assert found.problem == other


@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        ("what if the common difference is -4?", AP, AP.replace("3, 8, 13", "3, -1, -5")),
        ("what would the 20th term be if the first term was 10?", AP, AP.replace("3, 8, 13", "10, 15, 20")),
        ("what if the first term is 10", AP, AP.replace("3, 8, 13", "10, 15, 20")),
        ("agar d = -2 ho to 15va pad", AP, "15th term of AP 3, 1, -1, ..."),
        ("GP hota r = 2 ke saath to 5va pad?", AP, "5th term of GP 3, 6, 12, ..."),
        ("radius tripled", CYLINDER, CYLINDER.replace("7", "21")),
        ("त्रिज्या दोगुनी कर दें तो", CYLINDER, CYLINDER.replace("7", "14")),
        ("what about a cone of the same size?", CYLINDER, CYLINDER.replace("cylinder", "cone")),
        ("double the rate", INTEREST, INTEREST.replace("10%", "20%")),
        ("what if the 6 pens cost 90", PENS, PENS.replace("60", "90")),
        ("what if it starts with M?", MANGO, f"{MANGO} if it starts with M"),
        ("what if it's the origin instead of (1, 2)", "distance of (1, 2) and (3, 4)", "distance of (0, 0) and (3, 4)"),
        ("what if the rate is half of the time", INTEREST, INTEREST.replace("10%", "1%")),
        ("what if the rate is one half?", INTEREST, INTEREST.replace("10%", "1/2%")),
        ("what if the height is half?", CYLINDER, CYLINDER.replace("10 cm", "5 cm")),
        ("what if the rate goes up by 2%", INTEREST, INTEREST.replace("10%", "12%")),
        ("what if it is compounded half yearly?", INTEREST, f"{INTEREST} compounded half-yearly"),
        ("3 saal ke liye nikalo", INTEREST, INTEREST.replace("2 years", "3 years")),
        ("take away 3 blue balls", BAG, BAG.replace("5 blue", "2 blue")),
        ("what if one more red ball is added", BAG, BAG.replace("4 red", "5 red")),
        ("keep everything but change the 3 to 7", CONE, CONE.replace("3", "7")),
        ("What if the 5 was subtracted?", "solve 2x + 5 = 17", "solve 2x - 5 = 17"),
        ("what if it were a GP with ratio 2", NTH, NTH.replace("AP", "GP").replace("difference is 4", "ratio is 2")),
        ("and in a quadrilateral, if the ratio was 1 : 2 : 3 : 4", ANGLES, CORNERS),
        ("Say the rate goes up to 8 percent", INTEREST, INTEREST.replace("10%", "8%")),
        ("and if the money is kept for only 3 years?", INTEREST, INTEREST.replace("2 years", "3 years")),
        ("keep the cone but make the height 15", CONE, CONE.replace("height 4", "height 15")),
        ("What if 8 is replaced by 22?", "Find the mean of 4 and 8.", "Find the mean of 4 and 22."),
        ("One more student got 31.", "Find the mean of 4, 8 and 6.", "Find the mean of 4, 8, 6 and 31."),
        ("What would the area be between x = 1 and x = 3?", AREA, AREA.replace("0 to x", "1 to x")),
        ("If the foot slips 2 metres further out", LADDER, LADDER.replace("5 m", "7 m")),
        ("what if the foot is moved to 12 m away", LADDER, LADDER.replace("5 m", "12 m")),
        ("the radius and the height are both doubled", CONE, CONE.replace("3", "6").replace("4", "8")),
        ("agar anupat 2:1 ho to", "divide 720 in the ratio 4:5", "divide 720 in the ratio 2:1"),
        ("what if I add a 12", "find the mean of 4, 8, 6", "find the mean of 4, 8, 6, 12"),
        ("and if he had sold it for 1350", SALE, SALE.replace("1800", "1350")),
        ("agar wo 1350 me bechta to", SALE, SALE.replace("1800", "1350")),
        ("what about 2:1 instead", "divide 720 in the ratio 4:5", "divide 720 in the ratio 2:1"),
        ("what if the second point is (5, 1)", "distance of (1, 2) and (3, 4)", "distance of (1, 2) and (5, 1)"),
        ("what if B is (5, 3)", "distance from A(1,2) to B(4,6)", "distance from A(1,2) to B(5, 3)"),
        ("and of BANANA?", MANGO, MANGO.replace("MANGO", "BANANA")),
        ("agar M pehle rahe", MANGO, f"{MANGO} if M comes first"),
        ("what if sin A = 5/13?", "If sin A = 3/5, find cos A", "If sin A = 5/13, find cos A"),
    ],
)  # fmt: skip
def test_a_part_of_a_problem_in_words_is_exchanged(text: str, source: str, other: str) -> None:
    """Parts are found by what they count, measure or are called."""
    found = edited(text, worked(source))
    assert found is not None
    assert found.problem == other


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("what if the discount is 30%", INTEREST),
        ("what if the x^2 had a 2 in front", QUADRATIC),
        ("if f(x) = 2x + 3 find f(4)", "solve 2x + 3 = 11"),
        ("kaise aaya", "solve 2x + 3 = 11"),
        ("if 2 + 3 is 5 why", "solve 2x + 3 = 11"),
        ("so the radius is 21?", CYLINDER),
        ("what if cos A = 8/17, what is sin A?", "If sin A = 3/5, find cos A"),
        ("and at x = 2?", "solve 2x + 3 = 11"),
        ("is it 20%", INTEREST),
        ("why is the rate halved", INTEREST),
    ],
)
def test_what_asks_or_claims_edits_nothing(text: str, source: str) -> None:
    """A claim about a number, a question, and a problem of its own leave the one in hand alone."""
    found = edited(text, worked(source))
    assert found is None or not found.problem


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("what if the 8 is 9", "mean of 3, 5, 3"),
        ("what if the 3 is 9", "mean of 3, 5, 3"),
        ("take away 3 balls", BAG),
        ("what if the sign is changed", QUADRATIC),
    ],
)
def test_a_part_that_is_not_there_just_once_is_not_guessed(text: str, source: str) -> None:
    """It is known that something is to be changed, and not what."""
    found = edited(text, worked(source))
    assert found is not None
    assert found.problem == ""


def test_edits_are_undone_compared_and_told() -> None:
    """The edited problem is the one in hand, compared with the one before, until the first one is asked for."""
    talk = lesson()
    talk.reply("Find the volume of a cylinder with radius 7 cm and height 10 cm", "en")
    assert r"4410\pi" in talk.reply("what if the radius is tripled?", "en")
    assert "$9$ times" in talk.reply("how many times bigger is that?", "en")
    assert "radius 21 cm" in talk.reply("show me all the steps", "en")
    assert "radius 7 cm" in talk.reply("no, with the original numbers", "en")
    assert r"1470\pi" in talk.reply("what if the radius is tripled and it was a cone?", "en")
    for back in ("put everything back as it was", "go back to the original one", "पहले वाली संख्याओं से"):
        assert r"490\pi" in talk.reply(back, "en")
        talk.reply("double the height", "en")


def test_what_was_found_is_taken_on() -> None:
    """A discount on what was found is a problem of its own."""
    talk = lesson()
    talk.reply("find the selling price of a book bought for 640 rupees and sold at a profit of 25%", "en")
    assert "$720$" in talk.reply("us par 10% discount de de to kitne ki padegi", "en")


def test_a_part_that_is_not_found_is_asked_for() -> None:
    """Nothing older is answered instead."""
    talk = lesson()
    talk.reply(QUADRATIC, "en")
    assert "could not read how" in talk.reply("what if the sign is changed", "en")
    assert "Put $x = 2$" in talk.reply("what if x is 2", "en")
