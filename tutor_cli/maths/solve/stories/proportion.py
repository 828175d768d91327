"""The unitary method: 6 bowls cost 90 rupees, what do 10 cost; 15 workers take 48 hours, how long do 20 take."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import UNITS, Measure, measures, without_dozens

_LONGEST = 300
_WORKER = r"(?:men|man|worker|people|person|labourer|mason|pipe|tap|pump|machine|cow|horse|student|soldier|boy|girl|women|woman|typist|painter|carpenter|farmer|child|children|animal|goat|member|inlet|hour|day)s?\b"
_NO_NOUN = (
    "(?!cost|for|in|at|is|are|was|and|can|will|do|take|if|how|need|requir|mak|serv|uses?\\b|weigh|eats?\\b|ha[sv]"
)
_NOUN = re.compile(
    rf"\s+(?:such |more |identical |similar |other )*(?:{_NO_NOUN}|of\b|{_WORKER})[a-z]+ )?(?P<noun>{_NO_NOUN})[a-z]{{3,}})",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"%|profit|loss|gain|discount|interest|average|mean\b|ratio|more than|less than|older|probability|each|per annum|sum of|difference"
    r"|alone|together|both|area|perimeter|volume|radius|remain|left\b|and then\b|leak|another (?:tap|pipe)|towards|platform|(?<!how )long\b|wide|times|\bsaves?\b",
    re.IGNORECASE,
)
_WORKERS = re.compile(_WORKER)
_SHARED = re.compile(
    r"\b(?:work|job|wall|task|build|finish|complete|do it|dig|reap|plough|food|provisions?|fodder|ration|last|fill|empty|enough|paint|repair|road|harvest|field|read)\w*\b",
    re.IGNORECASE,
)
# What is asked of a kind of measure.
_ASKED = {
    "money": r"cost|price|how much|rupees|money|pay|earn|wage",
    "time": r"how long|time|days|hours|minutes|weeks|months|when|last\b",
    "length": r"how far|distance|how many (?:km|metres|kilomet)|length|how much",
    "volume": r"litres|how much|petrol|diesel|fuel|water|milk",
    "mass": r"kg|how much|weigh|weight|grams",
    "speed": r"speed|how fast",
}


def proportion_problem(text: str) -> Problem | None:
    """Return the problem of three numbers, two of which belong together and one to what is asked, or None."""
    plain = without_dozens(told(text[:_LONGEST]))
    if _NOT.search(plain):
        return None
    found = [item for item in measures(plain) if not (item.is_article and _thing(item, plain) == "")]
    if len(found) != 3:
        return None
    things = [_thing(item, plain) for item in found]
    first, second, third = things
    if "" in things or first == second or third not in (first, second) or any(item.per for item in found):
        return None
    wanted = second if third == first else first
    asked = question(plain)
    understood = _asks(wanted, asked) if asked else wanted == "money"
    return _problem(found, wanted, things, plain) if understood else None


def _problem(found: list[Measure], wanted: str, things: list[str], text: str) -> Problem | None:
    shared = _is_shared(things, text)
    if shared is None:
        return None
    own, other, new = found if things[2] == things[0] else (found[1], found[0], found[2])
    values = (own.value, other.value, new.into(own.unit) if own.unit else new.value)
    unit = other.unit
    name, hindi = _name(wanted, other)
    given = [
        Known("a", values[0], *_name(_thing(own, text), own), own.unit),
        Known("b", values[1], name, hindi, unit),
        Known("c", values[2]),
    ]
    if shared:
        lines = [Found("w", "a b", "story.all_of_it"), Found("x", "w/c", "story.shared_out", name, hindi, unit)]
    else:
        lines = [Found("u", "b/a", "story.for_one"), Found("x", "u c", "story.for_all", name, hindi, unit)]
    return problem(given, lines, ("x",))


def _thing(measure: Measure, text: str) -> str:
    """Return what a measure counts or measures: its kind, or the noun after it."""
    if measure.unit:
        return UNITS[measure.unit][0]
    found = _NOUN.match(text, measure.end)
    return _singular(found["noun"].lower()) if found else ""


def _singular(noun: str) -> str:
    if noun in ("men", "women", "children"):
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_shared(things: list[str], text: str) -> bool | None:
    """Tell whether more of one means less of the other; None where it may be either."""
    pair = set(things)
    if pair == {"speed", "time"}:
        return True
    if any(_WORKERS.match(thing) for thing in pair) and "time" in pair:
        return True if _SHARED.search(text) else None
    return False


def _asks(thing: str, asked: str) -> bool:
    if thing in _ASKED:
        return re.search(_ASKED[thing], asked, re.IGNORECASE) is not None
    noun = re.escape(thing.removesuffix("y"))
    return re.search(rf"how many (?:\w+ )?{noun}|number of {noun}", asked, re.IGNORECASE) is not None


def _name(thing: str, measure: Measure) -> tuple[str, str]:
    names = {"money": ("cost", "मूल्य"), "time": ("time", "समय"), "length": ("distance", "दूरी"), "volume": ("volume", "आयतन"),
             "mass": ("weight", "भार"), "speed": ("speed", "चाल")}  # fmt: skip
    if thing in names:
        return names[thing]
    return f"number of {_plural(thing)}", "संख्या"


def _plural(noun: str) -> str:
    if noun in ("men", "women", "children"):
        return noun
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
