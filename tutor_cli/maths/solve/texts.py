"""The sentences of the steps, by id, in English and Hindi; maths stands in them as `$latex$`."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from tutor_cli.maths.expr import Expr, Text
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.figures.table import sentences as figure_sentences
from tutor_cli.maths.solve.recipes.table import sentences as recipe_sentences
from tutor_cli.maths.solve.stories.frames import sentences as story_sentences
from tutor_cli.tables import read_table

if TYPE_CHECKING:
    from tutor_cli.maths.solve.solution import Rejected, Step

Language = Literal["en", "hi"]
# Where the tables `data/steps.toml` are: each id with its English and its Hindi sentence.
_FOLDERS = ("data", "recipes/data", "properties/data", "asked/data")


@cache
def sentences(lang: str) -> dict[str, str]:
    """Return all the sentences of steps in one language, by their ids."""
    own = {id: text[lang == "hi"] for id, text in _steps().items()}
    return own | recipe_sentences(lang) | story_sentences(lang) | figure_sentences(lang)


@cache
def _steps() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for folder in _FOLDERS:
        found |= read_table(__package__, folder, "steps.toml")
    return found


def sentence(id: str, params: dict[str, Expr], lang: Language = "en") -> str:
    """Return the sentence of a step or rejection; raises KeyError for an id that is not in the table.

    A parameter that is words has its Hindi ones under its name with `_hi`.
    """
    written = {name: _in_sentence(tree) for name, tree in params.items()}
    own = {name.removesuffix("_hi"): text for name, text in written.items() if lang == "hi" and name.endswith("_hi")}
    return sentences(lang)[id].format(**{**written, **own})


def _in_sentence(tree: Expr) -> str:
    return tree.content if isinstance(tree, Text) else f"${to_latex(tree)}$"


def reason(step: Step, lang: Language = "en") -> str:
    """Return why the step is done."""
    return step.reason if lang == "en" else sentence(step.id, step.params, lang)


def rejection(rejected: Rejected, lang: Language = "en") -> str:
    """Return why a candidate is not a solution."""
    return rejected.reason if lang == "en" else sentence(rejected.id, rejected.params, lang)


def localised(tree: Expr, lang: Language) -> Expr:
    """Return the tree with the words in it (`or`, `and`, `no solution`) in the language."""
    if lang == "en":
        return tree
    result: Expr = _with_words(tree)
    return result


def _with_words(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_with_words(item) for item in value)
    if isinstance(value, Text):
        return Text(_HINDI_WORDS.get(value.content, value.content))
    if isinstance(value, Expr):
        return replace(value, **{field.name: _with_words(getattr(value, field.name)) for field in fields(value)})
    return value


_HINDI_WORDS = {
    " or ": " या ", " and ": " और ",
    "quotient ": "भागफल ", ", remainder ": ", शेषफल ", " at ": " जहाँ ", "maximum ": "उच्चिष्ठ ", "minimum ": "निम्निष्ठ ",
    "two different real roots": "दो भिन्न वास्तविक मूल", "no real roots": "कोई वास्तविक मूल नहीं",
    "two equal real roots": "दो बराबर वास्तविक मूल", "no solution": "कोई हल नहीं",
    "an equilateral triangle": "समबाहु त्रिभुज", "a right-angled isosceles triangle": "समकोण समद्विबाहु त्रिभुज",
    "a right-angled triangle": "समकोण त्रिभुज", "an isosceles triangle": "समद्विबाहु त्रिभुज",
    "a scalene triangle": "विषमबाहु त्रिभुज", "a square": "वर्ग", "a rectangle": "आयत", "a rhombus": "समचतुर्भुज",
    "a parallelogram": "समांतर चतुर्भुज", "a quadrilateral of no special kind": "सामान्य चतुर्भुज",
    "a circle": "वृत्त", "an ellipse": "दीर्घवृत्त", "a hyperbola": "अतिपरवलय", "a parabola": "परवलय",
    "to the left": "बाईं ओर", "to the right": "दाईं ओर", "upwards": "ऊपर", "downwards": "नीचे",
    "inside": "अंदर", "outside": "बाहर", "on the curve": "वक्र पर", "no such point": "ऐसा कोई बिंदु नहीं",
    "an identity": "हर कोण के लिए सही है", "not an identity": "हर कोण के लिए सही नहीं है",
    "sign": "चिह्न", "none": "नहीं", "yes": "हाँ", "no": "नहीं", "no mode": "कोई बहुलक नहीं",
}  # fmt: skip


def verdict(kind: str, lang: Language = "en") -> str:
    """Return the sentence for an answer that is a word: undefined, does not exist, diverges."""
    return sentences(lang).get(f"verdict.{kind}", "")
