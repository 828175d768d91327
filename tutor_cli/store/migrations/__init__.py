"""The forms the tables have had, oldest first in `versions`; each changes the one before it."""
