"""What the words of a problem give, and what can be asked of it, with the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.subject.altering import altered
from tutor_cli.local_model.mind.utterance.slots import taken_apart

TALKS: dict[str, list[tuple[str, str]]] = {
    "Ravi and Anil share 700 rupees in the ratio 3 : 4. How much does each get?": [
        ("what fraction does Ravi get?", r"\frac{3}{7}"),
        ("how much more does Anil get than Ravi?", "$100$"),
        ("sabse zyada kisko mila?", "Anil"),
    ],
    "Find the compound interest on Rs 8000 for 2 years at 5% per annum.": [
        ("what is the amount after the first year?", "$8400$"),
        ("what is the simple interest for the same time?", "$800$"),
        ("in how many years will it double at simple interest?", "$20$"),
        ("CI aur SI ka antar?", "$20$"),
        ("what is the rate per month?", "not understand"),
    ],
    "A bag has 5 red, 3 blue and 2 green balls. What is the probability of getting a red ball?": [
        ("lal na hone ki prayikta?", r"\frac{1}{2}"),
        ("नीली न आने की प्रायिकता?", r"\frac{7}{10}"),
        ("what about blue as a percent?", r"30\%"),
        ("which colour has the smallest chance?", "green one is least likely"),
        ("how many balls are there altogether?", "$10$"),
        ("neither red nor blue?", r"\frac{1}{5}"),
        ("what is the probability of a yellow ball?", "$0$"),
    ],
    "Find the volume of a cylinder of radius 7 cm and height 10 cm.": [
        ("आयतन लीटर में बताओ", r"\frac{49\pi}{100}"),
        ("what is the diameter?", "$14$"),
        ("and the area of its base?", r"49\pi"),
    ],
    "find the inverse of [[4, 3], [1, 2]]": [
        ("what is its determinant", "$5$"),
        ("and the determinant of the inverse?", r"\frac{1}{5}"),
        ("iska transpose batao", r"4 & 1 \\ 3 & 2"),
    ],
    "find the mean of 7, 9, 12, 15, 15, 18, 22": [
        ("what is the mean if 5 is added to each number?", "$19$"),
        ("agar ek aur value 28 jod de to naya mean?", "$15.75$"),
        ("one is picked at random, what is the chance that it is more than 15?", r"\frac{2}{7}"),
    ],
    "solve 2x - 5 <= 9": [
        ("which natural numbers satisfy it?", "1, 2, 3, 4, 5, 6, 7"),
        ("उन सबका योग कितना है?", "$28$"),
        ("सबसे बड़ा पूर्णांक हल कौन सा है?", "$7$"),
    ],
    "Find the slope of the line joining P(-2, 3) and Q(4, -1).": [
        ("find the perpendicular bisector of PQ", r"\frac{3x}{2} - \frac{1}{2}"),
        ("what is the slope of PQ in degrees", "in that form"),
        ("circle with PQ as diameter", "= 13$"),
        ("what is its radius?", r"\sqrt{13}"),
    ],
    "7, 11, 15, ... ka 15va pad nikalo": [
        ("uske baad wala pad?", "$67$"),
        ("which term is 67?", "$16$"),
        ("and the term after that?", "$71$"),
        ("what is the mean of the first 10 terms?", "$25$"),
    ],
    "A shopkeeper bought a watch for 800 rupees and sold it for 1000 rupees. What is his profit?": [
        ("what is the ratio of cost price to selling price?", "$4 : 5$"),
        ("what percent of the cost price is the profit?", r"the profit is $25\%$ of the cost price"),
        ("by how much is the selling price more than the cost price?", "$200$"),
    ],
    "A father is 4 times as old as his son. The sum of their ages is 50 years. Find the age of the son.": [
        ("what is the ratio of their ages now?", "$4 : 1$"),
        ("what percent of the father's age is the son's age?", r"25\%"),
        ("what is the product of their ages?", "$400$"),
    ],
    "In a survey of 80 people, 45 read newspapers, 38 read magazines and 20 read both. How many read at least one?": [
        ("how many of them read just newspapers?", "$25$"),
        ("and only magazines?", "$18$"),
        ("how many do not read magazines?", "$42$"),
        ("what percentage of people read both?", r"$25\%$"),
        ("so how many read nothing?", "$17$"),
    ],
    "The length of a rectangular garden is 25 m and its breadth is 15 m. Find its perimeter.": [
        ("what would fencing it cost at 40 rupees per metre?", "$3200$"),
        ("if a man walks around it 3 times, how far does he go?", "$240$"),
        ("how many square tiles of side 50 cm will cover it?", "$1500$"),
    ],
    "A car travels 180 km in 3 hours. What is its speed?": [
        ("If it returns at 90 km/h, how long does the return trip take?", "$2$ hours"),
        ("What is the average speed for the whole journey?", "$72$ km per hour"),
    ],
    "Her salary was 20000 rupees in the first year and increases by 1500 every year. What is it in the 10th year?": [
        ("In which year will her salary reach 50000?", "$21$"),
        ("How much does she earn in all in the first 10 years?", "$267500$"),
    ],
    "6, 9, 9, 12, 14 ka mean nikalo": [
        ("sabse zyada baar kaunsi sankhya aayi?", "$9$"),
        ("kitni sankhyaen mean se badi hain?", "$2$"),
        ("inka yog kitna hai?", "$50$"),
    ],
    "Find the 8th term of the GP 2, 6, 18, ...": [
        ("Is 1000 a term of this GP?", "No."),
        ("Is 486 a term of it?", "Yes."),
    ],
    "In a group of 100, 65 can speak Hindi and 50 can speak English, while 25 speak both. How many speak only Hindi?": [
        ("What about only English?", "$25$"),
    ],
    "The runs scored by a batsman in 6 matches are 45, 30, 62, 30, 18 and 55. Find his average.": [
        ("What was his best score?", "$62$"),
        ("What is the median score?", "$37.5$"),
    ],
    "solve x^2 - 7x + 10 = 0": [
        ("which one is smaller?", "$2$"),
        ("what do the roots add up to?", "$7$"),
        ("what kind of roots are these?", "two different real roots"),
        ("what is the lowest value this expression can take?", r"-\frac{9}{4}"),
        ("for which x is that reached?", r"\frac{7}{2}"),
    ],
    "A hall has 20 seats in the first row, 24 in the second, 28 in the third and so on. How many has the 15th row?": [
        ("how many seats altogether in these 15 rows?", "$720$"),
        ("is there any row with exactly 90 seats?", "No."),
        ("which row is the first to have more than 100 seats?", "$22$"),
    ],
    "The marks of 7 students are 12, 18, 15, 12, 20, 9 and 12. Find the mean.": [
        ("which mark comes most often?", "$12$"),
        ("how far apart are the highest and the lowest?", "$11$"),
        ("how many students scored above the mean?", "$3$"),
        ("what is the probability that a student picked at random scored 12?", r"\frac{3}{7}"),
    ],
    "Three bells ring at intervals of 12, 15 and 18 minutes. They ring together at 9 am. When next?": [
        ("why do we take the LCM and not the HCF?", "least one"),
        ("how many hours is that?", "$3$ hours"),
        ("how many times do they ring together from 9 am to 9 pm?", "$5$"),
        ("what is the HCF of the same three numbers?", "The HCF is $3$"),
    ],
    "The marks of seven students are 12, 15, 11, 18, 15, 20 and 14. Find the mean.": [
        ("If another student scores 31, what's the new mean?", "$17$"),
        ("Does the median change too?", "No, it stays $15$"),
        ("what is the range? Also find the variance.", "The range is $20$"),
        ("Which is bigger, the mean or the median?", "the mean is $17$ and the median is $15$"),
    ],
    "A train covers 360 km in 4 hours. What is its speed?": [
        ("The train is 150 metres long. How long does it take to cross a pole?", "$6$ seconds"),
        ("and a platform 200 metres long?", "$14$ seconds"),
    ],
    "A bus covers 360 km in 4 hours. What is its speed?": [
        ("How long would it take to go 225 km?", "$2.5$ hours"),
        ("If it slows down to 60 km per hour, how long will the same journey take?", "$6$ hours"),
    ],
    "A father is 40 years old and his son is 10. After how many years will he be twice as old?": [
        ("how old will they be then?", "$60$"),
        ("what was the ratio of their ages 5 years ago?", "$7$"),
    ],
    "I invest 8000 rupees at 10 percent compound interest for 3 years. How much do I get at the end?": [
        ("How much interest do I earn in the second year alone?", "$880$"),
        ("how much interest is that in all?", "$2648$"),
    ],
    "Divide 7200 rupees between Amit and Bina in the ratio 5:4.": [
        ("how much more does Amit get?", "$800$ rupees"),
        ("if Bina got 1600 rupees how much would Amit get?", "could not read how"),
    ],
    "differentiate x^3 - 6x^2 + 9x + 1": [("what is the point of inflection?", "(2, 3)")],
    "find the minimum of x^2 - 7x + 10": [("for which x?", r"x = \frac{7}{2}"), ("kis x par?", r"\frac{7}{2}")],
    "rationalise 5/(sqrt7 - sqrt2)": [
        ("multiply the two answers", "one answer"),
        ("rationalise 5/(sqrt7 + sqrt2)", ""),
        ("multiply the two answers", "$5$"),
        ("add them", r"2\sqrt{7}"),
    ],
}


@pytest.mark.parametrize("opening", TALKS)
def test_a_problem_in_words_can_be_asked_further(opening: str) -> None:
    """Shares, interest, bags, bodies, lists and answers have properties of their own, in English and Hindi."""
    talk = lesson(seed=0)
    talk.reply(opening)
    for said, part in TALKS[opening]:
        assert part.casefold() in talk.reply(said).casefold(), said


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("speed in km/h", [("unit", "km/h")]),
        ("वर्ग मीटर में बताओ", [("unit", "m²")]),
        ("lal ya हरी", [("colour", "red"), ("colour", "green")]),
        ("what does Anil's share come to", [("who", "400")]),
        ("interest in the second year", [("n", "2")]),
        ("iska yog nikal do", []),
    ],
)
def test_what_is_named_is_told_from_words(text: str, slots: list[tuple[str, str]]) -> None:
    """Units, colours, owners and years are known in either script, and a polite "do" is no two."""
    assert [(slot.kind, slot.text) for slot in taken_apart(text, {}, {"Anil": "400"}).slots] == slots


@pytest.mark.parametrize(
    ("change", "number", "changed"),
    [
        ("each_plus", "5", "6, 9"),
        ("each_over", "2", "1/2, 2"),
        ("one_more", "7", "1, 4, 7"),
        ("one_less", "4", "1"),
        ("one_less", "9", None),
        ("each_over", "0", None),
    ],
)
def test_a_list_is_changed_only_where_that_can_be_done(change: str, number: str, changed: str | None) -> None:
    """What is not in the list is not taken out of it, and nothing is divided by zero."""
    assert altered({"list": "1, 4"}, change, number) == ({"list": changed} if changed else {})
