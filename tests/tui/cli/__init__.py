"""How the command line behaves: what it answers, how it refuses, and that it never troubles a terminal."""
