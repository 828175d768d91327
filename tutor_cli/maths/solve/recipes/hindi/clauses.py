"""The clauses of a marked Hindi sentence, read from the left: a postposition closes the noun before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tutor_cli.maths.solve.recipes.hindi import verbs
from tutor_cli.maths.solve.recipes.hindi.nouns import Noun

_MARK = re.compile(r"@([^@]+)@")
_PREPOSITIONS = (
    *("by", "from", "in", "on", "up to", "between", "with respect to", "for", "as", "with", "equal to"),
    *("instead of", "inside", "outside", "without"),
)
_PLACES = ("", "in", "on", "inside", "outside", "from", "by")
# "blue hone ki", "king aane ki"
_EVENT = re.compile(r"^[\s,]*(?:its )?(.+?) ((?:not )?(?:being|getting|drawing))$")
# "ram ka age syam ka ...": what the age is compared to.
_TWO_NOUNS = re.compile(r"(?P<first>age|height|weight|salary|income) (?P<second>(?!and\b)[A-Za-z ]+)")
# "kya x - 2 polynomial x^2 - 4 ka ...", "kya (1, 2) circle par ...": what is asked of one thing and another.
_TWO_THINGS = re.compile(
    r"(?P<first>\S.*?)(?<!this)(?<!that)(?<!its) (?P<second>(?:this|that|its?|origin|point|[xy][ -]axis"
    r"|polynomial|equation|line|curve|circle|AP|GP|set|triangle|graph)\b.*)"
)
_WHEN = re.compile(r"(?P<time>\d+ (?:years|months|days)) (?P<way>later|first|ago)(?:\s+|$)")
# "koi dhan 5 varsh me": what it is, and how long it takes.
_IN_TIME = re.compile(r"(?P<thing>[A-Za-z][A-Za-z ]*) (?P<time>\d\S* (?:years|months|days|hours|minutes|seconds))")
# "sankhya ka 3 guna usse ...": what is said of something and itself.
_THEN_IT = re.compile(r"(?P<noun>.+) it")
# "ghadi 15% munafe par": what it is, and at what gain.
_AT_GAIN = re.compile(
    r"(?P<thing>[A-Za-z][A-Za-z ]*|\d\S* rupees) "
    r"(?P<gain>\d\S*(?: ?%| percentage| percent)(?: yearly| simple| compound)* (?:profit|loss|discount|interest))"
)
# "aayatan litre me": the volume, in litres.
_FORMS = "litres|ml|decimal|fraction|mixed fraction|percent|cm|metres|km|minutes|hours|seconds"
_FORM = re.compile(rf"(?P<thing>.+)(?<!\bmixed) (?P<form>{_FORMS})")
# "derivative x = 1 par"
_POINT = re.compile(r"\(.*\)|[a-z] = \S+")
_AT = re.compile(r"(?P<thing>.*[a-z]{3}.*) (?P<place>[a-z] = \S+)")
# "y = x^2 - 4 ka x = 2 par tangent": the curve's tangent there.
_PLACE = re.compile(r"[a-z] = \S+")
# "uske paad se 30 m door ek bindu se"
_AWAY = re.compile(r"(?P<far>\d\S* \w+) far (?:a )?point")
# "6 cm radius wala"
_MEASURED = re.compile(r"^(\d\S*(?: (?:cm|m|mm|km|metres|units?))?) (radius|diameter|side|height|base|length|edge)$")


@dataclass
class Clause:
    """A clause as far as it has been read: its nouns by their prepositions, its verb, and the noun being read."""

    noun: Noun = field(default_factory=Noun)
    phrases: list[tuple[str, str]] = field(default_factory=list)
    verb: str = ""
    use: str = ""
    whether: bool = False
    negated: bool = False
    only: bool = False
    is_condition: bool = False
    relative: str = ""
    said_before: str = ""
    when: str = ""
    purpose: str = ""
    question: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the verb has come, and something that it goes with before it."""
        return bool(self.verb) and bool(self.phrases or self.noun.written())

    def take_words(self, words: str) -> None:
        """Read words of the noun; "kya" before them asks whether, and "5 years later" is when all of it happens."""
        if words.startswith("kya ") and not (self.noun.head or self.noun.owner or self.phrases):
            self.whether, words = True, words.removeprefix("kya ")
        if found := _WHEN.match(words):
            self.when = f"after {found['time']}" if found["way"] == "later" else f"{found['time']} ago"
            words = words[found.end() :]
        words = words if self.noun.head else words.lstrip(" ,")
        if before := _THEN_IT.fullmatch(words):
            self.noun.head = f"{self.noun.head} {before['noun']}".strip()
            self.close("subject")
            words = "it"
        self.noun.head = f"{self.noun.head} {words}".strip()

    def close(self, preposition: str) -> None:
        """Put the noun behind a preposition, "" being the object, and begin a new one."""
        if preposition == "on" and (found := _AT.fullmatch(self.noun.head)):
            self.noun.head = found["thing"]
            self.phrases += [("", self.noun.written()), ("at", found["place"])]
            self.noun = Noun()
        if preposition == "on" and self.noun.owner and _PLACE.fullmatch(self.noun.head):
            self.phrases.append(("at", self.noun.head))
            self.noun = Noun(owner=self.noun.owner)
            return
        if preposition == "on" and (found := _AT_GAIN.fullmatch(self.noun.head)):
            self.noun.head = found["thing"]
            self.phrases.append(("", self.noun.written()))
            self.noun = Noun(found["gain"])
        if (self.whether or self.question) and preposition in _PLACES and not self.noun.owner:
            self._part()
        if preposition == "with respect to" and self.noun.owner:
            self.phrases.append(("", self.noun.owner))
            self.noun.owner = ""
        if written := self.noun.written().strip(" ,"):
            if preposition == "up to" and self.phrases and self.phrases[-1][0] == "by":
                preposition, written = "from", f"{self.phrases.pop()[1]} to {written}"
            elif (away := _AWAY.fullmatch(written)) and self.phrases and self.phrases[-1][0] == "by":
                preposition, written = "from", f"a point {away['far']} away from {self.phrases.pop()[1]}"
            at = preposition == "on" and not self.whether and _POINT.fullmatch(written)
            self.phrases.append(("at" if at else preposition, written))
        self.noun = Noun()
        if preposition == "in" and self.phrases and (found := _IN_TIME.fullmatch(self.phrases[-1][1])):
            self.phrases[-1:] = [("subject", found["thing"]), ("in", found["time"])]
        elif preposition == "in" and self.phrases and (found := _FORM.fullmatch(self.phrases[-1][1])):
            self.phrases[-1:] = [("", found["thing"]), ("in", found["form"])]

    def _part(self) -> None:
        """Part what is asked about from what it is asked of, where the two stand side by side."""
        if two := _TWO_THINGS.fullmatch(self.noun.head):
            self.phrases.append(("subject", two["first"]))
            self.noun = Noun(two["second"])

    def own(self) -> None:
        """Make the noun the owner of the one that follows; a phrase before it describes that one."""
        if self.whether and not self.noun.owner:
            self._part()
        if self.noun.owner and (two := _TWO_NOUNS.fullmatch(self.noun.head)):
            self.noun.head = two["first"]
            self.close("subject")
            self.noun = Noun(owner=two["second"])
        elif not self.noun.head and not self.noun.owner and self.phrases:
            preposition, written = self.phrases.pop()
            self.noun = Noun(behind=f"{preposition} {written}")
        elif self.noun.owner and " and " in f" {self.noun.head} ":
            first, _, second = self.noun.head.partition(" and ")
            joined = Noun(first, self.noun.owner, self.noun.joined, self.noun.behind).written()
            self.noun = Noun(owner=second, joined=f"{joined} and")
        else:
            self.noun = Noun(owner=_EVENT.sub(r"\2 \1", self.noun.written()))

    def parts(self) -> tuple[str, str]:
        """Return what the verb does something to, and the phrases that go with it, as the English verb has them."""
        self.close("")
        self.verb, self.phrases = verbs.with_phrases(self.verb, self.phrases)
        return " ".join(text for how, text in self.phrases if not how), self.phrased()

    def phrased(self) -> str:
        """Return the nouns with prepositions."""
        return " ".join(f"{how} {text}" for how, text in self.phrases if how not in ("", "subject"))

    @property
    def subject(self) -> str:
        """Who does it, or what something is said of; nothing where it has not been told apart."""
        return next((text for how, text in self.phrases if how == "subject"), "")


