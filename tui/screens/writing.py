"""What a pane shows, written to a file that the reader names."""

import os
from pathlib import Path
from typing import ClassVar

from textual.widgets import Input

from store.errors import StoreError
from store.file.taking import Taken, take_away
from store.tables import FORMS, Table
from tui.screens.dialog import Dialog
from tui.widgets.prose import prose
from tui.widgets.runs import Run, cut

_FORMS = "Its name says the form: .md is Markdown, .csv for spreadsheets, .json for other programs."
_LONGEST_TITLE = 200


class WritingScreen(Dialog[str]):
    """Asks for a file and writes the table there, over nothing unless asked twice; gives what to tell of it."""

    title_text = "Write to a file"
    fits = True
    keys_text: ClassVar[str] = "↵ write it · esc back"
    prompt: ClassVar[str] = "a file's name, as sirte.md, sirte.csv or sirte.json"

    def __init__(self, table: Table, store: Path) -> None:
        super().__init__()
        self._table = table
        self._store = store
        self._over: Path | None = None

    def begin(self) -> None:
        """Say what will be written."""
        rows = len(self._table.rows)
        counted = f"{cut(self._table.title, _LONGEST_TITLE)}: {rows:,} row{'s' * (rows != 1)}"
        told = ", ".join(filter(None, (counted, self._table.note)))
        self.list.lay_out(lambda width: prose((f"{told}.", _FORMS), width))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Take back what was told of another name."""
        message.stop()
        self._over = None
        self.tell(())

    def action_choose(self) -> None:
        """Write the file, where it can be written."""
        path = Path(os.path.expanduser(self.line.value.strip()))  # noqa: PTH111 - that of a path raises for ~nobody
        if path.suffix.lower() not in FORMS:
            self.tell((Run("Name a file that ends in .md, .csv or .json.", "warn"),))
            return
        pieces = (piece.encode() for piece in FORMS[path.suffix.lower()](self._table))
        try:
            take_away(path, pieces, store=self._store, over=path == self._over)
        except Taken:
            self._over = path
            self.tell((Run("That file is there already: ↵ again writes over it.", "warn"),))
        except StoreError as error:
            self.tell((Run(f"Not written: {error}", "warn"),))
        else:
            self.dismiss(f"Written: {path}, {len(self._table.rows):,} rows.")
