"""People who come in over SSH, and those who try to."""
