"""What the words of maths mean to the grammar, whatever the language: kinds and lexemes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tutor_cli.maths.expr import Expr


class Kind(StrEnum):
    """The kinds of lexeme; the vocabulary files use these names as their section headings."""

    # operands
    NUMBER = "number"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    SYMBOL = "symbol"
    FUNCTION = "function"
    SET_NAME = "set_name"
    # between operands
    PLUS = "plus"
    MINUS = "minus"
    NEGATIVE = "negative"
    PLUS_MINUS = "plus_minus"
    MINUS_PLUS = "minus_plus"
    TIMES = "times"
    DOT = "dot"
    DIVIDED = "divided"
    OVER = "over"
    BY = "by"
    ALL_OVER = "all_over"
    INFIX = "infix"
    RELATION = "relation"
    COMPARE = "compare"
    IS = "is"
    IMPLIES = "implies"
    AND = "and"
    OR = "or"
    COMMA = "comma"
    PAUSE = "pause"
    # after an operand
    POWER = "power"
    NOUN_POWER = "noun_power"
    WHOLE = "whole"
    WHOLE_POWER = "whole_power"
    TO_THE = "to_the"
    POWER_WORD = "power_word"
    END_EXPONENT = "end_exponent"
    SUPERSCRIPT = "superscript"
    SUPER = "super"
    SUB = "sub"
    SUBSCRIPT = "subscript"
    BASELINE = "baseline"
    POSTFIX = "postfix"
    PRIME = "prime"
    ACCENT = "accent"
    TRANSPOSE = "transpose"
    INVERSE = "inverse"
    POST_ROOT = "post_root"
    POST_NTH_ROOT = "post_nth_root"
    INVERSE_OF = "inverse_of"
    KA = "ka"
    POST_FENCE = "post_fence"
    POST_INTEGRAL = "post_integral"
    POST_FUNCTION = "post_function"
    IN_BRACKETS = "in_brackets"
    CHOOSE = "choose"
    CHOOSE_FROM = "choose_from"
    CHOOSE_TAIL = "choose_tail"
    POST_SET = "post_set"
    # before an operand
    ROOT = "root"
    ROOT_INDEX = "root_index"
    START_ROOT = "start_root"
    END_ROOT = "end_root"
    OPEN = "open"
    CLOSE = "close"
    QUANTITY = "quantity"
    END_QUANTITY = "end_quantity"
    START_FRACTION = "start_fraction"
    END_FRACTION = "end_fraction"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    FENCE = "fence"
    START_FENCE = "start_fence"
    END_FENCE = "end_fence"
    BAR = "bar"
    ACCENT_PREFIX = "accent_prefix"
    MODIFIED = "modified"
    MODIFIER = "modifier"
    PREFIX = "prefix"
    CAPITAL = "capital"
    LOG_BASE = "log_base"
    # calculus and big operators
    INTEGRAL = "integral"
    BIG = "big"
    LIMIT = "limit"
    LIMIT_AT = "limit_at"
    UNDER = "under"
    UPPER = "upper"
    END_SCRIPTS = "end_scripts"
    PARTIAL = "partial"
    DERIVATIVE_OF = "derivative_of"
    RESPECT = "respect"
    SIDE = "side"
    # arrangements
    START = "start"
    MATRIX = "matrix"
    END_MATRIX = "end_matrix"
    ROW = "row"
    COLUMN = "column"
    SET = "set"
    SET_ALL = "set_all"
    END_SET = "end_set"
    SUCH_THAT = "such_that"
    BINOMIAL = "binomial"
    BINOMIAL_END = "binomial_end"
    # said only by those who speak with care
    EVALUATION = "evaluation"
    END_EVALUATION = "end_evaluation"
    BLANK = "blank"
    END_BIG = "end_big"
    INTERVAL = "interval"
    END_INTERVAL = "end_interval"
    END_MODULO = "end_modulo"
    CASES = "cases"
    END_CASES = "end_cases"
    CASE = "case"
    LINES = "lines"
    END_LINES = "end_lines"
    LINE = "line"
    WORDS = "words"
    END_WORDS = "end_words"
    AT = "at"
    MIXED = "mixed"
    MIXED_AND = "mixed_and"
    NEXT = "next"
    END_BASE = "end_base"
    END_SUB = "end_sub"
    END_PREFIX = "end_prefix"
    TAIL = "tail"
    STATEMENT_TAIL = "statement_tail"
    # small words
    OF = "of"
    FROM = "from"
    TO = "to"
    SE = "se"
    TAK = "tak"
    AS = "as"
    THE = "the"
    ARTICLE = "article"
    FILLER = "filler"
    CORRECTION = "correction"
    WORD = "word"
    END = "end"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One or more words with one meaning: `start` and `end` are character offsets, `value` what the kind needs.

    `words` are the words as looked up; `tree` is set where the lexer has already read an operand (a fraction in
    words); `weak` marks a homophone, which counts only where its neighbours ask for it.
    """

    kind: Kind
    value: str
    start: int
    end: int
    words: str = ""
    tree: Expr | None = None
    weak: bool = False
