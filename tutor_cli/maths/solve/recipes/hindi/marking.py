"""A Hindi text in English words, with the particles and verbs that tell how they belong together in marks: `@ka@`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tutor_cli.maths.solve.recipes.hindi import tables, verbs
from tutor_cli.maths.solve.recipes.hindi.phrases import Phrases
from tutor_cli.maths.solve.recipes.hindi.words import ARTICLE, romanised, with_plain_numbers
from tutor_cli.maths.sounds import is_devanagari
from tutor_cli.maths.spoken import with_digits
from tutor_cli.maths.spoken.vocabulary import vocabulary

_PIECE = re.compile(r"(@[^@]+@)")
# 14 sounds like broad, 60 like with.
_LONG_NUMBERS, _LONG_WORD = frozenset(range(16, 100)) - {60}, 4
_PLURALS = {"coin": "coins", "die": "dice"}
# What is said otherwise in English, wherever it stands.
_REWRITTEN = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"\b([AG])\.P\.", r"\1P"),
        (r"\blimit(?: @ask find@)?[,: ]+(?=lim\b|\\lim)", ""),
        (r"(?:@if@ )?\b([a-z]),? (\S+) @tends@", r"when \1 → \2"),
        (r"\bat least a\b", "at least 1"),
        (r"(\d+) card\b", r"\1 cards"),
        (r"\bhow many (term|number|word|factor|root|solution|side|digit)\b", r"how many \1s"),
        (r"\ba +(?=a |\d|with )", ""),
        (r"(\S+) (greater|less) than\b", r"\2 than \1"),
        (r"\b(first|second|third|other|last|largest|smallest|new|original) @wale@", r"the \1 one"),
        (r"(?<=\d) @and@ (?=@(?:on|ask|was) add@)", " "),
        (r"^(@then@ )?(.*@(?:be|does [a-z]+)@) kya\W*$", r"\1kya \2"),
        (r"\bwithout ((?:[^\s@]+ ){1,3})@ka@", r"\1@without@"),
        (r"\b(first|second|third|other|last) (year|month|day|minute|hour|second|term|side|number)s\b", r"\1 \2"),
        (
            r"\bother (?=(?:year|quadrant|equation|term|step|part|month|day|line|row|column|side|derivative)\b)",
            "second ",
        ),
        (r"\btwice (?=@then@)", "@was double@ "),
        (r"\b1/2 (?=@then@)", "@was half@ "),
        (r"\bevery 6 months(?: @in@)?", "half-yearly"),
        (r"\bevery 3 months(?: @in@)?", "quarterly"),
        (
            r"\bpi(?: =| @ko@)? (\d+(?:/\d+|\.\d+)?) (?:lena|lo|lijiye|lijie|le|len|maano|mano|maniye)\b",
            r"pi = \1 @ask take@",
        ),
        (r"(@(?:was|does|be|can)\b[^@]*@) (@asks \w+@)(?=\W*$)", r"\2 \1"),
        # "andar hai ya bahar"
        (r"^(@and@ |@then@ )?(.*) @be@ or ([^@]+?)(?: @be@)?\W*$", r"\1kya \2 or \3 @be@"),
        (r"\bmore (?=roots?\b|numbers?\b|angle\b|side\b|fraction\b|term\b|value\b)", "bigger "),
        (r"\bless (?=roots?\b|numbers?\b|angle\b|side\b|fraction\b|term\b|value\b)", "smaller "),
        *((rf"(?<=\d) a {one}\b", f" {many}") for one, many in _PLURALS.items()),
    )
)
_WORD = re.compile(r"[A-Za-z]{3,}")
# "guna kyon kiya": the verb of two words is "guna kar-".
_WITHIN_VERB = re.compile(
    r"(?<!\S)(?!(?:bina|bagair|se|me|mein|par|ko|liye|बिना|से|में|पर|को) )(\S+) (kyu|kyun|kyon|kaise|क्यों|कैसे) "
    r"(?=(?:kar|kiy|dete|diy|de\b|कर|किय|किए|दे|दिय)\w*)",
    re.IGNORECASE,
)
_GRAMMAR = (
    *("the", "that", "this", "their", "its", "and", "from", "with", "than", "for", "whose", "which", "what", "when"),
    *(
        "there",
        "are",
        "can",
        "how",
        "many",
        "one",
        "result",
        "after",
        "ago",
        "years",
        "between",
        "respect",
        "not",
        "why",
    ),
    *("where", "through", "will", "hold", "found", "did", "you", "get", "come", "does", "much", "more", "less"),
)


def marked(text: str) -> str:
    """Return a Hindi text in English words, with its particles and verbs marked."""
    asked = _WITHIN_VERB.sub(r"\2 \1 ", with_plain_numbers(text.replace("@", " ")))
    plain = ARTICLE.sub("a ", _verbs().put(asked))
    pieces = _PIECE.split(with_digits(plain, "hi" if is_devanagari(text) else "hi-Latn"))
    put = (romanised(_words().put(piece)) if index % 2 == 0 else piece for index, piece in enumerate(pieces))
    english = "".join(put)
    for pattern, by in _REWRITTEN:
        english = pattern.sub(by, english)
    return english


def is_english(text: str) -> bool:
    """Tell whether every word of a text is one that the tables have in English, or a name."""
    return all(word.lower() in _known() or word.istitle() for word in _WORD.findall(text))


@cache
def _verbs() -> Phrases:
    """Return the verbs and other phrases, which no number words must be taken from."""
    entries = (*tables.entries(tables.order()["before_numbers"]), *verbs.forms(), *_numbers())
    return Phrases.of(entries, _english_words())


def _numbers() -> Iterator[tuple[str, str]]:
    """Yield the numbers in words that no other word sounds like, in digits: "baees" and "bais" are both 22."""
    for word, value in vocabulary("hi-Latn").numbers.value.items():
        if value in _LONG_NUMBERS and len(word) >= _LONG_WORD:
            yield str(value), word


@cache
def _words() -> Phrases:
    """Return the particles and nouns."""
    order = tables.order()
    found = (tables.entries(table) for table in (order["particles"], order["nouns"], tables.words()["words"]))
    return Phrases.of((entry for table in found for entry in table), _english_words())


@cache
def _english_words() -> frozenset[str]:
    order = tables.order()
    own = (english for table in ("before_numbers", "particles", "nouns") for english in order[table])
    words = (word for english in own if "@" not in english for word in english.split() if len(word) > 2)
    return frozenset((*order["english"]["words"].split(), *words))


@cache
def _known() -> frozenset[str]:
    order = tables.order()
    done = (form for verb in order["verbs"] for form in (verbs.past(verb), f"{verb}s"))
    names = (english for table in (tables.words()["words"], order["particles"], order["verbs"]) for english in table)
    said = {word for english in names for word in _WORD.findall(english.lower())}
    return frozenset((*_english_words(), *said, *(f"{word}s" for word in said), *verbs.written(), *done, *_GRAMMAR))
