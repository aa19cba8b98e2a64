"""How the screen behaves."""
