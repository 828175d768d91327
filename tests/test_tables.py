"""Tables come from the package that names them."""

from __future__ import annotations

import pytest

from tutor_cli.tables import read_table


def test_a_table_is_read_from_below_its_package() -> None:
    """The path is that below the package; letters beyond ASCII come through."""
    hindi = read_table("tutor_cli.maths.spoken", "vocabulary", "hi.toml")
    assert "बराबर" in str(hindi)


def test_a_table_there_is_not() -> None:
    """A name that is wrong is our mistake, and raises."""
    with pytest.raises(FileNotFoundError):
        read_table("tutor_cli.maths.spoken", "vocabulary", "no_such_language.toml")
