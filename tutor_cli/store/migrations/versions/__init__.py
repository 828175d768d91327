"""One module a form of the tables."""
