"""Sums with their fractions: terms joined by signs, "over" with its two open extents, words that look back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor_cli.maths.expr import Derivative, Expr, Group, Neg, Number, QuotientStyle, Symbol
from tutor_cli.maths.spoken import fraction_priors, juxtaposition, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Extent, Reach
from tutor_cli.maths.spoken.fraction_priors import Factors
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

if TYPE_CHECKING:
    from tutor_cli.maths.spoken.parser import Parser

_SIGNS = frozenset({Kind.PLUS, Kind.MINUS, Kind.PLUS_MINUS, Kind.MINUS_PLUS})
_LEADING = (_SIGNS | {Kind.NEGATIVE}) - {Kind.PLUS}
# A sum of two terms is what "times" may multiply as a whole.
_PAIR = 2
_OVERS = frozenset({Kind.OVER, Kind.BY, Kind.DIVIDED})
_WITHIN_SIDE = frozenset(Kind) - {
    Kind.RELATION,
    Kind.IS,
    Kind.CLOSE,
    Kind.WORD,
    Kind.PAUSE,
    Kind.WHOLE_POWER,
    Kind.ALL_OVER,
}
_STYLES: dict[str, QuotientStyle] = {"÷": "divide", "/": "slash", "slash": "slash", "स्लैश": "slash"}


class SumReader:
    """Reads one sum, or its first `most` terms, and notes every place where it could end."""

    def __init__(self, parser: Parser, most: int | None) -> None:
        self.parser = parser
        self.most = most
        self.terms: list[Expr] = []
        self.found: list[Extent] = []

    def read(self) -> list[Extent]:
        """Read as far as the sum goes; raise UnreadableError where none starts here."""
        self._signed_term(self.parser.accept(*_LEADING))
        while self._extend():
            pass
        self.parser.position = self.found[-1].end
        return self.found

    def _extend(self) -> bool:
        start = self.parser.position
        if self.most is not None and len(self.terms) >= self.most:
            return False
        try:
            self._pass_pause()
            lexeme = self.parser.peek()
            if lexeme.kind in _SIGNS:
                self._signed_term(self.parser.take())
                return True
            if lexeme.kind in self.parser.rules.suffix and not self._is_reserved(lexeme.kind):
                self.terms = self.parser.rules.suffix[lexeme.kind](self.parser, self.terms)
                self._note(self.terms, Reach.WHOLE)
                self._ratio(None, self.terms.pop())
                return True
        except UnreadableError:
            pass
        self.parser.position = start
        return False

    def _pass_pause(self) -> None:
        """A pause may stand before a sign or words that look back, where a comma ends everything else."""
        following = self.parser.peek(1).kind
        if self.parser.at(Kind.PAUSE) and (following in _SIGNS or following in self.parser.rules.suffix):
            self.parser.take()

    def _is_reserved(self, kind: Kind) -> bool:
        return kind is Kind.ALL_OVER and self.parser.context.over

    def _note(self, terms: list[Expr], reach: Reach) -> None:
        if not self.found or self.parser.position > self.found[-1].end:
            self.found.append(Extent(trees.add(terms), self.parser.position, reach, tuple(terms)))

    # --- terms ------------------------------------------------------------------------------------------------------

    def _signed_term(self, sign: Lexeme | None) -> None:
        kind = sign.kind if sign else None
        if self.terms and self.parser.at(Kind.NEGATIVE, Kind.MINUS):
            # Minus negative nine: the second sign is the number's own.
            self.parser.take()
            self._ratio(kind, Group(Neg(self.parser.run())))
            return
        self._ratio(kind, self.parser.term(refuses=self._refusal(kind)))

    def _ratio(self, sign: Kind | None, term: Expr) -> None:
        """Read the fractions and products of sums that a term may be part of, then add the term."""
        reach = Reach.SUM if self.terms else Reach.TERM
        while True:
            self._note([*self.terms, trees.signed(sign, term)], reach)
            start = self.parser.position
            try:
                if self._at_fraction():
                    sign, term, reach = self._fraction(sign, term)
                elif self._factors_ahead(sign, term) is not Factors.TERMS:
                    sign, term, reach = self._product_of_sums(sign, term)
                else:
                    break
            except UnreadableError:
                self.parser.position = start
                break
            term = self.parser.term(first=term, refuses=self._refusal(sign))
        self.terms = [*self.terms, trees.signed(sign, term)]

    def _at_fraction(self) -> bool:
        context = self.parser.context
        if context.over or (
            context.divided and self.parser.peek().words not in _STYLES and self.parser.at(Kind.DIVIDED)
        ):
            return False
        return self.parser.at(*_OVERS)

    # --- fractions --------------------------------------------------------------------------------------------------

    def _fraction(self, sign: Kind | None, term: Expr) -> tuple[Kind | None, Expr, Reach]:
        over = self.parser.take()
        place = self.parser.position
        above = [*self.terms, trees.signed(sign, term)]
        differential = trees.D not in term.walk()
        differential = differential or self.parser.context.differential
        with self.parser.within(self.parser.reserving(differential=differential, below=True)):
            extents = self.parser.extents()
        below = self._below(over, above, extents, place)
        preferred = fraction_priors.earlier_terms(above, below, following=self._terms_to_next_fraction())
        if term == Number("1") and (self.parser.at(Kind.TIMES) or juxtaposition.stands_beside(self.parser)):
            # U t plus 1 over 2 a t squared.
            preferred = 0
        preferred = 0 if self.parser.habits.marks_fractions and self.parser.formal else preferred
        earlier = self.parser.choose("numerator", place, preferred, len(above))
        if earlier:
            return self._over_several(above, earlier, below.expr)
        kept, joint, numerator = trees.split_numerator(term)
        style = _style(over, numerator, below.expr)
        fraction = trees.quotient(numerator, below.expr, style)
        if kept is not None:
            fraction = trees.times(kept, joint, fraction) if joint != "implicit" else trees.run([kept, fraction])
        return sign, self._operator(fraction), Reach.SUM if self.terms else Reach.RATIO

    def _over_several(self, above: list[Expr], earlier: int, below: Expr) -> tuple[Kind | None, Expr, Reach]:
        """Put the last term and so many earlier ones above; the sign of the first stays outside if it is in a sum."""
        first = len(above) - 1 - earlier
        self.terms = above[:first]
        if not self.terms:
            return None, self._operator(trees.quotient(trees.add(above), below)), Reach.WHOLE
        sign, leading = trees.unsigned(above[first])
        return sign, trees.quotient(trees.add([leading, *above[first + 1 :]]), below), Reach.SUM

    def _operator(self, fraction: Expr) -> Expr:
        """Let a bare d by d x take the body that follows with "of"."""
        bare = isinstance(fraction, Derivative) and fraction.body is None
        return self.parser.postfixed(fraction) if bare and self.parser.at(Kind.OF) else fraction

    def _below(self, over: Lexeme, above: list[Expr], extents: list[Extent], place: int) -> Extent:
        for extent in reversed(extents):
            self.parser.position = extent.end
            if self.parser.accept(Kind.END_FRACTION):
                return extent
        extents = [extent for extent in extents if not self._ends_whole(extent)]
        bracket_next = (
            self.parser.lexemes[extents[0].end].kind is Kind.OPEN if extents[0].end < self.parser.end else False
        )
        preferred = fraction_priors.denominator(
            above, extents, bracket_next=bracket_next, divided=over.kind is Kind.DIVIDED
        )
        chosen = extents[self.parser.choose("denominator", place, preferred, len(extents))]
        self.parser.position = chosen.end
        return chosen

    def _terms_to_next_fraction(self) -> int:
        """Return how many terms stand before the next "over" on this side of the relation, 0 where none comes."""
        signs = 0
        for lexeme in self.parser.lexemes[self.parser.position : self.parser.end]:
            if lexeme.kind not in _WITHIN_SIDE:
                return 0
            if lexeme.kind in _OVERS:
                return max(signs, 1)
            signs += lexeme.kind in _SIGNS
        return 0

    def _ends_whole(self, extent: Extent) -> bool:
        """Whether मूल समाप्त ends an extent: then the root holds the fraction, too."""
        return extent.reach is Reach.WHOLE and self.parser.lexemes[extent.end - 1].kind is Kind.END_ROOT

    # --- products of sums -------------------------------------------------------------------------------------------

    def _refusal(self, sign: Kind | None) -> Callable[[Expr], bool]:
        return lambda term: self._factors_ahead(sign, term) is not Factors.TERMS

    def _factors_ahead(self, sign: Kind | None, term: Expr) -> Factors:
        """Tell what "times" multiplies where it comes next: x minus three times x plus two."""
        parser = self.parser
        if not parser.at(Kind.TIMES):
            return Factors.TERMS
        start = parser.position
        parser.take()
        steps = parser.attempt(lambda: parser.steps(_PAIR)) or []
        parser.position = start
        pair = next((step for step in steps if len(step.terms) == _PAIR), None)
        chosen = Factors.TERMS
        if pair is not None:
            preferred = fraction_priors.factors([*self.terms, trees.signed(sign, term)], pair)
            chosen = Factors(parser.choose("factors", start, preferred, Factors.LAST_PAIR))
        if chosen is Factors.TERMS and self.terms and fraction_priors.is_pair(self.terms[-1], term):
            return Factors.LAST_PAIR
        return chosen

    def _product_of_sums(self, sign: Kind | None, term: Expr) -> tuple[Kind | None, Expr, Reach]:
        multiplied = self._factors_ahead(sign, term)
        if multiplied is Factors.LAST_PAIR:
            return self._product_of_pair(sign, term)
        left, reach = term, Reach.SUM if self.terms else Reach.TERM
        if multiplied is Factors.SUMS:
            left, reach = trees.add([*self.terms, trees.signed(sign, term)]), Reach.WHOLE if self.terms else Reach.TERM
            self.terms, sign = [], None
        self.parser.take()
        pair = next(step for step in self.parser.steps(_PAIR) if len(step.terms) == _PAIR)
        self.parser.position = pair.end
        return sign, trees.run([*trees.factors_of(_grouped(left)), Group(pair.expr)]), reach

    def _product_of_pair(self, sign: Kind | None, term: Expr) -> tuple[Kind | None, Expr, Reach]:
        """Multiply n minus 1 by what follows."""
        outer, first = trees.unsigned(self.terms[-1])
        product = self.parser.term(first=Group(trees.add([first, trees.signed(sign, term)])))
        self.terms = self.terms[:-1]
        return outer, product, Reach.SUM if self.terms else Reach.TERM


def _grouped(node: Expr) -> Expr:
    return Group(node) if trees.is_sum(node) else node


def _style(over: Lexeme, numerator: Expr, denominator: Expr) -> QuotientStyle:
    """Numbers divided by numbers keep their sign; everything else stands on a fraction bar."""
    if over.words in _STYLES:
        return _STYLES[over.words]
    numbers = isinstance(numerator, Number) and not any(isinstance(part, Symbol) for part in denominator.walk())
    return "divide" if numbers and over.kind is Kind.DIVIDED else "stacked"
