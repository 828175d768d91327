"""What speakers and recognisers do to a formula, undone where the neighbours say so: homophones, fillers, corrections.

A homophone ("why" for y) counts only beside an operator; "um" is dropped only between words of maths; a correction
("plus, sorry, minus") takes back what it replaces: the last lexeme of the same class.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor_cli.maths.expr import Number
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.verbs import without_particles
from tutor_cli.maths.spoken.vocabulary import word_list

_SIGNS = frozenset(
    {Kind.PLUS, Kind.MINUS, Kind.NEGATIVE, Kind.PLUS_MINUS, Kind.TIMES, Kind.DIVIDED, Kind.OVER, Kind.ALL_OVER}
)
_INFIX = _SIGNS | {Kind.RELATION}
_BEFORE_OPERAND = _INFIX | {
    Kind.FUNCTION,
    Kind.ROOT,
    Kind.OPEN,
    Kind.TO_THE,
    Kind.SUB,
    Kind.CHOOSE,
    Kind.POST_FUNCTION,
    Kind.END_SCRIPTS,
    Kind.SE,
    Kind.SUPERSCRIPT,
    Kind.SUBSCRIPT,
    Kind.UNDER,
    Kind.MODIFIED,
}
_AFTER_OPERAND = _INFIX | {
    Kind.POWER, Kind.TO_THE, Kind.CLOSE, Kind.POSTFIX, Kind.BASELINE, Kind.ACCENT, Kind.MODIFIER, Kind.BINOMIAL_END,
}  # fmt: skip
# Words a homophone alone may stand before: why equals, ex squared.
_ASKS_FOR_OPERAND = frozenset({Kind.RELATION, Kind.POWER, Kind.TO_THE, Kind.POSTFIX})
# After an operand के is the postposition, not the letter k.
_POSTPOSITIONS = frozenset({"के"})
_OPERANDS = frozenset({Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL})
# "and x" as recognisers write it where they expect a word.
_RUN_TOGETHER = {"index": "x", "annex": "x"}
# Numbers that sound like little words, after a sign and at the end: as x approaches to.
_SOUNDS_LIKE = {"to": "2", "too": "2", "for": "4"}
# What is heard as ten before one of these angles in degrees is the tangent.
_ANGLES = frozenset({"0", "15", "30", "45", "60", "75", "120", "135", "150"})
_DIFFERENCE = 3
_BEFORE_DIFFERENCE = frozenset(
    {Kind.END, Kind.WORD, Kind.RELATION, Kind.TIMES, Kind.OVER, Kind.ALL_OVER, Kind.DIVIDED, Kind.BY}
)
_ASIDE = frozenset({Kind.FILLER, Kind.CORRECTION, Kind.PAUSE})
# Nobody hesitates for more words, nor takes back more.
_LONGEST_ASIDE = 12
_LONGEST_CORRECTION = 30


def repaired(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the lexemes as the speaker meant them; what was taken back is gone."""
    apart = [lexeme for index in range(len(lexemes)) for lexeme in _taken_apart(lexemes, index)]
    apart = without_particles(_with_bars(apart))
    wordless = all(lexeme.kind is not Kind.WORD for lexeme in apart)
    certain = [_certain(apart, index, wordless=wordless) for index in range(len(apart))]
    return _with_factorials_of_differences(_without_asides(certain))


