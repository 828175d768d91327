"""Telling a solution: step by step, why, how, checked, drawn in words; and the facts behind it."""
