"""Numbers for trees, without SymPy: the second opinion that every step and answer is checked against."""

from __future__ import annotations

from tutor_cli.maths.solve.numeric import calculus
from tutor_cli.maths.solve.numeric.compiler import compiled, is_complex
from tutor_cli.maths.solve.numeric.fields import FLOATS, LOOSE, PRECISE, Env, Field, Unknown, Value, Whole
from tutor_cli.maths.solve.numeric.heads import application, is_transpose, subscripted

__all__ = [
    "FLOATS",
    "LOOSE",
    "PRECISE",
    "Env",
    "Field",
    "Unknown",
    "Value",
    "Whole",
    "application",
    "calculus",
    "compiled",
    "is_complex",
    "is_transpose",
    "subscripted",
]
