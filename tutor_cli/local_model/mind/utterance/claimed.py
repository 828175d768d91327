"""What a pupil claims: the value he states or asks about, whose it is, and for which problem; nothing is computed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tutor_cli.local_model.mind.subject.reference import lead_removed
from tutor_cli.local_model.mind.utterance.answers import is_value
from tutor_cli.local_model.mind.utterance.claim_cues import apart, asks_for_something, listed
from tutor_cli.local_model.mind.utterance.keys import is_among
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_quantity, quantities_named
from tutor_cli.local_model.mind.utterance.slots import in_digits
from tutor_cli.local_model.mind.utterance.spoken_answer import joined, spoken_answer
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.solve.formulas import formula
from tutor_cli.maths.solve.properties.reading import property_problem
from tutor_cli.maths.spoken import find_spans

# Longer utterances tell a story.
_LONGEST = 24
# So many words that say nothing of a claim may stand beside one: "the boy's speed is 12, right?".
_MOST_UNKNOWN = 3
_SHORT = 3
_LONGEST_ABOUT = 8
_BOTH = 2
_CLAIMING = frozenset(("states", "asks", "one_of", "slip", "tries", "denies"))
_NAMED_PROBLEM = re.compile(r"\s(?:for|of)\s+(?=[^;]*\d)", re.IGNORECASE)
_DEFINES = re.compile(r"\s*[A-Z] ?=")
_ONE_NUMBER = re.compile(r"-?\d[\d./]*%?(?=\D*$)")
_RUN_TOGETHER = re.compile(r"(?<![A-Za-z])([a-z])(e\^)")
_UNASSIGNED = re.compile(r"^(?:to |so )?(?P<letter>[a-z]) (?:is |hai )?(?=-?\d)", re.IGNORECASE)
_IS = re.compile(r"^[\s;,]*(?:so\s+)?(?:is|are|does|do|kya|क्या)\s+", re.IGNORECASE)
_COMPUTED = re.compile(
    r"[\^+*/×÷√(]|\d\s*-|\b(?:times|plus|minus|power|squared|cubed|into|root|sqrt|over|by|sin|cos|tan|log)\b"
)
_EQUAL = re.compile(
    r"\s+(?:is equal to|equal to|equals?|is the same as|the same as|same as|is|are|barabar|बराबर)\s+|\s*=\s*",
    re.IGNORECASE,
)
# "kya cos 30 bhi 1/2 hota hai", "sin 60 ka maan 1/2 hai kya"
_STATED_HI = re.compile(
    r"^\W*(?=.*(?<!\w)(?:kya|क्या|na|sahi|सही)(?!\w))(?:(?:kya|क्या|to|तो)\s+)*(?P<left>.+?)\s+"
    r"(?:(?:ka maan|ki value|ka value|bhi|का मान|की वैल्यू|भी)\s+)*(?P<right>[-√]?\d\S*|(?:√|root )\S+)\s+"
    r"(?:ke\s|के\s)?(?:barabar|hot[aie]|hai|बराबर|होत[ाीे]|है)(?!\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<![A-Za-z\\])[a-zA-Z](?![A-Za-z])")
_GOES_ON = r"\s+(?:by|over|upon|out of|into|times|plus|minus|squared|cubed|point|bata|बटा)\b"
_VALUE = r"(?P<value>-?\d+(?:,\d{2,3})*(?:\.\d+)?(?:/\d+)?(?: ?%)?)" + rf"(?![\w^*/+=(]|\s*[-^*/+=]|{_GOES_ON})"
# "I got 3310 for three years", "3 saal ke liye 1261 aaya", "I think the slope at x = 2 is 3"
_AFTER_CUE = re.compile(rf";\s*(?:rs\.?\s?|₹\s?)?{_VALUE}(?=[^;]*[a-z])", re.IGNORECASE)
_BEFORE_CUE = re.compile(rf"(?<![\w^*/+=<>≤≥-])(?<![\^*/+=<>≤≥-]\s){_VALUE}\s*(?:[^\W\d]+\s*)?;", re.IGNORECASE)
_AFTER_IS = re.compile(rf"(?P<about>[^;]*\w{{3,}}[^;]*)\s(?:is|was|are|comes to)\s+{_VALUE}", re.IGNORECASE)
_IS_VALUE = re.compile(
    rf"\W*(?:(?:so|and|then)\W+)?(?:is|was) (?P<about>(?:the|its|their) .*[a-z]) {_VALUE}\W*$", re.IGNORECASE
)
_OVER = r" ?(?:/|\bby\b|\bover\b|\bupon\b|\bbata\b|\bbate\b|बटा|बटे) ?"
_NAMED_VALUE = re.compile(
    rf"(?<![\w.^/+*-])(?:[-−]|minus )?(?:root |√)?\d+(?:\.\d+)?(?:{_OVER}\d+)?"
    r"(?: ?(?:pi\b|π|%|percent\b))?(?![\w^(]|\s*[-+*/^=]|\.\d| times\b|वाँ|वां|वें|वीं)"
)
# "The median is 17?", "guna 35/54 hona chahiye"
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|be)\s*$", re.IGNORECASE)
_IS_AFTER = re.compile(
    r"^\W*(?:hai|hain|hoga|hogi|hona|honi|aaya|aayi|nikla|nikli|है|हैं|होगा|होगी|होना|होनी|आया|आयी|आई|निकला)(?!\w)"
)
_IS_NAME = re.compile(r"(?!.*\d(?: times|[a-z])\b)(?=.*[^\W\d])[^=+*^<>]+$")
# "Is 20 a term?" asks of 20.
_THE = re.compile(r"^\W*the\b", re.IGNORECASE)
_FOLLOWS = re.compile(r"^\W*(?:(?:and|so|but)\W+)*(?:what|how) about\b", re.IGNORECASE)
# "The radius is 7" tells what is given.
_GIVES = re.compile(r"^\W*(?:the|its) [a-z ]+ is \S+\W*$", re.IGNORECASE)
_POLAR = re.compile(
    r"^\W*(?:(?:so|and|but|then)\W+)*(?:is|are|was|were|isn'?t|aren'?t|should|shouldn'?t|wasn'?t|kya|क्या)(?!\w)",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"(?:for|of)\s+(?!me\b|my\b|example\b)\w", re.IGNORECASE)
# One of several values: "2 and |3".
_LISTED = re.compile(
    r"(?:\b(?:and|or|aur|ya)|और|या|,)\s*\||\|\s*(?:(?:and|or|aur|ya|और|या)(?!\w)|,)\s*-?[\d(]", re.IGNORECASE
)
# "kaunsa pad 61 hai" asks which one it is.
_WHICH = re.compile(r"^\W*(?:and |so |then )?which\b|\b(?:kaun|konsa|konsi)|कौन", re.IGNORECASE)
_FOR_LETTER = re.compile(r"(?P<value>-?\d+(?:\.\d+)?(?:/\d+)?) for (?P<letter>[a-z])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A value as the checker reads it and the cues it was found with; `problem` where the claim names its own.

    `about` is what is said beside the value, with numbers or names of its own: "for three years compounded yearly".
    A `side` one is about a step to the problem in hand, which stays in hand.
    A `named` one is of a quantity called by its name.
    With `is_equation` the claim is that the problem equals the value: "is 2^3 times 2^4 equal to 2^7?".
    """

    value: str
    cues: frozenset[str] = field(default_factory=frozenset)
    problem: str = ""
    about: str = ""
    is_equation: bool = False
    named: bool = False
    side: bool = False

    @property
    def brings_data(self) -> bool:
        """Whether it is about something else than what is in hand: with its own numbers, or "for red"."""
        of_other = _OF_SOMETHING.match(self.about) and not quantities_named(self.about)
        return has_quantity(self.about) or bool(of_other)

    @property
    def asks_whether_one(self) -> bool:
        """Whether the pupil asks if this is a solution, not if it is the whole answer."""
        return (
            not self.is_equation
            and bool(self.cues & {"one_of", "tries", "denies"})
            and not self.cues & {"only", "states"}
        )


