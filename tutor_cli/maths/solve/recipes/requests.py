"""Questions about formulas and named objects: remainders, zeros, ratios of angles, sets; `A = ..., find A^2`."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.formulas import formula
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.arranging import arrangement_problem

_F, _G = r"(?P<f>.+?)", r"(?P<g>.+?)"
_LEAD = r"(?:.*?\b)?"
_ASK = r"(?:(?:find|what is|whats|what's|get|tell me|calculate|and|so) )*(?:the )?"
_END = r"[?.! ]*$"
_RATIO = r"(?:sin|cos|tan|cosec|csc|sec|cot)"

# (pattern, quantity, names of the groups in the order of the expressions)
_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), quantity, order)
    for pattern, quantity, order in (
        (rf"^{_LEAD}remainder (?:when|if|of|on dividing|obtained when|that you get when)? ?(?:the polynomial )?{_F} (?:is |are )?(?:divided )?by {_G}{_END}", "remainder", "gf"),
        (rf"^(?:when|if) {_F} is divided by {_G},? (?:what is|find|then what is|whats) the remainder{_END}", "remainder", "gf"),
        (rf"^(?:divide {_F} by {_G})(?: and|,| to)? (?:find|get|give|what is) the (?:quotient and )?remainder{_END}", "remainder", "gf"),
        (rf"^(?:{_ASK})?(?P<k>[a-z])(?:,? (?:if|such that|so that|when|for which))+ {_G} is a factor of {_F}{_END}", "unknown coefficient", "gf"),
        (rf"^{_ASK}(?:value of )(?P<k>[a-z])(?:,? (?:if|such that|so that|when|for which))+ {_G} is a factor of {_F}{_END}", "unknown coefficient", "gf"),
        (rf"^if {_G} is a factor of {_F},? {_ASK}(?:value of )?(?P<k>[a-z]){_END}", "unknown coefficient", "gf"),
        (rf"^(?:so |and |check (?:if|whether) |show that |tell me (?:if|whether) )*(?:is )?{_G} (?:is )?a factor of {_F}{_END}", "is factor", "gf"),
        (rf"^(?:{_ASK})coefficient of {_G} in (?:the expansion of )?{_F}{_END}", "coefficient", "gf"),
        (rf"^(?:{_ASK})(?:complex )?conjugate (?:of )?{_F}{_END}", "conjugate", "f"),
        (rf"^(?:if )?(?:the )?det(?:erminant)? of {_F} (?:is|=|equals)(?: equal to)? {_G},? (?:then )?{_ASK}(?:value of )?(?P<k>[a-z]){_END}", "unknown entry", "fg"),
        (rf"^{_LEAD}degree of (?:the )?(?:polynomial )?{_F}{_END}", "degree", "f"),
        (r"^(?:.*?[\s,;:])?(?P<f>\{[^}]*\}) (?:union|∪|u) (?P<g>\{[^}]*\})" + _END, "union", "fg"),
        (r"^(?:.*?[\s,;:])?(?P<f>\{[^}]*\}) (?:intersection|intersect|∩) (?P<g>\{[^}]*\})" + _END, "intersection", "fg"),
        (r"^(?:.*?[\s,;:])?(?P<f>\{[^}]*\}) (?:minus|-|−|difference|\\) (?P<g>\{[^}]*\})" + _END, "set difference", "fg"),
        (r"^(?:how many|number of) subsets (?:does |of |has |are there of |do )*(?P<f>\{[^}]*\})(?: have)?" + _END, "subsets", "f"),
        (r"^(?:how many|number of) elements (?:does |of |has |are there in |in |are in )*(?P<f>\{[^}]*\})(?: have)?" + _END, "elements", "f"),
        (r"^(?:is )?(?P<f>\{[^}]*\}) (?:is )?a subset of (?P<g>\{[^}]*\})" + _END, "is subset", "fg"),
    )
)  # fmt: skip
_RATIOS = re.compile(
    rf"^(?:if|given(?: that)?|when)? ?(?P<given>{_RATIO} ?(?P<angle>[a-z]|theta|θ) ?(?:=|is|equals) ?[^,]+?)"
    rf"(?:,| then| and)* (?:find|what is|whats|calculate|then find|what are|get) (?:the values? of )?"
    rf"(?P<wanted>{_RATIO} ?2? ?(?P=angle)(?:(?:,| and|, and) {_RATIO} ?2? ?(?P=angle))*){_END}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b([A-Z]) ?(?:=|is) ?((?:\[\[.*?\]\])|(?:\{[^{}]*\})|(?:\\begin\{[a-z]*matrix\}.*?\\end\{[a-z]*matrix\}))"
)
_ASKED = re.compile(r"^(?:[\s,;.]|and\b|if\b|let\b|then\b|where\b|given\b)+", re.IGNORECASE)


def formula_problem(text: str) -> Problem | None:
    """Return the problem a question about formulas asks for, or None."""
    text = with_names_put_in(text)
    if found := _RATIOS.match(text):
        parts = [found["given"], *re.split(r",? and |, ?", found["wanted"])]
        return _problem("trigonometric ratios", [_ratio_with_sign(part) for part in parts])
    if problem := arrangement_problem(text):
        return problem
    for pattern, quantity, order in _PATTERNS:
        if (found := pattern.match(text)) and (problem := _problem(quantity, [found[name] for name in order])):
            return problem
    return None


def with_definitions(text: str) -> str:
    """Return the question with what its letters stand for put in, or nothing where there are no such letters."""
    put_in = with_names_put_in(text)
    return put_in if put_in != text else ""


def with_names_put_in(text: str) -> str:
    """Return the text with the letters of matrices and sets it defines put into its question."""
    named = {found[1]: found[2] for found in _NAMED.finditer(text)}
    rest = _ASKED.sub("", _NAMED.sub(" ", text)).strip()
    rest = re.sub(r"^(?:[\s,;.]|and\b|then\b)+", "", rest, flags=re.IGNORECASE)
    if not named or not rest:
        return text
    if len(named) == 1:
        rest = re.sub(r"\bits (\w+)", lambda found: f"the {found[1]} of {next(iter(named))}", rest)
    names = "".join(named)
    if equation := re.search(rf"\b([{names}]) ?X ?= ?([{names}])\b", rest):
        return f"({named[equation[1]]})^{{-1}}*({named[equation[2]]})"
    if not re.search(rf"(?<![A-Za-z])[{names}]{{1,2}}(?![a-z])", rest):
        return text
    product = re.compile(rf"(?<![A-Za-z])([{names}])([{names}])(?![A-Za-z])")
    rest = product.sub(lambda found: f"{named[found[1]]}*{named[found[2]]}", rest)
    single = re.compile(rf"(?<![A-Za-z\[{{])([{names}])(?![A-Za-z])")
    return single.sub(lambda found: named[found[1]], rest)


def _ratio_with_sign(text: str) -> str:
    return re.sub(r"\b(?:is|equals)\b", "=", text, flags=re.IGNORECASE).replace("theta", r"\theta ").strip()


def _problem(quantity: str, texts: list[str]) -> Problem | None:
    trees: list[Expr] = []
    for text in texts:
        tree = _tree(text)
        if tree is None:
            return None
        trees.append(tree)
    return Problem("quantity", tuple(trees), quantity=quantity)


def _tree(text: str) -> Expr | None:
    if text.startswith("{"):
        try:
            return parse(text)
        except MathsError:
            return None
    return formula(text, "auto")
