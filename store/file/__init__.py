"""The TinyDB file of record: durable, locked, and never overwritten blindly."""
