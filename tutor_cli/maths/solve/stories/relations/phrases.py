"""English phrases of sums, multiples and equality, reduced one after another until an equation is left.

In a clause every unknown and every number is a mark, ⟨3⟩, for an expression. A rule takes marks and the words between
them and makes one mark of them: "⟨5⟩ more than ⟨2⟩ times ⟨x⟩" is "⟨5⟩ more than ⟨2x⟩", is "⟨2x + 5⟩".
"""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

MARK = re.compile(r"⟨(\d+)⟩")
# Clauses with more phrases than this are no school problems.
_MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Value:
    """An expression as typed maths; a sum takes brackets when it is multiplied."""

    typed: str
    is_sum: bool = False

    @property
    def factor(self) -> str:
        """The expression as a factor."""
        return f"({self.typed})" if self.is_sum else self.typed


def times(a: Value, b: Value) -> Value:
    """Return the product; of two letters or two numbers with a sign between."""
    if a.typed == "1":
        return b
    sign = " " if re.fullmatch(r"\d+(?:\.\d+)?", a.typed) and not b.typed[:1].isdigit() else "*"
    return Value(f"{a.factor}{'' if sign == ' ' and b.is_sum else sign}{b.factor}")


def plus(a: Value, b: Value) -> Value:
    """Return the sum."""
    return Value(f"{a.typed} + {b.typed}", is_sum=True)


def together(a: Value, b: Value) -> Value:
    """Return the sum of what is named with "and"."""
    return plus(a, b)


def minus(a: Value, b: Value) -> Value:
    """Return the difference."""
    return Value(f"{a.typed} - {b.factor}", is_sum=True)


def over(a: Value, b: Value) -> Value:
    """Return the quotient."""
    return Value(f"{a.factor}/{b.factor}" if b.typed.isdigit() else f"({a.typed})/({b.typed})")


def percent(a: Value, b: Value) -> Value:
    """Return that percentage of an expression."""
    return Value(f"{a.typed}/100*{b.factor}")


def raised(a: Value, b: Value) -> Value:
    """Return the expression with that percentage of it added."""
    return Value(f"{a.typed} + {b.typed}/100*{a.factor}", is_sum=True)


def lowered(a: Value, b: Value) -> Value:
    """Return the expression without that percentage of it."""
    return Value(f"{a.typed} - {b.typed}/100*{a.factor}", is_sum=True)


def _swapped(rule: Callable[[Value, Value], Value]) -> Callable[[Value, Value], Value]:
    return lambda a, b: rule(b, a)


_QUOTIENT = re.compile(r"\((?P<above>[^()]+)\)/\((?P<below>[^()]+)\)|(?P<a>\w)/(?P<b>\w)")
_FRACTION = re.compile(r"(?P<above>\d+)/(?P<below>\d+)")


def equal(a: Value, b: Value) -> Value:
    """Return the equation; of two fractions multiplied crosswise."""
    left, right = _QUOTIENT.fullmatch(a.typed), _FRACTION.fullmatch(b.typed)
    if left and right:
        above, below = left["above"] or left["a"], left["below"] or left["b"]
        return Value(f"{right['below']}({above}) = {right['above']}({below})")
    return Value(f"{a.typed} = {b.typed}")


def equal_more(a: Value, b: Value, c: Value) -> Value:
    """Return that the first is the second and the third."""
    return equal(a, plus(b, c))


def equal_less(a: Value, b: Value, c: Value) -> Value:
    """Return that the first is the second without the third."""
    return equal(a, minus(b, c))


def square(a: Value) -> Value:
    """Return the square."""
    return Value(f"{a.factor}^2")


