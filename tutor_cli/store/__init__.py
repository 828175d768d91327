"""Lessons that are kept: the journal of each session, and what is asked of it in tables.

The journal is append-only: every event of a session, one row each, as the JSON line `events.to_dict` makes of it;
interim transcripts are left out, and sound is never kept. Sessions, utterances and problems are what the journal says,
laid out for questions; all of it is written in the transaction of the event, by one thread beside the conversation
(`notebook`). So there is one place to keep, to export and to delete.
"""
