"""Behaviour of spoken formulas, in English and Hindi."""

import re
from typing import Literal

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech import speak

ENGLISH = [
    ("x^2-5x+6=0", "x squared minus five x plus six equals zero"),
    (r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}",
     "x equals minus b plus or minus the square root of b squared minus four a c end root all over two a"),
    (r"\frac{3}{4}+\frac{1}{2}", "three fourths plus one half"),
    (r"\frac{a}{b}+1", "a over b plus one"),
    (r"\frac{x+1}{2}+1", "the fraction x plus one over two end fraction plus one"),
    ("(a+b)^2 = c", "a plus b the whole squared equals c"),
    ("3(x+2)", "three times open bracket x plus two close bracket"),
    (r"2\sin x\cos x", "two sine x cosine x"),
    (r"\sin(x+y)", "sine of open bracket x plus y close bracket"),
    (r"\sqrt{2}", "root two"),
    (r"\int_0^1 x^2\,dx", "the integral from zero to one of x squared d x"),
    (r"\sum_{i=1}^n i^2", "the sum from i equals one to n of i squared"),
    (r"\lim_{x\to 0^+}\frac1x", "the limit as x approaches zero from the right of one over x"),
    (r"\frac{d^2y}{dx^2}=-y", "d squared y by d x squared equals minus y"),
    ("A^{-1}", "A inverse"),
    (r"\log_2 8 = 3", "log base two of eight equals three"),
    (r"15\%\text{ of }200", "fifteen percent of two hundred"),
    (r"\text{Solve: }2x=4", "Solve, two x equals four"),
    (r"\vec a\cdot\vec b", "vector a dot vector b"),
    ("0.75", "zero point seven five"),
    ("123456", "one hundred twenty three thousand four hundred fifty six"),
    ("007", "zero zero seven"),
    (r"2\frac13", "two and one third"),
    ("2+3=?", "two plus three equals what"),
    (r"x=1\text{ or }x=2", "x equals one or x equals two"),
    (r"\begin{cases}x+y=1\\x-y=3\end{cases}", "x plus y equals one, x minus y equals three"),
]  # fmt: skip
PRECISE = [
    (r"\frac{3}{4}", "the fraction three over four end fraction"),
    ("A^{n+1}", "capital A to the power n plus one end power"),
    ("2(x+1)(3)", "two the quantity x plus one end quantity open paren three close paren"),
    (r"\sqrt[3]{x}", "the cube root of x end root"),
    (r"\sin 2x", "sine of the quantity two x end quantity"),
    ("f(x)^2", "the quantity f of x end quantity squared"),
    (r"\log_2 8", "log base two end base eight"),
    ("x_1", "x sub one end sub"),
    ("[0, 1)", "the closed open interval from zero to one end interval"),
    (r"\frac{dy}{dx}", "the fraction d y over d x end fraction"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
     "the two by two matrix first row one comma two second row three comma four end matrix"),
]  # fmt: skip
HINDI = [
    ("x^2-5x+6=0", "x का वर्ग ऋण पाँच x धन छह बराबर शून्य"),
    (r"\frac{3}{4}", "तीन बटा चार"),
    (r"\sqrt{2}", "दो का वर्गमूल"),
    ("x<3", "x तीन से छोटा है"),
    (r"x\le 3", "x तीन से छोटा या बराबर है"),
    (r"x\in A", "x A का सदस्य है"),
    (r"x+1\ge 3", "x धन एक बड़ा या बराबर है तीन से"),
    (r"0<x<3", "x शून्य से बड़ा है और तीन से छोटा है"),
    (r"\log_{10}100=2", "लॉग एक सौ आधार दस बराबर दो"),
    (r"\int_0^{\pi}\sin x\,dx", "शून्य से पाई तक साइन x d x का समाकलन"),
    ("1234567", "बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ"),
    ("(a+b)^2", "a धन b का पूरा वर्ग"),
    ("2.05", "दो दशमलव शून्य पाँच"),
]
MIXED = [
    r"x\in(-\infty,-2]\cup(2,\infty)",
    r"A\cap B=\emptyset",
    r"\{x\in\mathbb{R}\mid x>0\}",
    r"P(A\mid B)",
    r"^nC_r=\binom nr",
    r"|x|=\begin{cases}x,&x\ge0\\-x,&\text{if }x<0\end{cases}",
    r"\begin{aligned}2x&=4\\&=3\end{aligned}",
    r"\angle ABC=60^\circ",
    r"\left[-\cos x\right]_0^\pi",
    r"a\equiv b\pmod n",
    r"\forall x\in\mathbb{R}\quad\exists y",
    r"\hat{i}\times\hat{j}",
    r"\Delta x\to0",
    r"\text{क्षेत्रफल: }\pi r^2",
    r"x'''+y''",
    r"\iint_D f(x,y)\,dA",
    r"\oint f",
    r"\lfloor x\rfloor+\|v\|",
    r"\text{?}",
]


@pytest.mark.parametrize(("latex", "words"), ENGLISH)
def test_brief_english_is_what_a_teacher_says(latex: str, words: str) -> None:
    """Brief English leaves out what nobody could mishear."""
    assert speak(parse(latex)) == words


@pytest.mark.parametrize(("latex", "words"), PRECISE)
def test_precise_english_tells_where_everything_ends(latex: str, words: str) -> None:
    """Precise English opens and closes everything that has an extent."""
    assert speak(parse(latex), "en", "precise") == words


@pytest.mark.parametrize(("latex", "words"), HINDI)
def test_hindi_has_its_own_words_and_order(latex: str, words: str) -> None:
    """Hindi is said in the order of Hindi, with its own numbers."""
    assert speak(parse(latex), "hi") == words


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("style", ["brief", "precise"])
def test_nothing_unspeakable_is_left(language: Literal["en", "hi"], style: Literal["brief", "precise"]) -> None:
    """Speech has letters, spaces and commas only: no sign, digit or command."""
    for latex in [*(row[0] for row in ENGLISH + PRECISE + HINDI), *MIXED]:
        assert re.fullmatch(r"[A-Za-z\u0900-\u097f', ]+", speak(parse(latex), language, style)), latex


def test_hundred_hindi_numbers_are_different() -> None:
    """Hindi has a word of its own for every number below a hundred."""
    assert len({speak(parse(str(number)), "hi") for number in range(100)}) == 100
