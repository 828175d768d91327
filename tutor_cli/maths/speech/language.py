"""What a language must provide to speak formulas: words for signs and names, and patterns for constructs.

A pattern is a format string whose fields are spoken parts, so that each language has its own word order. A relation
or a prefix sign may have words before and after its operand, as in Hindi "x धन एक छोटा है तीन से".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor_cli.tables import read_table

Around = Sequence[str]


@dataclass(frozen=True)
class Language:
    """The words and patterns of one language; `brief` patterns replace `precise` ones of the same name."""

    whole_number: Callable[[int], str]
    digits: Sequence[str]
    point: str
    capital: str
    symbols: Mapping[str, str]
    functions: Mapping[str, str]
    relations: Mapping[str, Around]
    infixes: Mapping[str, str]
    prefixes: Mapping[str, Around]
    postfixes: Mapping[str, str]
    accents: Mapping[str, str]
    accents_before: Mapping[str, str]
    primes: Sequence[str]
    ordinals: Mapping[int, str]
    places: Sequence[str]
    parts: Mapping[int, Sequence[str]]
    operators: Mapping[str, str]
    matrices: Mapping[str, str]
    words: Mapping[str, str]
    precise: Mapping[str, str]
    brief: Mapping[str, str]


def language(name: str, whole_number: Callable[[int], str]) -> Language:
    """Return the language of `data/<name>.toml`; `whole_number` says numbers below 10^15 in its words."""
    table = read_table(__package__, "data", f"{name}.toml")
    for numbered in ("ordinals", "parts"):
        table[numbered] = {int(number): words for number, words in table[numbered].items()}
    return Language(whole_number=whole_number, **table)
