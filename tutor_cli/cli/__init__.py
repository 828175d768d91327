"""The command line: one small module a command group; `output` is the only printer."""
