"""Numbers in words."""

from __future__ import annotations

from tutor_cli.maths.speech.language import Language

# Longer numbers are read digit by digit, and so are numbers that begin with zeros.
_LONGEST = 15


def literal(digits: str, language: Language) -> str:
    """Return a decimal literal in words: zero point seven five, one hundred twenty five."""
    whole, _, decimals = digits.partition(".")
    plain = len(whole) <= _LONGEST and (whole == "0" or not whole.startswith("0"))
    spoken = language.whole_number(int(whole)) if plain else _one_by_one(whole, language)
    return f"{spoken} {language.point} {_one_by_one(decimals, language)}" if decimals else spoken


def _one_by_one(digits: str, language: Language) -> str:
    return " ".join(language.digits[int(digit)] for digit in digits)
