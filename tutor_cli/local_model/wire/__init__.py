"""The Gemini Live protocol (BidiGenerateContent) as data: frames in, frames out, no I/O."""
