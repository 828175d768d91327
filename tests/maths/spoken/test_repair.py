"""Homophones, fillers and corrections are undone where the neighbours say so, and nowhere else."""

import pytest

from tutor_cli.maths.spoken import with_maths


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("why equals three x", "$y = 3x$"),
        ("two plus why", "$2 + y$"),
        ("sign of theta plus one", r"$\sin\theta + 1$"),
        ("p equals five, sorry, six", "$p = 6$"),
        ("p plus q no wait minus q", "$p - q$"),
        ("p squared plus uh q squared", "$p^2 + q^2$"),
        ("seven plus four er nine", "$7 + 9$"),
        ("k equals p plus q oops p minus r", "$k = p - r$"),
        ("limit t to zero, sorry, to infinity of one over t", r"$\lim_{t \to \infty} \frac{1}{t}$"),
        ("n minus one factorial", "$(n - 1)!$"),
        ("5! = 120", "$5! = 120$"),
    ],
)
def test_what_was_meant(heard: str, meant: str) -> None:
    """The formula is the one the speaker settled on."""
    assert meant == with_maths(heard)


@pytest.mark.parametrize(
    "text",
    ["why is it so", "a sign of the times", "sorry i am late", "um i do not know", "what a surprise!", "it is 1952!"],
)
def test_everyday_words_stay(text: str) -> None:
    """Without maths around them the same words are left alone."""
    assert text == with_maths(text)
