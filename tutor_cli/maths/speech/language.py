"""What a language must provide to speak formulas: words for signs and names, and patterns for constructs.

A pattern is a format string whose fields are spoken parts, so that each language has its own word order. A relation
or a prefix sign may have words before and after its operand, as in Hindi "x धन एक छोटा है तीन से".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Around = tuple[str, str]


@dataclass(frozen=True)
class Language:
    """The words and patterns of one language; `brief` patterns replace `precise` ones of the same name."""

    whole_number: Callable[[int], str]
    digits: tuple[str, ...]
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
    primes: tuple[str, ...]
    ordinals: Mapping[int, str]
    places: tuple[str, ...]
    parts: Mapping[int, tuple[str, str]]
    operators: Mapping[str, str]
    matrices: Mapping[str, str]
    words: Mapping[str, str]
    precise: Mapping[str, str]
    brief: Mapping[str, str]
