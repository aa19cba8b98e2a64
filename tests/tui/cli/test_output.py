"""What the output goes to: pipes that close, full disks, streams that are not there, few letters to write in."""

import json
import re
from pathlib import Path

import pytest

from tests.situations import event, faction, write
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import environment, run, run_in_shell


@pytest.fixture
def many_letters(at_home: Path) -> Path:
    """Return a store whose names take Latin, Arabic and what lies beyond the first plane."""
    titles = ("Côte d’Été", "سرت", "Σ 😀")
    return write(at_home / "s.json", faction("a", *titles), event("e", "Clash — 😀", who=["faction:a"]))


@pytest.mark.parametrize("command", ["find kind:claim --limit 500", "show source:sirte-report", "export json"])
def test_a_reader_who_has_enough_ends_it_without_a_word(command: str) -> None:
    ended = run_in_shell(f"sitroom {command} | head -n 1; echo ${{PIPESTATUS[0]}}")

    assert ended.stderr == b""
    assert ended.stdout.splitlines()[-1] == b"0"


def test_a_full_disk_is_told_in_one_line() -> None:
    ended = run_in_shell("sitroom stats > /dev/full")

    assert ended.returncode == 2
    assert ended.stderr == b"sitroom: the output: No space left on device; mend that, or choose another file\n"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("sitroom stats >&-", 0, b""),
        ("sitroom export json >&-", 0, b""),
        ("sitroom stats --store nothing.json 2>&-", 2, b""),
        ("sitroom <&-", 2, b"sitroom: browsing needs a terminal"),
        ("sitroom stats >&- 2>&- <&-", 0, b""),
    ],
)
def test_streams_that_are_closed_are_no_trouble(line: str, code: int, told: bytes) -> None:
    ended = run_in_shell(line)

    assert ended.returncode == code
    assert ended.stderr.startswith(told)
    assert b"Traceback" not in ended.stderr


LOCALES = (
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_output_cannot_show_is_written_as_escapes(many_letters: Path, locale: dict[str, str]) -> None:
    env = environment(**locale)

    text = run("show", "faction:a", "--store", many_letters, env=env)
    answer = run("show", "faction:a", "--store", many_letters, "--json", env=env)
    refused = run("show", "faction:سرت", "--store", many_letters, env=env)

    assert (text.returncode, text.stderr) == (0, b"")
    assert text.stdout.count(b"\n") == 5
    assert json.loads(answer.stdout)["also"] == ["سرت", "Σ 😀"]
    assert (refused.returncode, refused.stderr.count(b"\n")) == (2, 1)


def test_an_export_is_utf_8_in_every_locale(many_letters: Path) -> None:
    plain, latin = (
        run("export", "json", "--store", many_letters, env=environment(PYTHONIOENCODING=encoding)).stdout
        for encoding in ("utf-8", "latin-1")
    )

    assert plain == latin
    assert "سرت" in latin.decode()


@pytest.mark.parametrize("question", [("stats",), ("stats", "--json"), ("timeline",), ("timeline", "--json")])
def test_what_was_before_all_years_that_have_days_is_told(
    typed: Typed, at_home: Path, question: tuple[str, ...]
) -> None:
    store = write(
        at_home / "s.json", event("bang", "It all begins", when="Y-13800000000"), event("e", "E", when="2016")
    )

    answer = typed(*question, "--store", store)

    assert answer.code == 0
    assert re.search("13,?800,?000,?00", answer.out)
