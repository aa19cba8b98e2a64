"""What was typed wrongly is told in one line, with where help is to be had."""

import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import environment, on_terminal
from tui.cli.door import sitroom

COMMANDS = (
    "show",
    "find",
    "conflicts",
    "ties",
    "holds",
    "timeline",
    "changes",
    "counts",
    "brief",
    "views",
    "news",
    "check",
    "stats",
    "import",
    "matches",
    "export",
    "new",
    "fold",
    "keys",
    "paths",
    "completion",
    "serve",
)


def test_the_version_is_that_of_the_distribution(typed: Typed) -> None:
    assert typed("--version") == (0, f"sitroom {version('sitroom')}\n", "")


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_lists_every_command_and_how_a_store_is_named(typed: Typed, asked: str) -> None:
    answer = typed(asked)

    assert (answer.code, answer.err) == (0, "")
    assert all(f"\n  {command} " in answer.out for command in COMMANDS)
    assert set(sitroom.commands) == {*COMMANDS, "browse"}
    assert "\n  sitroom STORE  " in answer.out
    assert "..." not in answer.out.partition("Commands:\n")[2]


@pytest.mark.parametrize("command", [*COMMANDS, "my.json"])
def test_every_command_and_browsing_explain_themselves(typed: Typed, command: str) -> None:
    answer = typed(command, "--help")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Usage: sitroom ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--colour",), "No such option '--colour'"),
        (("-x",), "No such option '-x'"),
        (("show", "--colour", "faction:tunisia"), "No such option '--colour'"),
        (("find", "--colour", "sirte"), "No such option '--colour'"),
        (("show",), "Missing argument 'REF'"),
        (("find",), "Missing argument 'QUERY...'"),
        (("show", "faction:tunisia", "faction:libya"), "unexpected extra argument"),
        (("mine.json", "yours.json"), "unexpected extra argument"),
        (("export",), "Missing argument 'FORMAT'"),
        (("import", "pdf", "x.csv", "--into", "s.json"), "'pdf' is not one of 'json', "),
        (("export", "pdf"), "'pdf' is not one of"),
        (("import", "ucdp", "x.csv"), "Missing option '--into'"),
        (("completion", "tcsh"), "'tcsh' is not one of 'bash', 'zsh', 'fish'"),
        (("--theme", "pink"), "'pink' is not one of"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_where_help_is(
    refused: Callable[..., str], words: tuple[str, ...], told: str
) -> None:
    line = refused(*words)

    assert told in line
    assert line.endswith("--help says what it takes)")


def test_of_an_option_that_lacks_its_second_word_the_commands_own_help_tells(refused: Callable[..., str]) -> None:
    line = refused("matches", "--same", "faction:tunisia")

    assert line == "Option '--same' requires 2 arguments. (sitroom matches --help says what it takes)"


def test_a_word_that_is_nearly_a_command_is_answered_with_the_command(refused: Callable[..., str]) -> None:
    assert refused("shwo") == "shwo: there is no such store and no such command; the nearest command is show"
    assert refused("frobnicate").endswith("no such command; `sitroom --help` lists the commands")


def test_a_word_with_a_folder_or_an_ending_was_meant_as_a_store(refused: Callable[..., str]) -> None:
    for word in ("folder/shwo", "show.json"):
        assert refused(word).endswith("cannot be read: there is no such file or folder; check the name")


def test_browsing_begins_at_a_record_that_is_there(refused: Callable[..., str]) -> None:
    assert refused("--at", "faction:tunis").endswith("no faction:tunis; the nearest is faction:tunisia")
    assert refused("--at", "tunis").startswith("--at: 'tunis' is not a ref")
    assert "no actor is called 'nobody'" in refused("--lens", "actor:nobody")


def test_browsing_without_a_terminal_names_the_commands_that_need_none(refused: Callable[..., str], mine: Path) -> None:
    for words in ((), (mine,), (mine, "--at", "faction:tunisia", "--as-of", "2016", "--lens", "sirte", "--no-mouse")):
        assert refused(*words).startswith("browsing needs a terminal; without one there are show, find")


@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_terminal_that_cannot_move_its_cursor_gets_one_line(terminal: str) -> None:
    env = environment(TERM=terminal)
    if not terminal:
        del env["TERM"]

    sitting = on_terminal(env=env)

    assert sitting.code == 2
    assert sitting.screen.count("\n") == 1
    assert sitting.screen.startswith("sitroom: TERM says that this terminal cannot move its cursor")
    assert os.linesep in sitting.screen
    assert "\x1b" not in sitting.screen
