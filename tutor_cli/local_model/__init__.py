"""A stand-in for Gemini Live on loopback: it hears, thinks and speaks without a key."""
