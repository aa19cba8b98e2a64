"""What goes between the program and the terminal."""
