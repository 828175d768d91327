"""A conversation with microphone and speaker."""
