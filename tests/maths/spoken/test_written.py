"""Signs as plain text writes them: what stands free, what is a range, a reference, a size or a code."""

import pytest

from tutor_cli.maths.spoken import written
from tutor_cli.maths.spoken.lexeme import Lexeme
from tutor_cli.maths.spoken.lexer import lexemes
from tutor_cli.maths.spoken.vocabulary import vocabulary


def read(text: str) -> list[Lexeme]:
    """Return the lexemes of an English text."""
    return lexemes(text, vocabulary("en"))


@pytest.mark.parametrize("text", ["$5 - x", "log(x)", "a.x", "<x", "10:x", "co*x", "£x"])
def test_parts_of_words_do_not_stand_free(text: str) -> None:
    """What follows a currency sign, a dot, a tag or an operator without a space is part of something else."""
    place = text.index("x" if "$" not in text else "5")
    assert not written.stands_free(text, place, place + 1)


@pytest.mark.parametrize("text", ["x", "so x, y", "(x)", '"x"', "answer:x", "the x-term", "x…", "wait...x"])
def test_words_stand_free(text: str) -> None:
    """Spaces, brackets, quotes and punctuation part formulas from words."""
    place = text.index("x")
    assert written.stands_free(text, place, place + 1)


@pytest.mark.parametrize("text", ["20-30", "A - E", "(0 - 9)", "180 C / 350 F", "9:00 - 17:00", "a-z, A-Z"])
def test_ranges(text: str) -> None:
    """Dashes, slashes and colons between numbers, units and capitals make ranges."""
    assert written.is_range(read(text))


@pytest.mark.parametrize("text", ["x - 3", "12 + 5", "2 x squared - 4", "5!"])
def test_formulas_are_no_ranges(text: str) -> None:
    """A small letter, a plus, a power or a factorial is no range."""
    assert not written.is_range(read(text))


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("2011-06-08", True),
        ("20-30", True),
        ("555-0100", True),
        ("(12 - 5)", True),
        ("12 - 5", False),
        ("9 - 4", False),
    ],
)
def test_references_are_not_subtracted(text: str, reference: bool) -> None:
    """Dates, rising ranges and phone numbers are references; twelve minus five is not."""
    assert written.is_reference(read(text)) is reference


@pytest.mark.parametrize("text", ["TR48", "4WD", "0x40", "2 = 0x2", "19x19", "zh_TW"])
def test_codes(text: str) -> None:
    """Digits against capitals, letters between digits and underscores in names are codes."""
    assert written.is_code(read(text))


@pytest.mark.parametrize(
    ("text", "lopsided"), [("A- (3.7)", True), ("x - 3", False), ("x-3", False), ("x = -3", False)]
)
def test_lopsided_signs(text: str, lopsided: bool) -> None:
    """A sign between operands has spaces on both sides or on none."""
    assert written.is_lopsided(read(text)) is lopsided


@pytest.mark.parametrize(("text", "size"), [("2 x 400g", True), ("4m x 3m", True), ("2 x plus 4", False)])
def test_sizes(text: str, size: bool) -> None:
    """An x between numbers, with nothing but units beside them, is a size."""
    assert written.is_size(read(text)) is size
