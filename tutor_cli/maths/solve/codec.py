"""Problems and solutions as JSON, to cross the border of the worker process.

A dataclass is a list of its name and its fields, a tuple a list that begins with an empty name. Only the classes of
the tree and of this package can be made: nothing in the data is looked up by import.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from tutor_cli.errors import BadInputError
from tutor_cli.maths import expr
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.solution import Rejected, Solution, Step


def _tree_classes() -> dict[str, type]:
    classes = {cls.__name__: cls for cls in vars(expr).values() if isinstance(cls, type) and issubclass(cls, expr.Expr)}
    return {**classes, **{cls.__name__: cls for cls in (Problem, Story, Line, Solution, Step, Rejected)}}


_CLASSES = _tree_classes()


def dumps(value: Any) -> str:
    """Return one line of JSON for a problem, a solution or any tree."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Any:
    """Return what `dumps` wrote; raise BadInputError where the text is something else."""
    try:
        return _decode(json.loads(text))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise BadInputError(
            "solution_damaged", f"This is not a stored solution: {error}.", "Solve it again."
        ) from error


def _encode(value: Any) -> Any:
    if is_dataclass(value):
        return [type(value).__name__, *(_encode(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, tuple):
        return ["", *map(_encode, value)]
    if isinstance(value, dict):
        return {key: _encode(item) for key, item in value.items()}
    return value


def _decode(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _decode(item) for key, item in data.items()}
    if not isinstance(data, list):
        return data
    items = [_decode(item) for item in data[1:]]
    return tuple(items) if data[0] == "" else _CLASSES[data[0]](*items)
