"""Tables of phrases."""

from __future__ import annotations

from tutor_cli.local_model.mind.utterance.phrases import PhraseTable

TABLE = PhraseTable(
    {
        "next": {"en_whole": ["next"], "en_part": ["next step"], "hi_whole": ["आगे"]},
        "check": {"en_start": ["my answer is"]},
    }
)


def test_words_without_meaning_do_not_hide_a_whole_phrase() -> None:
    """Politeness is left out before comparing."""
    assert [match.name for match in TABLE.matches("Okay, next please!")] == ["next"]


def test_a_hindi_phrase_is_found_in_either_script() -> None:
    """One spelling in the table is enough."""
    assert TABLE.matches("aage")[0].place == "whole"
    assert TABLE.matches("आगे")[0].place == "whole"


def test_the_rest_is_what_the_phrase_leaves() -> None:
    """What follows the start of an utterance can be used."""
    match = TABLE.matches("my answer is x = 4")[0]
    assert (match.name, match.rest) == ("check", "x = 4")


def test_a_start_is_not_found_in_the_middle() -> None:
    """Places are kept."""
    assert TABLE.matches("he said my answer is wrong") == []
