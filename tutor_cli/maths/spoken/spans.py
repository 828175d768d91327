"""Which words of a sentence are maths: the longest formulas, from left to right, that have enough evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tutor_cli.maths.expr import Expr, Number, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import trees
from tutor_cli.maths.spoken.evidence import MEDIUM, STRONG, evidence
from tutor_cli.maths.spoken.grammar import RULES
from tutor_cli.maths.spoken.implied_brackets import without_implied_brackets
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.readings import LONGEST, reading, readings
from tutor_cli.maths.spoken.verbs import expands
from tutor_cli.maths.spoken.vocabulary import word_list
from tutor_cli.maths.spoken.written import stands_free

# Characters before a formula within which a word such as "simplify" means it; behind it, half as many.
_EARSHOT = 60
_STARTS = (RULES.prefix.keys() | {Kind.MINUS, Kind.NEGATIVE, Kind.PLUS_MINUS}) - {Kind.BAR}


_FULL_STOPS = frozenset({".", "?", ",", ";", "।"})


@dataclass(frozen=True, slots=True)
class SpokenSpan:
    """Maths inside a sentence: characters `start` to `end` (exclusive) say `expr`; `words` are what was read."""

    start: int
    end: int
    expr: Expr
    latex: str
    words: tuple[Lexeme, ...] = field(repr=False)
    formal: bool = False

    @property
    def alternatives(self) -> tuple[Expr, ...]:
        """What the same words may mean as well, likeliest first; sought when asked for."""
        return tuple(tree for tree in readings(self.words, formal=self.formal) if tree != self.expr)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A formula read from the lexemes `first` to `last` (exclusive)."""

    first: int
    last: int
    tree: Expr
    worth: int


def spans(text: str, lexemes: Sequence[Lexeme]) -> list[SpokenSpan]:
    """Return the maths in a text whose lexemes are given, in order, without overlap."""
    candidates = [c for c in _candidates(lexemes) if stands_free(text, *_place(c, lexemes))]
    company = any(candidate.worth >= STRONG for candidate in candidates)
    return [
        _span(candidate, lexemes)
        for index, candidate in enumerate(candidates)
        if candidate.worth >= STRONG
        or company
        or _is_spoken_of(text, candidate, lexemes, _is_paired(candidates, index))
    ]


def whole_span(text: str, lexemes: Sequence[Lexeme], *, certain: bool) -> SpokenSpan | None:
    """Return the span of a text that is one formula, or None; if `certain`, a lone number or letter is none."""
    lexemes = _without_full_stop(lexemes)
    found = reading(lexemes, formal=True)
    if found is None or (certain and isinstance(found, (Number, Symbol))):
        return None
    return SpokenSpan(0, lexemes[-1].end, found, to_latex(found), tuple(lexemes), formal=True)


def _without_full_stop(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """Return the lexemes without what recognisers end a sentence with."""
    end = len(lexemes)
    while end and lexemes[end - 1].words in _FULL_STOPS:
        end -= 1
    return lexemes[:end]


def _candidates(lexemes: Sequence[Lexeme]) -> Iterator[_Candidate]:
    parser = Parser(lexemes, RULES)
    place = 0
    while place < len(lexemes):
        island = _island(lexemes, place)
        if island - place > LONGEST:
            place = island
            continue
        candidate = _read(parser, place) if lexemes[place].kind in _STARTS else None
        if candidate is None:
            place += 1
            continue
        if candidate.worth >= MEDIUM:
            yield replace(candidate, tree=without_implied_brackets(candidate.tree))
        # Where the longest reading has no evidence, no part of it has.
        place = candidate.last


def _island(lexemes: Sequence[Lexeme], place: int) -> int:
    """Return where the lexemes of maths that go on from a place end."""
    while place < len(lexemes) and lexemes[place].kind is not Kind.WORD:
        place += 1
    return place


def _read(parser: Parser, place: int) -> _Candidate | None:
    parser.position = place
    tree = parser.attempt(parser.statement)
    if tree is None:
        return None
    if expands(parser.lexemes, place):
        tree = trees.with_whole_power(tree) or tree
    lexemes = parser.lexemes[place : parser.position]
    return _Candidate(place, parser.position, tree, evidence(tree, lexemes, _word_behind(parser)))


def _word_behind(parser: Parser) -> str:
    """Return the everyday word that stands behind what has been read, else nothing."""
    following = parser.peek()
    everyday = following.kind in (Kind.WORD, Kind.OF, Kind.THE) or following.words in {"a", "one"}
    compares = parser.peek(1).words == "same"
    return following.words if everyday and not compares else ""


def _span(candidate: _Candidate, lexemes: Sequence[Lexeme]) -> SpokenSpan:
    start, end = _place(candidate, lexemes)
    used = tuple(lexemes[candidate.first : candidate.last])
    return SpokenSpan(start, end, candidate.tree, to_latex(candidate.tree), used)


def _place(candidate: _Candidate, lexemes: Sequence[Lexeme]) -> tuple[int, int]:
    """Return the characters a candidate begins and ends at (exclusive)."""
    return lexemes[candidate.first].start, lexemes[candidate.last - 1].end


def _is_paired(candidates: Sequence[_Candidate], index: int) -> bool:
    """Whether one word joins a candidate to the one before or behind it: one half and one third."""
    first, last = candidates[index].first, candidates[index].last
    neighbours = candidates[max(0, index - 1) : index + 2]
    return any(other.last + 1 == first or last + 1 == other.first for other in neighbours)


def _is_spoken_of(text: str, candidate: _Candidate, lexemes: Sequence[Lexeme], paired: bool) -> bool:
    """Whether words close by speak of maths: "simplify" before, "is my answer" behind."""
    start, end = _place(candidate, lexemes)
    telling = word_list("company")
    if paired or any(_is_unknown(lexeme) for lexeme in lexemes[candidate.first : candidate.last]):
        telling |= word_list("company_of_terms")
    for heard in (text[max(0, start - _EARSHOT) : start], text[end : end + _EARSHOT // 2]):
        words = heard.lower().split()
        if not telling.isdisjoint(words) or any(said in " ".join(words) for said in word_list("company_phrases")):
            return True
    return False


def _is_unknown(lexeme: Lexeme) -> bool:
    """Whether a lexeme is a small letter that is no English word."""
    return lexeme.kind is Kind.SYMBOL and lexeme.value.islower() and lexeme.value not in {"a", "i"}
