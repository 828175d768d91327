"""How students ask, in English, Hindi and Hinglish: patterns and what they ask for.

In a pattern `f` is the maths, `v` the variable, `a` and `b` limits, `to` the target of a limit.
"""

# ruff: noqa: E501  # a pattern reads best on one line
from __future__ import annotations

import re
from dataclasses import dataclass

from tutor_cli.maths.solve.problem import Operation


@dataclass(frozen=True)
class Instruction:
    """A way of asking for an operation."""

    pattern: re.Pattern[str]
    operation: Operation
    order: int = 1


def _says(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_POLITE = r"^(?:(?:can you|could you|please|kindly|help me(?: to)?|now|how (?:do|can|would) (?:i|you|we)|i want to|let us|let's|zara|kripya|कृपया) )*"
_FIND = r"(?:what(?: i|')s|what are|find|calculate|compute|work out|determine|evaluate|get|give(?: me)?|tell me|show me|show)"
_THE = r"(?: the| an?)?"
_FOR = r"(?: (?:for|with respect to|w\.?r\.?t\.?|in terms of) (?P<v>[a-zA-Z])\b)?"
_AT = r"(?: (?:at|when|for) [a-zA-Z] ?(?:=|equals|is|equal to) ?(?P<to>\S+))?"
_DX = r"(?: d ?(?P<d>[a-z]))?"
_LIMITS = r"(?: (?:from|between|on|over the interval) (?P<a>.+?) (?:to|and|till|up to) (?P<b>.+?))?"
_DY_DX = r"d ?y ?(?:by|over|/) ?d ?x"
_OBJECT = r"(?: ko| को)?"
_DO = r"(?:karo|kijiye|kare|karen|kar do|nikalo|nikaliye|batao|bataiye|karna hai|kya hai|करो|कीजिए|करें|निकालो|निकालिए|निकालें|बताओ|बताइए|ज्ञात करो|ज्ञात कीजिए|क्या है)"

INSTRUCTIONS: tuple[Instruction, ...] = (
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?:second|double) derivative(?: of)? (?P<f>.+?){_FOR}$"), "differentiate", 2),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?third derivative(?: of)? (?P<f>.+?){_FOR}$"), "differentiate", 3),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?:derivative|differential coefficient) (?:of )?(?P<f>.+?){_FOR}{_AT}$"), "differentiate"),
    Instruction(_says(rf"{_POLITE}differentiate (?P<f>.+?){_FOR}{_AT}$"), "differentiate"),
    Instruction(_says(rf"{_POLITE}{_FIND}{_THE} (?:slope|gradient) of (?:the (?:straight )?line |the curve )?(?P<f>y .+?){_AT}$"), "differentiate"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?{_DY_DX},? (?:if|when|for|where|given|of)(?: that)? (?P<f>.+?)$"), "differentiate"),
    Instruction(_says(rf"^(?:(?:if|when|given|for)(?: that)? )?(?P<f>.+?),? (?:then )?{_FIND}{_THE} {_DY_DX}$"), "differentiate"),
    Instruction(_says(rf"^(?P<f>.+?) (?:ka|का) (?:derivative|differentiation|avkalan|avkalaj|अवकलन|अवकलज)(?: {_DO})?$"), "differentiate"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:differentiate|avkalan|अवकलन|अवकलित) {_DO}$"), "differentiate"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?:integral|antiderivative|integration) (?:of )?(?P<f>.+?){_DX}{_FOR}{_LIMITS}$"), "integrate"),
    Instruction(_says(rf"{_POLITE}integrate (?P<f>.+?){_DX}{_FOR}{_LIMITS}$"), "integrate"),
    Instruction(_says(rf"^(?P<f>.+?) (?:ka|का) (?:integral|integration|samakalan|समाकलन)(?: (?P<a>\S+) (?:se|से) (?P<b>\S+) (?:tak|तक))?(?: {_DO})?$"), "integrate"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:integrate|samakalan|समाकलन|समाकलित) {_DO}$"), "integrate"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?limit (?:of )?(?P<f>.+?) (?:as|when|where) (?P<v>[a-zA-Z]) (?:approaches|tends to|goes to|->|→) (?P<to>.+)$"), "limit"),
    Instruction(_says(rf"{_POLITE}factor(?:i[sz]e)?(?: out)?{_THE} (?P<f>.+)$"), "factor"),
    Instruction(_says(rf"{_POLITE}{_FIND}{_THE} factors? of (?P<f>.+)$"), "factor"),
    Instruction(_says(rf"^(?P<f>.+?) (?:ka|ke|का|के) (?:gunankhan[dt]|factors?|गुणनखंड|गुणनखण्ड)(?: {_DO})?$"), "factor"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:factori[sz]e|factor) {_DO}$"), "factor"),
    Instruction(_says(rf"{_POLITE}(?:expand|multiply out){_THE} (?P<f>.+)$"), "expand"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:expand|vistar|विस्तार|विस्तारित) {_DO}$"), "expand"),
    Instruction(_says(rf"{_POLITE}(?:simplify|reduce|rationali[sz]e){_THE}(?: denominators? of:?| denominator[:,]?)?(?: the(?: fraction)?)? (?P<f>.+?)(?: to (?:its |the )?(?:lowest terms?|simplest form))?$"), "simplify"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:simplify|saral|सरल) {_DO}$"), "simplify"),
    Instruction(_says(rf"{_POLITE}{_FIND}{_THE} (?:nth term|n-th term|general term|formula)(?: of)?(?: the sequence)? (?P<f>.+)$"), "sequence"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?P<wrap>inverse|determinant|det|eigenvalues|rank|transpose|adjoint|trace)(?: of)?(?: (?:the )?matrix)? (?P<f>.+)$"), "matrix"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?:sum|summation)(?: of)? (?P<f>.+?) (?:from|for|where) (?P<v>[a-z]) ?(?:=|equals|is)? ?(?P<a>\S+) to (?P<b>.+)$"), "sum"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?(?:prime factors|prime factori[sz]ation) (?:of )?(?P<f>.+)$"), "factor"),
    Instruction(_says(rf"{_POLITE}(?:{_FIND}{_THE} )?log(?:arithm)?(?: of)? (?P<f>.+?) (?:to the base|to base|base|with base) (?P<base>.+)$"), "evaluate"),
    Instruction(_says(r"^(?P<f>.+?),? (?:solve )?for (?P<v>[a-zA-Z])$"), "solve"),
    Instruction(_says(rf"{_POLITE}solve for (?P<v>[a-zA-Z])[:,]? (?P<f>.+)$"), "solve"),
    Instruction(_says(rf"{_POLITE}(?:solve|{_FIND}(?: the)? (?:roots?|solutions?|zeros?) of|{_FIND} (?:the value of )?(?P<v>[a-zA-Z])(?: (?:if|in|when|from|such that|given(?: that)?)|:))(?: the)?(?: following)?(?: quadratic| linear)?(?: equations?| inequality| system)?:? (?P<f>.+?)(?: (?:in|on|for [a-z] in) (?P<interval>[\[(].+[\])]))?(?: for (?P<v2>[a-zA-Z]))?$"), "solve"),
    Instruction(_says(rf"^(?P<f>.+?){_OBJECT} (?:hal|solve|हल) {_DO}$"), "solve"),
    Instruction(_says(rf"^(?:hal|solve|हल) {_DO}[:,]? (?P<f>.+)$"), "solve"),
    Instruction(_says(rf"{_POLITE}{_FIND}{_THE}(?: value of| answer to| result of)? (?P<f>.+?)(?: rupees| equal(?: to)?)?$"), "evaluate"),
    Instruction(_says(rf"{_POLITE}how much is (?P<f>.+)$"), "evaluate"),
    Instruction(_says(rf"^(?P<f>.+?) (?:ka maan|का मान|kitna hota hai|kitna hai|कितना होता है|कितना है|kya hota hai)(?: {_DO})?$"), "evaluate"),
)  # fmt: skip

