"""Recordings played through the whole loop, and judged."""