_BE = (
    r"(?:is|are|was|were|equals?|will be|would be|must be|should be|has to be|comes to|gives?|makes?|becomes?|gets?|be|costs?"
    r"|weighs?|measures?|results? in|leaves?|amounts? to|adds? up to|has|have|contains?|scored?|earns?|gets?|got|=)"
    r"(?: (?:equal to|found to be|obtained|now|then|only|also|exactly|same as|the same as))*"
)
_MORE = r"(?:more|older|elder|greater|bigger|larger|longer|taller|heavier|higher|costlier|bigger|in excess)"
_LESS = r"(?:less|younger|smaller|shorter|fewer|lighter|cheaper|lower)"
_WHEN = r",? (?:is |are |when |if )*"
_THEN = r",? (?:and |then |i |you |we |if |is |when |it |he |she )*"
_TO_IT = r"(?: (?:to|from) (?:it|the result|the product|this|that))?"
_IT = r" ?(?:to|from) (?:it|the result|the product|this|that)"
_SO = r"(?:,? (?:and |then |i |you |we |he |she |the result |the answer |it |so |this |together |in all |altogether |both )*)?"
Rule = tuple[str, Callable[..., Value]]
# The table: the earlier rules bind their marks more closely.
RULES: tuple[Rule, ...] = (
    (r"square of E|E squared", square),
    (r"E% of E", percent),
    (r"E(?: times| of) E", times),
    (r"subtract E from E", _swapped(minus)),
    (r"add E to E", _swapped(plus)),
    (r"multiply E by E", times),
    (r"divide E by E", over),
    (rf"E{_THEN}multipl(?:y|ied)(?: it| the result| this)? by E", _swapped(times)),
    (rf"E{_THEN}divided?(?: it| the result| this)? by E", over),
    (rf"E{_THEN}add(?:ed)? E{_TO_IT}", plus),
    (rf"E{_THEN}subtract(?:ed)? E{_TO_IT}", minus),
    (rf"E,? (?:and |then )*E (?:is |was )?(?:then )?added{_IT}", plus),
    (rf"E,? (?:and |then )*E (?:is |was )?(?:then )?subtracted{_IT}", minus),
    (r"sum of E,? and E", plus),
    (r"difference (?:of|between) E and E", minus),
    (r"product of E and E", times),
    (r"E (?:divided by|upon) E", over),
    (rf"E{_WHEN}increased by E%", raised),
    (rf"E{_WHEN}(?:decreased|reduced) by E%", lowered),
    (rf"E{_WHEN}(?:increased by|plus) E", plus),
    (rf"E{_WHEN}(?:decreased by|reduced by|diminished by|minus) E", minus),
    (rf"E{_WHEN}(?:subtracted|taken away|taken|deducted) from E", _swapped(minus)),
    (rf"E{_WHEN}added to E", _swapped(plus)),
    (rf"E {_MORE} than E", _swapped(plus)),
    (rf"E {_LESS} than E", _swapped(minus)),
    (rf"E (?:{_BE} {_MORE} than|exceeds) E by E", equal_more),
    (rf"E {_BE} {_LESS} than E by E", equal_less),
    (r"E(?:,? and|,) E(?= (?:together|in all|altogether|cost|costs|is|are|add)\b)", together),
    (rf"E{_SO} ?{_BE} E", equal),
    (r"E = E", equal),
)  # fmt: skip


@dataclass
class Marks:
    """The expressions that the marks of a story stand for."""

    values: list[Value] = field(default_factory=list)

    def mark(self, value: Value) -> str:
        """Return a mark for an expression."""
        self.values.append(value)
        return f"⟨{len(self.values) - 1}⟩"

    def value(self, mark: str) -> Value:
        """Return what a mark stands for."""
        return self.values[int(mark.strip("⟨⟩"))]

    def reduced(self, clause: str) -> str:
        """Return the clause with its phrases reduced, to a single mark where it is understood as a whole."""
        for _ in range(_MOST_STEPS):
            step = next((made for rule in _COMPILED if (made := self._applied(rule, clause))), "")
            if not step:
                return clause
            clause = step
        return clause

    def _applied(self, rule: tuple[re.Pattern[str], Callable[..., Value]], clause: str) -> str:
        pattern, make = rule
        start = 0
        while found := pattern.search(clause, start):
            inputs = [self.value(mark) for mark in found.groups() if mark]
            if _may_join(make, inputs):
                return clause[: found.start()] + self.mark(make(*inputs)) + clause[found.end() :]
            start = found.start() + 1
        return ""


def _may_join(make: Callable[..., Value], inputs: list[Value]) -> bool:
    """Tell whether these can be the inputs of a rule: no equations, and "and" adds no mere numbers."""
    if any("=" in value.typed for value in inputs):
        return False
    return make is not together or all(re.search("[a-z]", value.typed) for value in inputs)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\bE\b", r"(⟨\\d+⟩)", pattern), re.IGNORECASE)


_COMPILED = tuple((_compiled(pattern), make) for pattern, make in RULES)
