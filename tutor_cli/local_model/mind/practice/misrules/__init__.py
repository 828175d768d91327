"""Typical wrong rules: what a pupil gets who adds the tops and the bottoms, forgets to halve, goes from left to right.

Each rule is tried on the problem or its working; the one that gives the pupil's own answer names the slip.
"""
