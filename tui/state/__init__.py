"""What the room remembers: where the reader is, and where they came from."""
