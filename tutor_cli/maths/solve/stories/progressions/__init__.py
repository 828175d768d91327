"""Arithmetic and geometric progressions told by their terms, sums and steps, in any order.

`facts` reads what is said by the table `data/progressions.toml`; `reader` puts the problem together.
"""
