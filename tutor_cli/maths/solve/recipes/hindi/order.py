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
# "ram ka age"
_AGE, _NAME = (
    re.compile(r"(?:age|father|mother|son|daughter|brother|sister)\b"),
    re.compile(r"(?!his\b|her\b|both\b)[A-Za-z]+"),
)
# "ram ka age syam ka ...": what the age is compared to.
_TWO_NOUNS = re.compile(r"(?P<first>age|height|weight|salary|income) (?P<second>(?!and\b)[A-Za-z ]+)")
_WHEN = re.compile(r"(?P<time>\d+ (?:years|months|days)) (?P<way>later|first|ago)(?:\s+|$)")
_MORE = re.compile(r"\b(?:more|less|older|younger|greater|smaller)$")
# "aayatan litre me": the volume, in litres.
_FORMS = "litres|ml|decimal|fraction|mixed fraction|percent|cm|metres|km|minutes|hours|seconds"
_FORM = re.compile(rf"(?P<thing>.+)(?<!\bmixed) (?P<form>{_FORMS})")
# "6 cm radius wala"
_MEASURED = re.compile(r"^(\d\S*(?: (?:cm|m|mm|km|metres|units?))?) (radius|diameter|side|height|base|length|edge)$")
_LIMIT = re.compile(r"\blimit(?: @ask find@)?[,: ]+(?=lim\b|\\lim)")
_AT_LEAST = re.compile(r"\bat least a\b")
_NO_ARTICLE = re.compile(r"\ba +(?=a |\d)")
_COMPARED = re.compile(r"(\S+) (greater|less) than\b")
# 4 red 6 green
_LISTED = re.compile(r"(?<=[a-z])(?<!\band) (?=\d+ [a-z])")
_COUNTED = re.compile(r"(?<=\d) a (coin|die)\b")
_RATIO = re.compile(r"\bin (?=\d+ ?: ?\d+(?! ?[=:\d]))")
_PLURALS = {"coin": "coins", "die": "dice"}
# What a noun is said to be begins with a number, a bracket, or one of these.
_SAID = re.compile(r"(?<=[a-z] )(?=[-+]?[\d√(\[{]|(?:equal|real|imaginary|drawn|divisible)\b)", re.IGNORECASE)
_ASKED = re.compile(r"(?:in )?how many(?: \w+)?|which(?: \w+)?", re.IGNORECASE)
_PREPOSITIONS = ("by", "from", "in", "on", "up to", "between", "with respect to", "for", "as", "with", "equal to")
# Where these verbs put the thing that Hindi has "in" or "by".
_PUTS = {
    "convert": {"in": "to"}, "express": {"in": "as"}, "add": {"in": "to"}, "arrange": {"by": "from"},
    "increase": {"in": "", "": "by"}, "decrease": {"from": "", "": "by"}, "make": {"by": "from"},
    "choose": {"by": "from"}, "pass": {"by": "through"},
}  # fmt: skip
_OF_PERCENT = {"add": "increase", "subtract": "decrease"}
_PAST = {
    "divide": "divided", "multiply": "multiplied", "add": "added", "subtract": "subtracted", "convert": "converted",
    "express": "expressed", "arrange": "arranged", "choose": "chosen", "make": "made", "draw": "drawn",
    "half": "halved", "triple": "tripled", "toss": "tossed", "throw": "thrown", "join": "joined", "find": "drawn",
    "solve": "solved",
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
    english = _LIMIT.sub("", english)
    english = _AT_LEAST.sub("at least 1", english)
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
    order = tables.order()
    own = (english for table in ("before_numbers", "particles", "nouns") for english in order[table])
    words = (word for english in own if "@" not in english for word in english.split() if len(word) > 2)
    return frozenset((*order["english"]["words"].split(), *words))


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
        if self.head and _AGE.match(self.head) and _NAME.fullmatch(self.owner):
            own = f"{self.owner.title()}'s {self.head}"
        else:
            own = f"{self.head} of {self.owner}" if self.owner and self.head else self.head or self.owner
        return " ".join(filter(None, (self.joined, own, self.behind))).strip()

    def said(self) -> str:
        """Return the noun as a statement about it: "radius of circle is 7 cm and height is 9 cm"."""
        parts = self.head.split(" and ")
        places = [None if "=" in part else _SAID.search(part) for part in parts]
        if places[0] is None or not self.head[: places[0].start()].strip():
            return self.written()
        told = [
            f"{part[: place.start()]}is {part[place.start() :]}" if place else part
            for part, place in zip(parts, places, strict=True)
        ]
        named = _Noun(parts[0][: places[0].start()].strip(), self.owner, self.joined, self.behind)
        told[0] = f"{named.written()} is {parts[0][places[0].start() :].strip()}"
        return " and ".join(told)


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
    when: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the verb has come, and something that it goes with before it."""
        return bool(self.verb) and bool(self.phrases or self.noun.written())

    def take_words(self, words: str) -> None:
        """Read words of the noun; "5 years later" is when all of it happens."""
        if found := _WHEN.match(words):
            self.when = f"after {found['time']}" if found["way"] == "later" else f"{found['time']} ago"
            words = words[found.end() :]
        words = words if self.noun.head else words.lstrip(" ,")
        self.noun.head = f"{self.noun.head} {words}".strip()

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
        if preposition == "in" and self.phrases and (found := _FORM.fullmatch(self.phrases[-1][1])):
            self.phrases[-1:] = [("", found["thing"]), ("in", found["form"])]

    def own(self, *, joins_later: bool) -> None:
        """Make the noun the owner of the one that follows; a phrase before it describes that one."""
        if self.noun.owner and (two := _TWO_NOUNS.fullmatch(self.noun.head)):
            self.noun.head = two["first"]
            self.close("subject")
            self.noun = _Noun(owner=two["second"])
        elif not self.noun.head and not self.noun.owner and self.phrases:
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
        clause.is_condition |= ending == "then"
        english = _english(clause)
        if english and not clause.verb and written.startswith(("if ", "when ")):
            english = f"find {english}"
        if clause.relative and not written and not english.startswith("when "):
            waiting = english
        elif english.startswith(("whose ", "which ", "if ")):
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
            clause.take_words(item.strip(":"))
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
        thing, rest = _object(clause)
        behind = f"{_GOING.get(clause.verb, clause.verb + 'ing')} {thing} {rest}"
    else:
        behind = "with " + _MEASURED.sub(r"\2 \1", clause.noun.written())
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
        does = "the result is" if clause.verb == "give" else f"{clause.verb}s"
        written = " ".join(filter(None, (does, *_object(clause))))
    elif clause.use in ("on", "was"):
        return _done(clause)
    else:
        written = _statement(clause)
    if clause.is_condition and clause.said_before:
        written = f"{clause.said_before} is {written}"
    lead = "if" if clause.is_condition and clause.verb != "give" else clause.relative
    return f"{lead} {written}".strip() if written else ""


def _done(clause: _Clause) -> str:
    """Return what is done to a thing, or what happens when it is: "when 7 is added to 3 times the number"."""
    clause.close("")
    thing, rest = _object(clause)
    if not thing:
        return ""
    of_that = " the number" if clause.relative and rest else ""
    lead = "if" if clause.is_condition else "when" if clause.use == "on" else ""
    return f"{lead} {thing} is {_PAST.get(clause.verb, clause.verb + 'd')} {rest}{of_that}".strip()


def _statement(clause: _Clause) -> str:
    if _MORE.search(clause.noun.head):
        clause.phrases = [("than" if how == "by" else how, text) for how, text in clause.phrases]
    rest = _phrases(clause)
    subject = next((text for how, text in clause.phrases if how == "subject"), "")
    if clause.use == "be" and subject:
        return f"{clause.when} {subject} is {clause.noun.written()} {rest}".strip()
    if clause.noun.head.startswith("kya "):
        return f"is {clause.noun.head.removeprefix('kya ')} {rest}".strip()
    if clause.use == "be" and rest.startswith("in ") and clause.noun.head:
        return f"there are {_LISTED.sub(', ', clause.noun.written())} {rest}"
    said = clause.noun.said() if clause.verb or clause.is_condition or clause.relative else clause.noun.written()
    return f"{clause.when} {said} {rest}".strip()


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
    """Return what the verb does something to, and the phrases that go with it, the prepositions being English ones."""
    if any(not how and text.endswith("%") for how, text in clause.phrases):
        clause.verb = _OF_PERCENT.get(clause.verb, clause.verb)
    puts = _PUTS.get(clause.verb, {})
    clause.phrases = [(puts.get(how, how), text) for how, text in clause.phrases]
    return " ".join(text for how, text in clause.phrases if not how), _phrases(clause)


def _phrases(clause: _Clause) -> str:
    """Return the nouns with prepositions."""
    return " ".join(f"{how} {text}" for how, text in clause.phrases if how not in ("", "subject"))
