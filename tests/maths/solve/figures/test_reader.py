"""Figures as situations: what is told of them is read whole, and everything that it determines can be asked."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.figures.reader import asked_further, figure_problem
from tutor_cli.maths.solve.figures.table import figures, quantities, sentences
from tutor_cli.maths.solve.figures.words import words
from tutor_cli.maths.solve.stories.telling import answer

TENT = "A tent is a cylinder of radius 7 m and height 10 m with a cone of height 24 m on top. Find its volume."
CONE = "An ice cream cone has radius 3 cm and height 12 cm, and a hemisphere of ice cream sits on top. Find the volume."
FIELD = "एक आयताकार मैदान की लंबाई 40 मीटर और चौड़ाई 30 मीटर है। उसका क्षेत्रफल ज्ञात कीजिए।"
SECTOR = "Ek circle ki radius 14 cm hai aur sector ka angle 90 degree hai. Sector ka area nikalo."
LADDER = "A ladder 13 m long leans on a wall with its foot 5 m away from the wall. How high does it reach?"
PARK = "A circular park of radius 21 m has a rope tied around it. What length of rope is required? Take pi = 22/7"
TRIANGLE = "एक समबाहु त्रिभुज की भुजा 12 सेमी है। उसका क्षेत्रफल निकालिए।"
WIRE = "A wire is bent into a circle of radius 28 cm. It is then bent into a square. Find the side of the square."

CAPSULE = (
    "A capsule is a cylinder with two hemispheres stuck to its ends, the length of the entire capsule is 14 mm and "
    "the diameter is 5 mm. Find the height of the cylinder."
)
HOLLOWED = (
    "A hemisphere is scooped out from each end of a solid cylinder of height 10 cm and radius 3.5 cm. "
    "Find the total surface area."
)


def answered(text: str) -> str:
    """Return the answer of a problem about figures in a sentence; nothing where it is none."""
    problem = figure_problem(text)
    return answer(solve(problem), "en") if problem is not None else ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TENT, r"The total volume is $882\pi$ cubic metres, about $2770.88$."),
        (CONE, r"The total volume is $54\pi$ cubic cm, about $169.65$."),
        (FIELD, "The area is $1200$ square metres."),
        (LADDER, "The height it reaches is $12$ metres."),
        (WIRE, r"The side of the square is $14\pi$ cm, about $43.98$."),
        (
            CAPSULE,
            "The height of the cylinder is $9$ mm.",
        ),
        (
            HOLLOWED,
            r"The total surface area is $119\pi$ square cm, about $373.85$.",
        ),
        (
            "A sphere of radius 6 cm is melted and recast into a cylinder of radius 4 cm. Find its height.",
            "The height of the cylinder is $18$ cm.",
        ),
    ],
)
def test_figures_that_make_one_thing_are_read_whole(text: str, said: str) -> None:
    """Every figure named counts: none is dropped."""
    assert answered(text) == said


@pytest.mark.parametrize(
    ("problem", "question", "said"),
    [
        (TENT, "what is the slant height of the conical part", "The slant height of the cone is $25$ metres."),
        (TENT, "how high is the tent altogether?", "The total height is $34$ metres."),
        (CONE, "How many such from a cylinder, radius 9 cm, height 30 cm?", "The number that can be made is $45$."),
        (FIELD, "15 रुपये प्रति मीटर के हिसाब से बाड़ का खर्च?", "The cost is $2100$ rupees."),
        (FIELD, "बाहर 2 मीटर चौड़ा रास्ता हो तो रास्ते का क्षेत्रफल?", "The area of the path is $296$ square metres."),
        (SECTOR, "us arc ki chord kitni lambi hogi", r"The length of the chord is $14\sqrt{2}$ cm, about $19.8$."),
        (FIELD, "मैदान के 3 चक्कर लगाने पर कितनी दूरी तय होगी?", "The distance walked is $420$ metres."),
        (PARK, "a sector of 60 degrees is cut, its area?", "The area of the sector is $231$ square metres."),
        (TRIANGLE, "हर कोण कितने अंश का है", r"The angle at each corner is $60^{\circ}$."),
        (SECTOR, "bacha hua area?", r"The area of the rest of the circle is $147\pi$ square cm, about $461.81$."),
        (LADDER, "area of the triangle of wall, ground and ladder", "The area of the triangle is $30$ square metres."),
        (LADDER, "which angle does it make with the ground", r"The angle with the ground is about $67.38^{\circ}$."),
    ],
)  # fmt: skip
def test_what_a_situation_determines_can_be_asked_later(problem: str, question: str, said: str) -> None:
    """A question put to the figures of an earlier problem is worked out from what that told."""
    assert answered(asked_further(question, problem, "")) == said


@pytest.mark.parametrize(
    "question",
    [
        "what is pi",
        "what is the area of a circle",
        "what is the weight of the tent",
        "if the radius were 14 m what is the volume",
        "find the volume of the river",
        "is its volume equal to its area?",
        "क्या उनकी ऊँचाई बराबर है?",
        "और अगर शंकु अंदर हो?",
    ],
)
def test_a_question_that_says_more_is_left_to_others(question: str) -> None:
    """A word without a meaning here, or a value that is known otherwise, is not passed over."""
    assert asked_further(question, TENT, "volume") == ""


def test_the_last_asked_is_asked_of_the_figure_named() -> None:
    """What was asked before is what "and of the circle?" asks for."""
    assert answered(asked_further("and of the circle?", WIRE, "area")).startswith("The area of the circle is")


def test_a_further_solid_is_never_dropped_by_another_reader() -> None:
    """A story with a solid no reader accounts for is no story of the other solid alone."""
    with pytest.raises(Exception, match="could not find"):
        read_problem("A cone of radius 3 cm and height 12 cm stands near a broken hemisphere. Find the volume.")


def test_the_tables_fit_together() -> None:
    """Every quantity named is one, can be asked for, and its formulas have sentences."""
    assert {name for figure in figures().values() for name in figure.has.values()} <= quantities().keys()
    assert {name for names in words().table["placed"].values() for name in names} <= quantities().keys()
    assert words().table["asks"].keys() <= quantities().keys()
    assert all(
        f"story.of_{figure.name}.{figure.has[form.letter]}" in sentences("hi")
        for figure in figures().values()
        for form in figure.forms
    )
