"""Number words become numbers; what only counts things does not."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import with_digits
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.numbers import read_number
from tutor_cli.maths.spoken.tokens import tokenize
from tutor_cli.maths.spoken.vocabulary import vocabulary

NUMBERS = {
    "forty two": "42",
    "one hundred and five": "105",
    "twelve thousand three hundred and four": "12304",
    "three lakh twenty thousand": "320000",
    "two million": "2000000",
    "a hundred": "100",
    "five point zero six": "5.06",
    "point seventy five": "0.75",
    "1,250": "1250",
    "three quarters": r"\frac{3}{4}",
    "a third": r"\frac{1}{3}",
    "four and two fifths": r"4\frac{2}{5}",
    "2 3/4": r"2\frac{3}{4}",
    "निन्यानवे": "99",
    "चार करोड़ दो लाख": "40200000",
    "सवा दो": r"2\frac{1}{4}",
    "पौने चार": r"3\frac{3}{4}",
    "डेढ़": r"1\frac{1}{2}",
    "१२": "12",
}


@pytest.mark.parametrize(("words", "latex"), NUMBERS.items())
def test_numbers(words: str, latex: str) -> None:
    """All the words are one number."""
    tokens = tokenize(words)
    reading = read_number(tokens, 0, vocabulary("hi").numbers)
    assert reading is not None
    assert (len(tokens), latex) == (reading.end, to_latex(reading.tree))


@pytest.mark.parametrize("words", ["third row", "2nd", "twenty fifth", "पहली"])
def test_ordinals(words: str) -> None:
    """Ordinals count; they are no fractions."""
    reading = read_number(tokenize(words), 0, vocabulary("hi").numbers)
    assert reading is not None
    assert reading.kind is Kind.ORDINAL


def test_numbers_side_by_side_stay_apart() -> None:
    """Digits said one after the other are several numbers, as in the rows of a matrix."""
    reading = read_number(tokenize("one zero zero"), 0, vocabulary("en").numbers)
    assert reading is not None
    assert reading.end == 1


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("sava sau ka", "125"),
        ("paune do sau ka", "175"),
        ("साढ़े तीन सौ", "350"),
        ("ढाई हज़ार", "2500"),
        ("डेढ़", "1.5"),
        ("पौने चार", "3.75"),
    ],
)
def test_quarters_count_hundreds_too(said: str, digits: str) -> None:
    """What is a quarter more or less of one is so of a hundred and a thousand."""
    assert with_digits(said).split()[0] == digits
