"""From sound to words: speech found in a stream of samples, the end of a turn decided, the utterance recognised."""
