"""From a story to equations: every clause becomes an equation or a question, and no number is left over."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.resources import files

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Mul, Relation, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.measures import measures, without_dozens
from tutor_cli.maths.solve.stories.relations.asking import asked_lines, compared, together
from tutor_cli.maths.solve.stories.relations.cast import Cast, Unknown
from tutor_cli.maths.solve.stories.relations.clauses import GOES_ON, SENTENCE, YEARS, Clause, clauses, worded
from tutor_cli.maths.solve.stories.relations.phrases import MARK, Marks, Value, equal, minus, plus
from tutor_cli.maths.solve.stories.relations.things import cast

# Longer texts are no school problems.
_LONGEST = 400
_AREAS = {"m": "m²", "cm": "cm²", "km": "km²"}
_POSSESSOR = re.compile(r"\b[A-Z]?[a-z]+['’]s (?=(?:father|mother|son|daughter|brother|sister|wife|husband)\b)")
_OF_AGE = re.compile(r"['’]s (?:present )?age\b", re.IGNORECASE)
_NOUNS = r"(?:ages|numbers|parts|integers|pieces|age)"
_THEM = rf"(?:(?:of |between )?(?:(?:their|these|the|both|all)(?: the| both| present| their)* {_NOUNS}|them|both|their)(?! of\b))"
_SUM = re.compile(
    rf"(?:the )?(?:present )?(?:sum|total)(?: age)? {_THEM}\b|their (?:present )?(?:sum|total)(?: age)?\b"
    rf"|(?:{_THEM}|they|both)(?= (?:will |would )?(?:add|total|sum))|together,? (?:they|their ages|both)\b|(?:they|both) together\b"
    r"|(?:they|their ages)(?= (?:are|is) \S+ (?:\w+ )?(?:together|in all|altogether))|whose sum",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    rf"(?:the )?difference {_THEM}|both k[aei] \w+ k[aei] difference|their difference|{_THEM}(?= differ)|they(?= differ)|both(?= differ)|whose difference",
    re.IGNORECASE,
)
_PRODUCT = re.compile(rf"(?:the )?product {_THEM}|their product|whose product", re.IGNORECASE)
_RATIO = re.compile(
    rf"(?:(?:⟨\d+⟩ and ⟨\d+⟩|they|both|{_THEM}) (?:are |is |be |were |will be )?)?(?:in (?:the |a )?ratio(?: of)?"
    rf"|(?:the )?ratio(?: (?:of|between) (?:⟨\d+⟩ (?:and|to) ⟨\d+⟩|{_THEM})| {_THEM})?(?: (?:is|was|will be|would be|becomes|be))?(?: of)?)"
    r" (?P<a>\d+) ?(?::|to|is to) ?(?P<b>\d+)",
    re.IGNORECASE,
)  # fmt: skip
_DIVIDE = re.compile(
    r"(?:(?:divide|split|break|cut|distribute)[a-z ]* )?⟨(?P<whole>\d+)⟩[a-z ]* (?:into|in) both(?: parts| numbers| pieces)?",
    re.IGNORECASE,
)
_TO_PART = re.compile(
    r",?(?: and)? ?\b(?:if|when|on|by)? ?(?:(?P<n>\d+) (?:is |are )?)(?P<way>added to|subtracted from|taken from) (?:its |the |both )?(?P<part>numerator|denominator),?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|(?:his|her) age)\b", re.IGNORECASE)
# As old as somebody is now, in a clause about another time.
_IS_NOW = re.compile(
    r"\b(?:I am|he is|she is) (?:now|today|at present)\b|\b(?:my|his|her) present age\b", re.IGNORECASE
)
_COUNT = re.compile(r"\b2 (?=(?:(?!digit)\w+ )?(?:numbers?|parts?|integers?|pieces?|persons|friends|people)\b)")
_BELOW_ZERO = re.compile(r"(?:^|(?<=[ (]))-$")
_WHEN = (Unknown(YEARS, "number of years", "वर्षों की संख्या"),)
# What is left of "how many times": no rule has read it.
_TIMES = re.compile(r"\b(?:times|ratio)\b", re.IGNORECASE)
_HOW_OLD = re.compile(r"\bhow old\b|\bages?\b", re.IGNORECASE)
# What was asked for beside the unknowns, where no rule has read that.
_OPERATION = re.compile(r"\b(?:difference|product|squares|cubes|reciprocals)\b", re.IGNORECASE)
# Stand for digits where no number is to be found.
_NO_DIGITS = "①②③④⑤⑥⑦⑧⑨⑩"


@cache
def _left_over() -> frozenset[str]:
    """Return the words that may be left of a clause when its equation is read."""
    words = files("tutor_cli.maths.solve.stories") / "data" / "words.toml"
    return frozenset(tomllib.loads(words.read_text(encoding="utf-8"))["left_over"])


@dataclass
class _Telling:
    """What is known of a story so far."""

    cast: Cast
    marks: Marks = field(default_factory=Marks)
    equations: list[Line] = field(default_factory=list)
    asked: list[Value] = field(default_factory=list)
    ascending: bool = False
    changes: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    below_zero: bool = False


def relation_problem(text: str) -> Problem | None:
    """Return the equations of a story about unknowns and what is asked of them, or None."""
    said = [part.strip(" .,;") for part in SENTENCE.split(GOES_ON.sub(", ", text)) if part.strip(" .,;?!")]
    plain = _COUNT.sub("both ", without_dozens(told(_OF_AGE.sub(" age", _POSSESSOR.sub("her ", text[:_LONGEST])))))
    people = cast(plain.replace("both ", "2 ")) if re.search(r"\d", plain) else None
    if people is None:
        return None
    lengths = [item.unit for item in measures(plain) if item.kind == "length"]
    telling = _Telling(people, unit=next(iter(lengths), "") if people.unit == "length" else people.unit)
    told_clauses = clauses(plain, moves=people.moves)
    if len(said) == len(told_clauses):
        told_clauses = [replace(clause, said=own) for clause, own in zip(told_clauses, said, strict=True)]
    for clause in told_clauses:
        if not _understood(clause, telling):
            return None
    return _problem(telling)


def _problem(telling: _Telling) -> Problem | None:
    unknowns = [*telling.cast.unknowns, *(_WHEN if Value(YEARS) in telling.asked else ())]
    letters = [unknown.letter for unknown in unknowns]
    if len(telling.equations) != len(letters):
        return None
    lines, asked = asked_lines(telling.cast, telling.asked, letters)
    named = {line.letter: telling.cast.named(line.typed) for line in lines}
    names = [(item.letter, item.en, item.hi) for item in unknowns]
    names += [(letter, name.en, name.hi) for letter, name in named.items() if name.en]
    units = dict.fromkeys((letter for letter in letters if letter != YEARS), telling.unit) | {
        letter: {"": telling.unit, "area": _AREAS.get(telling.unit, "")}.get(name.kind, "")
        for letter, name in named.items()
    }
    story = Story(
        (), tuple(asked), tuple(lines), tuple(telling.equations), tuple(names),
        tuple(units.items()) if telling.unit else (), telling.cast.whole, positive=not telling.below_zero,
    )  # fmt: skip
    try:
        trees = tuple(parse(line.typed, "typed") for line in telling.equations)
    except MathsError:
        return None
    return None if any(map(_is_of_itself, trees)) else Problem("quantity", trees, quantity="story", story=story)


def _is_of_itself(tree: Expr) -> bool:
    """Tell whether a quantity is so many times itself, `y = 3y`: what it is compared with was not understood."""
    match tree:
        case Relation((Symbol(name), Mul() as product), ("=",)):
            return {node.name for node in product.walk() if isinstance(node, Symbol)} == {name}
    return False


def _understood(clause: Clause, telling: _Telling) -> bool:
    """Take up what a clause says; False where a number or a phrase in it was not understood."""
    marks = telling.marks
    clause = _without_changes(clause, telling)
    body = _with_groups(_with_unknowns(worded(clause.body), clause, telling), clause, telling)
    body = _with_numbers(body, telling)
    if clause.asks and (difference := compared(body, marks)):
        telling.asked.append(difference)
        return True
    reduced = marks.reduced(worded(body))
    found = [marks.value(mark.group()) for mark in MARK.finditer(reduced)]
    equations = [value for value in found if "=" in value.typed]
    loose = [value for value in found if "=" not in value.typed]
    telling.equations += [Line("", value.typed, "story.said", clause.said) for value in equations]
    words = set(re.findall(r"[a-z]+", MARK.sub(" ", reduced).lower()))
    if equations and (not words <= _left_over() or (loose and not clause.asks)):
        return False
    if YEARS in clause.shift:
        telling.asked.append(Value(YEARS))
        return bool(equations)
    if clause.asks and not found and (asked := _of_all(reduced, clause.shift, telling)):
        telling.asked += asked
        return True
    if clause.asks and not equations and (_TIMES.search(reduced) or (not loose and _OPERATION.search(reduced))):
        return False
    if clause.asks and not equations:
        telling.asked += together(reduced, loose, telling.cast)
        return all(re.search(r"[a-z]", value.typed) for value in telling.asked)
    return not any(re.search(r"\d", value.typed) for value in loose)


def _of_all(reduced: str, shift: str, telling: _Telling) -> list[Value]:
    """Return what a question without a name asks of all unknowns: their ratio, or each at another time."""
    each = [_moved(item.letter, shift) for item in telling.cast.unknowns]
    if not shift or not telling.cast.moves:
        return []
    if _TIMES.search(reduced):
        return [Value("/".join(value.factor for value in each))] if len(each) == 2 else []
    return each if _HOW_OLD.search(reduced) else []


def _without_changes(clause: Clause, telling: _Telling) -> Clause:
    """Note what the clause adds to one part of a fraction, and return it without that."""
    telling.changes = {}
    for found in _TO_PART.finditer(clause.body):
        way = "-" if found["way"].startswith(("sub", "ta")) else ""
        telling.changes[found["part"][0]] = f"{way}{found['n']}"
    return replace(clause, body=_TO_PART.sub(" ", clause.body)) if telling.changes else clause


def _with_unknowns(body: str, clause: Clause, telling: _Telling) -> str:
    """Put marks for the unknowns, as they are at the time of the clause."""
    shift = clause.shift
    if shift and len(telling.cast.unknowns) == 1:
        body = _IS_NOW.sub(lambda _: telling.marks.mark(Value(telling.cast.unknowns[0].letter)), body)
    for pattern, typed in telling.cast.calls:
        body = re.sub(pattern, partial(_called, typed=typed, shift=shift, telling=telling), body, flags=re.IGNORECASE)
    if (
        telling.cast.moves
        and (found := _PRONOUN.search(body))
        and (YEARS in shift or not (clause.asks and len(telling.cast.unknowns) > 1))
    ):
        letter = telling.cast.unknowns[0].letter
        body = (
            f"{body[: found.start()]}{_called(found, typed=letter, shift=shift, telling=telling)}{body[found.end() :]}"
        )
    if re.search(r"times(?: as old)?$", body) and len(telling.cast.unknowns) > 1:
        body = f"{body} {telling.marks.mark(_moved(telling.cast.unknowns[1].letter, shift))}"
    return body


def _called(found: re.Match[str], *, typed: str, shift: str, telling: _Telling) -> str:
    if not typed:
        return " "
    if typed.startswith("is "):
        return f"is {telling.marks.mark(Value(typed[3:], is_sum=True))}"
    if typed.endswith(" is"):
        return f"{telling.marks.mark(Value(typed[:-3], is_sum='-' in typed))} is "
    if typed.startswith("# "):
        count, letter = found["n"], typed[2:]
        return telling.marks.mark(Value(letter if count == "1" else f"{count} {letter}"))
    if "/" in typed:
        return telling.marks.mark(_fraction(typed, shift, telling))
    return telling.marks.mark(_moved(typed, shift))


def _fraction(typed: str, shift: str, telling: _Telling) -> Value:
    """Return the fraction with what is added to both of its parts, or to one of them."""
    parts = typed.split("/")
    changes = [shift or telling.changes.get(part, "") for part in parts]
    moved = [f"({_moved(part, by).typed})" if by else part for part, by in zip(parts, changes, strict=True)]
    return Value(
        "/".join(moved if any(changes) and all(changes) else [f"({part.strip('()')})" for part in moved])
        if any(changes)
        else typed
    )


def _moved(typed: str, shift: str) -> Value:
    value = Value(typed, is_sum="+" in typed and not typed.endswith(")"))
    if shift:
        return (minus if shift.startswith("-") else plus)(value, Value(shift.removeprefix("-")))
    return value


def _with_groups(body: str, clause: Clause, telling: _Telling) -> str:
    """Put marks for what is said of all unknowns together: their sum, their difference, their ratio."""
    marks, unknowns = telling.marks, telling.cast.unknowns
    if len(unknowns) == 1:
        return body
    each = [_moved(item.letter, clause.shift) for item in unknowns]
    total = each[0]
    for value in each[1:]:
        total = plus(total, value)
    body = _RATIO.sub(lambda found: _ratio(found, each, telling), body)
    gap = minus(each[1], each[0]) if telling.ascending else minus(each[0], each[1])
    body = _SUM.sub(lambda _: marks.mark(total), body)
    body = _DIFFERENCE.sub(lambda _: marks.mark(gap), body)
    body = _PRODUCT.sub(lambda _: marks.mark(Value("*".join(value.factor for value in each))), body)
    return re.sub(r"\bdiffer(?:s|ence)? (?:by|is|in)\b", "is", body)


def _ratio(found: re.Match[str], each: list[Value], telling: _Telling) -> str:
    named = [telling.marks.value(mark.group()) for mark in MARK.finditer(found.group())]
    first, second = named if len(named) == 2 else each[:2]
    telling.ascending = int(found["a"]) < int(found["b"])
    return telling.marks.mark(Value(f"{found['b']}{_times(first)} = {found['a']}{_times(second)}"))


def _times(value: Value) -> str:
    return value.factor if value.is_sum else f" {value.typed}"


def _with_numbers(body: str, telling: _Telling) -> str:
    """Put marks for the numbers, their units left out."""
    pieces, done = [], 0
    plain = MARK.sub(lambda mark: "⟨" + "".join(_NO_DIGITS[int(digit)] for digit in mark[1]) + "⟩", body)
    for measure in measures(plain):
        unit = "%" if measure.unit == "%" else ""
        below = _BELOW_ZERO.search(body[done : measure.start])
        telling.below_zero = telling.below_zero or below is not None
        before = body[done : measure.start - 1] if below else body[done : measure.start]
        value = Value(f"-{measure.value}", is_sum=True) if below else Value(measure.value)
        pieces += [before, telling.marks.mark(value), unit]
        done = measure.end
    body = "".join([*pieces, body[done:]])
    letters = [item.letter for item in telling.cast.unknowns]
    return _DIVIDE.sub(lambda found: _divided(found, letters, telling), body)


def _divided(found: re.Match[str], letters: list[str], telling: _Telling) -> str:
    whole = telling.marks.values[int(found["whole"])]
    return telling.marks.mark(equal(Value(" + ".join(letters)), whole))
