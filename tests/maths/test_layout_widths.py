"""Behaviour of measuring and wrapping text in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.maths.layout.widths import cell_width, clusters, is_uncertain, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("x + 1", 5),
        ("समीकरण", 6),
        ("हिन्दी", 5),
        ("द्विघात", 6),
        ("क्षेत्रफल", 6),
        ("स्त्री", 4),
        ("x̄a⃗", 2),
        ("∑√−⎛²₁", 6),
        ("中文", 4),
        ("क\u200dष", 2),
    ],
)
def test_cell_width_is_what_libc_and_tmux_measure(text: str, cells: int) -> None:
    """Marks without spacing take no cell, vowel signs with spacing one, wide characters two."""
    assert cell_width(text) == cells


def test_clusters_keep_marks_with_their_letter() -> None:
    """A vowel sign or combining bar stays with the letter before it."""
    assert list(clusters("हिन्दी x̄")) == ["हि", "न्", "दी", " ", "x̄"]


def test_only_scripts_terminals_disagree_about_are_uncertain() -> None:
    """Devanagari is uncertain; Greek, maths signs and plain text are not."""
    assert is_uncertain("x हल")
    assert not is_uncertain("π ≤ √x")


def test_wrap_breaks_at_spaces_and_indents_what_follows() -> None:
    """Words stay whole where they fit, and every row but the first is indented."""
    assert wrap("x = aaaa + bbbb", 8, "   ") == ["x = aaaa", "   +", "   bbbb"]


def test_wrap_cuts_a_word_that_is_too_wide() -> None:
    """A word wider than a row is cut between clusters."""
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


@given(st.text(alphabet="ab +कि中\u0305", max_size=60), st.integers(min_value=8, max_value=40))
def test_wrap_loses_nothing_and_never_overflows(text: str, width: int) -> None:
    """Wrapped rows hold every character that is not a space, and none is too wide."""
    rows = wrap(text, width, "   ")
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(row) <= width for row in rows)
