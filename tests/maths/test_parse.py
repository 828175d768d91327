"""Behaviour of the parser: LaTeX, typed maths and Unicode, read as a teacher reads them."""

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths import expr as e
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse, parse_prefix, read

LATEX = [
    (r"x^2-5x+6=0", "x^2 - 5x + 6 = 0"),
    (r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"),
    (r"\dfrac12\left(x+\tfrac13\right)", r"\frac{1}{2}(x + \frac{1}{3})"),
    (r"\sin^{2}x+\cos^2 x=1", r"\sin^2 x + \cos^2 x = 1"),
    (r"\sin\alpha\cos\beta", r"\sin\alpha\cos\beta"),
    (r"\sin x(x+1)", r"\sin(x)(x + 1)"),
    (r"\cos theta=\frac{3}{5}", r"\cos\theta = \frac{3}{5}"),
    (r"\log_{10}100=2", r"\log_{10} 100 = 2"),
    (r"\frac{d^2 y}{d x^2}", r"\frac{d^2y}{dx^2}"),
    (r"\frac{\partial^2 f}{\partial x\partial y}", r"\frac{\partial^2f}{\partial x\partial y}"),
    (r"\frac{d}{d+1}", r"\frac{d}{d + 1}"),
    (r"\int_0^{\pi}\sin x\,\mathrm{d}x=2", r"\int_0^{\pi} \sin x \,dx = 2"),
    (r"\int\frac{dx}{x}", r"\int \frac{\,dx}{x}"),
    (r"\int_0^1\int_0^1 xy\,dx\,dy", r"\int_0^1 \int_0^1 xy \,dx \,dy"),
    (r"\lim_{x\rightarrow 0^{-}}\frac1x", r"\lim_{x \to 0^{-}} \frac{1}{x}"),
    (r"\left[-\cos x\right]_{0}^{\pi}", r"\left[-\cos x\right]_0^{\pi}"),
    (r"F(x)\Big|_0^1", r"\left.F(x)\right|_0^1"),
    (r"\left\{\begin{array}{ll}x&x>0\\-x&x<0\end{array}\right.", r"\begin{cases}x, & x > 0 \\ -x, & x < 0\end{cases}"),
    (r"\left(\begin{matrix}1&2\\3&4\end{matrix}\right)", r"\begin{pmatrix}1 & 2 \\ 3 & 4\end{pmatrix}"),
    (r"\begin{align*}2x+3&=11\\&=4\end{align*}", r"\begin{aligned}2x + 3 &= 11 \\ &= 4\end{aligned}"),
    (r"P(A\mid B)=\frac{P(A\cap B)}{P(B)}", r"P(A \mid B) = \frac{P(A \cap B)}{P(B)}"),
    (r"\{x\in\mathbb{R}:x>0\}", r"\{x \in \mathbb{R} \mid x > 0\}"),
    (r"x\in(-\infty,-2)\cup(2,\infty)", r"x \in (-\infty, -2) \cup (2, \infty)"),
    (r"a\equiv b\pmod{n}", r"a \equiv b \pmod{n}"),
    (r"^nC_r=\binom nr", r"{}^nC_r = \binom{n}{r}"),
    (r"30^{\circ}15'", r"30^\circ15'"),
    (r"f^{\prime\prime}(x)", "f''(x)"),
    (r"\|\vec v\|", r"\|\vec{v}\|"),
    (r"5\text{ cm}", r"5\text{ cm}"),
    (r"x=1\quad\text{or}\quad x=2", r"x = 1\ \text{or}\ x = 2"),
    (r"9.8\ \mathrm{m/s^2}", r"9.8\,\text{m/s²}"),
    (r"\textcolor{red}{x}\xrightarrow{f}\cancel{y}", r"x \to y"),
    (r"x=1\text{ or }x=2", r"x = 1 \text{ or } x = 2"),
    (r"2x=8 \quad x=4", r"2x = 8 \quad x = 4"),
    (r"\text{मान } x", r"\text{मान } x"),
    (r"$x+1$", "x + 1"),
    (r"\[x+1\]", "x + 1"),
    (r"1{,}000+1\,000", "1000 + 1000"),
    ("2^{3}^2", "2^{3^2}"),
    (r"x\in{1,2}", r"x \in \{1, 2\}"),
    (r"\mathrm{Area}=5\,\mathrm{cm}", r"\text{Area} = 5\,\text{cm}"),
]
TYPED = [
    ("sum_{k=1}^n k^2", r"\sum_{k=1}^n k^2"),
    ("lim_{x→0} 1/x", r"\lim_{x \to 0} \frac{1}{x}"),
    ("a ≡ b (mod n)", r"a \equiv b \pmod{n}"),
    ("[1,2;3,4]", r"\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}"),
    ("x̄ + a⃗", r"\bar{x} + \vec{a}"),
    ("2x^2-3x", "2x^2 - 3x"),
    ("x^10", "x^{10}"),
    ("2^3^2", "2^{3^2}"),
    ("-x^2", "-x^2"),
    ("x^-2y", "x^{-2}y"),
    ("e^(2x)", "e^{2x}"),
    ("16 + -9 - -2", "16 + (-9) - (-2)"),
    ("(-12)/(-42)*-3*105", r"\frac{-12}{-42} * (-3) * 105"),
    ("a/b/c", r"\frac{\frac{a}{b}}{c}"),
    ("sqrt(x+1)", r"\sqrt{x + 1}"),
    ("√2x", r"\sqrt{2}x"),
    ("|x-2|=5", "|x - 2| = 5"),
    ("||x|-1|", r"\left||x| - 1\right|"),
    ("2|x|", "2|x|"),
    ("a|b", r"a \mid b"),
    ("f(x)", "f(x)"),
    ("a(b+c)", "a(b + c)"),
    ("x(x+1)", "x(x + 1)"),
    ("dy/dx = 3", r"\frac{dy}{dx} = 3"),
    ("d/dx sin x", r"\frac{d}{dx} \sin x"),
    ("lim x->0 sin(x)/x", r"\lim_{x \to 0} \frac{\sin x}{x}"),
    ("lim x->0+ 1/x", r"\lim_{x \to 0^{+}} \frac{1}{x}"),
    ("lim(x->2) (x^2-4)", r"\lim_{x \to 2} (x^2 - 4)"),
    ("int_0^1 x^2 dx", r"\int_0^1 x^2 \,dx"),
    ("∑_(i=1)^n i", r"\sum_{i=1}^n i"),
    ("sum(i^2, i, 1, n)", r"\sum_{i=1}^n i^2"),
    ("50%", r"50\%"),
    ("30°", r"30^\circ"),
    ("x != 3", r"x \ne 3"),
    ("a < f <= b", r"a < f \le b"),
    ("sin^2 x", r"\sin^2 x"),
    ("sin(x)^2", r"(\sin x)^2"),
    ("asin(x)", r"\arcsin x"),
    ("log_2 8", r"\log_2 8"),
    ("log(x, 2)", r"\log_2 x"),
    ("[[1,2],[3,4]]", r"\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}"),
    ("2x+3y=7; x-y=1", r"\begin{cases}2x + 3y = 7 \\ x - y = 1\end{cases}"),
    ("x² ≤ 4 × 3 ÷ 2 − π", r"x^2 \le 4 \times 3 \div 2 - \pi"),
    ("१२ + ३", "12 + 3"),
    ("x₁ + x₂⁻¹", "x_1 + x_2^{-1}"),
    ("½", r"\frac{1}{2}"),
    ("[0, pi)", r"[0, \pi)"),
    ("(1, oo)", r"(1, \infty)"),
    ("{1,2,3}", r"\{1, 2, 3\}"),
    ("5C2", "{}^5C_2"),
    ("x dy + y dx = 0", r"x\,dy + y\,dx = 0"),
    ("x = 1 or x = 2", r"x = 1 \text{ or } x = 2"),
    ("alpha + theta", r"\alpha + \theta"),
    ("2+3=", "2 + 3 ="),
]


@pytest.mark.parametrize(("text", "latex"), LATEX)
def test_latex_is_read_into_its_canonical_form(text: str, latex: str) -> None:
    """LaTeX as people and models write it becomes one canonical form, which is read back to the same tree."""
    tree = parse(text)
    assert to_latex(tree) == latex
    assert parse(latex, "latex") == tree


@pytest.mark.parametrize(("text", "latex"), TYPED)
def test_typed_maths_is_read_as_a_teacher_reads_it(text: str, latex: str) -> None:
    """Maths as typed on a keyboard, with or without Unicode signs, becomes canonical LaTeX."""
    tree = parse(text)
    assert to_latex(tree) == latex
    assert parse(latex, "latex") == tree


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("3 1/2", "3 1/2 is read as a mixed number, 3 + 1/2."),
        (r"2\frac13", "2 1/3 is read as a mixed number, 2 + 1/3."),
        (r"2\frac53", "2 5/3 is read as a product."),
        ("x1", "x1 is read as x with index 1."),
        ("1/2x", "A product after / is read from left to right: a/bc is (a/b)·c."),
        ("1,000", "1,000 is read as one number."),
        ("1e3", "1e3 is read as 1 times ten to the power 3."),
        ("2pir", "pir is read as pi · r."),
        ("12 x 5", "12 x 5 is read with the letter x; write 12 × 5 for a product."),
    ],
)
def test_the_reading_is_told_where_two_exist(text: str, note: str) -> None:
    """Where a text can be read in two ways, the reading says which was chosen."""
    assert read(text).notes == (note,)


