"""The problem in hand with a part of it edited: `said` reads the changes, the other modules find the part and put it.

Nothing is solved here: an edited problem is a text, which is read as a whole problem again.
"""
