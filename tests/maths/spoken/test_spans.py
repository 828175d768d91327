"""Maths inside sentences: found where it is, and nowhere else; nothing else of the sentence changes."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans, with_maths

SENTENCES = {
    "so we get y equals minus four and y equals two": "so we get $y = -4$ and $y = 2$",
    "please factor y squared minus sixteen for me": "please factor $y^2 - 16$ for me",
    "the area of the circle is pi r squared okay": r"the area of the circle is $\pi r^2$ okay",
    "what is seven plus eight": "what is $7 + 8$",
    "I think 3x + 5 = 20 is easy": "I think $3x + 5 = 20$ is easy",
    "simplify six over nine": r"simplify $\frac{6}{9}$",
    "मुझे तीन वाई घटा एक बराबर आठ हल करना है": "मुझे $3y - 1 = 8$ हल करना है",
    "mujhe p square minus nau ka factor batao": "mujhe $p^2 - 9$ ka factor batao",
    "y plus, sorry, minus three equals ten": "$y - 3 = 10$",
    "y squared plus um five y": "$y^2 + 5y$",
    "why equals two x plus three": "$y = 2x + 3$",
    "the answer is $x^2$ plus one": "the answer is $x^2$ plus one",
    "3 fourths plus 2 fifths.": r"$\frac{3}{4} + \frac{2}{5}$.",
    "Multiply y plus 2 by y minus 3.": "Multiply $y + 2$ by $y - 3$.",
    "reduce 3 by 4 to its lowest terms": "reduce 3 by 4 to its lowest terms",
    "the limit of y squared as y approaches to?": r"the $\lim_{y \to 2} y^2$?",
    "what is 10 of 60 degrees": r"what is $\tan 60^\circ$",
    "3 8ths minus 1 half": r"$\frac{3}{8} - \frac{1}{2}$",
    "y to the 2 thirds": r"$y^{\frac{2}{3}}$",
    "Pie times 3 squared.": r"$\pi \times 3^2$.",
    "find the LCM of 4, 6, and 9.": r"find the $\operatorname{lcm}(4, 6, 9)$.",
    "prove that sec A (1 - sin A) = 1": r"prove that $\sec(A)(1 - \sin A) = 1$",
    "show that sin A cos A plus 1 is positive": r"show that $\sin A\cos A + 1$ is positive",
    "solve 2x plus y equals 7 index minus y equals 2": "solve $2x + y = 7$ $x - y = 2$",
}
PLAIN = (
    "the root of the matter is that he tried three times",
    "i got an a plus in maths and a b minus in art",
    "come over at half past five or i will be cross",
    "he is one of two brothers and twenty years old",
    "a square table and a cube of sugar",
    "they were equal to the task and over the moon",
    "why are you so negative about the whole thing",
    "the power of love is greater than i thought",
    "all of the above",
    "it took 3 quarters of an hour",
    "i was 2nd and she was 3rd",
    "2 pie charts and an apple pie",
    "chapter 3 index",
    "turn it by 10 degrees",
    "what are you looking for",
    "the limit is fifty kilometres an hour",
    "on a scale of one to ten i would say seven",
    "मेरे पास दो किताबें और तीन कलम हैं",
    "वह मुझसे बड़ा है और तेज़ भी",
    "mere do bhai hain aur teen behen",
    "char log aaye the aur do chale gaye",
)


@pytest.mark.parametrize(("said", "written"), SENTENCES.items())
def test_maths_in_sentences(said: str, written: str) -> None:
    """Only the words of the formula change; fillers and corrections inside it go."""
    assert written == with_maths(said)


@pytest.mark.parametrize("said", PLAIN)
def test_plain_speech_stays(said: str) -> None:
    """Words that also mean something in maths do not make a formula by themselves."""
    assert said == with_maths(said)


def test_spans_know_their_places() -> None:
    """A span covers exactly the words of its formula."""
    said = "well, y cubed minus one is it"
    (span,) = find_spans(said)
    assert (said[span.start : span.end], span.latex) == ("y cubed minus one", "y^3 - 1")


def test_other_readings_are_ranked_behind() -> None:
    """Where the extent was not said, the readings not taken are offered."""
    (span,) = find_spans("it is p plus q over r")
    assert span.latex == r"\frac{p + q}{r}"
    assert r"p + \frac{q}{r}" in [to_latex(tree) for tree in span.alternatives]


def test_partial_transcripts_are_stable() -> None:
    """While a sentence is being heard, an open operator waits outside the span and earlier maths stays as it is."""
    words = ["solve", "y", "squared", "plus", "five", "y", "plus", "six", "equals", "zero"]
    heard = [with_maths(" ".join(words[:count])) for count in range(3, len(words) + 1)]
    assert heard[0] == "solve $y^2$"
    assert heard[1] == "solve $y^2$ plus"
    assert heard[-2] == "solve $y^2 + 5y + 6$ equals"
    assert heard[-1] == "solve $y^2 + 5y + 6 = 0$"
