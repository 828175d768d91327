"""Behaviour of finding maths in running text, whole and while it arrives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.maths.delimited import LONGEST_FORMULA, Span, formula_alone, open_from, split


def words(text: str) -> Span:
    """Return a span of words."""
    return Span("words", text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("no maths", [words("no maths")]),
        ("", []),
        ("let $x=1$ be", [words("let "), Span("inline", "x=1"), words(" be")]),
        (r"let \(x=1\).", [words("let "), Span("inline", "x=1"), words(".")]),
        ("$$x$$", [Span("display", "x")]),
        (r"\[ x \]", [Span("display", "x")]),
        ("costs $5 or $6", [words("costs $5 or $6")]),
        ("costs $20-$30", [words("costs $20-$30")]),
        ("$5 and $x$", [words("$5 and "), Span("inline", "x")]),
        (r"\$5 for $x$", [words("$5 for "), Span("inline", "x")]),
        (r"$a\$b$", [Span("inline", r"a\$b")]),
        ("an open $x", [words("an open $x")]),
        ("$x\n\ny$", [words("$x\n\ny$")]),
        ("$ x$", [words("$ x$")]),
        ("$$ $$", [words("$$ $$")]),
        (r"C:\new", [words(r"C:\new")]),
        ("मुझे $2x$ हल", [words("मुझे "), Span("inline", "2x"), words(" हल")]),
    ],
)
def test_split(text: str, spans: list[Span]) -> None:
    """Delimited maths is taken out of the words; prices and stray signs are left in them."""
    assert split(text) == spans


@pytest.mark.parametrize("text", ["see $x", "see $x$", r"see \(x\frac{1}", "see $$x$", r"see $x$ and \[y"])
def test_an_unfinished_formula_stays_text(text: str) -> None:
    """While text is still arriving, everything from an open delimiter on is shown as it is."""
    assert split(text, final=False)[-1].kind == "words"


@pytest.mark.parametrize(
    ("text", "settled"),
    [("see $x", "see "), ("see $x$", "see "), ("see $x$.", "see $x$."), ("costs \\$5", "costs \\$5")],
)
def test_what_may_become_a_formula_is_told(text: str, settled: str) -> None:
    """Text before an open formula is settled, and all of it where none is open."""
    assert text[: open_from(text)] == settled


def test_a_delimiter_never_closed_gives_up_in_the_end() -> None:
    """A stray dollar sign does not keep the rest of a long text from being split."""
    text = "$ 5 $a" + " b" * LONGEST_FORMULA + " $x$ "
    assert Span("inline", "x") in split(text, final=False)


@given(st.text(alphabet="ax5$ \\()[]\n", max_size=40))
def test_what_was_found_stays_found(text: str) -> None:
    """Each prefix's spans but the last are the beginning of the whole text's spans."""
    whole = split(text)
    for end in range(len(text)):
        settled = split(text[:end], final=False)
        formulas = [span for span in settled if span.kind != "words"]
        assert formulas == [span for span in whole if span.kind != "words"][: len(formulas)]


@given(st.text(alphabet="ax5 \n", max_size=40))
def test_words_alone_are_untouched(text: str) -> None:
    """Text without delimiters comes back as it was."""
    assert "".join(span.text for span in split(text)) == text


@pytest.mark.parametrize(
    ("source", "formula"),
    [
        ("x+1", "x+1"),
        ("$x+1$", "x+1"),
        ("sin 30 cos x", "sin 30 cos x"),
        ("so $x$", None),
        ("i love apple pie", None),
        ("यह चरण", None),
    ],
)
def test_formula_alone(source: str, formula: str | None) -> None:
    """Words, with formulas among them or not, are no formula."""
    assert formula_alone(source) == formula