# The numbers something is taken of: "the average of 12 and 18".
_TAKEN_OF = re.compile(
    r"\b(?:sum|average|mean|product|difference|lcm|hcf) of \d+(?:, ?\d+)*,? and \d+(?!.*(?:\bis\b|=).*\d)",
    re.IGNORECASE,
)
# "and 0.1666 recurring?" asks the same of another number.
_ANOTHER = re.compile(r"\W*(?:and|aur|और|what about)(?!\w)", re.IGNORECASE)


def claim_in(text: str) -> Claim | None:
    """Return the claim in an utterance, or None where it makes none or asks for something else.

    "Is the square root of 49 rational?" claims nothing of what is in hand: it is a question of its own.
    """
    claim = None if _TAKEN_OF.search(text) else _claim_in(text)
    if claim is not None and r"\ldots" in claim.value and _ANOTHER.match(text):
        return None
    asked = property_problem(text) if claim is not None else None
    return claim if asked is None or asked.quantity == "same" else None


def _claim_in(text: str) -> Claim | None:
    text = _FOR_LETTER.sub(r"\g<letter> = \g<value>", text)
    if len(tokens(text)) > _LONGEST or not has_quantity(text) or _WHICH.search(text):
        return None
    cues, rest = apart(text)
    if _IS.match(text) and (stated := _statement(text, cues)) is not None:
        return stated
    beside = _with_data(rest, cues) or _asked_to_be(text, cues)
    if beside is not None and not asks_for_something(rest, named=True):
        return beside
    if asks_for_something(rest):
        return None
    equal = _STATED_HI.match(text)
    if equal and (claim := _equation(cues, equal["left"], equal["right"])):
        return claim
    if _IS.match(text) or "asks" in cues:
        stated = _statement(rest, cues)
        if stated is not None:
            return stated
    if not cues & _CLAIMING:
        return _bare(text)
    value, problem = _value_and_problem(rest)
    if (
        not value
        or not _may_be_claimed(value, cues)
        or (not problem and "states" not in cues and _tells_more(rest, value))
    ):
        return None
    return Claim(_as_assigned(value), cues, problem)


