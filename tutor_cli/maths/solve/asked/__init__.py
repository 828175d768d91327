"""Questions about formulas: what is asked of which curve, point, line, vector or set, every word accounted for.

`sentence` takes a text apart into its formulas and the words between them, `kinds` says what each formula is,
`reader` finds the question in a table (`data/*.toml`).
"""
