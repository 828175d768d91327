"""Text to tokens: one scanner for LaTeX, typed maths and Unicode signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import characters, letters, names, numerals
from tutor_cli.maths.parse.commands import SPECIAL_COMMANDS
from tutor_cli.maths.parse.tokens import MAX_LENGTH, MAX_TOKENS, Notation, Token

if TYPE_CHECKING:
    from tutor_cli.maths.parse.names import Meaning

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


def tokenize(text: str, notation: Notation, notes: list[str]) -> list[Token]:
    """Return the tokens of a text, closed by one of kind `end`; readings chosen on the way are added to `notes`."""
    if len(text) > MAX_LENGTH:
        raise MathsError(
            "maths_too_long",
            f"The formula has {len(text)} characters.",
            f"At most {MAX_LENGTH} can be read.",
            MAX_LENGTH,
        )
    return Scanner(text, notation, notes).run()


class Scanner:
    """Turns text into tokens, piece by piece; `position` is the offset of the next piece."""

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
        """Return the tokens of the whole text."""
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
        """Add a token, unless it is a mere space."""
        kind, content = meaning
        if kind == "space":
            self.spaced = True
            return
        if meaning == ("infix", "bmod") and self.tokens and self.tokens[-1].kind == "open":
            self.tokens[-1].kind = "pmod"
            return
        self.tokens.append(Token(kind, content, start, self.spaced, self.thin))
        self.spaced = self.thin = False

    def _drop_final_punctuation(self) -> None:
        while self.tokens and self.tokens[-1].kind in {"comma", "semicolon", "stop", "newline"}:
            self.tokens.pop()

    def space(self, piece: str, start: int) -> None:
        """Take white space; in typed maths a line break ends a statement."""
        if "\n" in piece and self.notation == "typed" and self.tokens:
            self.add(("newline", ""), start)
        self.spaced = True

    def command(self, piece: str, start: int) -> None:
        """Take a LaTeX command."""
        name = piece[1:].rstrip("*") if len(piece) > 2 else piece[1:]
        if self.notation == "typed":
            raise MathsError("stray_backslash", "A backslash stands in typed maths.", "Read it as LaTeX.", start)
        special = SPECIAL_COMMANDS.get(name)
        if special is not None:
            special(self, name, start)
        elif name in names.COMMANDS:
            self.track(names.COMMANDS[name], start)
        else:
            raise MathsError(
                "unknown_command",
                f"The command \\{name} is not known." if name else "A backslash stands at the end.",
                "Use standard LaTeX maths commands.",
                start,
            )

    def track(self, meaning: Meaning, start: int) -> None:
        """Add a token and remember how deep in brackets it stands."""
        if meaning[0] == "open":
            self.depth += 1
        elif meaning[0] == "close":
            self.depth -= 1
        self.add(meaning, start)

    def compound(self, piece: str, start: int) -> None:
        """Take a sign typed with several characters."""
        self.add(characters.COMPOUNDS[piece], start)

    def other(self, piece: str, start: int) -> None:
        """Take a word in another script than Latin, such as Hindi, as text."""
        if piece[0] in characters.CHARACTERS:
            self.position = start + 1
            self.character(piece[0], start)
            return
        self.refuse_if_unprintable(piece[0], start)
        if self.tokens and self.tokens[-1].kind == "words":
            self.tokens[-1].text += (" " if self.spaced else "") + piece
            self.spaced = False
            return
        self.add(("words", piece), start)

    def character(self, piece: str, start: int) -> None:
        """Take a single character."""
        if piece in "{}":
            self._brace(piece, start)
        elif piece == "~":
            self.spaced = True
        elif piece == ".":
            self.add(("stop", "."), start)
        elif piece in characters.SUPERSCRIPTS:
            self._unicode_script("^", characters.SUPERSCRIPTS, start)
        elif piece in characters.SUBSCRIPTS:
            self._unicode_script("_", characters.SUBSCRIPTS, start)
        elif piece in characters.VULGAR_FRACTIONS:
            self.add(("fraction", characters.VULGAR_FRACTIONS[piece]), start)
        elif piece in characters.COMBINING and self.tokens and self.tokens[-1].kind == "letter":
            letter = self.tokens[-1]
            self.tokens.insert(-1, Token("accent", characters.COMBINING[piece], letter.position, letter.spaced))
        elif piece in characters.CHARACTERS:
            self.track(characters.CHARACTERS[piece], start)
        elif piece != "$":
            self._refuse(piece, start)

    def _brace(self, piece: str, start: int) -> None:
        scripted = self.tokens and self.tokens[-1].kind == "script" and self.tokens[-1].text in "^_"
        if self.notation == "typed" and not scripted and not (piece == "}" and self._in_group()):
            self.track(("open" if piece == "{" else "close", piece), start)
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
                kind = "number" if plain.isdigit() else "letter" if plain.isalpha() else characters.CHARACTERS[plain][0]
                self.add((kind, plain), at)
        self.add(("endgroup", "}"), start)

    def _refuse(self, character: str, start: int) -> None:
        self.refuse_if_unprintable(character, start)
        message = f"The character {character!r} does not belong to maths I know."
        raise MathsError("unknown_character", message, "Remove it, or write the formula in LaTeX.", start)

    def refuse_if_unprintable(self, character: str, start: int) -> None:
        """Raise MathsError for a control character."""
        if not character.isprintable():
            raise MathsError("control_character", "The text holds a control character.", "Remove it.", start)


_HANDLERS = {
    "space": Scanner.space,
    "number": numerals.number,
    "word": letters.word,
    "command": Scanner.command,
    "compound": Scanner.compound,
    "other": Scanner.other,
    "character": Scanner.character,
}