# What is asked of a matrix, as the function that does it.
WRAPPERS = {
    "inverse": "inv", "determinant": "det", "det": "det", "eigenvalues": "eig", "rank": "rank", "transpose": "transpose",
    "adjoint": "adj", "trace": "trace",
}  # fmt: skip

# Functions that are quantities of their arguments.
FUNCTION_QUANTITIES = {
    "lcm": "lcm", "gcd": "hcf", "hcf": "hcf", "mean": "mean", "median": "median", "mode": "mode",
}  # fmt: skip

# To how many places an answer is asked for: in decimal places, or to the nearest power of ten.
_EXACTLY = r",? ?(?:correct |rounded (?:off )?|approximated |accurate )?(?:up )?(?:to|at|in)"
PLACES = _says(rf"{_EXACTLY} (?P<count>\w+) (?:decimal (?:places?|points?|digits?)|places? of decimals?|d\.?p\.?)")
NEAREST = _says(rf"{_EXACTLY} the nearest (?P<unit>[a-z]+)(?: numbers?)?")
NEAREST_PLACES = {
    "whole": 0,
    "integer": 0,
    "unit": 0,
    "one": 0,
    "ten": -1,
    "tens": -1,
    "hundred": -2,
    "thousand": -3,
    "tenth": 1,
    "hundredth": 2,
    "thousandth": 3,
}
ROUND = _says(rf"{_POLITE}round(?: off)? ")

