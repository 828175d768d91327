"""Properties of the parser: what it reads it reads again, and no text makes it fail in another way than told."""

from typing import Literal

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import formulas
from tutor_cli.errors import MathsError
from tutor_cli.maths import expr as e
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse, parse_prefix
from tutor_cli.maths.parse.characters import CHARACTERS
from tutor_cli.maths.parse.names import COMMANDS, TYPED_WORDS
from tutor_cli.maths.speech import speak

_PIECES = [
    *(f"\\{name}" for name in COMMANDS),
    *CHARACTERS,
    *TYPED_WORDS,
    *"0123456789abcdxyz {}[]()^_$~.@\x1b\u202e\n",
    "\\begin{cases}",
    "\\end{cases}",
    "\\left",
    "\\right",
    "\\text{",
    "\\mathbb{R}",
    "हिन्दी",
    "½",
    "²",
]  # fmt: skip
# A slow machine is no fault of the parser.
FREELY = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_NOTATIONS: list[Literal["auto", "latex", "typed"]] = ["auto", "latex", "typed"]


_IN_BRACKETS = e.Group(e.Symbol("b"), "[")


@given(formulas())
@example(e.Matrix(((_IN_BRACKETS, _IN_BRACKETS), (_IN_BRACKETS, _IN_BRACKETS)), "pmatrix"))
@settings(FREELY, max_examples=200)
def test_what_is_written_is_read_back(tree: e.Expr) -> None:
    """`parse(to_latex(tree)) == tree` for every tree the parser makes."""
    try:
        again = parse(to_latex(tree), "latex")
    except MathsError as error:
        assert error.code in {"maths_too_deep", "maths_too_long"}  # noqa: PT017  # the only way out for a big tree
        return
    assert again == tree


@given(st.text(max_size=60) | st.lists(st.sampled_from(_PIECES), max_size=30).map("".join), st.sampled_from(_NOTATIONS))
@settings(FREELY, max_examples=300)
def test_no_text_raises_anything_but_a_maths_error(text: str, notation: Literal["auto", "latex", "typed"]) -> None:
    """Whatever is typed, the answer is a tree that can be written and spoken, or an error with its place."""
    try:
        tree = parse(text, notation)
    except MathsError as error:
        assert error.hint  # noqa: PT017  # both outcomes are allowed and checked
        assert 0 <= error.position <= len(text)  # noqa: PT017
    else:
        assert isinstance(to_latex(tree), str)
        assert isinstance(speak(tree, "hi", "precise"), str)


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
@settings(FREELY, max_examples=100)
def test_recovery_never_fails(text: str) -> None:
    """For display there is always an answer: a tree without an error, or an error and maybe a beginning."""
    tree, error = parse_prefix(text)
    assert tree is not None or error is not None
