"""A Hindi question in the order of English: the verb first, "of" and the other prepositions before their nouns.

Hindi says "A ka B" for B of A, "A ko B se bhag do" for divide A by B, "us A ka B nikalo jiska ..." for find B of the A
whose ...: owners, objects and clauses stand before what they belong to, and the verb comes last. So every clause is
read from the left, noun by noun; a postposition closes the noun before it, and the verb says how they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tutor_cli.maths.solve.recipes.hindi import tables, verbs
from tutor_cli.maths.solve.recipes.hindi.phrases import Phrases
from tutor_cli.maths.solve.recipes.hindi.words import ARTICLE, is_hindi, romanised, with_plain_numbers
from tutor_cli.maths.sounds import is_devanagari
from tutor_cli.maths.spoken import with_digits

_MARK, _PIECE = re.compile(r"@([^@]+)@"), re.compile(r"(@[^@]+@)")
_SENTENCE = re.compile(r"(?:(?<!\.)\.(?!\.)|[?!;।])+(?:\s+|$)")
# "blue hone ki", "king aane ki"
_EVENT = re.compile(r"^[\s,]*(?:its )?(.+) (being|getting)$")
_NO_ARTICLE = re.compile(r"\ba +(?=a |\d)")
_COMPARED = re.compile(r"(\S+) (greater|less) than\b")
_COUNTED = re.compile(r"(?<=\d) a (coin|die)\b")
_RATIO = re.compile(r"\bin (?=\d+ ?: ?\d+(?! ?[=:\d]))")
_PLURALS = {"coin": "coins", "die": "dice"}
# What a noun is said to be begins with a number or with one of these.
_SAID = re.compile(
    r"(?<![\w(\[])(?=-?\d|[-+]?√)|\b(?=equal\b|real\b|imaginary\b|drawn\b|at random\b)|(?<=[a-z]) (?=[(\[{])"
)
_ASKED = re.compile(r"(?:in )?how many(?: \w+)?|which(?: \w+)?", re.IGNORECASE)
_PREPOSITIONS = ("by", "from", "in", "on", "up to", "between", "with respect to", "for", "as", "with", "equal to")
# Where these verbs put the thing that Hindi has "in" or "by".
_PUTS = {
    "convert": {"in": "to"}, "express": {"in": "as"}, "add": {"in": "to"}, "arrange": {"by": "from"},
    "make": {"by": "from"}, "choose": {"by": "from"}, "pass": {"by": "through"},
}  # fmt: skip
_PAST = {
    "divide": "divided", "multiply": "multiplied", "add": "added", "subtract": "subtracted", "convert": "converted",
    "express": "expressed", "arrange": "arranged", "choose": "chosen", "make": "made", "draw": "drawn",
    "toss": "tossed", "throw": "thrown", "join": "joined", "find": "found", "solve": "solved",
}  # fmt: skip
_GOING = {"divide": "dividing", "pass": "passing", "make": "making", "subtract": "subtracting", "choose": "choosing"}


@lru_cache(maxsize=512)
def in_english_order(text: str) -> str:
    """Return a question in Hindi as an English one, words it has no English for left as they are; else nothing."""
    if not is_hindi(text):
        return ""
    sentences = [_sentence(part) for part in _SENTENCE.split(_marked(text)) if part.strip()]
    written = _RATIO.sub("in the ratio ", ". ".join(filter(None, sentences)))
    return re.sub(r"\s+", " ", written).strip()


def _marked(text: str) -> str:
    """Return the text in English words, with its particles and verbs marked."""
    plain = ARTICLE.sub("a ", _verbs().put(with_plain_numbers(text.replace("@", " "))))
    language = "hi" if is_devanagari(text) else "hi-Latn"
    pieces = _PIECE.split(with_digits(plain, language))
    put = (romanised(_words().put(piece)) if index % 2 == 0 else piece for index, piece in enumerate(pieces))
    english = "".join(put).replace("A.P.", "AP").replace("G.P.", "GP")
    english = _NO_ARTICLE.sub("", english)
    english = _COMPARED.sub(r"\2 than \1", english)
    return _COUNTED.sub(lambda found: f" {_PLURALS[found[1]]}", english)


@cache
def _verbs() -> Phrases:
    """Return the verbs and other phrases, which no number words must be taken from."""
    return Phrases.of((*verbs.forms(), *tables.entries(tables.order()["before_numbers"])), _english_words())


@cache
def _words() -> Phrases:
    """Return the particles and nouns."""
    order = tables.order()
    found = (tables.entries(table) for table in (order["particles"], order["nouns"], tables.words()["words"]))
    return Phrases.of((entry for table in found for entry in table), _english_words())


@cache
def _english_words() -> frozenset[str]:
    return frozenset(tables.order()["english"]["words"].split())


# --- nouns -----------------------------------------------------------------------------------------------------------


@dataclass
class _Noun:
    """The noun that is being read: its own words, its owner, what was joined to it before, and words behind it."""

    head: str = ""
    owner: str = ""
    joined: str = ""
    behind: str = ""

    def written(self) -> str:
        """Return the noun in English, nothing where none has been read."""
        own = f"{self.head} of {self.owner}" if self.owner and self.head else self.head or self.owner
        return " ".join(filter(None, (self.joined, own, self.behind))).strip()

    def said(self) -> str:
        """Return the noun as a statement about it: "radius of circle is 7 cm"."""
        parts = _SAID.split(self.head, maxsplit=1)
        if not self.owner or len(parts) == 1 or not parts[0].strip():
            return self.written()
        return f"{self.joined} {parts[0].strip()} of {self.owner} {self.behind} is {parts[1].strip()}".strip()


@dataclass
class _Clause:
    """A clause as far as it has been read: its nouns by their prepositions, its verb, and the noun being read."""

    noun: _Noun = field(default_factory=_Noun)
    phrases: list[tuple[str, str]] = field(default_factory=list)
    verb: str = ""
    use: str = ""
    is_condition: bool = False
    relative: str = ""
    said_before: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the verb has come, and something that it goes with before it."""
        return bool(self.verb) and bool(self.phrases or self.noun.written())

    def close(self, preposition: str) -> None:
        """Put the noun behind a preposition, "" being the object, and begin a new one."""
        if preposition == "with respect to" and self.noun.owner:
            self.phrases.append(("", self.noun.owner))
            self.noun.owner = ""
        if written := self.noun.written().strip(" ,"):
            if preposition == "up to" and self.phrases and self.phrases[-1][0] == "by":
                preposition, written = "from", f"{self.phrases.pop()[1]} to {written}"
            self.phrases.append((preposition, written))
        self.noun = _Noun()

    def own(self, *, joins_later: bool) -> None:
        """Make the noun the owner of the one that follows; a phrase before it describes that one."""
        if not self.noun.head and not self.noun.owner and self.phrases:
            preposition, written = self.phrases.pop()
            self.noun = _Noun(behind=f"{preposition} {written}")
        elif self.noun.owner and " and " in f" {self.noun.head} " and joins_later:
            first, _, second = self.noun.head.partition(" and ")
            joined = _Noun(first, self.noun.owner, self.noun.joined, self.noun.behind).written()
            self.noun = _Noun(owner=second, joined=f"{joined} and")
        else:
            self.noun = _Noun(owner=_EVENT.sub(r"\2 \1", self.noun.written()))


