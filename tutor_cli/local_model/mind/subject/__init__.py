"""What is talked about: the solution in hand, its parts, and the problem that a follow-up poses about it."""
