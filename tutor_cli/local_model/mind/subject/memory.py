"""What letters were said to stand for: matrices, sets, functions; so that "find AB" or "f(-1)" can be asked later."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.subject.things import things_said
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse

_OBJECT = re.compile(
    r"\b(?P<name>[A-Z]) ?(?:=|is|be)(?: ?(?:the |a )?matrix)? ?"
    r"(?P<value>\[\[.*?\]\]|\{[^{}]*\}|\\begin\{[a-z]*matrix\}.*?\\end\{[a-z]*matrix\})"
)
_VECTOR = re.compile(r"\b(?P<name>[a-z]) ?(?:=|is|be) ?(?P<value>-? ?\d*[ijk]\b(?: ?[-+] ?\d*[ijk]\b)+)")
_FUNCTION = re.compile(
    r"\b(?P<name>[fgh]) ?\( ?(?P<letter>[a-z]) ?\) ?(?:=|is|equals) ?(?=[^,;?]*(?P=letter))(?P<body>.+?)"
    r"(?:[,;?.]?\s*\b(?:find|what|then|and|aur|diya|hai|ho|to|ka|ki|ko)\b|\s*(?:और|दिया|है|हो|तो|का|की|को)(?!\w)|[,;?]|\.(?=\s)|$)",
    re.IGNORECASE,
)


def note(c: Conversation, text: str) -> str:
    """Remember what the text says letters stand for, and the lists and points in it; return the rest of the text."""
    rest, said = _OBJECT.sub("", text), things_said(text)
    for found in _OBJECT.finditer(text):
        c.named[found["name"]] = _written(found["value"])
        if not found["value"].startswith("{"):
            said = {"matrix": c.named[found["name"]]}
    if "function" in said:
        rest = ""
    c.named.update({found["name"]: found["value"] for found in _VECTOR.finditer(text)})
    functions = [found for found in _FUNCTION.finditer(text) if _defines(found)]
    for function in functions:
        body = function["body"].strip()
        c.named[function["name"].lower()] = f"{function['letter']}|{body}"
        said = {"function": body}
    if functions:
        rest = _FUNCTION.sub(lambda found: found.group()[found.end("body") - found.start() :], rest)
    if said:
        c.noted.append((len(c.history), said))
    return re.sub(r"^(?:\W|and\b|let\b|given\b|if\b|suppose\b|take\b|be\b)+", "", rest) if rest != text else text


def _defines(found: re.Match[str]) -> bool:
    """Tell whether a function is given by a formula in its letter: "f(x) = 11" and "f(x) = g(x)" ask for the letter."""
    body = found["body"].lower()
    return found["letter"].lower() in body and re.match(r"\s*[fgh]\s?\(", body) is None


def _written(value: str) -> str:
    """Return a matrix in LaTeX, a set as it was typed."""
    try:
        return value if value.startswith("{") else to_latex(parse(value))
    except MathsError:
        return value


def with_names(c: Conversation, text: str) -> str:
    """Return the question with the definitions of its letters put before it, or nothing where it uses none."""
    if _FUNCTION.search(text):
        return ""
    own = {found["name"] for found in _OBJECT.finditer(text)}
    used = [
        name
        for name in c.named
        if name.isupper() and name not in own and re.search(rf"(?<![A-Za-z]){name}(?![a-z])|[A-Z]{name}\b", text)
    ]
    return f"{', '.join(f'{name} = {c.named[name]}' for name in used)}, {text}" if used else ""
