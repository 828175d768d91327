"""What words are compared by."""

from __future__ import annotations

from tutor_cli.local_model.mind.utterance.keys import by_word, keys_of, taken_by, with_sounds
from tutor_cli.local_model.mind.utterance.words import tokens


def test_a_table_in_one_script_knows_words_in_both() -> None:
    """A Hindi word is met by its sound, an English one only by its spelling."""
    table = with_sounds(("jod", "the"))
    assert all(keys_of(tokens(word)[0]) & table for word in ("jod", "जोड़", "the"))
    assert not keys_of(tokens("they")[0]) & table
    assert by_word({"sum": ["jod"]}).keys() == with_sounds(["jod"])


def test_each_term_takes_a_word_of_its_own() -> None:
    """The same word does not meet two terms, and all terms have to be met."""
    one, two = frozenset(("one",)), frozenset(("two",))
    assert taken_by((one, one), [one, two, one]) == {0, 2}
    assert taken_by((one, one), [one, two]) is None
