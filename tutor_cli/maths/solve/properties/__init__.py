"""What can be asked of a thing itself: of an equation its discriminant, of a curve its vertex, of a line its slope.

`reading` finds the property a text asks for; each other module works out those of one kind of thing.
"""
