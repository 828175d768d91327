"""School problems in words: recipes that say what is given, which equation or formulas follow, and what is asked.

The recipes are data (`data/*.toml`), a few of them worked out by functions; `reader` finds the one a text asks for,
`solving` works it out.
"""
