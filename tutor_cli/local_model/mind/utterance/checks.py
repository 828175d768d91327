"""Whether an utterance asks to see that the answer is right: "put it back", "do both fit?", "jaanch karke dikhao"."""

from __future__ import annotations

from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.utterance.keys import keys_of, with_sounds
from tutor_cli.local_model.mind.utterance.words import tokens

# Longer utterances tell a story.
_LONGEST = 16


def asks_to_check(text: str) -> bool:
    """Tell whether the text asks to check, or to do something in order to see that it is right, and nothing else."""
    words = [(word.plain, keys_of(word)) for word in tokens(text)]
    checks, does, purpose, others = map(_words, ("checks", "does", "purpose", "others"))
    asks = any(keys & checks for _, keys in words)
    asks = asks or (any(keys & does for _, keys in words) and any(keys & purpose for _, keys in words))
    known = checks | does | purpose | others
    return asks and len(words) <= _LONGEST and all(is_light(plain) or keys & known for plain, keys in words)


@cache
def _words(name: str) -> frozenset[str]:
    return with_sounds(load("checks")["asking"][name])
