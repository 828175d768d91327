"""Scanners of the LaTeX commands that are more than one token."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import names
from tutor_cli.maths.parse.characters import CHARACTERS

if TYPE_CHECKING:
    from tutor_cli.maths.parse.scanner import Scanner

_LINE_END = re.compile(r"\*?(?:\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm)\s*\])?")
_GROUP_NAME = re.compile(r"\s*\{\s*([A-Za-z]+)\*?\s*\}")
_PLACEMENT = re.compile(r"\[[tbc]\]")
_BLACKBOARD = re.compile(r"\s*(?:\{\s*([A-Z])\s*\}|([A-Z]))")
_NEGATABLE = re.compile(r"\s*(=|\\[a-z]+)")
_UNIT = re.compile(r"[A-Za-z]{1,4}(?:\^[23])?(?:/[A-Za-z]{1,4}(?:\^[23])?)?")
_DELIMITER = re.compile(r"\s*(\\[A-Za-z]+|\\[{}|]|[()\[\]|./<>])")
_BAR_SIDES = {"l": "open", "r": "close"}


def _thin_space(scanner: Scanner, name: str, start: int) -> None:
    """Step over a small space; a thin one often stands before dx."""
    scanner.spaced = True
    scanner.thin = name == ","


def _line_end(scanner: Scanner, name: str, start: int) -> None:
    r"""Scan the end of a row, maybe with a distance: `\\[4pt]`."""
    match = _LINE_END.match(scanner.text, scanner.position)
    scanner.position = match.end() if match else scanner.position
    scanner.add(("newline", ""), start)


def _environment(scanner: Scanner, name: str, start: int) -> None:
    r"""Scan `\begin{name}` or `\end{name}`."""
    match = _GROUP_NAME.match(scanner.text, scanner.position)
    if match is None:
        raise MathsError("environment_unnamed", f"\\{name} needs a name.", "Write \\begin{pmatrix}.", start)
    scanner.position = match.end()
    placed = _PLACEMENT.match(scanner.text, scanner.position)
    if name == "begin" and placed:
        scanner.position = placed.end()
    if name == "begin" and match[1] in {"array", "alignat", "alignedat"}:
        _braced_text(scanner, start)
    scanner.add(("begin" if name == "begin" else "finish", match[1]), start)


def _blackboard(scanner: Scanner, name: str, start: int) -> None:
    """Scan a doubled capital such as the sign of the real numbers."""
    match = _BLACKBOARD.match(scanner.text, scanner.position)
    if match is None:
        raise MathsError("missing_argument", f"\\{name} needs a capital letter.", "Write \\mathbb{R}.", start)
    scanner.position = match.end()
    scanner.add(("letter", (match[1] or match[2]) * 2), start)


def _negated(scanner: Scanner, name: str, start: int) -> None:
    r"""Scan `\not` and the sign it negates."""
    signs = {"=": "ne", "\\in": "notin", "\\mid": "nmid", "\\exists": "nexists"}
    match = _NEGATABLE.match(scanner.text, scanner.position)
    if match is None or match[1] not in signs:
        raise MathsError("unknown_command", "\\not stands before a sign I cannot negate.", "Use \\ne, \\notin.", start)
    scanner.position = match.end()
    scanner.add(("prefix" if match[1] == "\\exists" else "rel", signs[match[1]]), start)


def _operator_name(scanner: Scanner, name: str, start: int) -> None:
    r"""Scan `\operatorname{name}`."""
    word = re.sub(r"[\\{}\s,]", "", _braced_text(scanner, start))
    if word in names.COMMANDS and names.COMMANDS[word][0] in {"function", "big"}:
        scanner.add(names.COMMANDS[word], start)
    elif word.isascii() and word.isalpha():
        scanner.add(("function", word), start)
    else:
        raise MathsError("unknown_command", "\\operatorname needs a name.", "Write \\operatorname{name}.", start)


def _spacing(scanner: Scanner, name: str, start: int) -> None:
    """Step over a command that only moves things, with its argument."""
    _braced_text(scanner, start)
    scanner.spaced = True


def _arrow(scanner: Scanner, name: str, start: int) -> None:
    """Scan an arrow and step over what is written on it."""
    _braced_text(scanner, start)
    scanner.add(("rel", "to"), start)


def _styled(scanner: Scanner, name: str, start: int) -> None:
    """Scan words, an upright name or letters in another font; the font itself is dropped."""
    following = scanner.text[scanner.position :].lstrip()[:1]
    if following != "{":
        return
    word = name in names.TEXTS or name == "mathrm"
    at = scanner.position
    content = _braced_text(scanner, start)
    plain = content.strip().lstrip("\\")
    if word and plain in names.FUNCTIONS | names.FUNCTION_ALIASES.keys():
        scanner.add(names.COMMANDS[plain], start)
    elif len(plain) == 1 and plain.isascii() and plain.isalpha():
        scanner.thin = scanner.thin or plain == "d"
        scanner.add(("letter", plain), start)
    elif name in names.TEXTS or (word and ((len(plain) > 1 and plain.isalpha()) or _UNIT.fullmatch(plain))):
        _text(scanner, content.replace("^2", "²").replace("^3", "³"), start)
    else:
        scanner.position = at


def _text(scanner: Scanner, content: str, start: int) -> None:
    """Add words among the maths, without the signs that LaTeX needs to write them."""
    unescaped = re.sub(r"\\([%&#_${} ])", r"\1", content.replace("~", " "))
    content = re.sub(r"\s+", " ", re.sub(r"[\\{}$]", "", unescaped))
    if content.strip():
        scanner.add(("text", content), start)
    for offset, character in enumerate(content):
        scanner.refuse_if_unprintable(character if character not in "\u200c\u200d" else " ", start + offset)


def _braced_text(scanner: Scanner, start: int) -> str:
    """Return the raw text of the braces that follow, and step behind them."""
    text = scanner.text
    at = scanner.position
    while at < len(text) and text[at].isspace():
        at += 1
    depth = 0
    for index in range(at, len(text)):
        if text[index] == "\\":
            continue
        escaped = text[index - 1] == "\\"
        depth += (text[index] == "{" and not escaped) - (text[index] == "}" and not escaped)
        if depth == 0:
            scanner.position = index + 1
            return text[at + 1 : index]
    raise MathsError("unclosed_brace", "A brace { is not closed.", "Add the missing }.", start)


def _sized(scanner: Scanner, name: str, start: int) -> None:
    """Scan a bracket with its size; a sized bar opens or closes."""
    match = _DELIMITER.match(scanner.text, scanner.position)
    if match is None:
        raise MathsError("missing_bracket", f"\\{name} stands without a bracket.", "Write \\left( ... \\right).", start)
    scanner.position = match.end()
    piece = match[1]
    meaning = CHARACTERS.get(piece) or names.COMMANDS.get(piece.lstrip("\\")) or ("open", ".")
    if meaning[0] == "bar":
        meaning = (_BAR_SIDES.get(name[-1] if name not in {"left", "right"} else name[0], "bar"), meaning[1])
        meaning = ("rel", "mid") if name == "middle" and meaning[1] == "|" else meaning
    elif piece == ".":
        meaning = ("open" if name == "left" else "close", ".")
    scanner.track(meaning, start)


# Command name (without the backslash) -> what scans it.
SPECIAL_COMMANDS: dict[str, Callable[[Scanner, str, int], None]] = {
    ",": _thin_space,
    ";": _thin_space,
    ":": _thin_space,
    "!": _thin_space,
    ">": _thin_space,
    " ": _thin_space,
    "\n": _thin_space,
    "/": _thin_space,
    "\\": _line_end,
    "begin": _environment,
    "end": _environment,
    "mathbb": _blackboard,
    "not": _negated,
    "operatorname": _operator_name,
    "hspace": _spacing,
    "vspace": _spacing,
    "phantom": _spacing,
    "hphantom": _spacing,
    "label": _spacing,
    "tag": _spacing,
    "color": _spacing,
    "textcolor": _spacing,
    "xrightarrow": _arrow,
}
SPECIAL_COMMANDS |= dict.fromkeys(names.SIZES, _sized)
SPECIAL_COMMANDS |= dict.fromkeys(names.FONTS | names.TEXTS, _styled)
