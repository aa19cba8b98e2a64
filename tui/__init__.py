"""The program: its command line and its screen."""
