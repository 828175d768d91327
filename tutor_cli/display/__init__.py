"""What maths and mixed text look like on a terminal: rich renderables and, optionally, pictures."""
