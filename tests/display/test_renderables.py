"""Behaviour of maths in rich: exact rows, borders in the right columns, no markup."""

import io

from rich.console import Console
from rich.measure import Measurement
from rich.panel import Panel
from rich.style import Style
from rich.table import Table

from tutor_cli.display.renderables import Maths, MixedText
from tutor_cli.maths.layout import cell_width
from tutor_cli.maths.parse import parse

HINDI = r"\text{समीकरण हल करें: }\frac{x}{2}+3=7"


def printed(renderable: object, width: int = 40, *, terminal: bool = False) -> list[str]:
    """Print to a console of a fixed width and return the lines."""
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, color_system="truecolor" if terminal else None)
    console.print(renderable)
    return file.getvalue().splitlines()


def test_formulas_are_printed_row_by_row() -> None:
    """A tree and its LaTeX print the same rows."""
    rows = ["1", "─ + x", "2"]
    assert printed(Maths(r"\frac{1}{2}+x")) == rows
    assert printed(Maths(parse(r"\frac{1}{2}+x"))) == rows


def test_a_formula_fits_the_width_it_is_given() -> None:
    """The console's width is the width of the layout."""
    assert printed(Maths("aaaa+bbbb+cccc+dddd=e"), 20) == ["aaaa + bbbb + cccc", "   + dddd = e"]


def test_measurement_is_between_twelve_cells_and_the_natural_width() -> None:
    """Tables give formulas what they need and may shrink them to twelve cells."""
    console = Console(width=80)
    assert Measurement.get(console, console.options, Maths("x=1")) == Measurement(5, 5)
    assert Measurement.get(console, console.options, Maths("aaaa+bbbb+cccc")) == Measurement(12, 18)


def test_borders_beside_hindi_are_where_the_terminal_draws_them() -> None:
    """Every line of a panel takes as many cells as the panel is wide, as tmux measures them."""
    lines = printed(Panel(Maths(HINDI), width=36))
    assert [cell_width(line) for line in lines] == [36] * len(lines)
    bar = next(line for line in lines if "─ + 3" in line)
    assert [line.index("x") for line in lines if "x" in line] == [bar.index("─ + 3")]


def test_table_cells_hold_formulas() -> None:
    """A column is as wide as its formula."""
    table = Table("f", show_header=False)
    table.add_row(Maths(r"\frac{1}{2}"))
    assert [line.strip("│┃") for line in printed(table)[1:-1]] == [" 1 ", " ─ ", " 2 "]


def test_text_is_never_markup() -> None:
    """Square brackets are maths, not instructions to rich."""
    assert printed(MixedText("solve [x+1]/[b] with $[a,b]$.")) == ["solve [x+1]/[b] with [a, b]."]


def test_colour_changes_no_character() -> None:
    """On a terminal the same rows are coloured."""
    (line,) = printed(MixedText("so $x^2$", colour=Style(bold=True)), terminal=True)
    assert line == "\x1b[1mso x²\x1b[0m"
