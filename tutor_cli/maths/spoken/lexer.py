"""Tokens to lexemes: phrases looked up longest first, numbers put together, letters taken one by one."""

from __future__ import annotations

from collections.abc import Sequence

from tutor_cli.maths.expr import Number
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.numbers import Reading, read_number
from tutor_cli.maths.spoken.tokens import Token, tokenize
from tutor_cli.maths.spoken.vocabulary import Entry, Vocabulary, word_list

_LONGEST_RUN = 3
_SIGN_WORDS = frozenset({"minus", "plus", "equals", "=", "times"})
# The letters of dx.
_PAIR = 2
_ALPHABET = frozenset({"abc", "xyz", "pqr"})
_BEFORE_OPERAND = frozenset({
    Kind.PLUS, Kind.MINUS, Kind.TIMES, Kind.OVER, Kind.RELATION, Kind.OPEN, Kind.POST_FUNCTION, Kind.END_SCRIPTS,
    Kind.SE, Kind.CHOOSE, Kind.START_FRACTION, Kind.NUMERATOR, Kind.DENOMINATOR, Kind.SUB, Kind.SUPERSCRIPT,
    Kind.UNDER, Kind.UPPER,
})  # fmt: skip
_UNIT_VECTORS = frozenset("ijknr")
_HYPHENS = frozenset("-–")
_QUOTES = frozenset("'‘`")
_LONGEST_QUOTE = 8


def lexemes(text: str, vocabulary: Vocabulary) -> list[Lexeme]:
    """Return the lexemes of a text, in order; words without a meaning for maths are of kind WORD."""
    tokens = tokenize(text)
    tokens = [token for index, token in enumerate(tokens) if not _is_joiner(tokens, index, vocabulary)]
    found: list[Lexeme] = []
    index = 0
    while index < len(tokens):
        if _is_letter_run(tokens, index, vocabulary):
            found.extend(_letter_by_letter(tokens[index]))
            index += 1
        else:
            before = found[-1] if found else None
            lexeme, index = _next(tokens, index, vocabulary, before)
            found.append(lexeme)
    return found


def _next(
    tokens: Sequence[Token], index: int, vocabulary: Vocabulary, before: Lexeme | None = None
) -> tuple[Lexeme, int]:
    phrase = _phrase(tokens, index, vocabulary)
    if phrase is not None and len(phrase.words) > 1:
        phrase = _letter_instead(tokens, index, vocabulary, before) or phrase
    phrase_end = index + len(phrase.words) if phrase else index
    number = read_number(tokens, index, vocabulary.numbers)
    if number is not None and number.end >= phrase_end:
        return _number_lexeme(tokens, index, number), number.end
    if phrase is None:
        return _letter(tokens, index, vocabulary)
    if tokens[index].text == ":" and not _is_ratio_sign(tokens, index):
        return _lexeme(tokens, index, index + 1, Kind.PAUSE, ""), index + 1
    if phrase.kind is Kind.CAPITAL:
        return _capital(tokens, index, phrase_end, vocabulary, before)
    if phrase.kind is Kind.SYMBOL and phrase_end < len(tokens) and _is_suffix(tokens[phrase_end], vocabulary):
        return _lexeme(tokens, index, phrase_end + 1, Kind.ORDINAL, phrase.value), phrase_end + 1
    return _lexeme(tokens, index, phrase_end, phrase.kind, phrase.value, weak=phrase.weak), phrase_end


def _is_ratio_sign(tokens: Sequence[Token], index: int) -> bool:
    """Whether a colon stands between two numbers without spaces, as in 3:4, or with a space on either side."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and tokens[index].glued == after.glued


def _is_suffix(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word makes an ordinal of the letter before it: एन-वां."""
    return not token.text.isascii() and token.text in vocabulary.numbers.ordinal_suffix


