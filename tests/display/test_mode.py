"""Behaviour of the choice between text, ASCII and pictures."""

import pytest

from tutor_cli.display import mode as modes
from tutor_cli.display.mode import MathMode, picture_of, style_of
from tutor_cli.errors import MissingComponentError


@pytest.mark.parametrize(
    ("mode", "encoding", "style"),
    [
        ("auto", "utf-8", "unicode"),
        ("auto", "latin-1", "ascii"),
        ("auto", "no such", "ascii"),
        ("auto", None, "ascii"),
        ("text", "latin-1", "unicode"),
        ("ascii", "utf-8", "ascii"),
        ("image", "latin-1", "unicode"),
    ],
)
def test_style(mode: MathMode, encoding: str | None, style: str) -> None:
    """ASCII where it is asked for, or where the output cannot carry more."""
    assert style_of(mode, encoding) == style


def test_missing_packages_matter_only_where_pictures_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """`auto` falls back to text, `image` says what is missing."""

    def missing(latex: str) -> None:
        raise MissingComponentError("no_pictures", latex)

    monkeypatch.setattr(modes, "picture", missing)
    assert picture_of("auto", "x") is None
    assert picture_of("text", "x") is None
    with pytest.raises(MissingComponentError):
        picture_of("image", "x")