@pytest.mark.parametrize("text", ["x^2", "2x + 3 = 11", r"\frac{1}{2}", "f(x)", "3.14"])
def test_nothing_is_told_where_one_reading_exists(text: str) -> None:
    """Ordinary formulas have no notes."""
    assert read(text).notes == ()


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("", "empty", 0),
        ("x +", "unfinished", 3),
        ("x + * 2", "unexpected_sign", 4),
        ("(x + 1", "unclosed_bracket", 0),
        ("x + 1)", "unopened_bracket", 5),
        ("[x)", "brackets_differ", 0),
        (r"\hat\right\end{})", "brackets_differ", 4),
        ("12 34", "numbers_side_by_side", 3),
        ("hello + 1", "unknown_word", 0),
        ("foo(x)", "unknown_word", 0),
        ("x § 2", "unknown_character", 2),
        ("x \x1b[2J", "control_character", 2),
        (r"2 + \foo{x}", "unknown_command", 4),
        (r"\frac{1}{", "unfinished", 9),
        (r"\sqrt{x", "unclosed_brace", 5),
        (r"\begin{pmatrix}1", "unclosed_environment", 0),
        (r"\begin{tikz}1\end{tikz}", "unknown_environment", 0),
        ("1" * 31, "number_too_long", 0),
        ("(" * 5000, "maths_too_long", 4000),
        ("(" * 500, "maths_too_deep", 55),
        ("x!" + "!" * 200, "maths_too_deep", 0),
        ("__import__('os').system('id')", "unknown_word", 2),
    ],
)
def test_errors_carry_a_code_a_hint_and_the_position(text: str, code: str, position: int) -> None:
    """What cannot be read raises MathsError that says what is wrong, where, and what to do."""
    with pytest.raises(MathsError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.position) == (code, position)
    assert caught.value.hint


def test_a_readable_beginning_is_recovered_for_display() -> None:
    """For display, the longest readable beginning comes back with the error that stopped the reading."""
    tree, error = parse_prefix(r"x^2 + 1 = \foo{3}")
    assert tree is not None
    assert to_latex(tree) == "x^2 + 1 ="
    assert error is not None
    assert error.code == "unknown_command"


def test_nothing_is_recovered_from_a_whole_formula() -> None:
    """A formula that can be read whole comes back without an error."""
    assert parse_prefix("x") == (e.Symbol("x"), None)
