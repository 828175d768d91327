"""Problems told in Hindi and Hinglish, read by the recipes for the English ones."""

from __future__ import annotations

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.in_hindi import hindi_problem
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ek number ka double aur 7 jodne par 25 aata hai number batao", "x = 9"),
        ("एक संख्या का 3 गुना और 5 जोड़ने पर 20 आता है", "x = 5"),
        ("Ram ki umar Shyam se 5 saal zyada hai dono ka total 35 hai umar batao", r"x = 15 \text{ and } y = 20"),
        ("राम की आयु श्याम से 4 वर्ष अधिक है दोनों की आयु का योग 30 है", r"x = 13 \text{ and } y = 17"),
        ("5 pens ka daam 60 rupaye hai to 8 pens ka", "x = 96"),
        ("5 पेन का दाम 60 रुपये है तो 8 पेन का दाम कितना होगा", "x = 96"),
        ("ek kitab 200 me kharidi aur 250 me bechi profit percent kitna", "p = 25"),
        ("एक घड़ी 500 में खरीदी और 450 में बेची, हानि प्रतिशत बताओ", "q = 10"),
        ("ek shirt 800 ki hai usme 15 percent discount hai kitna dena padega", "S = 680"),
        ("5000 rupaye par 8 percent ki dar se 2 saal ka chakravriddhi byaj nikalo", "I = 832"),
        ("100 को 2:3 में बाँटो", r"p = 40 \text{ and } q = 60"),
        ("3, 7, 11 का 15वाँ पद ज्ञात करो", "t = 59"),
        ("2 4 6 8 ke pehle 10 terms ka sum batao", "S = 110"),
        ("ek rectangle ki length 12 cm hai aur chaudai 5 cm area batao", "A = 60"),
        ("एक आयत की लंबाई 8 सेमी और चौड़ाई 6 सेमी है उसका परिमाप निकालो", "P = 28"),
        ("त्रिभुज के दो कोण 50 और 60 हैं तो तीसरा कोण बताओ", "C = 70"),
        ("ek samkon tribhuj ki bhujaye 6 aur 8 ho to karn batao", "c = 10"),
        ("एक पासा फेंकने पर सम संख्या आने की प्रायिकता", r"P = \frac{1}{2}"),
        ("दो सिक्के उछालने पर दोनों चित आने की प्रायिकता", r"P = \frac{1}{4}"),
        ("ek thaile me 3 laal aur 5 neeli gend hai laal gend aane ki prayikta", r"P = \frac{3}{8}"),
        ("5 में से 2 चुनने के कितने तरीके", "N = 10"),
        ("ek bus 50 km prati ghanta ki raftar se 200 km jane me kitna samay legi", "t = 4"),
        ("ek kaam ko A 10 din me aur B 15 din me karta hai dono milkar kitne din me karenge", "t = 6"),
        ("एक डोरी 20 m लंबी थी, उसका 3/4 हिस्सा जल गया, कितनी बची", "R = 5"),
        ("5/6 ka 42 kitna hota hai", "35"),
        ("2 by 3 ko 3 by 4 se divide karo", r"\frac{8}{9}"),
        ("2 बटा 3 और 3 बटा 4 में से कौन सा बड़ा है?", r"\frac{2}{3} < \frac{3}{4}"),
        ("200 se 250 ho gaya kitne percent badha", "p = 25"),
        ("8000 ka 10% dar se 1 saal ka ardhvarshik chakravriddhi byaj kitna hoga", "I = 820"),
        ("14, 10, 12, 11, 13 का प्रसरण", "2"),
    ],
)
def test_a_story_in_hindi_is_worked_out(text: str, answer: str) -> None:
    """Verbs after their numbers, postpositions and either script lead to the same recipe as in English."""
    solution = solve(read_problem(text))
    assert solution.verified
    assert to_latex(solution.answer) == answer


def test_kin_keep_their_names() -> None:
    """A daughter is no son, however alike they sound, and an age of later is asked as in English."""
    assert in_english_words("माँ की आयु बेटी की आयु की 4 गुनी है").endswith("as old as daughter")
    assert in_english_words("10 साल बाद माँ की उम्र कितनी होगी") == "how old will mother be after 10 years"


@pytest.mark.parametrize("text", ["", "solve 2x + 3 = 11", "the area of a circle with radius 7"])
def test_english_is_left_alone(text: str) -> None:
    """What is not Hindi is none of this module's business."""
    assert in_english_words(text) == ""


def test_words_that_stay_hindi_are_not_translated_again() -> None:
    """What is half translated cannot be read, and reading ends."""
    with pytest.raises(MathsError):
        read_problem("what is the ka of 20 aur kya hai")


