"""Which relation of two results an utterance asks for."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.relations import relation_in


@pytest.mark.parametrize(
    ("said", "name", "phrases"),
    [
        ("By how much?", "difference", ()),
        ("So which one pays more, yearly or half-yearly?", "difference", ("yearly", "half-yearly")),
        ("mean aur median mein se kaun sa bada hai?", "difference", ("mean", "median")),
        ("how much more is the 20th term than the 15th?", "difference", ("20th term", "15th")),
        ("which one is cheaper?", "smaller", ()),
        ("इन दोनों को जोड़ो तो क्या आएगा", "sum", ()),
        ("pehla wala doosre ka kitna guna hai?", "times", ("pehla", "doosre")),
        ("in dono ke beech ka koi ek fraction batao", "between", ()),
        ("kya median bhi badla?", "other", ("median",)),
        ("is the perimeter the same for both?", "equal", ("perimeter",)),
    ],
)
def test_a_relation_is_read_with_what_it_is_between(said: str, name: str, phrases: tuple[str, ...]) -> None:
    """The relation is told by its words in any language; what is left names the two."""
    found = relation_in(said)
    assert found is not None
    assert (found.name, tuple(phrase.split(" wala")[0].removesuffix(" ka") for phrase in found.phrases)) == (
        name,
        phrases,
    )


@pytest.mark.parametrize("said", ["what if it is 5 more?", "why is it more?", "now do it for the same", "solve x = 5"])
def test_other_questions_ask_for_no_relation(said: str) -> None:
    """What supposes, asks for reasons or only says "the same" compares nothing."""
    assert relation_in(said) is None
