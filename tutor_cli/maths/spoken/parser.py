"""The precedence core of spoken maths: statements over relations over sums over products over factors.

The constructs themselves (roots, functions, integrals ...) are registered by the kind of lexeme that starts them
(`prefix`), follows their operand (`postfix`), looks back over a whole sum (`suffix`) or over the sides of a relation
(`chain`); see `grammar`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor_cli.maths.expr import Expr, Infix, ProductSign, Relation
from tutor_cli.maths.spoken import juxtaposition, statements, trees
from tutor_cli.maths.spoken.cursor import Choice, Context, Cursor, UnreadableError
from tutor_cli.maths.spoken.extents import Extent, Reach
from tutor_cli.maths.spoken.habits import habits_of
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.sums import SumReader

PrefixRule = Callable[["Parser"], Expr]
PostfixRule = Callable[["Parser", Expr], Expr]
SuffixRule = Callable[["Parser", list[Expr]], list[Expr]]
ChainRule = Callable[["Parser", "Chain"], None]

_UNARY = frozenset({Kind.MINUS, Kind.NEGATIVE, Kind.PLUS_MINUS, Kind.MINUS_PLUS, Kind.PLUS})
# Operands whose end is not said are no longer sums than this.
_OPERAND_TERMS = 16
_SCRIPTS = frozenset({Kind.TO_THE, Kind.SUPERSCRIPT})
_MODULI = frozenset({"n", "m", "p", "k"})


@dataclass
class Chain:
    """The sides and signs of a relation read so far; the last side began at lexeme `start`."""

    operands: list[Expr]
    signs: list[str]
    start: int


@dataclass(frozen=True)
class Rules:
    """The constructs by kind of lexeme; `beside` are the kinds that multiply what they stand beside."""

    prefix: Mapping[Kind, PrefixRule]
    postfix: Mapping[Kind, PostfixRule]
    suffix: Mapping[Kind, SuffixRule]
    chain: Mapping[Kind, ChainRule]
    beside: frozenset[Kind]
    functions: frozenset[Kind]


class Parser(Cursor):
    """Reads formulas from lexemes; `formal` where the whole text is one formula, so that "is" and "and" are maths."""

    def __init__(
        self,
        lexemes: Sequence[Lexeme],
        rules: Rules,
        *,
        formal: bool = False,
        forced: Mapping[Choice, int] | None = None,
    ) -> None:
        super().__init__(lexemes, forced)
        self.rules = rules
        self.formal = formal
        self.habits = habits_of(lexemes)
        self.result: Expr | None = None

    # --- statements -------------------------------------------------------------------------------------------------

    def statement(self) -> Expr:
        """Read a statement: relations joined by implies, or one."""
        return statements.statement(self)

    def relation(self) -> Expr:
        """Read sides joined by equals, is less than ...; one side where no sign follows."""
        start = self.position
        chain = Chain([self.side()], [], start)
        while self._continues(chain):
            pass
        if not chain.signs:
            return chain.operands[0]
        return Relation(trees.with_scalar_products(chain.operands), tuple(chain.signs))

    def _continues(self, chain: Chain) -> bool:
        start = self.position
        self.accept(Kind.PAUSE)
        rule = self.rules.chain.get(self.peek().kind)
        if rule is not None:
            try:
                rule(self, chain)
            except UnreadableError:
                pass
            else:
                return True
        self.position = start
        return False

    def side(self) -> Expr:
        """Read one side of a relation: sums joined by union, intersection, given ..."""
        side = self.sum()
        while self.at(Kind.INFIX) and not self.is_modulus():
            sign = self.peek().value
            operand = self.attempt(self._infix_operand)
            if operand is None:
                break
            joined = side.operands if isinstance(side, Infix) and side.sign == sign else (side,)
            side = Infix(sign, (*joined, operand))
        return side

    def is_modulus(self) -> bool:
        """Whether "mod" between operands begins an absolute value, as in mod a mod b: one has begun so before."""
        lexeme, after = self.peek(), self.peek(1)
        return (
            lexeme.words == "mod"
            and self.habits.mod_is_absolute
            and after.kind is Kind.SYMBOL
            and after.value not in _MODULI
        )

    def _infix_operand(self) -> Expr:
        self.take()
        return self.sum()

    # --- sums and extents -------------------------------------------------------------------------------------------

    def sum(self) -> Expr:
        """Read a sum as far as it goes."""
        return self.steps()[-1].expr

    def steps(self, most: int | None = None) -> list[Extent]:
        """Read a sum as far as it goes, or its first terms, and return every place where it could have ended before."""
        return self.remember(f"sum of {most}", SumReader(self, most).read)

    def extents(self, *, plain: bool = False) -> list[Extent]:
        """Return how far an operand that starts here may reach, least first, without moving.

        `plain`: the least is an operand without what follows it, as in x sub one squared.
        """
        start = self.position
        factor = self.signed_factor(plain=plain)
        found = [Extent(factor, self.position, Reach.FACTOR, (factor,))]
        self.position = start
        run = self.attempt(self._signed_run)
        if run is not None and self.position > found[-1].end:
            found.append(Extent(run, self.position, Reach.RUN, (run,)))
        self.position = start
        for step in self.attempt(lambda: self.steps(_OPERAND_TERMS)) or []:
            if step.end > found[-1].end and not self._is_cut(step):
                found.append(step)
        self.position = start
        return found

    def _is_cut(self, step: Extent) -> bool:
        """Whether a sum ends before a function that multiplies its last term: x minus 3 [log y]."""
        after = self.lexemes[step.end].kind if step.end < self.end else Kind.END
        return self.context.function and len(step.terms) > 1 and after is Kind.FUNCTION

    def operand(self, what: str, prior: Callable[[list[Extent]], int], *closers: Kind, plain: bool = False) -> Expr:
        """Read an operand: up to its closing marker where one is said, else as far as the prior reaches."""
        start = self.position
        extents = self.extents(plain=plain)
        for extent in reversed(extents):
            self.position = extent.end
            if closers and self.accept(*closers):
                return extent.expr
        whole = self._closed_statement(start, closers) if closers and self.formal else None
        if whole is not None:
            return whole
        chosen = extents[self.choose(what, start, prior(extents), len(extents))]
        self.position = chosen.end
        return chosen.expr

    def _closed_statement(self, start: int, closers: tuple[Kind, ...]) -> Expr | None:
        """Read what is more than a sum up to its closing marker: the root of x mod y end root."""
        self.position = start
        with self.within(self.inside()):
            statement = self.attempt(self.statement)
        return statement if statement is not None and self.accept(*closers) else None

    # --- products ---------------------------------------------------------------------------------------------------

    def term(self, first: Expr | None = None, refuses: Callable[[Expr], bool] | None = None) -> Expr:
        """Read a product; `first` is its first factor if already read, `refuses` may keep it from a "times"."""
        product = self.run(first)
        while self.at(Kind.TIMES, Kind.DOT) and not (refuses is not None and refuses(product)):
            following = self.attempt(self._multiplied)
            if following is None:
                break
            product = trees.times(product, *following, matrices=self.habits.capitals_are_matrices)
        return product

    def run(self, first: Expr | None = None) -> Expr:
        """Read factors standing side by side: two x y squared."""
        factors = [self.factor() if first is None else first]
        while juxtaposition.stands_beside(self):
            factor = self.attempt(self.factor)
            if factor is None:
                break
            factors.append(factor)
        return trees.run(factors)

    def _signed_run(self) -> Expr:
        sign = self.accept(*_UNARY)
        run = self.run()
        return trees.signed(sign.kind, run) if sign else run

    def _multiplied(self) -> tuple[ProductSign, Expr]:
        lexeme = self.take()
        sign: ProductSign = "star" if lexeme.value == "star" else "cross"
        if lexeme.kind is Kind.DOT or lexeme.value == "dot":
            sign = "dot"
        return sign, self._signed_run()

    def at_differential(self) -> bool:
        """Whether d x, or d times x, comes next."""
        if self.peek().kind is not Kind.SYMBOL or self.peek().value != "d":
            return False
        ahead = 2 if self.peek(1).kind is Kind.TIMES else 1
        return self.peek(ahead).kind is Kind.SYMBOL

    # --- factors ----------------------------------------------------------------------------------------------------

    def signed_factor(self, *, plain: bool = False) -> Expr:
        """Read a factor that may carry a sign: times negative three, to the minus x."""
        sign = self.accept(*_UNARY)
        body = self.plain_factor() if plain else self.factor()
        return trees.signed(sign.kind, body) if sign else body

    def plain_factor(self) -> Expr:
        """Read an operand and nothing that follows it."""
        self.accept(Kind.THE)
        rule = self.rules.prefix.get(self.peek().kind)
        if rule is None or (self.context.differential and self.at_differential()):
            raise UnreadableError
        with self.within(self.context):
            return rule(self)

    def factor(self) -> Expr:
        """Read an operand with everything that follows it: x sub one squared."""
        return self.remember("factor", self._factor)

    def _factor(self) -> Expr:
        return self.postfixed(self.plain_factor())

    def starts_operand(self, ahead: int = 0) -> bool:
        """Whether an operand may start at a lexeme from here on."""
        kind = self.peek(ahead).kind
        if kind is Kind.INFIX:
            return self.peek(ahead).words == "mod"
        return (kind in self.rules.prefix and kind not in _SCRIPTS) or kind in _UNARY or kind is Kind.THE

    def postfixed(self, base: Expr) -> Expr:
        """Read what follows an operand: squared, sub one, factorial, of x."""
        while True:
            rule = self.rules.postfix.get(self.peek().kind)
            if rule is None:
                return base
            start = self.position
            try:
                base = rule(self, base)
            except UnreadableError:
                self.position = start
                return base

    def inside(self) -> Context:
        """Return the surroundings within brackets, where nothing outside is reserved."""
        return Context(differential=self.context.differential, comma=True)
