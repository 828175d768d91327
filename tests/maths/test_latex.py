"""Behaviour of the canonical LaTeX."""

import pytest

from tutor_cli.maths import expr as e
from tutor_cli.maths.latex import to_latex

x, y, n, pi = e.Symbol("x"), e.Symbol("y"), e.Symbol("n"), e.Symbol("pi")
one, two, three = e.Number("1"), e.Number("2"), e.Number("3")
sin = e.Function("sin")


@pytest.mark.parametrize(
    ("tree", "latex"),
    [
        (e.Add((e.Power(x, two), e.Neg(e.Mul((three, x))), one)), "x^2 - 3x + 1"),
        (e.Mul((two, pi, x)), r"2\pi x"),
        (e.Power(e.Add((x, one)), e.Neg(two)), "(x + 1)^{-2}"),
        (e.Neg(e.Add((x, one))), "-(x + 1)"),
        (e.Mul((e.Neg(two), e.Neg(three)), "cross"), r"(-2) \times (-3)"),
        (e.Quotient(e.Add((x, one)), two, "slash"), "(x + 1)/2"),
        (e.Quotient(e.Neg(x), two), r"\frac{-x}{2}"),
        (e.Mul((two, three)), "2(3)"),
        (e.Mul((two, e.Quotient(one, two))), r"2(\frac{1}{2})"),
        (e.Text("50% of_a"), r"\text{50\% of\_a}"),
        (e.Mixed(two, one, three), r"2\frac{1}{3}"),
        (e.Apply(sin, (e.Mul((two, x)),)), r"\sin 2x"),
        (e.Apply(sin, (e.Add((x, y)),)), r"\sin(x + y)"),
        (e.Mul((e.Apply(sin, (x,)), y)), r"\sin(x)y"),
        (e.Mul((e.Apply(sin, (x,)), e.Apply(e.Function("cos"), (x,)))), r"\sin x\cos x"),
        (e.Apply(e.Power(sin, two), (x,)), r"\sin^2 x"),
        (e.Apply(e.Prime(e.Symbol("f")), (x,)), "f'(x)"),
        (e.Root(x, three), r"\sqrt[3]{x}"),
        (e.BigOperator("sum", n, e.Relation((n, one), ("=",)), e.Symbol("N")), r"\sum_{n=1}^N n"),
        (e.Mul((e.BigOperator("sum", n), x)), r"(\sum n)x"),
        (e.Integral(x, (x,), one, two), r"\int_1^2 x \,dx"),
        (e.Limit(x, x, one, "above"), r"\lim_{x \to 1^{+}} x"),
        (e.Derivative(y, (x, x), behind=False), r"\frac{d^2y}{dx^2}"),
        (e.Derivative(e.Power(x, two), (x,)), r"\frac{d}{dx} x^2"),
        (e.Relation((x, one, two), ("le", "<")), r"x \le 1 < 2"),
        (e.Interval(one, e.Symbol("infty"), True, False), r"[1, \infty)"),
        (e.Cases((e.Case(x, e.Relation((x, one), ("ge",))),)), r"\begin{cases}x, & x \ge 1\end{cases}"),
        (e.Lines((e.Relation((x, one), ("=",)),)), r"\begin{aligned}x &= 1\end{aligned}"),
        (e.Matrix(((one, two), (x, y)), "bmatrix"), r"\begin{bmatrix}1 & 2 \\ x & y\end{bmatrix}"),
    ],
)
def test_spelling(tree: e.Expr, latex: str) -> None:
    """Every construct has one spelling, with brackets only where precedence needs them."""
    assert to_latex(tree) == latex


def test_letters_that_would_spell_a_name_stand_apart() -> None:
    """A product of the letters s, i and n is not printed as a word that reads as a function."""
    letters = e.Mul((e.Symbol("s"), e.Symbol("i"), e.Symbol("n")))
    assert to_latex(letters) == "si n"


def test_a_function_letter_times_a_bracket_keeps_a_sign() -> None:
    """A product of f and a bracket is printed with a dot, since f(x + 1) means something else."""
    product = e.Mul((e.Symbol("f"), e.Add((x, one))))
    assert to_latex(product) == r"f \cdot (x + 1)"
