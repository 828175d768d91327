"""The thinking part of the local model: a patient maths tutor that understands phrases, keeps a conversation and uses
the client's tools for every calculation.

What was said (`phrases`, `intent`), what to do (`dialogue` and the modules beside it) and how to say it (`wording`) are
kept apart; the words of all three are data files.
"""
