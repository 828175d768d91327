"""The parser's core: a cursor over tokens and operator precedence after Pratt.

`expression(level)` reads one operand by the table of prefix readers, then lets every following sign that binds at
least as tightly as `level` take what was read as its left side. Juxtaposition is one of those signs: in a product
without signs it binds tighter than × and /, so `2x/3y` is ((2x)/3)·y, from left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from tutor_cli.errors import MathsError
from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence
from tutor_cli.maths.parse import build, names
from tutor_cli.maths.parse.tokens import Notation, Token
from tutor_cli.maths.precedence import Level

# Nesting is counted in what it costs the stack; a pair of brackets costs both, so 55 pairs may be nested.
MAX_NESTING = 220
_OPERAND_COST = 3
_EXPRESSION_COST = 1

Reader = Callable[["Parser", Token], e.Expr]
Combiner = Callable[["Parser", e.Expr, Token], e.Expr]

SUM_SIGNS = frozenset({"+", "-", "pm", "mp"})
SEPARATOR_KINDS = frozenset({"end", "finish", "close", "endgroup", "cell", "newline", "comma", "semicolon", "stop"})
OPENING_KINDS = frozenset({"open", "group", "begin"})
CLOSING_KINDS = frozenset({"close", "endgroup", "finish"})
_OPERAND_KINDS = frozenset(
    {"number", "letter", "function", "big", "open", "group", "structure", "begin", "accent", "radical", "fraction",
     "call", "choice", "bar"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What ends an operand here, besides the signs: reset inside brackets.

    `bare` in the unbracketed argument of a function, `integrals` while a `dx` is awaited, `bars` inside |...|,
    `round` directly inside round brackets.
    """

    bare: bool = False
    integrals: int = 0
    bars: int = 0
    round: bool = False


