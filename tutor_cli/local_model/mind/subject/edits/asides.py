"""The question said in one breath with a change: "what would the area be if the side was 5?", apart from the change."""

from __future__ import annotations

import re

_LEAD = r"^\W*(?:(?:and|so|but|then|ok|okay)\W+)*"
_ASKS = r"what(?! if)|how(?! about)|which|would|will|does|do|did|is|are|can|could|by how much"
_CHANGED = r"(?:(?:is|are|was|were) (?:doubled|halved|tripled|changed|increased|decreased|\d)|becomes?\b)"
# The question stands first, with the change behind it, or with what is otherwise: "between x = 1 and x = 3".
_ASKED_FIRST = tuple(
    re.compile(_LEAD + pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<asks>(?:{_ASKS})\b.+?),? (?:if|supposing|assuming|when(?= (?:the|i|we)\b.*\b{_CHANGED})) (?P<that>.+)$",
        r"(?P<asks>(?:is|would|will|does) .+?) (?P<that>with(?:out)? replacement)$",
        r"(?P<asks>what (?:would|will) .+? be(?:come)?) (?P<that>(?:between|from|with|without|at) .+)$",
    )
)
_SUPPOSES_HI = r"(?:agar|yadi|maan lo|maano|अगर|यदि|मान लो|मानो)(?![\w\u0900-\u0963])"
_IF_IT_IS = (
    r"(?:(?:ho|kar|rakh|le|हो|कर|रख|ले)"
    r"(?: (?:ja+y?en?|gay[aie]|den?|dein|do|dete|diya|जाए|जाये|जाएँ|गया|गई|दे|दें|दो|दिया))?"
    r"|hon|hot[aie]|rakhe|rakhen|lein|lage|lagta|हों|होत[ाीे]|रखें|लें|लगे|लगता)"
)
_IN_HINDI = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<that>.*?(?<!\w){_SUPPOSES_HI}.+?) (?:to|toh|tab|तो|तब)[ ,]+(?P<asks>\S.*)$",
        rf"^(?P<asks>\S.*?) (?P<that>{_SUPPOSES_HI}.+)$",
        rf"^(?P<that>\S.+? {_IF_IT_IS}) (?:to|toh|तो)[ ,]+(?P<asks>\S.*)$",
    )
)
# What is asked of the changed problem as it would be asked of any.
_PLAINLY = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\bwhats\b", "what is"),
        (r"\bwhat (?:would|will|does) (.+?) (?:be|become)\b", r"what is \1"),
        (r"\b(?:the )?new (?=[a-z])", "the "),
        (r",? (?:then|now|in that case|instead|this time)$", ""),
        (r"^(?:then|now|in that case|so),? ", ""),
    )
)


def change_first(text: str) -> str:
    """Return an English text with its question behind the change."""
    found = next(filter(None, (pattern.match(text) for pattern in _ASKED_FIRST)), None)
    return f"if {found['that']}, {found['asks']}" if found else text


def apart_in_hindi(text: str) -> tuple[str, str] | None:
    """Return the change and the question of a text in Hindi, or None where they are not two."""
    found = next(filter(None, (pattern.match(text) for pattern in _IN_HINDI)), None)
    return (found["that"], found["asks"]) if found else None


def plain_question(rest: str) -> str:
    """Return what is asked of a changed problem as it would be asked of any: "what is", not "what would be"."""
    for pattern, by in _PLAINLY:
        rest = pattern.sub(by, rest)
    return rest
