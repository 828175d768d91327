"""Behaviour of drawing trees: what each kind of expression looks like, in both forms and both styles."""

from textwrap import dedent

import pytest

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout import draw, linear, trimmed

x, y, a, b, c, i, j, k, n = map(e.Symbol, "xyabcijkn")
zero, one, two, three, four = map(e.Number, "01234")
pi = e.Symbol("pi")
half = e.Quotient(one, two)
x_squared = e.Power(x, two)
sin_x = e.Apply(e.Function("sin"), (x,))
discriminant = e.Add((e.Power(b, two), e.Neg(e.Mul((four, a, c)))))
numerator = e.Add((e.Neg(b), e.PlusMinus(e.Root(discriminant))))
quadratic_formula = e.Relation((x, e.Quotient(numerator, e.Mul((two, a)))), ("=",))


def rows(tree: e.Expr, width: int | None = None) -> list[str]:
    """Draw a tree and drop the spaces at the ends of the rows."""
    return list(trimmed(draw(tree, width)))


def picture(text: str) -> list[str]:
    """Return the rows of a drawing as it is written in a test, between blank rows and with a margin."""
    return [row.rstrip() for row in dedent(text).strip("\n").splitlines()]


@pytest.mark.parametrize(
    ("tree", "form"),
    [
        (quadratic_formula, "x = (−b ± √(b² − 4ac))/(2a)"),
        (e.Root(x, three), "∛x"),
        (e.Root(e.Mul((two, x)), e.Number("5")), "⁵√(2x)"),
        (e.Mul((half, x)), "(1/2)x"),
        (e.Quotient(half, three), "(1/2)/3"),
        (e.Quotient(sin_x, x), "(sin x)/x"),
        (e.Apply(e.Function("sin"), (e.Quotient(pi, two),)), "sin(π/2)"),
        (e.Mul((sin_x, y)), "(sin x)y"),
        (e.Mul((two, sin_x, e.Apply(e.Function("cos"), (x,)))), "2 sin x cos x"),
        (e.Power(e.Power(x, a), e.Mul((b, pi))), "(xᵃ)^(bπ)"),
        (e.Power(two, e.Power(two, n)), "2^(2ⁿ)"),
        (e.Mul((e.Root(two), x)), "√2 · x"),
        (e.Mul((two, three)), "2(3)"),
        (e.Mixed(two, one, three), "2 1/3"),
        (e.Choose(n, k), "C(n, k)"),
        (e.Choose(n, k, "C"), "ⁿCₖ"),
        (e.BigOperator("sum", k, e.Relation((k, one), ("=",)), n), "∑ₖ₌₁ⁿ k"),
        (e.Integral(sin_x, (x,), zero, pi), "∫_0^π sin x dx"),
        (e.Limit(sin_x, x, zero, "above"), "lim_(x→0⁺) sin x"),
        (e.Derivative(y, (x, x), behind=False), "d²y/dx²"),
        (e.Matrix(((one, two), (three, four))), "(1, 2; 3, 4)"),
        (e.Cases((e.Case(x, e.Relation((x, zero), ("ge",))), e.Case(zero))), "{x if x ≥ 0; 0}"),
        (e.Interval(zero, e.Symbol("infty"), lower_closed=True, upper_closed=False), "[0, ∞)"),
        (e.SetOf((x,), e.Relation((x, zero), (">",))), "{x | x > 0}"),
        (e.Accent("vec", a), "a⃗"),
        (e.Text("x\x1b[2J"), "x�[2J"),
    ],
)
def test_linear(tree: e.Expr, form: str) -> None:
    """The one-row form keeps every bracket the meaning needs."""
    assert linear(tree) == form


@pytest.mark.parametrize(
    ("tree", "form"),
    [
        (quadratic_formula, "x = (-b +/- sqrt(b^2 - 4ac))/(2a)"),
        (e.Relation((x, e.Mul((two, pi))), ("le",)), "x <= 2 pi"),
        (e.Accent("bar", x), "bar(x)"),
        (e.Power(x, e.Add((n, one))), "x^(n+1)"),
    ],
)
def test_linear_ascii(tree: e.Expr, form: str) -> None:
    """The ASCII form uses no character beyond ASCII."""
    assert linear(tree, "ascii") == form


def test_quadratic_formula() -> None:
    """Fractions, roots and signs are drawn in two dimensions."""
    assert rows(quadratic_formula) == picture("""
              ┌────────
        −b ± ╲│b² − 4ac
    x = ───────────────
              2a
    """)


def test_scripts_without_small_characters_stand_on_rows_of_their_own() -> None:
    """Unicode has no subscript comma, so both scripts are raised and lowered in full size."""
    index = e.Subscript(x, e.Sequence((i, j)))
    assert rows(e.Power(index, e.Add((n, one)))) == picture("""
     n+1
    x
     i,j
    """)


def test_a_fraction_within_a_fraction_has_the_shorter_bar() -> None:
    """The outer bar is longer than the bar above it, so that the order of division can be seen."""
    assert rows(e.Quotient(e.Quotient(a, b), c)) == picture("""
     a
     ─
     b
    ───
     c
    """)


def test_brackets_grow() -> None:
    """Brackets cover a tall body and carry their exponent at the top."""
    assert rows(e.Power(e.Add((one, half)), two)) == picture("""
    ⎛    1⎞²
    ⎜1 + ─⎟
    ⎝    2⎠
    """)


def test_integrals_grow_and_carry_their_limits_at_their_ends() -> None:
    """The sign covers the body."""
    body = e.Quotient(one, e.Add((one, half)))
    assert rows(e.Integral(body, (x,), zero, e.Quotient(pi, two))) == picture("""
    ⌠π/2   1
    ⎮    ───── dx
    ⎮        1
    ⎮    1 + ─
    ⌡0       2
    """)


def test_hindi_stands_above_a_tall_formula() -> None:
    """Text of uncertain width never shares a row with columns that must line up."""
    equation = e.Relation((e.Add((e.Quotient(x, two), three)), e.Number("7")), ("=",))
    assert rows(e.Row((e.Text("समीकरण हल करें: "), equation))) == picture("""
    समीकरण हल करें:
    x
    ─ + 3 = 7
    2
    """)


def test_lines_align_at_their_signs() -> None:
    """Tall lines are kept apart by a blank row."""
    lines = e.Lines((e.Relation((e.Mul((two, x)), half), ("=",)), e.Relation((x, zero), ("=",))))
    assert rows(lines) == ["     1", "2x = ─", "     2", "", " x = 0"]


def test_a_long_sum_breaks_before_its_signs() -> None:
    """Rows that continue are indented by three."""
    long = e.Relation((y, e.Add(tuple(e.Mul((e.Number(str(count)), x)) for count in range(10, 22)))), ("=",))
    assert rows(long, 40) == [
        "y = 10x + 11x + 12x + 13x + 14x + 15x",
        "   + 16x + 17x + 18x + 19x + 20x + 21x",
    ]


def test_what_cannot_be_broken_is_written_on_one_row_and_wrapped() -> None:
    """A fraction too wide for the terminal falls to the linear form."""
    assert rows(quadratic_formula, 16) == ["x = (−b ± √(b²", "   − 4ac))/(2a)"]
