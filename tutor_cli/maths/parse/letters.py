"""Runs of Latin letters as the scanner finds them: names that are known, else letters that are multiplied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import names

if TYPE_CHECKING:
    from tutor_cli.maths.parse.scanner import Scanner

_DIFFERENTIAL = re.compile(r"d[r-z]")
_NEXT_FACTOR = re.compile(r" +(\d+)")
_CHOICE = re.compile(r"[a-z][CP][a-z]")


def word(scanner: Scanner, piece: str, start: int) -> None:
    """Take a run of Latin letters."""
    if scanner.notation == "latex":
        _latex_letters(scanner, piece, start)
    elif piece in names.TYPED_WORDS:
        scanner.add(names.TYPED_WORDS[piece], start)
    elif _CHOICE.fullmatch(piece):
        scanner.add(("choice", piece), start)
    elif _DIFFERENTIAL.fullmatch(piece):
        scanner.thin = True
        _latex_letters(scanner, piece, start)
    else:
        if piece == "x":
            _note_multiplication(scanner, start)
        _typed_letters(scanner, piece, start)


def _note_multiplication(scanner: Scanner, start: int) -> None:
    """Tell that the x of 12 x 5 was taken as the letter."""
    factor = _NEXT_FACTOR.match(scanner.text, scanner.position)
    before = scanner.tokens[-1] if scanner.tokens else None
    if factor and before is not None and before.kind == "number" and scanner.text[start - 1] == " ":
        shown = f"{before.text} x {factor[1]}"
        scanner.notes.append(f"{shown} is read with the letter x; write {before.text} × {factor[1]} for a product.")


def _latex_letters(scanner: Scanner, piece: str, start: int) -> None:
    if piece in names.FORGOTTEN_BACKSLASH:
        scanner.notes.append(f"{piece} is read as \\{piece}.")
        scanner.add(names.COMMANDS[piece], start)
        return
    for offset, letter in enumerate(piece):
        scanner.add(("letter", letter), start + offset)


def _typed_letters(scanner: Scanner, piece: str, start: int) -> None:
    parts = _split_names(piece)
    unknown = max((len(part) for part in parts if part not in names.TYPED_WORDS), default=0)
    called = unknown > 1 and scanner.text[scanner.position : scanner.position + 1] == "("
    if unknown > 4 or (called and parts[-1] not in names.TYPED_WORDS and len(parts[-1]) > 2):
        raise MathsError(
            "unknown_word",
            f"{piece!r} is not a name I know.",
            "Put * between letters that are multiplied, or use a function such as sin, log or sqrt.",
            start,
        )
    if len(piece) > 2 or (len(parts) > 1):
        scanner.notes.append(f"{piece} is read as {' · '.join(_shown(parts))}.")
    offset = start
    for part in parts:
        if part in names.TYPED_WORDS:
            scanner.add(names.TYPED_WORDS[part], offset)
        else:
            for index, letter in enumerate(part):
                scanner.add(("letter", letter), offset + index)
        offset += len(part)


def _split_names(word: str) -> list[str]:
    parts: list[str] = []
    start = index = 0
    while index < len(word):
        name = next((name for name in names.EMBEDDED_NAMES if word.startswith(name, index)), None)
        if name is None:
            index += 1
            continue
        parts += [word[start:index], name] if index > start else [name]
        start = index = index + len(name)
    return parts + ([word[start:]] if start < len(word) else [])


def _shown(parts: list[str]) -> list[str]:
    return [piece for part in parts for piece in ([part] if part in names.TYPED_WORDS else list(part))]
