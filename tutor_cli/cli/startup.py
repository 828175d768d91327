"""A quick start: Typer without pydantic where nothing needs validating, and less for the garbage collector to walk.

Typer 0.29 coerces every parameter through pydantic, `--help` and switches included, and importing pydantic is more than
half of what a small command costs. A text is a text and a switch is a switch as the parser gives them, so for those a
coercion of our own stands in; every other type still goes through Typer's.
"""

from __future__ import annotations

import gc
from typing import Any

import typer.core
from typer._coercion import RuntimeParam, TypeDescriptor, build_runtime_param

_AS_PARSED = (str, bool, list[str])


class _AsParsed(RuntimeParam):
    """Takes a text, a switch or several texts as the parser gave them."""

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value


def _build(descriptor: TypeDescriptor) -> RuntimeParam:
    if descriptor.annotation in _AS_PARSED and not descriptor.is_choice:
        return _AsParsed(descriptor.parameter_info, descriptor.annotation)
    return build_runtime_param(descriptor)


def use_quick_start() -> None:
    """Make Typer build its coercions here, and spare the garbage collector what lives as long as the process.

    Walking what has been imported by now, at the interpreter's end above all, is a seventh of `tutor --help`.
    """
    gc.freeze()
    typer.core.build_runtime_param = _build  # type: ignore[attr-defined]  # no public way to choose them
