"""One registry of commands: it feeds the keys, the palette, the line of keys, the help and the documentation."""
