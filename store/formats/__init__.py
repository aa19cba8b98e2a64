"""What other programs read and write: one module or folder a format. Formats know records, and no file or screen."""
