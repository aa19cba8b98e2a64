"""How the parts of panes behave."""
