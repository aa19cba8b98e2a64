"""Writes the table of keys into a page: `make docs`."""

import sys
from pathlib import Path

from tui.commands.table import with_keys

if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(with_keys(page.read_text(encoding="utf-8")), encoding="utf-8")
