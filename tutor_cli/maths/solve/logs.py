"""Logarithms of numbers in their shortest form."""

from __future__ import annotations

from typing import Any

import sympy as sp


def tidy_logs(value: Any) -> Any:
    """Return a quotient of logarithms in its shortest form: log 32 / log 2 is 5."""
    forms = [value, sp.simplify(value), sp.expand_log(value, force=True), sp.simplify(sp.expand_log(value, force=True))]
    return min(forms, key=sp.count_ops)