# --- clauses ---------------------------------------------------------------------------------------------------------


def _sentence(text: str) -> str:
    """Return one sentence in the order of English: what is said of a thing stands behind it."""
    written, waiting = "", ""
    for clause, ending in _clauses(text):
        english = _english(clause)
        if ending == "then" and english and not english.startswith(("if ", "when ")):
            english = f"if {english}"
        if clause.relative and not written:
            waiting = english
        elif clause.relative or clause.is_condition:
            written = f"{written} {english}".strip()
        else:
            written = ", ".join(filter(None, (written, f"{english} {waiting}".strip())))
            waiting = ""
    return written


def _clauses(text: str) -> Iterator[tuple[_Clause, str]]:
    """Yield the clauses of a sentence, each with the mark that ends it."""
    clause = _Clause()
    items = [item.strip() for item in _MARK.split(text)]
    for index, item in enumerate(items):
        if index % 2 == 0:
            if clause.is_whole and item.strip(" ,:"):
                yield clause, ""
                clause = _Clause()
            clause.noun.head = f"{clause.noun.head} {item.strip(':')}".strip()
            continue
        following = items[index + 2] if index + 2 < len(items) and not items[index + 1] else ""
        if _ends(clause, item, following):
            yield clause, item
            clause = _Clause()
        if item == "if" and clause.noun.written():
            clause.said_before, clause.noun = clause.noun.written(), _Noun()
        _take(clause, item, following)
    yield clause, ""


