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

_PRODUCT_SIGNS: dict[str, e.ProductSign] = {"star": "star", "cross": "cross", "dot": "dot"}
_SUM_SIGNS = frozenset({"+", "-", "pm", "mp"})
_SEPARATOR_KINDS = frozenset({"end", "finish", "close", "endgroup", "cell", "newline", "comma", "semicolon", "stop"})
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
            level, combine = self.following(token, left)
            if combine is None or level < lowest:
                break
            left = combine(self, left, token)
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
        signed = token.kind == "op" and token.text in _SUM_SIGNS
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

    def following(self, token: Token, left: e.Expr) -> tuple[Level, Combiner | None]:
        """Return how tightly the sign at the cursor binds and what it makes of its left side; None where it ends it."""
        kind = token.kind
        if kind in _SEPARATOR_KINDS and kind != "comma":
            return Level.LIST, None
        if kind == "op":
            if token.text in _SUM_SIGNS:
                return (Level.ROW, _row) if _separates(left) else (Level.SUM, _sum)
            return Level.PRODUCT, _quotient if token.text in {"/", "divide"} else _product
        if kind == "rel":
            return self._following_relation(token)
        if kind == "infix":
            return precedence.INFIX_LEVELS[token.text], _infix
        if kind == "comma":
            return Level.LIST, _list
        if kind == "over":
            return Level.LIST, _over
        if kind == "bar" and not self.bar_opens():
            return self._following_bar()
        if self.starts_factor():
            return (Level.ROW, _row) if isinstance(left, (e.Text, e.Row)) else (Level.RUN, _run)
        return self._following_words(kind)

    def _following_relation(self, token: Token) -> tuple[Level, Combiner]:
        if token.text in precedence.IMPLICATIONS:
            return Level.IMPLICATION, _relation
        if token.text == "mid" and self.context.round:
            return Level.GIVEN, _given
        return Level.RELATION, _relation

    def _following_bar(self) -> tuple[Level, Combiner | None]:
        if self.context.bars:
            return Level.LIST, None
        if self.peek().kind == "script":
            return Level.SUM, _evaluated
        return (Level.GIVEN, _given) if self.context.round else (Level.RELATION, _relation)

    def _following_words(self, kind: str) -> tuple[Level, Combiner | None]:
        if self.context.integrals and self.at_differential():
            return Level.LIST, None
        return (Level.ROW, _row) if kind in {"text", "words", "gap", "pmod", "prefix"} else (Level.LIST, None)

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
        word = token.text.strip()
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


# --- what the signs make of their left side ------------------------------------------------------------------------