def _lexeme(tokens: Sequence[Token], start: int, end: int, kind: Kind, value: str, *, weak: bool = False) -> Lexeme:
    words = " ".join(token.text for token in tokens[start:end])
    return Lexeme(kind, value, tokens[start].start, tokens[end - 1].end, words, weak=weak)


def _phrase(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> Entry | None:
    if index >= len(tokens):
        return None
    for entry in vocabulary.phrases.get(tokens[index].text, ()):
        size = len(entry.words)
        if size == 1 or tuple(token.text for token in tokens[index : index + size]) == entry.words:
            return entry
    return None


def _letter_instead(tokens: Sequence[Token], index: int, vocabulary: Vocabulary, before: Lexeme | None) -> Entry | None:
    """Return the letter that a phrase such as के वर्ग begins with, where no operand before it can take the phrase.

    The letter also wins where the phrase it hides, as in के (k) बराबर का चिह्न, is longer than its own.
    """
    letter = next((e for e in vocabulary.phrases[tokens[index].text] if len(e.words) == 1), None)
    if letter is None or letter.kind is not Kind.SYMBOL or not letter.weak:
        return None
    hidden = _phrase(tokens, index + 1, vocabulary)
    longest = _phrase(tokens, index, vocabulary)
    if hidden is not None and longest is not None and len(hidden.words) >= len(longest.words):
        return letter
    return letter if before is not None and before.kind in _BEFORE_OPERAND else None


def _number_lexeme(tokens: Sequence[Token], index: int, number: Reading) -> Lexeme:
    value = number.tree.digits if isinstance(number.tree, Number) else ""
    words = " ".join(token.text for token in tokens[index : number.end])
    return Lexeme(number.kind, value, tokens[index].start, tokens[number.end - 1].end, words, number.tree)


# --- letters and signs ----------------------------------------------------------------------------------------------


def _letter(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> tuple[Lexeme, int]:
    token = tokens[index]
    ordinal = _letter_ordinal(tokens, index, vocabulary)
    if ordinal is not None:
        return ordinal
    kind, value = Kind.WORD, ""
    if len(token.raw) == 1 and token.raw.isascii() and token.raw.isalpha():
        kind, value = Kind.SYMBOL, token.raw
    elif token.text[0] == "^" and token.text[1:].isdigit():
        kind, value = Kind.POWER, token.text[1:]
    elif token.text == "'" and token.glued and not _closes_quote(tokens, index):
        kind, value = Kind.PRIME, "1"
    return _lexeme(tokens, index, index + 1, kind, value), index + 1


def _closes_quote(tokens: Sequence[Token], index: int) -> bool:
    """Whether an apostrophe ends a short word that one began, as in rock 'n' roll."""
    for before in range(index - 1, max(-1, index - _LONGEST_QUOTE), -1):
        if tokens[before].text in _QUOTES:
            return True
        if not tokens[before].glued:
            return False
    return False


def _letter_ordinal(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> tuple[Lexeme, int] | None:
    """Read nth, n th and n-th (whose hyphen is gone by now)."""
    text = tokens[index].text
    is_suffix = text[1:] == "th" or (text[1:] in vocabulary.numbers.ordinal_suffix and not text[1:].isascii())
    if text[0].isascii() and text[0].isalpha() and is_suffix:
        return _lexeme(tokens, index, index + 1, Kind.ORDINAL, text[0]), index + 1
    if len(text) == 1 and text.isalpha() and index + 1 < len(tokens) and tokens[index + 1].text == "th":
        return _lexeme(tokens, index, index + 2, Kind.ORDINAL, text), index + 2
    return None


def _capital(
    tokens: Sequence[Token], index: int, after: int, vocabulary: Vocabulary, before: Lexeme | None
) -> tuple[Lexeme, int]:
    """Read "capital x"; where no letter follows, "cap" says nothing, or that of a unit vector, i cap."""
    if after < len(tokens):
        letter, end = _next(tokens, after, vocabulary)
        if letter.kind is Kind.SYMBOL and not letter.weak:
            name = letter.value[:1].upper() + letter.value[1:]
            return _lexeme(tokens, index, end, Kind.SYMBOL, name), end
    if before is not None and before.words in _UNIT_VECTORS and tokens[index].text == "cap":
        return _lexeme(tokens, index, after, Kind.ACCENT, "hat"), after
    return _lexeme(tokens, index, after, Kind.WORD, ""), after


def _is_letter_run(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a token is a product of letters as recognisers write it: the `ac` of `4ac`, the `dx` of an integral."""
    text = tokens[index].text
    raw, glued = tokens[index].raw, tokens[index].glued
    if _is_differential(tokens, index) or (not _is_name(text, vocabulary) and _is_between_signs(tokens, index)):
        return True
    if not (text.isascii() and text.isalpha() and (raw.islower() or raw.isupper())) or text in word_list("short_words"):
        return False
    after_number = glued and tokens[index - 1].is_number
    if not 1 < len(text) <= (_LONGEST_RUN if after_number or text in _ALPHABET else _LONGEST_RUN - 1):
        return False
    if text in vocabulary.phrases or text.endswith("th") or _is_number_word(text, vocabulary):
        return False
    return glued or text in _ALPHABET or not any(vowel in text[1:] for vowel in "aeiou")


def _is_differential(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is dA, or du or dr beside another differential, a letter or a bar: du dt, r dr."""
    raw = tokens[index].raw
    if len(raw) != _PAIR or raw[0] != "d" or not raw.isascii() or not raw.isalpha():
        return False
    if raw[1].isupper():
        return True
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return raw[1] in "aeiour" and raw != "do" and (_precedes(before) or after == "d" or _is_pair(after))


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is the name of a function or a letter: ln, pi."""
    entries = vocabulary.phrases.get(text, ())
    return any(entry.kind in (Kind.FUNCTION, Kind.SYMBOL) and len(entry.words) == 1 for entry in entries)


def _is_between_signs(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is st or LU where an operand is due: e to the minus st, e to the at, A equals LU."""
    raw = tokens[index].raw
    if len(raw) != _PAIR or not raw.isascii() or not raw.isalpha():
        return False
    exponent = [token.text for token in tokens[max(0, index - 2) : index]] == ["to", "the"]
    if exponent and raw.islower() and index > 2 and len(tokens[index - 3].text) == 1:
        return True
    product = raw.isupper() or (raw.islower() and not any(vowel in raw for vowel in "aeiouy"))
    return product and index > 0 and tokens[index - 1].text in _SIGN_WORDS


def _precedes(text: str) -> bool:
    return _is_pair(text) or (len(text) == 1 and text not in "ai" and text.isalnum())


def _is_pair(text: str) -> bool:
    return len(text) == _PAIR and text[0] == "d" and text[1] in "xytuvrsz"


def _is_number_word(text: str, vocabulary: Vocabulary) -> bool:
    numbers = vocabulary.numbers
    return any(text in table for table in (numbers.value, numbers.ordinal, numbers.ordinal_suffix, numbers.multiplier))


def _letter_by_letter(token: Token) -> list[Lexeme]:
    return [
        Lexeme(Kind.SYMBOL, name, token.start + place, token.start + place + 1, name.lower())
        for place, name in enumerate(token.raw)
    ]


# --- hyphens --------------------------------------------------------------------------------------------------------


def _is_joiner(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Tell the hyphen of twenty-five, two-thirds and x-axis from the minus sign of `U-U` and `1-delta`."""
    if tokens[index].text not in _HYPHENS or not tokens[index].glued or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return after.glued and not (_stands_alone(before, vocabulary) and _stands_alone(after, vocabulary))


def _stands_alone(token: Token, vocabulary: Vocabulary) -> bool:
    if not token.is_word or len(token.text) == 1:
        return True
    entries = vocabulary.phrases.get(token.text, ())
    return any(entry.kind is Kind.SYMBOL and len(entry.words) == 1 and not entry.weak for entry in entries)