# Requests with two operands, or a power said as a noun, and the operation they name.
_WITH = r"(?:and|with|to|by)"
REQUESTED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (_says(rf"{_POLITE}(?:{_FIND}{_THE} )?{pattern}$"), operation)
    for pattern, operation in (
        (rf"(?:multiply|product of) (?P<a>.+?) {_WITH} (?P<b>.+)", "multiply"),
        (rf"(?:divide|quotient of) (?P<a>.+?) {_WITH} (?P<b>.+)", "divide"),
        (rf"(?:add|sum of) (?P<a>.+?) {_WITH} (?P<b>.+)", "add"),
        (r"(?:subtract|take away) (?P<b>.+?) from (?P<a>.+)", "subtract"),
        (r"square (?!root)(?:of )?(?P<a>.+)", "square"),
        (r"cube (?!root)(?:of )?(?P<a>.+)", "cube"),
        (r"(?:double|twice) (?:of )?(?P<a>.+)", "double"),
        (r"half (?:of )?(?P<a>.+)", "half"),
    )
)
# "What percent of 80 is 20?", "20 is what percent of 80?"
WHAT_PERCENT: tuple[re.Pattern[str], ...] = tuple(
    _says(pattern)
    for pattern in (
        r"^what (?:percent|percentage|%) of (?P<whole>\S*\d\S*) is (?P<part>\S*\d\S*)$",
        r"^(?P<part>\S*\d\S*) is what (?:percent|percentage|%) of (?P<whole>\S*\d\S*)$",
    )
)

# Words between signs, as the signs they mean.
MIXED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (_says(pattern), sign)
    for pattern, sign in (
        (r" ?(?:\bka varg\b|का वर्ग|\bsquared\b|\bsquare\b)", "^2 "),
        (r" ?(?:\bka ghan\b|का घन|\bcubed\b|\bcube\b)", "^3 "),
        (r"\b(?:plus|jod)\b|जोड़|धन", " + "),
        (r"\b(?:minus|ghata)\b|घटा|ऋण", " - "),
        (r"\b(?:times|into|guna)\b|गुणा", " * "),
        (r"\b(?:divided by|over|bhag)\b|भाग", " / "),
        (r"\b(?:equals|equal to|is equal to|barabar)\b|बराबर", " = "),
        (r"% of\b", "% * "),
        (r"\b(\d+ ?/ ?\d+) of (?=\d+(?:\.\d+)?\W*$)", r"\1 * "),
    )
)

METHODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_says(r"\b(?:by|using|with|via)? ?(?:complet(?:e|ing) the square|purn varg(?: se| vidhi se)?|पूर्ण वर्ग(?: विधि)?(?: से)?)"), "complete_square"),
    (_says(r"\b(?:by|using|with|via)(?: the)? (?:quadratic )?formula\b|\b(?:use|sutra se|formula se)\b(?: the)?(?: quadratic formula| formula)?|सूत्र से"), "formula"),
    (_says(r"\b(?:by|using|with|via)(?: the)? factor(?:i[sz]ation|ing|i[sz]ing)?(?: method)?\b(?! theorem)|\b(?:by )?(?:splitting (?:of )?(?:the )?middle term|middle term splitting)|gunankhand se|गुणनखंड(?: विधि)? से"), "factor"),
    (_says(r"\b(?:by|using|with|via)(?: the)? (?:substitution|elimination|cross multiplication|cramer'?s rule|matri(?:x|ces))(?: method)?\b"), ""),
    (_says(r"\b(?:by|using|with|via)(?: the| an?| a suitable| suitable)? (?:binomial(?: theorem| expansion)?|identit(?:y|ies)|remainder theorem|factor theorem|long division|section formula|distance formula|heron'?s formula)\b|\bwithout (?:actual(?:ly)? )?(?:multiplying|multiplication|dividing|division|expanding)(?: directly)?\b"), ""),
)  # fmt: skip

QUANTITIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (_says(pattern), name)
    for pattern, name in (
        (r"\b(?:lcm|l\.c\.m\.?|least common multiple|lowest common multiple|laghuttam samapvartya|लघुत्तम समापवर्त्य|(?<![\u0900-\u097f])ल\.?स\.?)\b", "lcm"),
        (r"\b(?:hcf|h\.c\.f\.?|gcd|gcf|highest common factor|greatest common (?:divisor|factor)|mahattam samapvartak|महत्तम समापवर्तक)\b", "hcf"),
        (r"\bstandard deviation|manak vichalan|मानक विचलन", "standard deviation"),
        (r"\bvariance|prasaran|प्रसरण", "variance"),
        (r"\b(?:mean|average)\b|(?:ka|ke) ausat|औसत|माध्य(?![\u0900-\u097f])", "mean"),
        (r"\bmedian\b|madhyika|माध्यिका|माध्यक", "median"),
        (r"\bmode\b|bahulak|बहुलक", "mode"),
        (r"\brange of\b|parisar|परिसर", "range"),
        (r"\bmid-? ?point\b|madhya ?bindu|मध्य ?बिंदु", "midpoint_of"),
        (r"\b(?:slope|gradient)\b|pravanta|प्रवणता|ढाल", "slope_of"),
        (r"\bequation of (?:the|a) (?:straight )?line\b", "line through two points"),
        (r"\bdistance (?:between|from)\b|(?:ke beech|के बीच)(?: ki| की)? (?:duri|doori|दूरी)", "distance_of"),
        (r"(?:convert|write|express|change)(?=.*\b(?:to|as|in|into) (?:an? )?(?:simplest )?(?:common )?fraction\b)|(?:ko|को) (?:bhinn|fraction|भिन्न) mein", "fraction"),
        (r"(?:convert|write|express|change)(?=.*\b(?:to|as|in|into) (?:a )?decimals?\b)|(?:ko|को) (?:dashamlav|decimal|दशमलव) mein", "decimal"),
        (r"(?:convert|write|express|change)(?=.*\b(?:to|as|in|into) (?:a )?percent(?:age)?\b)", "percent"),
    )
)  # fmt: skip
