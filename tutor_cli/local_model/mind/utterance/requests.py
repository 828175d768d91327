"""Requests in pupils' words, put as the solver reads them: "increase 450 by 10%", "f(3) if f(x) = x^2 + 1".

The words are a table (`data/requests.toml`); the quantities in them are read, never computed with.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.utterance.keys import sound_key, with_sounds
from tutor_cli.local_model.mind.utterance.mathematics import commands, quantities
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens, with_signs
from tutor_cli.local_model.mind.wording import filled
from tutor_cli.maths.expr import Mixed, Neg, Number, Quotient, Relation, Root, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.spoken import find_spans, read_formula

# Longer texts are no requests of these kinds.
_LONGEST = 120
_NUMBER = r"-?\d+(?:\.\d+)?"
# "at x = 2", "when x is -1"
_AT = re.compile(
    r"\b(?:at|when|for|if|put|substitute|with)\s+(?P<unknown>[a-z])"
    rf"\s*(?:=|is|equals|equal to)\s*(?P<value>{_NUMBER})(?:\s+(?:to|ho|kitna|kitni|kya|hoga|hogi|hai))*\W*$"
    # "x = 2 par", "x barabar 1 rakhne par"
    rf"|(?<!\w)(?P<hi_unknown>[a-z])\s*(?:=|barabar|equals|बराबर)\s*(?P<hi_value>{_NUMBER})"
    r"\s+(?:par|pe|rakhne par|rakhe|rakho|ho|hone par|पर|पे|रखने पर|रखें|रखो|हो|होने पर)(?!\w)(?P<asks>.*)$",
    re.IGNORECASE,
)
# The value is put into the derivative then, which the solver does.
_OF_DERIVATIVE = re.compile(r"\b(?:derivative|differentiate|slope|gradient)\b", re.IGNORECASE)
_FUNCTION = re.compile(r"\b(?P<name>[fgh])\((?P<unknown>[a-z])\)\s*=\s*(?P<body>[^,;?]+)", re.IGNORECASE)
_ARGUMENT = rf"\b{{name}}\((?P<value>{_NUMBER})\)"
# Angles of the table are meant in degrees where nobody says so.
# What only says that a value is asked for; "dhal batao" asks for something else.
_OF_VALUE = with_sounds((
    "maan", "value", "mulya", "gyat", "aayega", "aaega", "aaegi", "niklega", "uttar", "phalan", "vyanjak",
    "par", "rakhne",
))  # fmt: skip
_PAIR = 2
# A value, not an equation to be solved with another.
_HAS_VALUE = re.compile(r"[a-z] = -?[\d.]+")
_WORD = re.compile(r"[\u0900-\u097f]|(?<![\\\w])[^\W\d_]{2,}")
_SINGLE = (Number, Symbol, Quotient, Mixed, Neg, Root)
_ARTICLE = re.compile(r"^(?:a|an|one|ek|एक)\s+", re.IGNORECASE)


def in_solvers_words(text: str, earlier: str = "") -> str:
    """Return the problem a request poses, `earlier` standing for "it"; empty where the table does not know it."""
    if len(text) > _LONGEST:
        return ""
    english = in_english_order(text)
    in_english = _from_table(english, earlier) if english else ""
    return _from_table(text, earlier) or in_english or _value_at(text, earlier) or _two_equations(text)


def on_it(text: str, it: str) -> str:
    """Return the problem of an operation on "it", what was found; empty where the request is about something else."""
    return in_solvers_words(text, it) if it and not in_solvers_words(text) else ""


def core(text: str) -> str:
    """Return the quantities of a text with what stands between them, where all the rest is only politeness."""
    words, inner = tokens(text), quantities(text)
    if not inner:
        return ""
    start, end = with_signs(text, inner[0].start), inner[-1].end
    around = [word for word in words if word.end <= start or word.start >= end]
    polite = all(is_function_word(word) for word in around) and not commands(" ".join(word.plain for word in around))
    closing = re.match(r"[\s%!)\]}°]*", text[end:])
    return text[start:end] + (closing.group() if closing else "") if around and polite else ""


def _from_table(text: str, earlier: str) -> str:
    plain = text.strip(" ?.!,।")
    for problem, patterns in _table():
        for found in filter(None, (pattern.fullmatch(plain) for pattern in patterns)):
            quantities = {name: _quantity(name, words) for name, words in found.groupdict().items()}
            if "<it>" in problem:
                quantities["it"] = earlier
            if all(quantities.values()):
                return filled(problem, quantities)
    return ""


def _value_at(text: str, earlier: str) -> str:
    """Put a value into an expression, or into the function that is given."""
    if function := _FUNCTION.search(text):
        argument = re.search(_ARGUMENT.format(name=function["name"]), text)
        body = re.split(r"\s+(?:find|what|then|kya|nikalo)\b", function["body"])[0]
        return expression_at(body, function["unknown"], argument["value"]) if argument else ""
    found = _AT.search(text)
    if found is None or (_OF_DERIVATIVE.search(text) and find_spans(text[: found.start()])):
        return ""
    asks = tokens(found["asks"] or "")
    if not all(is_function_word(word) or sound_key(word.plain) in _OF_VALUE for word in asks):
        return ""
    spans = find_spans(text[: found.start()])
    expression = spans[-1].latex if spans else earlier
    unknown, value = found["unknown"] or found["hi_unknown"], found["value"] or found["hi_value"]
    return expression_at(expression, unknown.lower(), value)


def _two_equations(text: str) -> str:
    """Return a pair of equations, however it is said, as one system."""
    spans = [span for span in find_spans(text) if isinstance(span.expr, Relation) and span.expr.signs == ("=",)]
    if len(spans) != _PAIR or _HAS_VALUE.fullmatch(spans[1].latex):
        return ""
    return f"solve {spans[0].latex} and {spans[1].latex}"


def _quantity(gap: str, words: str) -> str:
    """Return a quantity, written or spoken, in LaTeX; nothing where it is none, or more than the gap takes."""
    # A number alone tells no Hinglish: "atharah" is read as that where it is no English.
    languages = ("auto", "hi-Latn") if _WORD.search(words) else ("",)
    for attempt, language in product((words, _ARTICLE.sub("", words)), languages):
        try:
            tree = read_formula(attempt, language) if language else parse(attempt)
        except MathsError:
            continue
        if gap == "f" or isinstance(tree, _SINGLE):
            return to_latex(tree)
    return ""


@cache
def _table() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    data = load("requests")
    gaps = {name: rf"(?P<{name}>\S.{{0,40}}?)" for name in ("a", "b", "f")} | {"it": f"(?:{_pronoun()})"}
    return tuple(
        (
            problem,
            tuple(
                re.compile(f"{data['opening']}{filled(pattern, gaps)}{data['closing']}", re.IGNORECASE)
                for pattern in patterns
            ),
        )
        for problem, patterns in data["problems"].items()
    )


@cache
def _pronoun() -> str:
    entry, names = load("cues")["pronouns"], load("askable")
    called = "|".join(word for words in (*names["answers"].values(), names["ones"]["any"]) for word in words)
    pronouns = "|".join(map(re.escape, sorted((*entry["en"], *entry["hi"]), key=len, reverse=True)))
    return rf"(?:that|this|the|us|is) (?:{called})(?: ki| ka| ke| ko)?|{pronouns}"
