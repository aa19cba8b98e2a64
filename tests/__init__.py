"""The tests, and the bench."""
