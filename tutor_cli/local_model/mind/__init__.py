"""The thinking part of the local model: a patient maths tutor, sans I/O.

What was said (`utterance`), what it is about (`subject`), what to do (`dialogue`, which asks `telling` to explain and
`practice` to set and judge) and how to say it (`wording`) are kept apart; the words of all are data files. Every
calculation is left to the client's tools.
"""
