"""Text comes apart into words, numbers and signs with their places."""

from tutor_cli.maths.spoken.tokens import tokenize


def test_mixed_forms_come_apart() -> None:
    """2x, x² and x_1 are as many tokens as they have parts; glue is remembered."""
    assert [token.text for token in tokenize("2x² + x_1")] == ["2", "x", "^2", "+", "x", "_", "1"]
    assert [token.glued for token in tokenize("2x²")] == [False, True, True]


def test_offsets_count_the_characters_of_the_text() -> None:
    """A token stands where its text stands, whatever its spelling is folded to."""
    text = "पाँच  X"
    assert [text[token.start : token.end] for token in tokenize(text)] == ["पाँच", "X"]


def test_spellings_that_do_not_differ_to_a_reader() -> None:
    """Nukta, bindu and chandrabindu, joiners and case are folded."""
    assert [token.text for token in tokenize("ज़ीरो पाँच")] == [token.text for token in tokenize("जीरो पांच")]


def test_marked_maths_stays_whole() -> None:
    """What is already written between dollar signs is one token."""
    assert [token.text for token in tokenize("is $x^2$ it")] == ["is", "$x^2$", "it"]
