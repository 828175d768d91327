"""Child processes: livekit-server, the local model and a worker, found, started, watched and ended."""