def _sum(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    terms = [left]
    while parser.at("op") and parser.token.text in _SUM_SIGNS:
        sign = parser.advance().text
        term = parser.expression(Level.PRODUCT)
        if isinstance(term, (e.Neg, e.PlusMinus, e.Prefix)) and precedence.level(term) == Level.SIGN:
            term = e.Group(term)
        terms.append(term if sign == "+" else build.signed(sign, term))
    return build.add(terms)


def _product(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    factors = [left]
    while parser.at("op", token.text):
        parser.advance()
        factors.append(parser.expression(Level.RUN))
    return build.times(factors, _PRODUCT_SIGNS[token.text])


def _quotient(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    under = parser.expression(Level.FACTOR)
    if parser.starts_factor() and not parser.token.spaced and not isinstance(under, e.Group):
        parser.note("A product after / is read from left to right: a/bc is (a/b)·c.")
    if token.text == "divide":
        return build.quotient(left, under, "divide")
    return build.quotient(left, under, "stacked" if parser.notation == "typed" else "slash")


def _run(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    factors = [left]
    while parser.starts_factor():
        before, start = factors[-1], parser.token
        if start.kind == "number" and isinstance(before, e.Number):
            raise parser.fail("numbers_side_by_side", "Two numbers stand side by side.", "Put a sign between them.")
        factor = parser.operand()
        mixed = _mixed(parser, before, factor)
        if mixed is None:
            factors.append(factor)
        else:
            factors[-1] = mixed
    return factors[0] if len(factors) == 1 else build.run(factors)


def _mixed(parser: Parser, whole: e.Expr, part: e.Expr) -> e.Mixed | None:
    if not isinstance(whole, e.Number) or not isinstance(part, e.Quotient):
        return None
    top, bottom = part.numerator, part.denominator
    if not (isinstance(top, e.Number) and isinstance(bottom, e.Number)):
        return None
    shown = f"{whole.digits} {top.digits}/{bottom.digits}"
    if not whole.digits.isdigit() or not precedence.is_proper_fraction(part):
        parser.note(f"{shown} is read as a product.")
        return None
    parser.note(f"{shown} is read as a mixed number, {whole.digits} + {top.digits}/{bottom.digits}.")
    return e.Mixed(whole, top, bottom)


def _relation(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    implication = token.kind == "rel" and token.text in precedence.IMPLICATIONS
    operands, signs = [left], []
    while _continues_relation(parser, implication):
        sign = parser.advance()
        signs.append("mid" if sign.kind == "bar" else sign.text)
        operands.append(_right_side(parser, implication))
    return build.relation(operands, signs)


def _continues_relation(parser: Parser, implication: bool) -> bool:
    separates = parser.context.round  # in brackets, a bar divides an event from its condition
    if parser.at("bar"):
        return not (implication or separates or parser.context.bars or parser.peek().kind == "script")
    if separates and parser.at("rel", "mid"):
        return False
    return parser.at("rel") and (parser.token.text in precedence.IMPLICATIONS) == implication


def _right_side(parser: Parser, implication: bool) -> e.Expr:
    if parser.at("end"):
        return e.Empty()
    return parser.expression(Level.OR if implication else Level.SET)


def _given(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    return build.infix([left, parser.expression(Level.RELATION)], "mid")


def _infix(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    level = precedence.INFIX_LEVELS[token.text]
    tighter = Level.RUN if level == Level.PRODUCT else Level(level + 1)
    operands = [left]
    while parser.at("infix", token.text):
        parser.advance()
        operands.append(parser.expression(tighter))
    return build.infix(operands, token.text)


def _evaluated(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    lower, upper = limits(parser)
    return e.Evaluated(build.inside(left), lower, upper, "bar")


def limits(parser: Parser) -> tuple[e.Expr | None, e.Expr | None]:
    """Read what stands below and above a sign, in either order."""
    from tutor_cli.maths.parse.scripts import argument

    found: dict[str, e.Expr] = {}
    while parser.at("script") and parser.token.text in {"_", "^"} and parser.token.text not in found:
        sign = parser.advance().text
        found[sign] = argument(parser)
    return found.get("_"), found.get("^")


def _list(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    items = [left]
    while parser.accept("comma"):
        parser.accept("gap")
        if parser.token.kind in _SEPARATOR_KINDS - {"comma"}:
            break
        items.append(parser.expression(Level.ROW))
    return items[0] if len(items) == 1 else e.Sequence(tuple(items))


def _row(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    items = list(left.items) if isinstance(left, e.Row) else [left]
    while parser.token.kind not in _SEPARATOR_KINDS and not parser.at("over"):
        if parser.accept("gap"):
            continue
        if parser.at("rel") or (parser.at("bar") and parser.context.bars):
            break
        items.append(parser.expression(Level.IMPLICATION))
    return items[0] if len(items) == 1 else e.Row(tuple(items))


def _over(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    right = parser.expression(Level.ROW)
    if token.text == "choose":
        return e.Choose(build.inside(left), build.inside(right))
    return build.quotient(left, right, "stacked")


def statements(parser: Parser) -> e.Expr:
    """Read the whole input: one statement, a system joined by semicolons, or lines of working."""
    parts = [_statement(parser)]
    system = False
    while parser.at("semicolon") or parser.at("newline"):
        system = parser.advance().kind == "semicolon" or system
        parts.append(_statement(parser))
    if not parser.at("end"):
        raise _unexpected(parser)
    if len(parts) == 1:
        return parts[0]
    return e.Cases(tuple(e.Case(part) for part in parts)) if system else e.Lines(tuple(parts))


def _statement(parser: Parser) -> e.Expr:
    while parser.accept("gap") or parser.accept("cell"):
        pass
    return parser.expression(Level.LIST)


def _unexpected(parser: Parser) -> MathsError:
    token = parser.token
    if token.kind in {"close", "endgroup"}:
        return parser.fail("unopened_bracket", f"The bracket {token.text!r} was never opened.", "Check the brackets.")
    return parser.fail("unexpected_sign", f"{token.text!r} does not fit here.", "Check the formula.")
