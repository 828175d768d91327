"""Tables for people, of text that may come from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tutor_cli.printable import printable

if TYPE_CHECKING:
    from rich.table import Table


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Return a plain table; every cell is shown as it is, without markup or terminal control."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    made = Table(*headers, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        made.add_row(*(Text(printable(str(cell))) for cell in row))
    return made
