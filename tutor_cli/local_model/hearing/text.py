"""Repairs of recognised text: what Whisper is known to do to short utterances, undone."""

from __future__ import annotations

import re

from tutor_cli.local_model.hearing.mishearings import put_right

_SENTENCE = re.compile(r"\S.*?(?:[.?!]+(?=\s|$)|$)")
_NOT_WORD = re.compile(r"[^\w]+")

# Whisper ends a sentence at every pause. These words do not begin one, and those do not end one.
_BEGINS_NOTHING = "plus|minus|times|equals|over|of|from|to|through|by|with|divided|multiplied|squared|cubed"
_ENDS_NOTHING = "plus|minus|times|equals|over|of|from|to|through|by|with"
_BREAK_BEFORE = re.compile(
    rf"[.?!,…]+ ({_BEGINS_NOTHING}|all squared|approaches|tends to|as [a-z] (?:approaches|tends|goes))\b", re.IGNORECASE
)
_BREAK_AFTER = re.compile(rf"\b({_ENDS_NOTHING})[.?!,…]+ (?=\S)", re.IGNORECASE)

# A breath after the command: simplify, 42 over 56.
_BREAK_AFTER_COMMAND = re.compile(
    r"^(solve|simplify|factor|expand|integrate|differentiate|evaluate|find|convert|multiply|divide), ", re.IGNORECASE
)
# A sound of thinking, unless the text ends in it and more must come.
_FILLER = re.compile(r",? ?\b(?:u+m+|u+h+|erm?|h+m+)\b,?(?= \S)", re.IGNORECASE)

# An unknown at the beginning of a sentence is written as a capital, and one that was lower-case before is another
# letter to mathematics. A and I begin ordinary sentences.
_CAPITAL_UNKNOWN = re.compile(
    r"(?:(?<=^)|(?<=[.?!] ))[B-HJ-Z]"
    r"(?= (?:plus|minus|times|equals|over|squared|cubed|to the|is (?:greater|less|equal))\b| ?[-+*/=<>^²³])"
)
# Names that the recogniser spells by ear or takes for several words.
_SPELLINGS = tuple(
    (re.compile(rf"\b{heard}\b", re.IGNORECASE), meant)
    for heard, meant in (
        # C rhymes with half of the alphabet.
        ("H ?[BCDEGPTVZ] ?F", "HCF"),
        ("L ?C ?M", "LCM"),
        ("d[ei]f+e?r+[ae]n[ct]iate", "differentiate"),
        ("quadr[ai]l[ai]t[ae]ral", "quadrilateral"),
        ("h[iy]pot(?:h?e|o)n[ue]se?", "hypotenuse"),
        ("paral+el+[ao]gram", "parallelogram"),
        ("is[ao]s+[ae]l[ei]s", "isosceles"),
    )
)
# A coefficient with a breath after it: plus five, x.
_BREAK_IN_TERM = re.compile(r"\b((?:plus|minus|equals|barabar) [^\W_]+), (?=[a-z]\b)", re.IGNORECASE)
# A number of two digits with a pause inside, after a sign and at the end: 17 plus 20, 5.
_PAUSE_IN_NUMBER = re.compile(r"\b(plus|minus|times|equals|over) ([2-9])0, ([1-9])(?=[.?!]?$)", re.IGNORECASE)

# Nobody says more words a second than this; a faster text is a decoder caught in a loop.
FASTEST_WORDS_PER_SECOND = 7.0


def clean(text: str, seconds: float) -> str:
    """Return the text of an utterance of this length without the decoder's repetitions."""
    sentences = _without_repeated_sentences(_SENTENCE.findall(" ".join(text.split())))
    words = " ".join(sentences).split()
    if len(words) > FASTEST_WORDS_PER_SECOND * max(seconds, 1.0):
        words = _first_period(words)
    return mended(" ".join(words))


def mended(text: str) -> str:
    """Return the text without what punctuation has done to a formula.

    Sentence breaks of a pause go ("2x. Plus 3" is "2x plus 3"), so do capitals of the sentence ("Y equals 2x").
    """
    text = _FILLER.sub("", text).lstrip()
    text = _BREAK_AFTER_COMMAND.sub(r"\1 ", text)
    text = _BREAK_BEFORE.sub(lambda found: f" {found[1].lower()}", text)
    text = _BREAK_AFTER.sub(lambda found: f"{found[1]} ", text)
    for heard, meant in _SPELLINGS:
        text = heard.sub(meant, text)
    text = _BREAK_IN_TERM.sub(r"\1 ", text)
    text = _CAPITAL_UNKNOWN.sub(lambda found: found[0].lower(), text)
    return put_right(_PAUSE_IN_NUMBER.sub(r"\1 \2\3", text))


def _without_repeated_sentences(sentences: list[str]) -> list[str]:
    """Drop a sentence that repeats the one before it, whole or cut off at the end of the text."""
    kept: list[str] = []
    for index, sentence in enumerate(sentences):
        last = index == len(sentences) - 1
        same = bool(kept) and _folded(sentence) == _folded(kept[-1])
        cut_off = bool(kept) and last and _folded(kept[-1]).startswith(_folded(sentence)) and sentence[-1] not in ".?!"
        if not (same or cut_off):
            kept.append(sentence)
    return kept


def _first_period(words: list[str]) -> list[str]:
    """Return the shortest beginning of which the rest is a repetition; all words where there is none."""
    folded = [_folded(word) for word in words]
    for period in range(1, len(words) // 2 + 1):
        if all(word == folded[index % period] for index, word in enumerate(folded)):
            return words[:period]
    return words


def _folded(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().lower()
