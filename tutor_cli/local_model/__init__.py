"""The local model: the Gemini Live protocol on loopback, with hearing, a mind and a voice of its own.

    socket -- server -- session --- ears ---- hearing/   speech found, the turn's end decided, words recognised
                 |          |------ mind/                words in, sentences and tool calls out (`thought`)
               wire/        '------ reply --- voice/     sentences spoken and sent as soon as they are ready

An agent that speaks to Gemini speaks to it unchanged: it is given the URL and a certificate authority. `engines` holds
what is heavy and shared by all sessions, `faults` makes the service fail on demand, `scripted` is a mind for tests.
"""
