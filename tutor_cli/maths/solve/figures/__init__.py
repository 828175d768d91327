"""Figures and solids as situations: what a text tells of them, and every quantity that this determines.

A text becomes the words of `data/words.toml` (`words`); its figures with their measures are its cast (`cast`), and how
they make one thing is read from the words between them (`joining`). A question names a quantity and a figure
(`asking`); `reader` finds the formulas that lead to it. A text with a number or a question that has no place is no
problem of figures.
"""
