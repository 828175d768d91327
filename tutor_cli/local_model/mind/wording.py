"""How the tutor says things: lines of the dialogue become sentences for the eye and for the voice.

A text is written once, with its formulas between dollar signs; the spoken form is the same sentence with every formula
read aloud. So what is shown and what is heard correspond sentence by sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Line
from tutor_cli.local_model.mind.options import Options
from tutor_cli.local_model.mind.utterance.words import Language
from tutor_cli.local_model.thought import Say
from tutor_cli.maths.speech.aloud import aloud

_GAP = re.compile(r"<(\w+)>")
# The end of a sentence outside a formula; an abbreviation is not used in our texts, a decimal point has no space.
_SENTENCE = re.compile(r"(?:\$[^$]*\$|[^$])+?(?:[.!?।](?=\s|$)|$)")


class Wording:
    """Chooses among the variants of a text by the seed, and never the same one twice running."""

    def __init__(self, options: Options) -> None:
        self._persona = options.persona
        self._seed = options.seed
        self._said: Counter[str] = Counter()

    def say(self, line: Line, language: Language) -> list[Say]:
        """Return the line as one `Say` for each sentence."""
        text = in_language(filled(self._variant(line.key, language), line.slots), language)
        return [Say(sentence, aloud(sentence, language), language) for sentence in sentences(text)]

    def _variant(self, key: str, language: Language) -> str:
        entry = load(f"texts_{language}")[key]
        variants: list[str] = entry if isinstance(entry, list) else entry.get(self._persona) or entry["patient"]
        self._said[key] += 1
        return variants[(self._seed + self._said[key] - 1) % len(variants)]


def in_language(text: str, language: Language) -> str:
    """Return the text with the words inside its formulas in the language: a solution says "x = 2 or x = 3"."""
    words: Mapping[str, str] = load("texts_hi")["formula_words"] if language == "hi" else {}
    for english, translated in words.items():
        text = text.replace(rf"\text{{ {english} }}", rf"\text{{ {translated} }}")
    return text


def filled(template: str, slots: Mapping[str, str]) -> str:
    """Return the template with `<name>` replaced by the slot of that name; what fills a gap is not looked into."""
    return _GAP.sub(lambda gap: slots.get(gap.group(1), gap.group()), template)


def sentences(text: str) -> list[str]:
    """Split a text at the ends of its sentences; formulas stay whole."""
    return [match.group().strip() for match in _SENTENCE.finditer(text) if match.group().strip()]