def clauses(text: str) -> Iterator[tuple[Clause, str]]:
    """Yield the clauses of a sentence, each with the mark that ends it."""
    clause = Clause()
    items = [item.strip() for item in _MARK.split(text)]
    for index, item in enumerate(items):
        if index % 2 == 0:
            if clause.is_whole and item.strip(" ,:"):
                yield clause, ""
                clause = Clause()
            clause.take_words(item.strip(":"))
            continue
        if _ends(clause, item):
            yield clause, item
            clause = Clause()
        if item == "if" and clause.noun.written():
            clause.said_before, clause.noun = clause.noun.written(), Noun()
        if not _notes(clause, item):
            _take(clause, item)
    yield clause, ""


def _ends(clause: Clause, mark: str) -> bool:
    """Tell whether a mark ends the clause: what follows a verb is a clause of its own."""
    if mark in ("then", "whose", "which"):
        return True
    return clause.is_whole and mark not in ("wale", "be") and (mark != "and" or clause.use in ("be", "ask", "was"))


def _notes(clause: Clause, mark: str) -> bool:
    """Note what kind of clause a mark makes it, wherever it stands; tell whether the mark is one of these."""
    if mark == "if":
        clause.is_condition = True
    elif mark in ("whose", "which"):
        clause.relative = mark
    elif mark == "not":
        clause.negated = True
    elif mark == "only":
        clause.only = True
    elif mark.startswith("asks "):
        clause.question = mark.removeprefix("asks ")
    else:
        return False
    return True


def _take(clause: Clause, mark: str) -> None:
    use, _, name = mark.partition(" ")
    if mark == "ka" and (clause.phrases or clause.noun.written()):
        clause.own()
    elif mark == "ko":
        clause.close("")
    elif mark == "ne":
        clause.close("subject")
    elif mark == "and":
        clause.noun.head = f"{clause.noun.head} and" if clause.noun.head else clause.noun.head
    elif mark == "wale":
        clause.noun = _described(clause)
    elif mark == "be":
        clause.verb, clause.use = clause.verb or "be", clause.use or "be"
    elif mark in _PREPOSITIONS:
        clause.close(mark)
    elif use in verbs.uses():
        clause.verb, clause.use = name, use
        if use == "that":
            clause.noun = _described(clause)
        elif use == "to":
            clause.purpose = " ".join(("to", clause.verb, *clause.parts())).strip()
            clause.verb, clause.use, clause.phrases = "", "", []


def _described(clause: Clause) -> Noun:
    """Return the noun to come with what is said of it before: "joining A and B", "with radius 6 cm"."""
    if clause.verb:
        thing, rest = clause.parts()
        behind = f"{verbs.going(clause.verb)} {thing} {rest}"
        clause.phrases = []
    else:
        behind = "with " + _MEASURED.sub(r"\2 \1", clause.noun.written())
    clause.verb = clause.use = ""
    return Noun(behind=behind.strip())