class Parser:
    """Reads one token list into a tree; `notes` collects the readings chosen where two exist."""

    readers: ClassVar[dict[str, Reader]] = {}
    combiners: ClassVar[dict[str, Combiner]] = {}

    def __init__(self, tokens: list[Token], notation: Notation, notes: list[str]) -> None:
        self.tokens = tokens
        self.notation = notation
        self.notes = notes
        self.index = 0
        self.nesting = 0
        self.context = Context()
        self.inside_integral = False
        self.brackets: dict[int, tuple[e.Expr, int]] = {}

    # --- the cursor ----------------------------------------------------------------------------------------------

    @property
    def token(self) -> Token:
        """The token the cursor stands at."""
        return self.tokens[self.index]

    def peek(self, distance: int = 1) -> Token:
        """Return the token some places ahead, the end where there is none."""
        return self.tokens[min(self.index + distance, len(self.tokens) - 1)]

    def advance(self) -> Token:
        """Return the token at the cursor and step over it."""
        token = self.tokens[self.index]
        if token.kind != "end":
            self.index += 1
        return token

    def at(self, kind: str, text: str | None = None) -> bool:
        """Tell whether the cursor stands at a token."""
        token = self.tokens[self.index]
        return token.kind == kind and (text is None or token.text == text)

    def accept(self, kind: str, text: str | None = None) -> bool:
        """Step over a token if the cursor stands at it."""
        if self.at(kind, text):
            self.index += 1
            return True
        return False

    def note(self, text: str) -> None:
        """Record a reading that was chosen, once."""
        if text not in self.notes:
            self.notes.append(text)

    def fail(self, code: str, message: str, hint: str, token: Token | None = None) -> MathsError:
        """Return an error that points at a token, by default at the one under the cursor."""
        return MathsError(code, message, hint, (token or self.token).position)

    @contextmanager
    def within(self, context: Context) -> Iterator[None]:
        """Read with another context and return to this one."""
        outer, self.context = self.context, context
        yield
        self.context = outer

    # --- precedence ----------------------------------------------------------------------------------------------

    def expression(self, lowest: Level) -> e.Expr:
        """Read an expression that holds together at least as tightly as a level."""
        self.enter(_EXPRESSION_COST)
        left = self.operand(lowest)
        while True:
            token = self.tokens[self.index]
            level, combiner = self.following(token, left)
            if not combiner or level < lowest:
                break
            left = self.combiners[combiner](self, left, token)
        self.nesting -= _EXPRESSION_COST
        return left

    def enter(self, cost: int) -> None:
        """Go one level deeper, if the formula may be nested that deeply."""
        self.nesting += cost
        if self.nesting > MAX_NESTING:
            raise self.fail("maths_too_deep", "The formula is nested too deeply.", "Split it into parts.")

    def operand(self, lowest: Level = Level.ATOM) -> e.Expr:
        """Read what can stand on its own, with its scripts and postfix signs; a sign only where a term may stand."""
        token = self.tokens[self.index]
        if token.kind == "rel" and lowest <= Level.RELATION:
            return e.Empty()
        reader = self.readers.get(token.kind)
        signed = token.kind == "op" and token.text in SUM_SIGNS
        if reader is None and not signed:
            raise self._missing_operand(token)
        self.enter(_OPERAND_COST)
        self.advance()
        if reader is None:
            node = build.signed(token.text, self.expression(max(lowest, Level.PRODUCT)))
        else:
            node = reader(self, token)
        self.nesting -= _OPERAND_COST
        return node

    def _missing_operand(self, token: Token) -> MathsError:
        if token.kind == "end":
            return self.fail("unfinished", "The formula ends where a number or a letter is missing.", "Complete it.")
        shown = token.text if token.text.isprintable() else "?"
        return self.fail("unexpected_sign", f"A number or a letter is missing before {shown!r}.", "Check the formula.")

    def following(self, token: Token, left: e.Expr) -> tuple[Level, str]:
        """Return how tightly the sign at the cursor binds and the name of its combiner, empty where it has none."""
        kind = token.kind
        if kind in SEPARATOR_KINDS and kind != "comma":
            return Level.LIST, ""
        if kind == "op":
            if token.text in SUM_SIGNS:
                return (Level.ROW, "row") if _separates(left) else (Level.SUM, "sum")
            return Level.PRODUCT, "quotient" if token.text in {"/", "divide"} else "product"
        if kind == "rel":
            return self._following_relation(token)
        if kind == "infix":
            return precedence.INFIX_LEVELS[token.text], "infix"
        if kind == "comma":
            return Level.LIST, "list"
        if kind == "over":
            return Level.LIST, "over"
        if kind == "bar" and not self.bar_opens():
            return self._following_bar()
        if self.starts_factor():
            return (Level.ROW, "row") if isinstance(left, (e.Text, e.Row)) else (Level.RUN, "run")
        return self._following_words(kind)

    def _following_relation(self, token: Token) -> tuple[Level, str]:
        if token.text in precedence.IMPLICATIONS:
            return Level.IMPLICATION, "relation"
        if token.text == "mid" and self.context.round:
            return Level.GIVEN, "given"
        return Level.RELATION, "relation"

    def _following_bar(self) -> tuple[Level, str]:
        if self.context.bars:
            return Level.LIST, ""
        if self.peek().kind == "script":
            return Level.SUM, "evaluated"
        return (Level.GIVEN, "given") if self.context.round else (Level.RELATION, "relation")

    def _following_words(self, kind: str) -> tuple[Level, str]:
        if self.context.integrals and self.at_differential():
            return Level.LIST, ""
        return (Level.ROW, "row") if kind in {"text", "words", "gap", "pmod", "prefix"} else (Level.LIST, "")

    # --- juxtaposition -------------------------------------------------------------------------------------------

    def starts_factor(self) -> bool:
        """Tell whether the token at the cursor begins a factor that is multiplied without a sign."""
        token = self.tokens[self.index]
        kind = token.kind
        if kind == "text":
            return self.is_unit(token) and not self.context.bare
        if kind == "prefix":
            return token.text in {"angle", "triangle"} and not self.context.bare
        if kind not in _OPERAND_KINDS:
            return False
        if self.context.integrals and self.at_differential():
            return False
        if kind == "bar":
            return self.bar_opens()
        if self.context.bare:
            return kind not in {"function", "big"} and not (kind == "open" and token.text in "([{")
        return not (kind == "open" and token.text == ".")

    @staticmethod
    def is_unit(token: Token) -> bool:
        """Tell whether words among the maths name a unit, or a part (`of`), and so multiply what stands before them."""
        word = token.text.strip().replace("²", "").replace("³", "")
        if word == "of":
            return True
        return len(word) <= 5 and word.isascii() and word[:1].isalpha() and word.lower() not in names.SEPARATING_WORDS

    def bar_opens(self) -> bool:
        """Tell whether a bar after an operand opens an absolute value: outside of one, where its partner follows."""
        if self.context.bars:
            return False
        if self.peek().kind == "script":
            return False
        text, count, depth = self.token.text, 0, 0
        for token in self.tokens[self.index :]:
            depth += (token.kind in OPENING_KINDS) - (token.kind in CLOSING_KINDS)
            if depth < 0 or (depth == 0 and token.kind in {"rel", "cell", "newline", "semicolon", "end"}):
                break
            count += depth == 0 and token.kind == "bar" and token.text == text
        return count % 2 == 0

    def at_differential(self) -> bool:
        """Tell whether the cursor stands at the d of dx."""
        token = self.tokens[self.index]
        if token.kind != "letter" or token.text != "d":
            return False
        after = self.peek()
        if after.kind == "accent":
            return True
        if after.kind != "letter" or after.text in {"infty", "ldots", "cdots"}:
            return False
        return not (after.text == "d" and self.peek(2).kind == "letter")


def _separates(left: e.Expr) -> bool:
    """Tell whether a sign after this belongs to what follows: after words that join statements, as in "or -2"."""
    last = left.items[-1] if isinstance(left, e.Row) else left
    if not isinstance(last, e.Text):
        return False
    return last.content != last.content.strip() or last.content.lower() in names.SEPARATING_WORDS