def named_claim_in(text: str) -> Claim | None:
    """Return the claim of a value for something named, "isn't the median 17?": `about` is the name; or None."""
    if len(tokens(text)) > _LONGEST or _TAKEN_OF.search(text):
        return None
    digits = in_digits(text)
    cues, rest = apart(digits)
    found = list(_NAMED_VALUE.finditer(rest))
    if not found or _FOLLOWS.match(text) or asks_for_something(rest, named=True):
        return None
    value = found[-1]
    if _POLAR.fullmatch(rest[: value.start()].strip()) and not _THE.match(rest[value.end() :]):
        return None
    stands = _IS_BEFORE.search(rest[: value.start()]) or _IS_AFTER.match(rest[value.end() :])
    states = ("states" in cues or stands) and not _GIVES.match(digits)
    if not (states or cues & {"asks", "slip"} or _POLAR.match(digits)):
        return None
    about = [_bare_name(part) for part in (rest[: value.start()], rest[value.end() :])]
    name = " ".join(filter(None, about))
    said = re.sub(_OVER, "/", value.group().strip())
    return Claim(said, cues, about=name) if _IS_NAME.match(name) and not has_formula(name) else None


def _bare_name(text: str) -> str:
    """Return what of a text names something: its words without those that only claim."""
    kept = [word for word in tokens(text) if not is_among(word, listed("stating"))]
    return text[kept[0].start : kept[-1].end].replace(";", " ") if kept else ""


def _bare(text: str) -> Claim | None:
    """Return the claim of a value that is all that is said; what names an object by a capital letter claims nothing."""
    if not is_value(text) or lead_removed(text) or _DEFINES.match(text):
        return None
    return Claim(_as_assigned(spoken_answer(text)))


