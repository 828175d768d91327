"""Which of several things in hand is spoken of."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.subject.referring import each_in, picked_in

_ROOTS = {"roots": r"-2, \frac{7}{2}"}
_VECTORS = {"vectors": "2i + 3j, i - j"}


@pytest.mark.parametrize(
    ("text", "thing", "rest"),
    [
        ("Square the smaller root", "-2", "Square it"),
        ("what is the reciprocal of the bigger one?", r"\frac{7}{2}", "what is the reciprocal of it?"),
        ("धनात्मक वाला मूल कौन सा है?", r"\frac{7}{2}", "it कौन सा है?"),
        ("pehle mool ka ghan", "-2", "it ka ghan"),
        ("and the second one?", r"\frac{7}{2}", "and it?"),
    ],
)
def test_one_is_picked_by_its_place_size_or_sign(text: str, thing: str, rest: str) -> None:
    """In its place the utterance then says "it", in any wording and either language."""
    picked = picked_in(text, [_ROOTS])
    assert picked is not None
    assert (picked.thing, picked.rest) == (thing, rest)


@pytest.mark.parametrize(
    ("text", "things", "thing"),
    [
        ("and the other?", [{"value": "-2"}, _ROOTS], r"\frac{7}{2}"),
        ("दूसरे मूल का वर्ग", [{"value": r"\frac{7}{2}"}, _ROOTS], "-2"),
        ("the length of the first vector", [_ROOTS, _VECTORS], "2i + 3j"),
    ],
)
def test_the_other_is_the_one_not_spoken_of_last(text: str, things: list[dict[str, str]], thing: str) -> None:
    """The kind that is named is the kind that is picked from."""
    picked = picked_in(text, things)
    assert picked is not None
    assert picked.thing == thing


@pytest.mark.parametrize("text", ["give me a similar one", "the bigger circle", "what is the first derivative"])
def test_words_of_something_else_pick_nothing(text: str) -> None:
    """An ordinal or a size belongs to what it stands before."""
    assert picked_in(text, [_ROOTS]) is None


def test_each_is_meant_only_where_it_is_said() -> None:
    """Of several things something is asked of each where a word says so."""
    assert each_in("are both of them prime?", [{"roots": "2, 7"}]) == ["2", "7"]
    assert each_in("is it prime?", [{"roots": "2, 7"}]) == []
