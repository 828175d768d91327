"""Stories that reduce to equations: ages, numbers, things and their prices, sides.

`things` finds the unknowns and how the story calls them; `clauses` cuts it up and moves ages through time; `phrases`
reduces each clause to an equation by a table of English phrases; `reader` puts the problem together.
"""
