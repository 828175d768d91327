"""Words beside a formula that ask for more than to solve it or work it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tutor_cli.maths.spoken import SpokenSpan
from tutor_cli.tables import read_table


def asks_more(text: str, spans: Sequence[SpokenSpan]) -> bool:
    """Tell whether a word outside the formulas names a quantity, so that no formula by itself is the problem."""
    done, outside = 0, ""
    for span in spans:
        outside += text[done : span.start] + " "
        done = span.end
    return _telling().search(outside + text[done:]) is not None


@cache
def _telling() -> re.Pattern[str]:
    words = read_table(__package__, "data", "fillers.toml")["telling"]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(words)})", re.IGNORECASE)
