"""The reader's place among the lexemes: looking, taking, going back, remembering, and the points where speech is open.

Where the words allow several extents ("x to the n plus one"), the grammar asks `choose`. It takes the reading its
priors prefer, unless a caller has forced another one at that very place; the places are noted, so that the other
readings can be made by reading again with one of them forced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

T = TypeVar("T")

# Deeper nesting than this is no speech.
_MAX_DEPTH = 30
# Nonsense that takes more steps down than this is given up; a long formula takes sixty.
_MAX_EFFORT = 20_000


class UnreadableError(Exception):
    """A rule of the grammar does not apply here; the reader goes back and tries another, or gives up the formula."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where several readings are possible: what is open, and at which lexeme."""

    what: str
    position: int


@dataclass(frozen=True, slots=True)
class Context:
    """What the surroundings reserve for themselves.

    `over`: "over" belongs to a fraction further out. `divided`: "divided by" divides the whole function.
    `function`: a function name ends an implicit product. `differential`: "d x" ends the integrand.
    `of`: "of" begins the body of a sum or integral. `exponent`: a new "raised to the exponent" belongs to the whole
    power. `cell`: a number begins the next cell of a matrix. `bar`: a bar begins the condition of a set.
    `script`: a superscript belongs to the sign further out. `choose`: so does "choose". `comma`: a comma parts the
    items of a list. `below`: a sum or integral sign does not multiply what stands below a fraction bar. `short`:
    exponents and indices are as short as can be. `root`: a root further out may be the one that ends.
    """

    over: bool = False
    function: bool = False
    differential: bool = False
    of: bool = False
    exponent: bool = False
    cell: bool = False
    bar: bool = False
    script: bool = False
    choose: bool = False
    comma: bool = False
    divided: bool = False
    below: bool = False
    short: bool = False
    root: bool = False


class Cursor:
    """A place in a sequence of lexemes that ends at `end`."""

    def __init__(self, lexemes: Sequence[Lexeme], forced: Mapping[Choice, int] | None = None) -> None:
        self.lexemes = lexemes
        self.position = 0
        self.end = len(lexemes)
        self.context = Context()
        self.depth = 0
        self.effort = 0
        self.choices: dict[Choice, int] = {}
        self._forced = forced or {}
        self._memory: dict[tuple[object, ...], tuple[object, int] | None] = {}
        place = lexemes[-1].end if lexemes else 0
        self._past_end = Lexeme(Kind.END, "", place, place)

    # --- looking and taking -----------------------------------------------------------------------------------------

    def peek(self, ahead: int = 0) -> Lexeme:
        """Return a lexeme from here on, an END one past the last."""
        index = self.position + ahead
        return self.lexemes[index] if index < self.end else self._past_end

    def previous(self) -> Lexeme:
        """Return the lexeme before this place, an END one at the very start."""
        return self.lexemes[self.position - 1] if self.position else self._past_end

    def at(self, *kinds: Kind) -> bool:
        """Whether the next lexeme is of one of these kinds."""
        return self.peek().kind in kinds

    def take(self) -> Lexeme:
        """Return the next lexeme and go past it."""
        lexeme = self.peek()
        self.position += 1
        return lexeme

    def accept(self, *kinds: Kind) -> Lexeme | None:
        """Take the next lexeme if it is of one of these kinds."""
        return self.take() if self.peek().kind in kinds else None

    def expect(self, *kinds: Kind) -> Lexeme:
        """Take a lexeme of one of these kinds or raise UnreadableError."""
        lexeme = self.accept(*kinds)
        if lexeme is None:
            raise UnreadableError
        return lexeme

    def close(self, *kinds: Kind) -> None:
        """Take a closing marker; at the end of what has been heard so far it may be missing."""
        if not self.accept(*kinds) and self.position < self.end:
            raise UnreadableError

    # --- trying -----------------------------------------------------------------------------------------------------

    def attempt(self, rule: Callable[[], T]) -> T | None:
        """Return what a rule reads, or None, having gone back, where it does not apply."""
        start = self.position
        try:
            return rule()
        except UnreadableError:
            self.position = start
            return None

    def remember(self, name: str, rule: Callable[[], T]) -> T:
        """Apply a rule once for each place and surroundings; what it read, or that it failed, is remembered."""
        key = (name, self.position, self.end, self.context)
        if key not in self._memory:
            try:
                value = rule()
            except UnreadableError:
                self._memory[key] = None
                raise
            self._memory[key] = (value, self.position)
        remembered = self._memory[key]
        if remembered is None:
            raise UnreadableError
        self.position = remembered[1]
        return remembered[0]  # type: ignore[return-value]

    @contextmanager
    def within(self, context: Context) -> Iterator[None]:
        """Read with other surroundings, one level deeper."""
        outer = self.context
        self.context = context
        self.depth += 1
        self.effort += 1
        try:
            if self.depth > _MAX_DEPTH or self.effort > _MAX_EFFORT:
                raise UnreadableError
            yield
        finally:
            self.context = outer
            self.depth -= 1

    @contextmanager
    def until(self, end: int) -> Iterator[None]:
        """Read as if the lexemes ended before `end`."""
        outer, self.end = self.end, end
        try:
            yield
        finally:
            self.end = outer

    def reserving(self, **reserved: bool) -> Context:
        """Return the present surroundings with some things reserved in addition, or released."""
        return replace(self.context, **reserved)

    # --- choosing ---------------------------------------------------------------------------------------------------

    def choose(self, what: str, position: int, preferred: int, count: int) -> int:
        """Return which of `count` readings to take; notes the place if there is more than one."""
        if count < 2:
            return 0
        choice = Choice(what, position)
        self.choices[choice] = count
        chosen = self._forced.get(choice, preferred)
        return min(chosen, count - 1)
