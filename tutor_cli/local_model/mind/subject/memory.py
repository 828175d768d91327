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
    r"(?:[,;?.]?\s*\b(?:find|what|then|and|hai|ho|to|ka|ki|ko)\b|\s*(?:है|हो|तो|का|की|को)(?!\w)|[,;?]|$)",
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
    for function in _FUNCTION.finditer(text):
        body = function["body"].strip()
        c.named[function["name"].lower()] = f"{function['letter']}|{body}"
        said = {"function": body}
    rest = _FUNCTION.sub(lambda found: found.group()[found.end("body") - found.start() :], rest)
    if said:
        c.noted.append((len(c.history), said))
    return re.sub(r"^(?:\W|and\b|let\b|given\b|if\b|suppose\b|take\b|be\b)+", "", rest) if rest != text else text


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
