"""The problem in hand with one part exchanged: "13 instead of 11", "agar dusri equation x - y = 2 ho to"."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import Cases, Expr, Lines, Relation, Sequence
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import find_spans

_NUMBER = r"-?\d+(?:\.\d+)?"
_FOR = r"(?:instead of|in place of|rather than)"
_HI_FOR = r"(?:ki jagah|ke badle|ke bajaye|ki bajaye|की जगह|के बदले|के बजाय|की बजाय)"
_INSTEAD = (
    re.compile(rf"(?P<new>{_NUMBER})\s+{_FOR}\s+(?:the\s+)?(?P<old>{_NUMBER})", re.IGNORECASE),
    re.compile(
        rf"(?:change|replace)\s+(?:the\s+)?(?P<old>{_NUMBER})\s+(?:to|by|with|into)\s+(?P<new>{_NUMBER})", re.IGNORECASE
    ),
    re.compile(rf"(?P<old>{_NUMBER})\s+{_HI_FOR}\s+(?P<new>{_NUMBER})", re.IGNORECASE),
)
_SUPPOSES = re.compile(
    r"(?<!\w)(?:if|suppose|instead|agar|yadi|अगर|यदि|ho to|hot[ai] to|हो तो|होता तो|होती तो|ki jagah|की जगह)(?!\w)",
    re.IGNORECASE,
)
_ORDINALS = (
    re.compile(r"(?<!\w)(?:first|pehl[aei]|pahl[aei]|पहल[ाेी]|प्रथम)(?!\w)", re.IGNORECASE),
    re.compile(r"(?<!\w)(?:second|other|d[uo]+sr[aei]|दूसर[ाेी]|द्वितीय)(?!\w)", re.IGNORECASE),
)
_NAMES_A_POINT = re.compile(r"(?<!\w)(?:points?|vertex|bindu|बिंदु|बिन्दु|shirsh|शीर्ष)(?!\w)", re.IGNORECASE)
_POINT = re.compile(rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)")
_ASSIGNS = re.compile(r"[a-z] = -?[\d.]+$")
# With a question of its own beside the equation it is another problem.
_ASKS_MORE = re.compile(r"(?<!\w)(?:find|what is|nikal\w*|gyat|निकाल\w*|ज्ञात)(?!\w)", re.IGNORECASE)
# "if sin A = 5/13 then cos A?" is a problem of its own.
_RATIO = re.compile(r"\b(?:sin|cos|tan|cot|sec|cosec)\b", re.IGNORECASE)
_PAIR = 2
# What a sign is called, and how it stands in a problem.
_SIGNS = {
    r"plus|jod\w*|add\w*|\+|जोड़\w*": "+",
    r"minus|ghat\w*|subtract\w*|-|−|घटा\w*": "-",
    r"<=|≤": r"\le",
    r">=|≥": r"\ge",
    r"<": "<",
    r">": ">",
}
_SIGN = "|".join(_SIGNS)
_SIGNED_INSTEAD = (
    re.compile(rf"(?P<sign>{_SIGN})\s*(?P<old>\d+)\s+{_HI_FOR}\s+(?P<other>{_SIGN})\s*(?P<new>\d+)", re.IGNORECASE),
    re.compile(rf"(?P<other>{_SIGN})\s*(?P<new>\d+)\s+{_FOR}\s+(?P<sign>{_SIGN})\s*(?P<old>\d+)", re.IGNORECASE),
)
_SIGN_INSTEAD = (
    re.compile(rf"(?<!\w)(?P<old>{_SIGN})\S*\s+{_HI_FOR}\s+(?P<new>{_SIGN})", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<new>{_SIGN})\s+{_FOR}\s+(?P<old>{_SIGN})(?!\s*\d)", re.IGNORECASE),
)


def exchanged(text: str, worked: Worked) -> str:
    """Return the earlier problem with a number, an equation or a sign exchanged as the text asks, or nothing."""
    return (
        _other_term(text, worked)
        or _other_number(text, worked)
        or _other_point(text, worked)
        or _other_equation(text, worked)
        or _other_sign(text, worked)
    )


def _other_term(text: str, worked: Worked) -> str:
    found = next(filter(None, (pattern.search(text) for pattern in _SIGNED_INSTEAD)), None)
    if found is None:
        return ""
    old = re.compile(rf"{re.escape(_sign(found['sign']))}\s*{found['old']}(?!\d)")
    return (
        old.sub(f"{_sign(found['other'])} {found['new']}", worked.problem, count=1)
        if old.search(worked.problem)
        else ""
    )


def _other_number(text: str, worked: Worked) -> str:
    found = next(filter(None, (pattern.search(text) for pattern in _INSTEAD)), None)
    if found is None:
        return ""
    old = re.compile(rf"(?<![\d.]){re.escape(found['old'])}(?![\d.])")
    earlier = next((earlier for earlier in (worked.source, worked.problem) if old.search(earlier)), "")
    return old.sub(found["new"], earlier, count=1)


def _other_point(text: str, worked: Worked) -> str:
    """Put the one point of the text in the place of the one it names."""
    new, known = list(_POINT.finditer(text)), list(_POINT.finditer(worked.source))
    place = next((index for index, ordinal in enumerate(_ORDINALS) if ordinal.search(text)), None)
    if len(new) != 1 or place is None or place >= len(known):
        return ""
    if not (_SUPPOSES.search(text) and _NAMES_A_POINT.search(text)):
        return ""
    return worked.source[: known[place].start()] + new[0].group() + worked.source[known[place].end() :]


def _other_equation(text: str, worked: Worked) -> str:
    """Put the one equation of the text in the place of the one it names; a value is put in elsewhere."""
    if not _SUPPOSES.search(text):
        return ""
    found = find_spans(text)
    spans = [span.latex for span in found if isinstance(span.expr, Relation)]
    if len(spans) != 1 or len(found) > 1 or _ASSIGNS.fullmatch(spans[0]):
        return ""
    if _ASKS_MORE.search(text) or _RATIO.search(text[: found[0].start] + text[found[0].end :]):
        return ""
    known = _equations(worked.problem)
    place = next((index for index, ordinal in enumerate(_ORDINALS) if ordinal.search(text)), None)
    if not _letters(spans[0]) <= _letters(worked.problem):
        return ""
    if len(known) == 1:
        return spans[0]
    if len(known) != _PAIR or place is None:
        return ""
    known[place] = spans[0]
    return f"solve {known[0]} and {known[1]}"


def _letters(formula: str) -> set[str]:
    return set(re.findall(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])", formula))


def _equations(problem: str) -> list[str]:
    try:
        tree = parse(problem)
    except MathsError:
        return []
    return [to_latex(statement) for statement in _statements(tree) if isinstance(statement, Relation)]


def _statements(tree: Expr) -> tuple[Expr, ...]:
    match tree:
        case Cases(rows):
            return tuple(row.body for row in rows)
        case Lines(lines):
            return lines
        case Sequence(items):
            return items
    return (tree,)


def _other_sign(text: str, worked: Worked) -> str:
    found = next(filter(None, (pattern.search(text) for pattern in _SIGN_INSTEAD)), None)
    if found is None:
        return ""
    old, new = _sign(found["old"]), _sign(found["new"])
    return worked.problem.replace(old, f"{new} ", 1) if old in worked.problem else ""


def _sign(said: str) -> str:
    return next(sign for pattern, sign in _SIGNS.items() if re.fullmatch(pattern, said, re.IGNORECASE))
