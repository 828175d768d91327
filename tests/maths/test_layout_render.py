"""Behaviour of drawing formulas from LaTeX: exact frames, every width, and input that cannot be read."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor_cli.maths import expr
from tutor_cli.maths.layout import cell_width, linear, render_rows
from tutor_cli.maths.layout.glyphs import UNICODE
from tutor_cli.maths.layout.render import LONGEST_SOURCE
from tutor_cli.maths.parse import names, parse

# Twenty-five school formulas (written for this project) with the frames they are drawn as; see the file's header.
FRAMES = json.loads((Path(__file__).parents[1] / "data" / "formula_frames.json").read_text("utf-8"))["frames"]
QUADRATIC = r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}"
SUBSTITUTED = r"x=\frac{-(-5)\pm\sqrt{(-5)^2-4\cdot1\cdot6}}{2\cdot1}"
EXPANSION = r"(x+1)^5=x^5+5x^4+10x^3+10x^2+5x+1,\quad\frac{(x+1)^5-1}{x}=x^4+5x^3+10x^2+10x+5"
PIECES = [r"\frac", r"\sqrt", "{", "}", "^", "_", r"\left(", r"\right)", r"\begin{cases}", r"\end{cases}", "&", r"\\",
          r"\text{", r"\sum", r"\int", "x", "2", r"\lim", r"\begin{pmatrix}", r"\foo", "|", "$", "!", "%", "=", "+",
          "हि", "\x1b[2J", "\x9b", "\u202e", "\x00"]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "frame"),
    [
        (
            QUADRATIC,
            [
                "          ┌────────",
                "    −b ± ╲│b² − 4ac",
                "x = ───────────────",
                "          2a",
            ],
        ),
        (
            r"\frac{1}{1+\frac{1}{1+\frac{1}{x}}}",
            [
                "    1",
                "─────────",
                "      1",
                "1 + ─────",
                "        1",
                "    1 + ─",
                "        x",
            ],
        ),
        (
            r"\sum_{k=1}^{n}k=\frac{n(n+1)}{2}",
            [
                " n",
                "___     n(n + 1)",
                "╲   k = ────────",
                "╱          2",
                "‾‾‾",
                "k=1",
            ],
        ),
        (
            r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}=\begin{pmatrix}5\\11\end{pmatrix}",
            [
                "⎛1  2⎞⎛x⎞ = ⎛5 ⎞",
                "⎝3  4⎠⎝y⎠   ⎝11⎠",
            ],
        ),
        (
            r"|x|=\begin{cases}x,&x\ge 0\\-x,&x<0\end{cases}",
            [
                "      ⎧ x,    x ≥ 0",
                "|x| = ⎨",
                "      ⎩ −x,   x < 0",
            ],
        ),
        (
            r"\begin{aligned}2x+3&=11\\2x&=8\\x&=4\end{aligned}",
            [
                "2x + 3 = 11",
                "    2x = 8",
                "     x = 4",
            ],
        ),
        (r"x^{2}+x_{1}^{2}", ["x² + x₁²"]),
        (
            r"x_{i,j}^{n+1}",
            [
                " n+1",
                "x",
                " i,j",
            ],
        ),
        (r"\sqrt[3]{x}", ["∛x"]),
        (
            r"\text{समीकरण हल करें: }\frac{x}{2}+3=7",
            [
                "समीकरण हल करें:",
                "x",
                "─ + 3 = 7",
                "2",
            ],
        ),
    ],
)
def test_exact_frames(source: str, frame: list[str]) -> None:
    """Formulas are drawn row for row as a pupil would write them."""
    assert list(render_rows(source, 80).rows) == frame


def test_the_linear_form_keeps_its_brackets() -> None:
    """On one row the fraction and the root show their extent by brackets."""
    assert linear(parse(QUADRATIC)) == "x = (−b ± √(b² − 4ac))/(2a)"


def test_what_is_too_wide_falls_to_the_wrapped_linear_form() -> None:
    """A fraction wider than the terminal is written on one row and wrapped before a sign."""
    assert list(render_rows(SUBSTITUTED, 30).rows) == [
        "x = (−(−5) ± √((−5)²",
        "   − 4 · 1 · 6))/(2 · 1)",
    ]


def test_long_formulas_break_before_relations_and_signs_only() -> None:
    """Every row of a broken formula that carries its baseline begins with = or +."""
    assert list(render_rows(EXPANSION, 40).rows) == [
        "(x + 1)⁵ = x⁵ + 5x⁴ + 10x³ + 10x² + 5x",
        "         (x + 1)⁵ − 1",
        "   + 1,  ──────────── = x⁴ + 5x³ + 10x²",
        "              x",
        "   + 10x + 5",
    ]


@pytest.mark.parametrize("frame", FRAMES, ids=[frame["id"] for frame in FRAMES])
def test_golden_frames(frame: dict[str, object]) -> None:
    """The collected school formulas are drawn as they were when they were looked over."""
    rendered = render_rows(str(frame["latex"]), 100)
    assert (list(rendered.rows), rendered.warnings) == (frame["rows"], ())


@pytest.mark.parametrize("style", ["unicode", "ascii"])
@pytest.mark.parametrize("frame", FRAMES, ids=[frame["id"] for frame in FRAMES])
def test_no_row_is_wider_than_asked(frame: dict[str, str], style: str) -> None:
    """At every width of a narrow terminal, and at some of a wide one, all rows fit."""
    for width in (*range(20, 61), 80, 100, 120):
        rows = render_rows(frame["latex"], width, "ascii" if style == "ascii" else "unicode").rows
        assert max(map(cell_width, rows)) <= width


@pytest.mark.parametrize("frame", FRAMES, ids=[frame["id"] for frame in FRAMES])
def test_ascii_frames_hold_no_other_character(frame: dict[str, str]) -> None:
    """The ASCII style draws everything but words in ASCII."""
    has_words = any(isinstance(node, expr.Text) for node in parse(frame["latex"]).walk())
    assert has_words or "".join(render_rows(frame["latex"], 80, "ascii").rows).isascii()


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        (r"\frac{1}{", (r"\frac{1}{",)),
        (r"\foo{x}", (r"\foo{x}",)),
        ("", ("",)),
        (r"x^2+\foo{x}", ("x²   …",)),
        ("\x1b[31m$", ("�[31m$",)),
    ],
)
def test_bad_input_shows_what_can_be_read_and_warns(source: str, rows: tuple[str, ...]) -> None:
    """The readable beginning is drawn, else the source is shown without control characters."""
    rendered = render_rows(source, 80)
    assert rendered.rows == rows
    assert len(rendered.warnings) == 1


@pytest.mark.parametrize("source", ["{" * 80, "(" * 5000, "x+" * 50_000, r"\frac{1}{" * 400])
def test_absurd_input_is_shown_as_source(source: str) -> None:
    """Nesting too deep or text too long is not drawn, and not shown beyond a limit."""
    rendered = render_rows(source, 80)
    assert rendered.warnings
    assert sum(map(len, rendered.rows)) <= LONGEST_SOURCE


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.integers(min_value=20, max_value=120))
def test_whatever_comes_in_rows_come_out(source: str, width: int) -> None:
    """Damaged LaTeX raises nothing, fits, and lets no control character through."""
    rows = render_rows(source, width).rows
    assert all(cell_width(row) <= width for row in rows)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for row in rows for character in row)


def test_every_sign_and_symbol_the_parser_knows_has_a_character() -> None:
    """No name of a LaTeX command is ever printed in its place."""
    signs = {*names.RELATIONS, *names.INFIXES, *names.PREFIXES}
    assert signs - UNICODE.signs.keys() <= set("<>")
    assert {*names.SYMBOLS, *names.GREEK} <= UNICODE.symbols.keys()
