"""The thinking part of the local model: a patient maths tutor, sans I/O.

What was said (`phrases`, `intent`), what to do (`dialogue` and the modules beside it) and how to say it (`wording`) are
kept apart; the words of all three are data files. Every calculation is left to the client's tools.
"""