def _ends(clause: _Clause, mark: str, following: str) -> bool:
    """Tell whether a mark ends the clause: what follows a verb is a clause of its own."""
    if mark in ("then", "whose", "which"):
        return True
    return clause.is_whole and mark not in ("wale", "be") and (mark != "and" or clause.use in ("be", "ask", "was"))


def _take(clause: _Clause, mark: str, following: str) -> None:
    use, _, name = mark.partition(" ")
    if mark == "ka" and (clause.phrases or clause.noun.written()):
        clause.own(joins_later=True)
    elif mark == "ko":
        clause.close("")
    elif mark == "ne":
        clause.close("subject")
    elif mark == "and":
        clause.noun.head = f"{clause.noun.head} and" if clause.noun.head else clause.noun.head
    elif mark == "if":
        clause.is_condition = True
    elif mark == "wale":
        clause.noun = _described(clause)
    elif mark in ("whose", "which"):
        clause.relative = mark
    elif mark == "be":
        clause.verb, clause.use = clause.verb or "be", clause.use or "be"
    elif mark in _PREPOSITIONS:
        clause.close(mark)
    elif use in tables.order()["forms"]["stem"]:
        clause.verb, clause.use = name, use
        if use == "that":
            clause.noun = _described(clause)


def _described(clause: _Clause) -> _Noun:
    """Return the noun to come with what is said of it before: "joining A and B", "with radius 6 cm"."""
    if clause.verb:
        clause.close("")
        behind = f"{_GOING.get(clause.verb, clause.verb + 'ing')} {_phrases(clause)}"
    else:
        behind = f"with {clause.noun.written()}"
    clause.verb = clause.use = ""
    clause.phrases = []
    return _Noun(behind=behind.strip())


# --- verbs -----------------------------------------------------------------------------------------------------------


def _english(clause: _Clause) -> str:
    """Return a clause that has been read to its end."""
    if clause.noun.head in ("kitna", "how many", "kya", "kya kya") and not clause.verb:
        clause.noun.head, clause.verb, clause.use = "", "find", "ask"
    if clause.use == "ask":
        written = _request(clause)
    elif clause.use == "can":
        written = _possible(clause)
    elif clause.use == "does":
        clause.close("")
        written = " ".join(filter(None, (f"{clause.verb}s", *_object(clause))))
    elif clause.use in ("on", "was"):
        clause.close("")
        thing, rest = _object(clause)
        written = f"{thing} is {_PAST.get(clause.verb, clause.verb + 'd')} {rest}" if thing else ""
        written = f"when {written}" if clause.use == "on" and written else written
    else:
        written = _statement(clause)
    if clause.is_condition and clause.said_before:
        written = f"{clause.said_before} is {written}"
    lead = "if" if clause.is_condition else clause.relative
    return f"{lead} {written}".strip() if written else ""


def _statement(clause: _Clause) -> str:
    rest = _phrases(clause)
    if clause.noun.head.startswith("kya "):
        return f"is {clause.noun.head.removeprefix('kya ')} {rest}".strip()
    said = clause.noun.said() if clause.use == "be" else clause.noun.written()
    if clause.use == "be" and rest.startswith("in ") and said:
        return f"there are {said} {rest}"
    return f"{said} {rest}".strip()


def _request(clause: _Clause) -> str:
    clause.close("")
    thing, rest = _object(clause)
    if not (thing or rest):
        return clause.verb
    return f"{clause.verb} {thing} {rest}".strip()


def _possible(clause: _Clause) -> str:
    """Return a question of how many ways there are to do something."""
    clause.close("")
    asked = next((found.group() for _, text in clause.phrases if (found := _ASKED.search(text))), "")
    if not asked:
        return ""
    clause.phrases = [(how, left) for how, text in clause.phrases if (left := text.replace(asked, "").strip())]
    thing, rest = _object(clause)
    return f"{asked} can {thing} be {_PAST.get(clause.verb, clause.verb)} {rest}".strip()


def _object(clause: _Clause) -> tuple[str, str]:
    """Return what the verb does something to, and the phrases that go with it."""
    objects = [text for how, text in clause.phrases if not how]
    return " ".join(objects), _phrases(clause)


def _phrases(clause: _Clause) -> str:
    """Return the nouns with prepositions, those of the verb where it has its own."""
    puts = _PUTS.get(clause.verb, {})
    told = []
    for how, text in clause.phrases:
        if how and how != "subject":
            told.append(f"{puts.get(how, how)} {text}")
    return " ".join(told)
