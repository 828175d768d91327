"""Untrusted text made harmless before it reaches a terminal or a log."""

from __future__ import annotations

import unicodedata

# Format characters that Hindi and other scripts need to be written right: ZWNJ and ZWJ.
_JOINERS = "\u200c\u200d"


def printable(text: str) -> str:
    r"""Return the text without terminal control: C0, C1, bidi and other format characters are replaced by `�`.

    Newlines and tabs stay, and so do the joiners that Devanagari needs. An escape sequence loses its ESC (or C1)
    byte, so what is left of it shows as ordinary letters.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_safe(character) else "�" for character in text)


def _is_safe(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
