"""Where each setting came from: flag, environment, .env files, LiveKit's own configuration, or our default."""
