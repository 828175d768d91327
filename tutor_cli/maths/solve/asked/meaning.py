"""Words beside a formula that ask for more than to solve it or work it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tutor_cli.maths.spoken import SpokenSpan
from tutor_cli.tables import read_table

_WORD = re.compile("[a-z]{2,}")


def asks_more(text: str, spans: Sequence[SpokenSpan]) -> bool:
    """Tell whether a word outside the formulas names a quantity, so that no formula by itself is the problem."""
    return _telling().search(_outside(text, spans)) is not None


def only_asks(text: str, spans: Sequence[SpokenSpan]) -> bool:
    """Tell whether no word outside the formulas says what they are or what is to be found, but that they are asked."""
    table = read_table(__package__, "data", "fillers.toml")
    return {*table["words"], *table["naming"]}.issuperset(_WORD.findall(_outside(text, spans).lower()))


def _outside(text: str, spans: Sequence[SpokenSpan]) -> str:
    done, outside = 0, ""
    for span in spans:
        outside += text[done : span.start] + " "
        done = span.end
    return outside + text[done:]


@cache
def _telling() -> re.Pattern[str]:
    words = read_table(__package__, "data", "fillers.toml")["telling"]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(words)})", re.IGNORECASE)
