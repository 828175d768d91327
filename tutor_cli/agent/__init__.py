"""The worker: session assembly, instructions, tools, transcripts with maths, webhook."""
