"""Stories: problems in words whose numbers are found their places by what stands beside them, not by whole sentences.

A text is cut into measures (`measures`), numbers with their units. A frame (`frames`, `data/*.toml`) knows the
quantities of one kind of story, the words beside each, and the formulas between them; `reader` gives every number its
quantity and finds the chain of formulas to what is asked. `working` works the story out. A story whose numbers do not
all find their place is no story of that frame.
"""
