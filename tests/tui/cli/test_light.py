"""What a command loads: only the screen loads the screen, and a question about the program loads nothing of a store."""

import json
import sys
from pathlib import Path

import pytest

from tests.store.formats.ged import ged
from tests.tui.cli.running import run_in_shell

SCREEN = {"textual", "rich", "asyncio", "tui.app", "tui.panes", "tui.screens", "tui.widgets.row_list"}
RECORDS = {"pydantic", "tinydb"}
STORE = {"sqlite3", "orjson", "filelock", "platformdirs", "store.situation", "store.index", "store.when", "store.file"}

_LOADED = """
import json, sys
from tui.cli import main
try:
    main()
except SystemExit as exit:
    print(json.dumps([exit.code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(line: str) -> set[str]:
    """Return the modules that a command has loaded when it ends, by their names and those of their packages."""
    ended = run_in_shell(f"""{sys.executable} -c '{_LOADED}' {line}""")
    code, modules = json.loads(ended.stderr.splitlines()[-1])
    assert code in (0, None), ended.stderr
    return set(modules)


@pytest.mark.parametrize("line", ["--help", "--version", "mine.json --help", "completion bash"])
def test_a_question_about_the_program_loads_nothing_of_a_store(line: str) -> None:
    assert not loaded(line) & (SCREEN | RECORDS | STORE)


@pytest.mark.parametrize(
    "line",
    ["show faction:tunisia --json", "find sirte", "stats", "paths"],
)
def test_questions_about_a_situation_load_neither_screen_nor_models(line: str) -> None:
    assert not loaded(line) & (SCREEN | RECORDS)


def test_what_needs_models_loads_no_screen(at_home: Path) -> None:
    (at_home / "ged.csv").write_text(ged({"id": "1"}))

    for line in ("check", "export json", "new new.json", "import ucdp ged.csv --into new.json"):
        assert not loaded(line) & SCREEN
