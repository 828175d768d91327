"""A tree as words: one method a construct, the words and their order from a language's tables.

`followed` is true where something that could be heard as part of the construct comes after it, `whole` where the
construct is a whole side of a relation; both only matter to the brief style, which leaves out what nobody could
mishear. The precise style opens and closes everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar, Literal

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level
from tutor_cli.maths.speech import simple
from tutor_cli.maths.speech.language import Language
from tutor_cli.maths.speech.numbers import literal

_DIGITS = re.compile(r"[0-9]+")

Style = Literal["brief", "precise"]
Writer = Callable[["Speaker", Any, bool], str]


class Speaker:
    """Speaks in one language and style."""

    writers: ClassVar[dict[type[e.Expr], Writer]] = {}

    def __init__(self, language: Language, style: Style) -> None:
        self.language = language
        self.brief = style == "brief"
        self.patterns = {**language.precise, **language.brief} if self.brief else dict(language.precise)

    def say(self, node: e.Expr, followed: bool = False) -> str:
        """Return the words of a node that stands without brackets."""
        return self.writers[type(node)](self, node, followed)

    def fill(self, pattern: str, **parts: str) -> str:
        """Return a pattern of the language with its parts filled in."""
        return self.patterns[pattern].format(**parts)

    def has(self, pattern: str) -> bool:
        """Tell whether the language has a pattern of its own for this style."""
        return pattern in self.patterns

    def word(self, name: str) -> str:
        """Return a connecting word."""
        return self.language.words[name]

    def bracketed(self, node: e.Expr, needed: bool, followed: bool = False) -> str:
        """Return the words of a node, between the words for an implied bracket where one is needed."""
        return self.fill("quantity", a=self.say(node)) if needed else self.say(node, followed)

    def at_least(self, node: e.Expr, lowest: Level, followed: bool = False) -> str:
        """Return the words of a node, bracketed where it is looser than its place allows."""
        return self.bracketed(node, p.level(node) < lowest, followed)

    def before_of(self, node: e.Expr) -> str:
        """Return the words of a bound or index that "of" follows, which must not be that of a call."""
        if isinstance(node, e.Relation) and len(node.operands) == 2 and node.signs == ("=",):
            before, after = self.language.relations["="]
            first, last = node.operands
            return f"{self.say(first)} {before} {self.before_of(last)} {after}".rstrip()
        called = any(isinstance(part, (e.Apply, e.Derivative)) for part in node.walk())
        return self.bracketed(node, called and not self.brief)

    def side(self, node: e.Expr) -> str:
        """Return the words of a whole formula or a whole side of a relation."""
        if self.brief:
            whole = self._whole_fraction(node) or self._whole_power(node)
            if whole:
                return whole
        return self.say(node)

    def _whole_fraction(self, node: e.Expr) -> str:
        if not isinstance(node, e.Quotient) or node.style == "divide":
            return ""
        if simple.is_part(node) or (simple.is_short(node.numerator) and simple.is_short(node.denominator)):
            return ""
        return self.fill("whole fraction", a=self.say(node.numerator, True), b=self.say(node.denominator))

    def _whole_power(self, node: e.Expr) -> str:
        if not isinstance(node, e.Power) or not isinstance(node.base, e.Add) or not simple.is_short_sum(node.base):
            return ""
        name = {"2": "whole squared", "3": "whole cubed"}.get(getattr(node.exponent, "digits", ""))
        return self.fill(name, a=self.say(node.base)) if name else ""

    def listed(self, items: tuple[e.Expr, ...]) -> str:
        """Return items joined by the word for a comma."""
        return f" {self.word('comma')} ".join(self.at_least(item, Level.ROW) for item in items)


def number(speaker: Speaker, node: e.Number, followed: bool) -> str:
    """Say a number."""
    return literal(node.digits, speaker.language)


def symbol(speaker: Speaker, node: e.Symbol, followed: bool) -> str:
    """Say a letter or a named constant; precise speech tells capitals."""
    language = speaker.language
    name = node.name
    if name in language.symbols:
        return language.symbols[name]
    if name.lower() in language.symbols:
        return f"{language.capital} {language.symbols[name.lower()]}"
    plain = " ".join(name)
    return f"{language.capital} {plain}" if name.isupper() and not speaker.brief else plain


def function(speaker: Speaker, node: e.Function, followed: bool) -> str:
    """Say the name of a function."""
    return speaker.language.functions.get(node.name, node.name)


def words(speaker: Speaker, node: e.Text, followed: bool) -> str:
    """Say words among the maths, without the signs that cannot be spoken."""
    content = node.content.replace("/", f" {speaker.word('per')} ")
    content = content.replace("²", speaker.fill("squared", a="")).replace("³", speaker.fill("cubed", a=""))
    content = _DIGITS.sub(lambda match: f" {literal(match[0], speaker.language)} ", content)
    plain = "".join(character if simple.is_speakable(character) else " " for character in content)
    content = " ".join(plain.split()) or (speaker.word("question") if "?" in node.content else "")
    if speaker.brief and node.content.rstrip().endswith((":", ",")):
        content += ","
    return speaker.fill("words", a=content) if content else ""


def nothing(speaker: Speaker, node: e.Empty, followed: bool) -> str:
    """Say an empty place."""
    return speaker.fill("nothing")
