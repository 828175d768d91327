"""What maths and mixed text look like on a terminal: rows of text and, optionally, pictures."""
