"""Text from outside never reaches a terminal as anything but text: not from records, and not from names of files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.situations import Made, claim, event, faction, location, person, quote, source, write
from tests.store.formats.ged import ged
from tests.tui.cli.conftest import Answer, Typed
from tests.tui.cli.running import run

EVIL = "a\x1b]52;c;ZXZpbA==\x07b\x1b[2Jc\x9b31md\x9d0;t\x9ce\u202ef\u2066g\x7fh\x08i\rj\x00k"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(answer: Answer) -> bool:
    """Tell whether nothing that a terminal obeys was printed."""
    return not OBEYED.search(answer.out + answer.err)


def hostile_records() -> list[Made]:
    """Return a record of every kind in which every text is hostile."""
    external = {EVIL: {EVIL: EVIL}}
    cites = [{"source": "source:s", "locator": {"kind": "page", "value": EVIL}, "words": EVIL, "credibility": 2}]
    common: dict[str, Any] = {"citations": cites, "external": external, "note": EVIL, "tags": [EVIL]}
    return [
        faction("a", EVIL, EVIL + "2", summary=EVIL, **common),
        person("p", EVIL, role=EVIL, summary=EVIL, **common),
        location("l", EVIL, point=(31.0, 16.0), summary=EVIL, **common),
        event("e", EVIL, when=EVIL, where="location:l", who=["faction:a"], summary=EVIL, event_kind=EVIL, **common),
        quote("q", EVIL, by="person:p", about=["faction:a"], described_as=EVIL, translation=EVIL, **common),
        claim("c", "faction:a", "assessment", EVIL, text=EVIL, reasoning=EVIL, **common),
        source("s", EVIL, publisher=EVIL, author=EVIL, url=EVIL, terms=EVIL, **common),
        faction(EVIL, EVIL),
        event("wrong", "Wrong", event_kind=7, clarity=EVIL, **{EVIL: EVIL}),
    ]


@pytest.fixture
def hostile(at_home: Path) -> Path:
    """Return a store that is hostile from its title to its file's name."""
    return write(at_home / f"{EVIL.replace(chr(0), '')}.json", *hostile_records(), title=EVIL)


QUESTIONS = (
    *(("show", f"{ref}") for ref in ("faction:a", "person:p", "location:l", "event:e", "quote:q", "claim:c")),
    ("show", "source:s"),
    ("show", "event:wrong"),
    ("show", f"faction:{EVIL}"),
    ("show", EVIL),
    ("find", "kind:faction"),
    ("find", EVIL),
    ("find", f"tag:{EVIL}"),
    ("find", f"who:{EVIL}"),
    ("find", "zzzz", EVIL),
    ("find", f"--{EVIL}"),
    ("check",),
    ("stats",),
    ("paths",),
    ("export", "json"),
    ("export", EVIL),
    ("export", "json", "--lens", f"actor:{EVIL}"),
    ("show", "faction:a", "--as-of", EVIL),
    ("brief", "faction:a", "location:l", "event:e", "quote:q", "claim:c", "source:s"),
    ("brief", "faction:a", "person:p", "--form", "html"),
    ("brief", EVIL),
    ("brief", "faction:a", "-o", EVIL.replace("\0", "")),
    ("news", "--since", "2000"),
    ("news", "--since", EVIL),
    ("views", EVIL, "kind:faction"),
    ("views", "x", f"tag:{EVIL}"),
    ("views", EVIL),
    ("views", EVIL, "--remove"),
    ("find", f"view:{EVIL}"),
    ("timeline",),
    ("timeline", "--known-by", EVIL),
    ("counts",),
    ("counts", "--lens", f"with:{EVIL}"),
    ("changes", "--since", "0001"),
    ("changes", "--since", "2016", "--until", EVIL),
)
TIMED = (("timeline",), ("counts",), ("changes", "--since", "0001"))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: ascii(question[:2])[:40])
def test_no_answer_and_no_refusal_holds_what_a_terminal_obeys(
    typed: Typed, hostile: Path, question: tuple[str, ...]
) -> None:
    answer = typed(*question, "--store", hostile)

    assert answer.out or answer.err
    assert harmless(answer)


@pytest.mark.parametrize("question", [*QUESTIONS[:7], *TIMED, ("find", "kind:faction"), ("check",), ("stats",)])
def test_json_is_harmless_and_valid_and_imported_rows_are_whole_in_it(
    typed: Typed, hostile: Path, question: tuple[str, ...]
) -> None:
    answer = typed(*question, "--store", hostile, "--json")

    assert harmless(answer)
    if question[0] == "show":
        assert answer.json["record"]["external"] == {EVIL: {EVIL: EVIL}}
    else:
        assert answer.json


def test_a_hostile_name_in_the_way_is_harmless(typed: Typed, at_home: Path) -> None:
    name = EVIL.replace("\0", "")

    assert harmless(typed(name))
    assert harmless(typed("new", name))
    assert harmless(typed("new", name))
    assert harmless(typed("export", "json", "-o", f"{name}.json"))
    assert harmless(typed("import", "ucdp", f"{name}.csv", "--into", name))
    assert harmless(typed(f"--{name}"))


def test_a_hostile_import_is_accounted_for_harmlessly(typed: Typed, at_home: Path) -> None:
    name = EVIL.replace("\0", "")
    evil = EVIL.replace("\0", "").replace("\r", "")
    csv = at_home / f"{name}.csv"
    csv.write_text(ged({"id": "1", "side_b": evil, "source_headline": evil}, {"id": evil, "date_start": evil}))

    answer = typed("import", "ucdp", csv, "--into", f"{name}.json")

    assert answer.code == 0
    assert harmless(answer)
    assert harmless(typed("import", "ucdp", csv, "--into", f"{name}.json", "--json"))


def test_brackets_of_markup_are_only_brackets(typed: Typed, at_home: Path) -> None:
    store = write(at_home / "s.json", faction("a", "The [bold]Front[/] [sic] [/"))

    assert typed("show", "faction:a", "--store", store).out.startswith("The [bold]Front[/] [sic] [/ [faction:a]\n")


def test_a_line_without_end_is_one_line(typed: Typed, at_home: Path) -> None:
    store = write(at_home / "s.json", faction("a", "x" * 100_000, summary="y " * 50_000))

    assert typed("find", "kind:faction", "--store", store).out.count("\n") == 1
    assert typed("show", "faction:a", "--store", store).code == 0


def test_a_file_whose_name_is_not_utf_8_gets_an_answer_or_one_line(at_home: Path, mine: Path) -> None:
    odd = bytes(at_home) + b"/caf\xe9.json"
    mine.rename(Path(odd.decode("utf-8", "surrogateescape")))

    for question in ((b"check",), (b"paths",), (b"stats",), (b"stats", b"--json"), (b"show", b"faction:tunisia")):
        ended = run(*question, b"--store", odd)
        assert b"Traceback" not in ended.stderr
        assert (ended.returncode == 0) != ended.stderr.startswith(b"sitroom: ")
        assert ended.stderr.count(b"\n") == (ended.returncode != 0)
        assert b"\xe9" not in ended.stdout + ended.stderr


def test_a_name_that_is_not_utf_8_may_be_given_to_a_new_store(at_home: Path) -> None:
    odd = bytes(at_home) + b"/caf\xe9.json"

    assert run("new", odd).returncode == 0
    assert json.loads(Path(odd.decode("utf-8", "surrogateescape")).read_bytes())["situation"]["about"]["title"] == "caf"
