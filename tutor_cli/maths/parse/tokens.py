"""Maths as tokens: one scanner for LaTeX, typed maths and Unicode signs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import names

if TYPE_CHECKING:
    from tutor_cli.maths.parse.names import Meaning

Notation = Literal["latex", "typed"]

MAX_LENGTH = 4000
MAX_TOKENS = 1000
MAX_DIGITS = 30


@dataclass(slots=True)
class Token:
    """A piece of the input: what it is, its text, its 0-based offset, and what stood directly before it.

    `spaced` is true after white space, `thin` after a thin space, which LaTeX writers put before `dx`.
    """

    kind: str
    text: str
    position: int
    spaced: bool = False
    thin: bool = False


_PIECE = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<word>[A-Za-z]+)
    | (?P<command>\\(?:[A-Za-z]+\*?|.|$))
    | (?P<compound>\+/-|<=>|\.\.\.|<->|==>|<=|=<|>=|!=|<>|==|~=|=>|->|\+-(?=\s*[A-Za-z0-9(])|\*\*|:=)
    | (?P<other>[^\W\d_A-Za-z\u0370-\u03ff\u2070-\u209f\u2100-\u214f\u00aa-\u00bf\u1d62-\u1d6a\u2c7c]
                [\w\u0900-\u097f\u200c\u200d]*)
    | (?P<character>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_THOUSANDS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?!\d|,\d|\s*,)")
_SCIENTIFIC = re.compile(r"e([+-]?\d+)(?![\d.A-Za-z])")
_LINE_END = re.compile(r"\*?(?:\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm)\s*\])?")
_GROUP_NAME = re.compile(r"\s*\{\s*([A-Za-z]+)\*?\s*\}")
_BLACKBOARD = re.compile(r"\s*(?:\{\s*([A-Z])\s*\}|([A-Z]))")
_DIFFERENTIAL = re.compile(r"d[r-z]")
_CHOICE = re.compile(r"[a-z][CP][a-z]")


def detect(text: str) -> Notation:
    """Return the notation of a text: LaTeX where a backslash or a script in braces shows it, else typed."""
    return "latex" if "\\" in text or re.search(r"[\^_]\s*\{", text) else "typed"


def tokenize(text: str, notation: Notation, notes: list[str]) -> list[Token]:
    """Return the tokens of a text, closed by one of kind `end`; readings chosen on the way are added to `notes`."""
    if len(text) > MAX_LENGTH:
        raise MathsError(
            "maths_too_long",
            f"The formula has {len(text)} characters.",
            f"At most {MAX_LENGTH} can be read.",
            MAX_LENGTH,
        )
    return _Scanner(text, notation, notes).run()


class _Scanner:
    def __init__(self, text: str, notation: Notation, notes: list[str]) -> None:
        self.text = text
        self.notation = notation
        self.notes = notes
        self.position = 0
        self.depth = 0
        self.tokens: list[Token] = []
        self.spaced = False
        self.thin = False

    def run(self) -> list[Token]:
        text = self.text
        end = len(text)
        while self.position < end:
            start = self.position
            match = _PIECE.match(text, start)
            if match is not None:  # always so: the last alternative takes any character
                self.position = match.end()
                _HANDLERS[match.lastgroup or ""](self, match[0], start)
            if len(self.tokens) > MAX_TOKENS:
                raise MathsError("maths_too_long", "The formula has too many signs.", "Split it into parts.", start)
        self._drop_final_punctuation()
        self.tokens.append(Token("end", "", end, self.spaced))
        return self.tokens

    def add(self, meaning: Meaning, start: int) -> None:
        kind, content = meaning
        if kind == "space":
            self.spaced = True
            return
        self.tokens.append(Token(kind, content, start, self.spaced, self.thin))
        self.spaced = self.thin = False

    def _drop_final_punctuation(self) -> None:
        while self.tokens and self.tokens[-1].kind in {"comma", "semicolon", "stop", "newline"}:
            self.tokens.pop()

    def space(self, piece: str, start: int) -> None:
        if "\n" in piece and self.notation == "typed" and self.tokens:
            self.add(("newline", ""), start)
        self.spaced = True

    def number(self, piece: str, start: int) -> None:
        if self.notation == "typed" and self.depth == 0:
            piece = self._with_thousands(piece, start)
        elif self.notation == "latex":
            piece = self._with_spaced_thousands(piece)
        digits = "".join(c if c == "." else str(unicodedata.digit(c)) for c in piece)
        if len(digits) > MAX_DIGITS:
            raise MathsError(
                "number_too_long", f"A number has {len(digits)} digits.", f"Use at most {MAX_DIGITS} digits.", start
            )
        self.add(("number", "0" + digits if digits.startswith(".") else digits), start)
        self._scientific(piece, start)

    def _with_thousands(self, piece: str, start: int) -> str:
        match = _THOUSANDS.match(self.text, start)
        if match is None or (self.tokens and self.tokens[-1].kind == "comma"):
            return piece
        whole = match[0]
        groups = whole.split(",")
        if len(groups) > 2 and len(groups[0]) == 3:
            return piece
        self.position = match.end()
        self.notes.append(f"{whole} is read as one number.")
        return whole.replace(",", "")

    def _with_spaced_thousands(self, piece: str) -> str:
        pattern = re.compile(r"(?:\\,|\{,\})(\d{2,3})(?!\d)")
        while match := pattern.match(self.text, self.position):
            piece += match[1]
            self.position = match.end()
        return piece

    def _scientific(self, piece: str, start: int) -> None:
        match = _SCIENTIFIC.match(self.text, self.position) if self.notation == "typed" else None
        if match is None:
            return
        self.notes.append(f"{piece}{match[0]} is read as {piece} times ten to the power {match[1]}.")
        exponent = match[1]
        pieces: list[Meaning] = [("op", "cross"), ("number", "10"), ("script", "^"), ("group", "{")]
        if exponent[0] == "-":
            pieces.append(("op", "-"))
        pieces += [("number", exponent.lstrip("+-")[:MAX_DIGITS]), ("endgroup", "}")]
        for meaning in pieces:
            self.add(meaning, start)
        self.position = match.end()

    def word(self, piece: str, start: int) -> None:
        if self.notation == "latex":
            self._latex_letters(piece, start)
        elif piece in names.TYPED_WORDS:
            self.add(names.TYPED_WORDS[piece], start)
        elif _CHOICE.fullmatch(piece):
            self.add(("choice", piece), start)
        elif _DIFFERENTIAL.fullmatch(piece):
            self.thin = True
            self._latex_letters(piece, start)
        else:
            self._typed_letters(piece, start)

    def _latex_letters(self, piece: str, start: int) -> None:
        if piece in names.FORGOTTEN_BACKSLASH:
            self.notes.append(f"{piece} is read as \\{piece}.")
            self.add(names.COMMANDS[piece], start)
            return
        for offset, letter in enumerate(piece):
            self.add(("letter", letter), start + offset)

    def _typed_letters(self, piece: str, start: int) -> None:
        parts = _split_names(piece)
        unknown = max((len(part) for part in parts if part not in names.TYPED_WORDS), default=0)
        called = unknown > 1 and self.text[self.position : self.position + 1] == "("
        if unknown > 4 or (called and parts[-1] not in names.TYPED_WORDS and len(parts[-1]) > 2):
            raise MathsError(
                "unknown_word",
                f"{piece!r} is not a name I know.",
                "Put * between letters that are multiplied, or use a function such as sin, log or sqrt.",
                start,
            )
        if len(piece) > 2 or (len(parts) > 1):
            self.notes.append(f"{piece} is read as {' · '.join(_shown(parts))}.")
        offset = start
        for part in parts:
            if part in names.TYPED_WORDS:
                self.add(names.TYPED_WORDS[part], offset)
            else:
                for index, letter in enumerate(part):
                    self.add(("letter", letter), offset + index)
            offset += len(part)

    def command(self, piece: str, start: int) -> None:
        name = piece[1:].rstrip("*") if len(piece) > 2 else piece[1:]
        if self.notation == "typed":
            raise MathsError("stray_backslash", "A backslash stands in typed maths.", "Read it as LaTeX.", start)
        special = _SPECIAL_COMMANDS.get(name)
        if special is not None:
            special(self, name, start)
        elif name in names.SIZES:
            self._sized(name, start)
        elif name in names.FONTS or name in names.TEXTS:
            self._styled(name, start)
        elif name in names.COMMANDS:
            self._track(names.COMMANDS[name], start)
        else:
            raise MathsError(
                "unknown_command",
                f"The command \\{name} is not known." if name else "A backslash stands at the end.",
                "Use standard LaTeX maths commands.",
                start,
            )

    def _track(self, meaning: Meaning, start: int) -> None:
        if meaning[0] == "open":
            self.depth += 1
        elif meaning[0] == "close":
            self.depth -= 1
        self.add(meaning, start)

    def compound(self, piece: str, start: int) -> None:
        self.add(names.COMPOUNDS[piece], start)

    def other(self, piece: str, start: int) -> None:
        """Take a word in another script than Latin, such as Hindi, as text."""
        if piece[0] in names.CHARACTERS:
            self.position = start + 1
            self.character(piece[0], start)
            return
        self._refuse_if_unprintable(piece[0], start)
        if self.tokens and self.tokens[-1].kind == "words":
            self.tokens[-1].text += (" " if self.spaced else "") + piece
            self.spaced = False
            return
        self.add(("words", piece), start)

    def character(self, piece: str, start: int) -> None:
        if piece in "{}":
            self._brace(piece, start)
        elif piece == "~":
            self.spaced = True
        elif piece == ".":
            self.add(("stop", "."), start)
        elif piece in names.SUPERSCRIPTS:
            self._unicode_script("^", names.SUPERSCRIPTS, start)
        elif piece in names.SUBSCRIPTS:
            self._unicode_script("_", names.SUBSCRIPTS, start)
        elif piece in names.VULGAR_FRACTIONS:
            self.add(("fraction", names.VULGAR_FRACTIONS[piece]), start)
        elif piece in names.CHARACTERS:
            self._track(names.CHARACTERS[piece], start)
        elif piece != "$":
            self._refuse(piece, start)

    def _brace(self, piece: str, start: int) -> None:
        scripted = self.tokens and self.tokens[-1].kind == "script" and self.tokens[-1].text in "^_"
        if self.notation == "typed" and not scripted and not (piece == "}" and self._in_group()):
            self._track(("open" if piece == "{" else "close", piece), start)
        else:
            self.add(("group" if piece == "{" else "endgroup", piece), start)

    def _in_group(self) -> bool:
        depth = 0
        for token in reversed(self.tokens):
            if token.kind in {"endgroup", "close"}:
                depth += 1
            elif token.kind in {"group", "open"}:
                if depth == 0:
                    return token.kind == "group"
                depth -= 1
        return False

    def _unicode_script(self, sign: str, table: dict[str, str], start: int) -> None:
        self.add(("script", sign), start)
        self.add(("group", "{"), start)
        self.position = start
        while self.position < len(self.text) and self.text[self.position] in table:
            plain = table[self.text[self.position]]
            at = self.position
            self.position += 1
            if plain.isdigit() and self.tokens[-1].kind == "number":
                self.tokens[-1].text += plain
            else:
                kind = "number" if plain.isdigit() else "letter" if plain.isalpha() else names.CHARACTERS[plain][0]
                self.add((kind, plain), at)
        self.add(("endgroup", "}"), start)

    def _refuse(self, character: str, start: int) -> None:
        self._refuse_if_unprintable(character, start)
        message = f"The character {character!r} does not belong to maths I know."
        raise MathsError("unknown_character", message, "Remove it, or write the formula in LaTeX.", start)

    def _refuse_if_unprintable(self, character: str, start: int) -> None:
        if not character.isprintable():
            raise MathsError("control_character", "The text holds a control character.", "Remove it.", start)

    # --- LaTeX commands that are more than one token -----------------------------------------------------------

    def thin_space(self, name: str, start: int) -> None:
        self.spaced = True
        self.thin = name == ","

    def line_end(self, name: str, start: int) -> None:
        self.position = _LINE_END.match(self.text, self.position).end()  # type: ignore[union-attr]  # matches anything
        self.add(("newline", ""), start)

    def environment(self, name: str, start: int) -> None:
        match = _GROUP_NAME.match(self.text, self.position)
        if match is None:
            raise MathsError("environment_unnamed", f"\\{name} needs a name.", "Write \\begin{pmatrix}.", start)
        self.position = match.end()
        if name == "begin" and match[1] in {"array", "alignat", "alignedat"}:
            self._braced_text(start)
        self.add(("begin" if name == "begin" else "finish", match[1]), start)

    def blackboard(self, name: str, start: int) -> None:
        match = _BLACKBOARD.match(self.text, self.position)
        if match is None:
            raise MathsError("missing_argument", f"\\{name} needs a capital letter.", "Write \\mathbb{R}.", start)
        self.position = match.end()
        self.add(("letter", (match[1] or match[2]) * 2), start)

    def negated(self, name: str, start: int) -> None:
        signs = {"=": "ne", "\\in": "notin", "\\mid": "nmid", "\\exists": "nexists"}
        match = re.compile(r"\s*(=|\\[a-z]+)").match(self.text, self.position)
        if match is None or match[1] not in signs:
            raise MathsError(
                "unknown_command", "\\not stands before a sign I cannot negate.", "Use \\ne, \\notin.", start
            )
        self.position = match.end()
        self.add(("prefix" if match[1] == "\\exists" else "rel", signs[match[1]]), start)

    def operator_name(self, name: str, start: int) -> None:
        word = re.sub(r"[\\{}\s,]", "", self._braced_text(start))
        if word in names.COMMANDS and names.COMMANDS[word][0] in {"function", "big"}:
            self.add(names.COMMANDS[word], start)
        elif word.isascii() and word.isalpha():
            self.add(("function", word), start)
        else:
            raise MathsError("unknown_command", "\\operatorname needs a name.", "Write \\operatorname{name}.", start)

    def spacing(self, name: str, start: int) -> None:
        self._braced_text(start)
        self.spaced = True

    def _styled(self, name: str, start: int) -> None:
        following = self.text[self.position :].lstrip()[:1]
        if following != "{":
            return
        word = name in names.TEXTS or name == "mathrm"
        at = self.position
        content = self._braced_text(start)
        plain = content.strip().lstrip("\\")
        if word and plain in names.FUNCTIONS | names.FUNCTION_ALIASES.keys():
            self.add(names.COMMANDS[plain], start)
        elif len(plain) == 1 and plain.isascii() and plain.isalpha():
            self.thin = self.thin or plain == "d"
            self.add(("letter", plain), start)
        elif name in names.TEXTS or (word and len(plain) > 1 and plain.isalpha()):
            self._text(content, start)
        else:
            self.position = at

    def _text(self, content: str, start: int) -> None:
        unescaped = re.sub(r"\\([%&#_${} ])", r"\1", content.replace("~", " "))
        content = re.sub(r"\s+", " ", re.sub(r"[\\{}$]", "", unescaped))
        if content.strip():
            self.add(("text", content), start)
        for offset, character in enumerate(content):
            self._refuse_if_unprintable(character if character not in "\u200c\u200d" else " ", start + offset)

    def _braced_text(self, start: int) -> str:
        """Return the raw text of the braces that follow, and step behind them."""
        text = self.text
        at = self.position
        while at < len(text) and text[at].isspace():
            at += 1
        depth = 0
        for index in range(at, len(text)):
            if text[index] == "\\":
                continue
            escaped = text[index - 1] == "\\"
            depth += (text[index] == "{" and not escaped) - (text[index] == "}" and not escaped)
            if depth == 0:
                self.position = index + 1
                return text[at + 1 : index]
        raise MathsError("unclosed_brace", "A brace { is not closed.", "Add the missing }.", start)

    def _sized(self, name: str, start: int) -> None:
        match = _DELIMITER.match(self.text, self.position)
        if match is None:
            raise MathsError(
                "missing_bracket", f"\\{name} stands without a bracket.", "Write \\left( ... \\right).", start
            )
        self.position = match.end()
        piece = match[1]
        meaning = names.CHARACTERS.get(piece) or names.COMMANDS.get(piece.lstrip("\\")) or ("open", ".")
        if meaning[0] == "bar":
            meaning = (_BAR_SIDES.get(name[-1] if name not in {"left", "right"} else name[0], "bar"), meaning[1])
            meaning = ("rel", "mid") if name == "middle" and meaning[1] == "|" else meaning
        elif piece == ".":
            meaning = ("open" if name == "left" else "close", ".")
        self._track(meaning, start)


_DELIMITER = re.compile(r"\s*(\\[A-Za-z]+|\\[{}|]|[()\[\]|./<>])")
_BAR_SIDES = {"l": "open", "r": "close"}
_HANDLERS = {
    "space": _Scanner.space,
    "number": _Scanner.number,
    "word": _Scanner.word,
    "command": _Scanner.command,
    "compound": _Scanner.compound,
    "other": _Scanner.other,
    "character": _Scanner.character,
}
_SPECIAL_COMMANDS = {
    ",": _Scanner.thin_space,
    ";": _Scanner.thin_space,
    ":": _Scanner.thin_space,
    "!": _Scanner.thin_space,
    ">": _Scanner.thin_space,
    " ": _Scanner.thin_space,
    "\n": _Scanner.thin_space,
    "/": _Scanner.thin_space,
    "\\": _Scanner.line_end,
    "begin": _Scanner.environment,
    "end": _Scanner.environment,
    "mathbb": _Scanner.blackboard,
    "not": _Scanner.negated,
    "operatorname": _Scanner.operator_name,
    "hspace": _Scanner.spacing,
    "vspace": _Scanner.spacing,
    "phantom": _Scanner.spacing,
    "hphantom": _Scanner.spacing,
    "label": _Scanner.spacing,
    "tag": _Scanner.spacing,
}


def _split_names(word: str) -> list[str]:
    parts: list[str] = []
    start = index = 0
    while index < len(word):
        name = next((name for name in names.EMBEDDED_NAMES if word.startswith(name, index)), None)
        if name is None:
            index += 1
            continue
        parts += [word[start:index], name] if index > start else [name]
        start = index = index + len(name)
    return parts + ([word[start:]] if start < len(word) else [])


def _shown(parts: list[str]) -> list[str]:
    return [piece for part in parts for piece in ([part] if part in names.TYPED_WORDS else list(part))]
