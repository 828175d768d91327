"""Numbers as the scanner finds them: digits of any script, thousands, powers of ten."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse.tokens import MAX_DIGITS

if TYPE_CHECKING:
    from tutor_cli.maths.parse.names import Meaning
    from tutor_cli.maths.parse.scanner import Scanner

_THOUSANDS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?!\d|,\d|\s*,)")
_SPACED_THOUSANDS = re.compile(r"(?:\\,|\{,\})(\d{2,3})(?!\d)")
_SCIENTIFIC = re.compile(r"e([+-]?\d+)(?![\d.A-Za-z])")


def number(scanner: Scanner, piece: str, start: int) -> None:
    """Take a decimal literal of any script, with its thousands."""
    if scanner.notation == "typed" and scanner.depth == 0:
        piece = _with_thousands(scanner, piece, start)
    elif scanner.notation == "latex":
        piece = _with_spaced_thousands(scanner, piece)
    digits = "".join(c if c == "." else str(unicodedata.digit(c)) for c in piece)
    if len(digits) > MAX_DIGITS:
        raise MathsError(
            "number_too_long", f"A number has {len(digits)} digits.", f"Use at most {MAX_DIGITS} digits.", start
        )
    scanner.add(("number", "0" + digits if digits.startswith(".") else digits), start)
    _scientific(scanner, piece, start)


def _with_thousands(scanner: Scanner, piece: str, start: int) -> str:
    match = _THOUSANDS.match(scanner.text, start)
    if match is None or (scanner.tokens and scanner.tokens[-1].kind == "comma"):
        return piece
    whole = match[0]
    groups = whole.split(",")
    if len(groups) > 2 and len(groups[0]) == 3:
        return piece
    scanner.position = match.end()
    scanner.notes.append(f"{whole} is read as one number.")
    return whole.replace(",", "")


def _with_spaced_thousands(scanner: Scanner, piece: str) -> str:
    while match := _SPACED_THOUSANDS.match(scanner.text, scanner.position):
        piece += match[1]
        scanner.position = match.end()
    return piece


def _scientific(scanner: Scanner, piece: str, start: int) -> None:
    match = _SCIENTIFIC.match(scanner.text, scanner.position) if scanner.notation == "typed" else None
    if match is None:
        return
    scanner.notes.append(f"{piece}{match[0]} is read as {piece} times ten to the power {match[1]}.")
    exponent = match[1]
    pieces: list[Meaning] = [("op", "cross"), ("number", "10"), ("script", "^"), ("group", "{")]
    if exponent[0] == "-":
        pieces.append(("op", "-"))
    pieces += [("number", exponent.lstrip("+-")[:MAX_DIGITS]), ("endgroup", "}")]
    for meaning in pieces:
        scanner.add(meaning, start)
    scanner.position = match.end()
