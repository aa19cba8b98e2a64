"""Completion: what a shell is offered for the word that the cursor is in."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import Made, event, faction, write
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import PROGRAM, environment, run
from tests.tui.cli.test_light import SCREEN


def completed(line: str) -> list[str]:
    """Return what bash is offered at the end of a line, each with its type: `plain,show`."""
    ended = run(env=environment(COMP_WORDS=f"sitroom {line}", _SITROOM_COMPLETE="bash_complete"))
    assert ended.stderr == b""
    return ended.stdout.decode().split("\n")[:-1] if ended.stdout.strip() else []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_calls_the_program(typed: Typed, shell: str) -> None:
    answer = typed("completion", shell)

    assert (answer.code, answer.err) == (0, "")
    assert f"_SITROOM_COMPLETE={shell}_complete" in answer.out


def test_zsh_lets_a_kind_be_gone_on_with(typed: Typed) -> None:
    assert "compadd -U -V unsorted -S '' -a open" in typed("completion", "zsh").out


def test_the_bash_script_is_bash(typed: Typed) -> None:
    script = typed("completion", "bash").out

    assert subprocess.run(("bash", "-n"), input=script, text=True, check=False).returncode == 0


def test_the_first_word_may_be_a_command_or_a_store() -> None:
    assert completed("sh") == ["file,sh", "plain,show"]
    assert completed("ex") == ["file,ex", "plain,exercise", "plain,export"]


def test_commands_that_are_not_for_people_are_not_offered() -> None:
    assert not any("browse" in offer for offer in completed(""))


def test_options_formats_and_themes_are_completed() -> None:
    assert completed("show --js") == ["plain,--json"]
    assert completed("mine.json --the") == ["plain,--theme"]
    assert completed("--theme c") == ["plain,contrast"]
    assert completed("completion z") == ["plain,zsh"]
    assert "plain,json" in completed("export ")
    assert "plain,ucdp" in completed("import ")
    assert completed("stats --store ex") == ["file,ex", "plain,exercise"]


@pytest.mark.parametrize(
    "line",
    [
        "show faction:misrata-m",
        "ties faction:tunisia --to faction:misrata-m",
        "--at faction:misrata-m",
        "--at=faction:misrata-m",
    ],
)
def test_refs_are_completed_wherever_one_is_taken(line: str) -> None:
    assert completed(line) == ["plain,faction:misrata-militias"]


def test_refs_are_those_of_the_store_that_is_named(at_home: Path) -> None:
    write(at_home / "mine.json", faction("reds"), faction("reds-too"), faction("blues"))
    assert completed("show --store mine.json faction:r") == ["plain,faction:reds", "plain,faction:reds-too"]
    assert completed("mine.json --at faction:b") == ["plain,faction:blues"]
    assert completed("show --store exercise location:alderp") == ["plain,location:alderport"]


def test_before_a_colon_it_is_the_kinds_and_in_a_query_the_filters() -> None:
    assert completed("show l") == ["plain,location:"]
    assert completed("find pl") == ["plain,place:"]
    assert completed("find kind:e") == ["plain,kind:event"]
    assert completed("find about:location:sirt") == ["plain,about:location:sirte"]
    assert completed("find sirte place:x") == []


def test_what_a_shell_would_run_is_not_offered(at_home: Path) -> None:
    names = ["$(touch-x)", "`touch x`", "a;b", "a b", "é", "ok"]
    write(at_home / "mine.json", *(Made("faction", {"id": name, "names": [{"text": "X"}]}) for name in names))
    assert completed("show --store mine.json faction:") == ["plain,faction:ok"]


@pytest.mark.parametrize("name", ["missing.json", "broken.json", "folder"])
def test_a_store_that_cannot_be_read_offers_nothing_and_says_nothing(at_home: Path, name: str) -> None:
    (at_home / "broken.json").write_text("{")
    (at_home / "folder").mkdir()
    assert completed(f"show --store {name} faction:") == []


def test_settings_that_cannot_be_followed_do_not_disturb_who_types(at_home: Path) -> None:
    settings = at_home / "settings.toml"
    settings.write_text("nonsense")
    env = environment(COMP_WORDS="sitroom show fac", _SITROOM_COMPLETE="bash_complete", SITROOM_SETTINGS=str(settings))
    assert run(env=env).stdout == b"plain,faction:\n"
    ended = run(env=env | {"COMP_WORDS": "sitroom show faction:mis"})
    assert (b"faction:misrata-militias" in ended.stdout, ended.stderr) == (True, b"")


def test_a_large_store_is_not_indexed_to_complete_a_word(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(at_home / "large.json", *(event(f"e{number}", f"Clash {number}") for number in range(2_000)))
    monkeypatch.setattr("store.situation._A_MOMENT", 1_000)
    assert Situation.at_hand(path) is None
    Situation.open(path).close()
    at_hand = Situation.at_hand(path)
    assert at_hand is not None
    assert [ref for ref, _ in at_hand.refs("event:e10", count=3)] == ["event:e10", "event:e100", "event:e1000"]
    at_hand.close()


def test_completing_a_ref_loads_neither_screen_nor_models() -> None:
    script = (
        "import json, sys\nfrom tui.cli import main\ntry:\n    main()\n"
        "except SystemExit:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    env = environment(COMP_WORDS="sitroom show faction:mis", _SITROOM_COMPLETE="bash_complete")
    ended = subprocess.run((sys.executable, "-c", script), env=env, capture_output=True, text=True, check=True)
    assert "faction:misrata-militias" in ended.stdout
    assert not {f'"{module}"' for module in (*SCREEN, "pydantic", "tinydb")} & set(ended.stderr.split(", "))


def replied(at_home: Path, line: str) -> list[str]:
    """Return what bash itself would put in place of the word that it takes the cursor to be in."""
    program = at_home / "sitroom"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    program.chmod(0o755)
    script = f"""
        compopt() {{ :; }}  # there is no line being edited here
        eval "$(./sitroom completion bash)"
        COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)}
        _sitroom_completion ./sitroom
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    ended = subprocess.run(("bash", "-c", script), env=environment(), capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    return ended.stdout.split()


def test_bash_is_given_what_stands_behind_the_last_colon_of_a_word(at_home: Path) -> None:
    assert replied(at_home, "./sitroom sh") == ["show"]
    assert replied(at_home, "./sitroom show fact") == ["faction:"]
    assert replied(at_home, "./sitroom show faction:misrata-m") == ["misrata-militias"]
    assert replied(at_home, "./sitroom --at=faction:misrata-m") == ["misrata-militias"]


def test_bash_lists_files_beside_the_words_for_stores(at_home: Path) -> None:
    (at_home / "exact.json").touch()
    assert replied(at_home, "./sitroom stats --store ex") == ["exact.json", "exercise"]
