"""The program loads no dialog before one is asked for; and what it asks for by name is there."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tui.screens import asked_for

NAMED = [
    name.asname
    for statement in ast.walk(ast.parse(Path(asked_for.__file__).read_text()))
    if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("tui.screens.")
    for name in statement.names
]


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_there(name: str) -> None:
    assert getattr(asked_for, name).__name__ == name


def test_nothing_else_is() -> None:
    with pytest.raises(AttributeError):
        asked_for.SomethingElse  # type: ignore[attr-defined]  # noqa: B018


def test_a_program_that_comes_up_has_loaded_no_dialog() -> None:
    code = "import sys, tui.app; sys.exit(bool(sys.modules.keys() & {'tui.screens.dialog', 'store.formats'}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