def test_things_without_an_entry_keep_apart() -> None:
    """Every unknown word in Devanagari is written one way, the same wherever it stands."""
    assert in_english_words("5 आम और 3 किताब और 8 आम") == "5 am and 3 kitab and 8 am"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("24 और 36 का म.स. ज्ञात कीजिए।", "find hcf of 24 and 36"),
        ("3/5 में से 1/4 घटाइए", "subtract 1/4 from 3/5"),
        ("bahupad x^2 - 2x - 8 ke shunyakon ka yog batao", "find sum of zeros of polynomial x^2 - 2x - 8"),
        ("us cube ka volume kya hai jiski side 4 cm hai", "find volume of that cube whose side is 4 cm"),
        (
            "k का मान ज्ञात कीजिए यदि x² + kx + 4 = 0 के मूल बराबर हों",
            "find value of k if roots of x² + kx + 4 = 0 is equal",
        ),
        ("(1,2) aur (3,8) se guzarne wali line ki slope batao", "find slope of line passing through (1,2) and (3,8)"),
        ("p(x) = x² + 1 को x - 1 से भाग देने पर शेषफल", "when p(x) = x² + 1 is divided by x - 1, find remainder"),
        ("0 से 2 तक x² का समाकलन ज्ञात कीजिए", "find integral of x² from 0 to 2"),
        ("x³ का x के सापेक्ष अवकलन कीजिए", "differentiate x³ with respect to x"),
        (
            "DELHI ke letters ko kitne tarike se arrange kar sakte hain",
            "in how many ways can letters of DELHI be arranged",
        ),
        ("kya 91 ek prime number hai?", "is 91 a prime number"),
        ("solve one over x plus two equals three", ""),
    ],
)
def test_questions_stand_in_the_order_of_english(text: str, english: str) -> None:
    """Owners, objects and clauses come before what they belong to, and verbs last: each finds its English place."""
    assert in_english_order(text) == english


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("line 3x + 4y = 12 ki slope batao", r"-\frac{3}{4}"),
        ("कोई धन 5 वर्ष में 10% वार्षिक साधारण ब्याज की दर से 6000 रुपये हो जाता है। मूलधन ज्ञात कीजिए।", "P = 4000"),
        ("एक दुकानदार ने कुर्सी 400 रुपये में खरीदी और 500 रुपये में बेच दी। लाभ प्रतिशत ज्ञात कीजिए।", "p = 25"),
    ],
)
def test_readers_who_account_for_every_word_come_first(text: str, answer: str) -> None:
    """What a question is about decides who reads it, not the numbers that lie about in it."""
    assert to_latex(solve(read_problem(text)).answer) == answer


@pytest.mark.parametrize("text", ["x ki value batao", "tan A भी निकालिए", "5 kya hai"])
def test_names_alone_are_no_problem(text: str) -> None:
    """A letter or a number is asked for of the problem in hand."""
    assert hindi_problem(text) is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "वह संख्या ज्ञात कीजिए जिसके तीन गुने में 7 जोड़ने पर 28 प्राप्त होता है",
            "when 7 is added to 3 times the number, the result is 28",
        ),
        (
            "राम की आयु श्याम की आयु की दुगुनी है। 5 वर्ष बाद उनकी आयु का योग 40 वर्ष होगा",
            "after 5 years sum of their age is 40 years",
        ),
        ("राम की आयु श्याम की आयु से 5 वर्ष अधिक है", "Ram's age is 5 years more than Syam's age"),
        ("ek dabbe me 4 lal 6 hari aur 5 neeli goliyan hai", "there are 4 red, 6 green and 5 blue balls in a bag"),
        ("radius double kar de to", "when radius is doubled"),
        ("500 me se 20% ghatao", "decrease 500 by 20%"),
        ("sava sau ka dugna kitna hoga", "find twice of 125"),
        ("isko decimal me batao", "find it in decimal"),
        ("ek sankhya ka 3 guna usse 14 zyada hai", "3 times of a number is 14 more than it"),
        ("कोई धन 5 वर्ष में 6000 रुपये हो जाता है", "a sum of money becomes 6000 rupees in 5 years"),
        ("उसके सफेद न होने की प्रायिकता ज्ञात कीजिए", "find probability of not being white"),
        ("3/7 और 2/5 में कौन बड़ी भिन्न है?", "which is greater, 3/7 or 2/5"),
        ("baees aur tetalis ka gunanfal batao", "find product of 22 and 43"),
        ("800 का कितने प्रतिशत 120 होता है?", "what percent of 800 is 120"),
        ("x^2 - 16 ka gunankhand", "factorise x^2 - 16"),
        ("x^4 ka derivative x = 1 par", "derivative of x^4 at x = 1"),
        ("(x² - 9)/(x - 3) की सीमा ज्ञात कीजिए जब x, 3 की ओर अग्रसर हो", "find limit of (x² - 9)/(x - 3), when x → 3"),
        ("उसके पाद से 30 मीटर दूर एक बिंदु से शिखर का उन्नयन कोण 30° है", "from a point 30 metres away from its foot"),
        ("kya (6, 6) is circle pe hai?", "is (6, 6) on this circle"),
        ("aur origin andar hai ya bahar?", "is origin inside or outside"),
        ("agar common difference 3 hota to 20va pad kya hota?", "if common difference is 3, find 20th term"),
        ("agar x^3 ki jagah x^4 hota to derivative kya hota?", "if x^4 instead of x^3, find derivative"),
        ("area kitna hoga iska?", "find its area"),
        ("pehle saal mein kitna byaj mila?", "find interest in first year"),
        ("खंभे की लंबाई क्यों नहीं जोड़ी?", "why did you not add length of pole"),
        ("kaise pata chalega ki ye samkon tribhuj hai?", "how do you know that this is right triangle"),
        ("ye x axis ko kahan kaatti hai?", "where does it cut this x axis"),
        ("क्या यह वृत्त मूल बिंदु से होकर जाता है?", "does this circle pass through origin"),
        ("minus plus kyu ban gaya?", "why does minus become plus"),
        ("sirf pehla hissa samjhao", "explain only first part"),
        ("nCr ka matlab kya hai?", "what does nCr mean"),
        ("Ram ne Shyam ko 5 aam diye", ""),
    ],
)
def test_conditions_and_comparisons_are_said_as_in_english(text: str, english: str) -> None:
    """What happens, what is compared and what it is asked in have their English words around them."""
    assert english in in_english_order(text)


@pytest.mark.parametrize("text", ["x^2 - 4 ka lambvat kya hai", "2x + 3 = 7 ka lambvat kya hai"])
def test_a_formula_with_other_words_is_no_problem_by_itself(text: str) -> None:
    """Words that are not understood ask for something: the formula beside them is not solved instead."""
    with pytest.raises(MathsError):
        read_problem(text)