def _tells_more(rest: str, value: str) -> bool:
    """Tell whether there are numbers beside the value, as in a problem of its own."""
    return len(re.findall(r"\d+", rest)) > len(re.findall(r"\d+", value)) + 1


def _statement(rest: str, cues: frozenset[str]) -> Claim | None:
    """Return the claim that two expressions are equal, "(2^3)^4 is 2^7": the first is the problem of it."""
    parts = [part.strip(" ;,.?!") for part in _EQUAL.split(_IS.sub("", rest))]
    return _equation(cues, *parts) if len(parts) == _BOTH else None


def _equation(cues: frozenset[str], left: str, right: str) -> Claim | None:
    if not (_is_formula(left) and _is_formula(right)) or not _COMPUTED.search(left):
        return None
    is_open = _LETTER.search(left) and not _LETTER.search(right)
    return None if is_open else Claim(right, cues, left, is_equation=True)


def _with_data(rest: str, cues: frozenset[str]) -> Claim | None:
    """Return a value stated beside a cue or after "is", and what is said about it with other numbers or names."""
    if not cues & {"states", "asks"} or _value_and_problem(rest)[1]:
        return None
    found = _AFTER_IS.search(rest) or _AFTER_CUE.search(rest) or _BEFORE_CUE.search(rest)
    if found is None or _LISTED.search(f"{rest[: found.start('value')]}|{rest[found.end('value') :]}"):
        return None
    about = f"{rest[: found.start()]} {found.groupdict().get('about') or ''} {rest[found.end() :]}"
    about = " ".join(about.replace(";", " ").split()).strip(" ,.?!")
    tells = has_quantity(about) or quantities_named(about) or _OF_SOMETHING.match(about)
    named = 1 < len(about.split()) <= _LONGEST_ABOUT and tells
    return Claim(_as_assigned(found["value"].strip()), cues, about=about) if named else None


def _asked_to_be(text: str, cues: frozenset[str]) -> Claim | None:
    """Return the claim in a question of a named thing: "is the 15th term 74?"."""
    found = _IS_VALUE.match(text)
    return Claim(found["value"].strip(), cues | {"asks"}, about=found["about"]) if found else None


def _value_and_problem(rest: str) -> tuple[str, str]:
    """Return the value, and the problem said to be its own: "5/7 for 2/3 + 3/4"."""
    if named := _NAMED_PROBLEM.search(rest):
        value, problem = _value(rest[: named.start()]), rest[named.end() :].strip(" ;,.?!")
        if value and _is_formula(problem):
            return value, problem
    return _value(rest), ""


def _value(rest: str) -> str:
    """Return the last value in what the cues leave over, written or spoken."""
    parts = [part for part in rest.split(";") if has_quantity(part)]
    unknown = [word for word in tokens(rest) if len(word.plain) > _SHORT and not is_function_word(word)]
    if not parts or len(unknown) > _MOST_UNKNOWN:
        return ""
    said = _RUN_TOGETHER.sub(r"\1 \2", joined(parts[-1]))
    spoken, spans = spoken_answer(said), find_spans(said)
    written = said[spans[-1].start : spans[-1].end] if spans else ""
    return max(spoken, written, key=len) or (_ONE_NUMBER.search(said) or [""])[0]


def _as_assigned(value: str) -> str:
    """Return "x 3 or -3" as it is meant, "x = 3 or -3"."""
    return _UNASSIGNED.sub(r"\g<letter> = ", joined(value))


def _may_be_claimed(value: str, cues: frozenset[str]) -> bool:
    """Tell whether these cues make a claim of the value: an equation is only claimed by who says that he got it."""
    if cues & {"states", "asks", "slip", "only"}:
        return True
    return is_value(value) or re.fullmatch(r"\s*[a-z]?\s*=?\s*[^=<>]+", value) is not None


def _is_formula(text: str) -> bool:
    if is_value(text) or any(span.end - span.start >= len(text.strip()) - 1 > 0 for span in find_spans(text)):
        return True
    return _COMPUTED.search(text) is not None and formula(text, "en") is not None