def _with_bars(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the lexemes with the "over" that nobody says in d d x."""
    said: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.value == "d" and _is_operator(lexemes, index):
            said.append(Lexeme(Kind.OVER, "", lexeme.start, lexeme.start, "over"))
        said.append(lexeme)
    return said


def _is_operator(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a d stands between another and a letter: d [d] x, d squared [d] x squared."""
    before = index - 2 if _kind(lexemes, index - 1) is Kind.POWER else index - 1
    is_d = before >= 0 and lexemes[before].kind is Kind.SYMBOL and lexemes[before].value == "d"
    lone = _kind(lexemes, before - 1) not in (Kind.SYMBOL, Kind.INTEGRAL)
    return is_d and lone and _kind(lexemes, index + 1) is Kind.SYMBOL


def _taken_apart(lexemes: Sequence[Lexeme], index: int) -> list[Lexeme]:
    """Return what a word sounds like where its neighbours ask for that; else the lexeme itself."""
    lexeme = lexemes[index]
    if lexeme.words in _SOUNDS_LIKE and _is_last_operand(lexemes, index):
        digits = _SOUNDS_LIKE[lexeme.words]
        return [replace(lexeme, kind=Kind.NUMBER, value=digits, tree=Number(digits))]
    if lexeme.words == "x" and _is_scientific(lexemes, index):
        return [replace(lexeme, kind=Kind.TIMES, value="cross")]
    if lexeme.words in ("10", "ten") and _is_before_angle(lexemes, index):
        return [replace(lexeme, kind=Kind.FUNCTION, value="tan", tree=None)]
    if lexeme.words == "del" and _is_nabla(lexemes, index):
        return [replace(lexeme, kind=Kind.SYMBOL, value="nabla")]
    if lexeme.words == "in" and _is_before_set(lexemes, index):
        return [replace(lexeme, kind=Kind.RELATION, value="in")]
    letter = _RUN_TOGETHER.get(lexeme.words)
    if letter is None or _kind(lexemes, index - 1) not in _OPERANDS or _kind(lexemes, index + 1) not in _INFIX:
        return [lexeme]
    and_ = replace(lexeme, kind=Kind.AND, value="", end=lexeme.start, words="and")
    return [and_, replace(lexeme, kind=Kind.SYMBOL, value=letter, words=letter)]


def _is_nabla(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether "del" is the vector: del dot F, del cross F, del squared."""
    after = lexemes[index + 1] if index + 1 < len(lexemes) else None
    return after is not None and (after.kind in (Kind.DOT, Kind.POWER) or after.words == "cross")


def _is_before_set(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a letter stands before this place and a set of numbers after it: x in the real numbers."""
    named = index + 1 + (_kind(lexemes, index + 1) is Kind.THE)
    return _kind(lexemes, index - 1) is Kind.SYMBOL and _kind(lexemes, named) is Kind.SET_NAME


def _is_last_operand(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether nothing but punctuation follows a sign or "approaches" and this word."""
    before = lexemes[index - 1] if index else None
    following = (lexemes[place].words for place in range(index + 1, len(lexemes)))
    if before is None or any(character.isalnum() for words in following for character in words):
        return False
    return before.kind in _SIGNS or (before.kind is Kind.RELATION and before.words == "approaches")


def _is_scientific(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether an x stands between a number and a power of ten, as in 6.02 x 10^23."""
    ten = lexemes[index + 1 : index + 2]
    raised = _kind(lexemes, index + 2) in (Kind.POWER, Kind.TO_THE, Kind.SUPERSCRIPT)
    return _kind(lexemes, index - 1) is Kind.NUMBER and [lexeme.value for lexeme in ten] == ["10"] and raised


def _is_before_angle(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether an angle in degrees follows, after "of" or at once."""
    angle = index + 1 + (_kind(lexemes, index + 1) is Kind.OF)
    degrees = lexemes[angle + 1 : angle + 2]
    return (
        _kind(lexemes, angle) is Kind.NUMBER
        and lexemes[angle].value in _ANGLES
        and [lexeme.value for lexeme in degrees] == ["°"]
    )


def _with_factorials_of_differences(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Put the difference of n minus r factorial in brackets: where no sum is open, the factorial is all of it."""
    bracketed: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if _is_difference(lexemes, index):
            bracketed.append(Lexeme(Kind.OPEN, "(", lexeme.start, lexeme.start))
        if lexeme.kind is Kind.POSTFIX and index > _DIFFERENCE - 1 and _is_difference(lexemes, index - _DIFFERENCE):
            bracketed.append(Lexeme(Kind.CLOSE, "(", lexeme.start, lexeme.start))
        bracketed.append(lexeme)
    return bracketed


def _is_difference(lexemes: list[Lexeme], index: int) -> bool:
    if lexemes[index].kind is not Kind.SYMBOL:
        return False
    if _kind(lexemes, index + 1) is not Kind.MINUS or _kind(lexemes, index + 2) not in _OPERANDS:
        return False
    said = _kind(lexemes, index + _DIFFERENCE) is Kind.POSTFIX
    return said and lexemes[index + _DIFFERENCE].value == "!" and _kind(lexemes, index - 1) in _BEFORE_DIFFERENCE


# --- homophones -----------------------------------------------------------------------------------------------------


def _certain(lexemes: Sequence[Lexeme], index: int, *, wordless: bool) -> Lexeme:
    lexeme = lexemes[index]
    if lexeme.words == "!":
        supported = _is_written_factorial(lexemes, index) and (wordless or _goes_on(lexemes, index))
    else:
        supported = _is_supported(lexemes, index)
    if supported or not (lexeme.weak or lexeme.words == "!"):
        return lexeme
    return replace(lexeme, kind=Kind.WORD, value="", weak=False)


def _is_written_factorial(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether digits, a letter or a bracket stand before an exclamation mark, as in (n - 1)! and 5!."""
    before = _kind(lexemes, index - 1)
    in_digits = before in _OPERANDS and not any(character.isalpha() for character in lexemes[index - 1].words)
    return before is Kind.CLOSE or in_digits or (before is Kind.SYMBOL and len(lexemes[index - 1].words) == 1)


def _goes_on(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether maths goes on behind an exclamation mark, or the bracket that it closes began with maths: 5! = 120."""
    after = _kind(lexemes, index + 1)
    if after is Kind.CLOSE:
        return _kind(lexemes, index - 2) in _BEFORE_OPERAND or _kind(lexemes, index - 1) is Kind.CLOSE
    return after in _AFTER_OPERAND - {Kind.POSTFIX} or after in (Kind.SYMBOL, Kind.OPEN)


def _is_supported(lexemes: Sequence[Lexeme], index: int) -> bool:
    before, after = _kind(lexemes, index - 1), _kind(lexemes, index + 1)
    if lexemes[index].kind is Kind.FUNCTION:
        reach = index + 1 + (after in (Kind.POWER, Kind.OF))
        argument = _kind(lexemes, reach)
        return argument is Kind.SYMBOL and (before in _BEFORE_OPERAND or _kind(lexemes, reach + 1) in _AFTER_OPERAND)
    if lexemes[index].kind is not Kind.SYMBOL:
        return before in _BEFORE_OPERAND | _OPERANDS and after in _OPERANDS | _AFTER_OPERAND
    if lexemes[index].words == "pie" and (before is Kind.NUMBER or after in _INFIX):
        return before is not Kind.WORD and _is_maths(_kind(lexemes, index + (2 if after in _INFIX else 1)))
    if before is Kind.NUMBER and after is Kind.SYMBOL and lexemes[index].words in _POSTPOSITIONS:
        return True
    if before in _OPERANDS and not lexemes[index - 1].weak:
        return after in _AFTER_OPERAND and lexemes[index].words not in _POSTPOSITIONS
    if lexemes[index].words in _POSTPOSITIONS and after is Kind.WORD:
        return False
    if lexemes[index].words in word_list("letter_names"):
        return before in _BEFORE_OPERAND or after in _ASKS_FOR_OPERAND
    return before in _BEFORE_OPERAND and (after in _AFTER_OPERAND or after is Kind.END)


def _kind(lexemes: Sequence[Lexeme], index: int) -> Kind:
    return lexemes[index].kind if 0 <= index < len(lexemes) else Kind.END


# --- asides ---------------------------------------------------------------------------------------------------------


def _without_asides(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    said: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        after = _after_aside(lexemes, index)
        if after is None or not said:
            said.append(lexemes[index])
            index += 1
            continue
        corrects = any(lexeme.kind is Kind.CORRECTION for lexeme in lexemes[index:after])
        corrects = corrects or _is_second_thought(lexemes, index, after)
        kept = _kept(said, lexemes[after]) if corrects else len(said)
        if kept is None:
            said += [replace(lexeme, kind=Kind.WORD) for lexeme in lexemes[index:after]]
        else:
            del said[kept:]
        index = after
    return said


def _is_second_thought(lexemes: Sequence[Lexeme], index: int, after: int) -> bool:
    """Whether a number behind a sign is followed by another: plus four, er, five."""
    numbers = _kind(lexemes, index - 1) is _kind(lexemes, after) is Kind.NUMBER
    return numbers and _kind(lexemes, index - 2) in _INFIX


def _after_aside(lexemes: Sequence[Lexeme], index: int) -> int | None:
    """Return where maths goes on after pauses, fillers and corrections that begin here, or None."""
    end = index
    while end - index < _LONGEST_ASIDE and _kind(lexemes, end) in _ASIDE:
        end += 1
    between_maths = index > 0 and _is_maths(_kind(lexemes, index - 1)) and _is_maths(_kind(lexemes, end))
    if end == index or not between_maths or _kind(lexemes, end) in _ASIDE:
        return None
    only_pause = all(lexeme.kind is Kind.PAUSE for lexeme in lexemes[index:end])
    return None if only_pause and _kind(lexemes, index - 1) not in _INFIX else end


def _is_maths(kind: Kind) -> bool:
    return kind not in (Kind.WORD, Kind.END, Kind.IS, Kind.AND, Kind.OR)


def _kept(said: Sequence[Lexeme], replacement: Lexeme) -> int | None:
    """Return how many of the words said stay when a correction begins with `replacement`, None if it corrects none."""
    places: list[int] = []
    for index in range(len(said) - 1, max(-1, len(said) - 1 - _LONGEST_CORRECTION), -1):
        if not _is_maths(said[index].kind):
            break
        if _class(said[index]) == _class(replacement):
            places.append(index)
    # Alpha plus beta, oops, alpha minus beta: who says a word again begins there again.
    again = (place for place in places if said[place].words == replacement.words)
    return next(again, places[0] if places else None)


def _class(lexeme: Lexeme) -> str:
    if lexeme.kind in _SIGNS:
        return "sign"
    if lexeme.kind is Kind.TO or lexeme.value == "to":
        return "to"
    return "number" if lexeme.kind in (Kind.NUMBER, Kind.FRACTION) else lexeme.kind.value
