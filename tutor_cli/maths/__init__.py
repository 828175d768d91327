"""Mathematics without I/O: one tree (`expr`), read, typeset, drawn, spoken and solved."""
