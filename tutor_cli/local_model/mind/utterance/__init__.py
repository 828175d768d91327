"""What the pupil said: its words, phrases, intents, quantities, answers and claims."""
