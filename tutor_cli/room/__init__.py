"""LiveKit as a client sees it: rooms, tokens, dispatch, and a participant that turns a room into events."""
