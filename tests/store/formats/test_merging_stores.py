"""Two who work on one situation in stores of their own, and bring in what the other has."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from store.documents import Document
from store.file.casefile import Casefile
from store.formats.account import Account
from store.formats.own.merging import STORE
from store.succession import succeeding
from tests.store.formats.both_ways import brought_in

MOMENTS = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number) for number in count())


class Colleague:
    """Somebody who has the same situation in a store of their own, and edits it there."""

    def __init__(self, path: Path, **event: object) -> None:
        self.casefile = Casefile.create(path, "The mill")
        with self.casefile.change() as change:
            change.put("events", {"id": "e", "title": "E", "created": "2025-01-01T00:00:00Z"} | event)

    def event(self) -> Document:
        """Return the event as it is there."""
        return dict(self.casefile.tables()["events"]["e"])

    def edits(self, **fields: object) -> None:
        """Edit the event, as a person does in the room."""
        before = self.event()
        moment = f"{next(MOMENTS):%Y-%m-%dT%H:%M:%SZ}"
        with self.casefile.change() as change:
            change.put("events", succeeding(before, before | fields | {"origin": {"by": "human"}}, moment))

    def takes(self, other: "Colleague") -> Account:
        """Bring in the store of another."""
        return brought_in(self.casefile, STORE, other.casefile.path.read_text())


def test_whatever_a_colleague_goes_on_to_edit_is_taken_until_it_is_edited_here_too(tmp_path: Path) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json"), Colleague(tmp_path / "theirs.json")

    for summary in ("One", "Two", "Three"):
        theirs.edits(summary=summary)
        assert mine.takes(theirs).clashes == ()
        assert mine.event()["summary"] == summary
        assert (mine.event()["revision"], mine.event()["modified"]) == (
            theirs.event()["revision"],
            theirs.event()["modified"],
        )
        assert not mine.takes(theirs).changed
        assert not theirs.takes(mine).changed

    mine.edits(title="Mine")
    theirs.edits(title="Theirs")
    theirs.edits(title="Theirs again", note="ask")

    account = mine.takes(theirs)

    assert [(clash.field, clash.kept, clash.row) for clash in account.clashes] == [
        ("title", '"Mine"', '"Theirs again"')
    ]
    assert (mine.event()["title"], mine.event()["note"]) == ("Mine", "ask")
    theirs.edits(title="Theirs at last")
    assert [clash.field for clash in mine.takes(theirs).clashes] == ["title"]
    assert mine.event()["title"] == "Mine"


@pytest.mark.parametrize(
    ("here", "there"), [({}, {"status": "draft"}), ({"status": "draft"}, {}), ({}, {"status": "rejected"})]
)
def test_what_one_has_accepted_is_no_gap_for_the_status_of_another(
    here: dict[str, str], there: dict[str, str], tmp_path: Path
) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json", **here), Colleague(tmp_path / "theirs.json", **there)
    mine.edits(note="seen")
    theirs.edits(note="seen")

    account = mine.takes(theirs)

    assert mine.event().get("status") == here.get("status")
    told = [f'"{status.get("status", "accepted")}"' for status in (here, there)]
    assert [[clash.kept, clash.row] for clash in account.clashes] == [told]


@pytest.mark.parametrize(("created", "are_one"), [("2025-01-01T00:00:00Z", True), ("2025-01-02T00:00:00Z", False)])
def test_two_who_bear_one_id_by_chance_are_not_run_together(created: str, are_one: bool, tmp_path: Path) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json"), Colleague(tmp_path / "theirs.json")
    guards = [("Mill Guard", "2025-01-01T00:00:00Z"), ("Port Guard", created)]
    for colleague, (name, made) in zip((mine, theirs), guards, strict=True):
        with colleague.casefile.change() as change:
            change.put("factions", {"id": "guard", "names": [{"text": name}], "created": made})

    account = mine.takes(theirs)

    [guard] = mine.casefile.tables()["factions"].values()
    assert [name["text"] for name in guard["names"]] == ["Mill Guard", *["Port Guard"] * are_one]
    assert [caution.what.split(",")[0] for caution in account.cautions] == ["another under the same id"] * (not are_one)


@pytest.mark.parametrize(
    ("here", "there", "marked", "told"),
    [
        ("green", "red", "red", True),
        ("red", "green", "red", False),
        (None, "amber", "amber", True),
        ("amber+strict", "amber", "amber+strict", False),
        ("amber", None, "amber", False),
    ],
)
def test_the_stricter_marking_counts_and_is_told(
    here: str | None, there: str | None, marked: str, told: bool, tmp_path: Path
) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json"), Colleague(tmp_path / "theirs.json")
    for colleague, marking in ((mine, here), (theirs, there)):
        colleague.edits(note="seen", **({"marking": marking} if marking else {}))

    account = mine.takes(theirs)

    assert (mine.event()["marking"], account.clashes) == (marked, ())
    assert [caution.what for caution in account.cautions] == [
        "marked more strictly there, which counts here from now on"
    ] * told
    assert not mine.takes(theirs).changed


def test_what_a_colleague_has_left_as_it_was_undoes_nothing_and_is_no_clash(tmp_path: Path) -> None:
    mine, theirs = (Colleague(tmp_path / name, summary="Wrong", tags=["a"]) for name in ("mine.json", "theirs.json"))
    mine.edits(summary="Right", tags=[], status="disputed")
    before = mine.event()

    account = mine.takes(theirs)

    assert (mine.event(), account.clashes, account.changed) == (before, (), False)
    assert [(caution.what.partition(",")[0], caution.rows) for caution in account.cautions] == [
        ("an earlier version than the one that is here", 1)
    ]
    theirs.takes(mine)
    mine.edits(summary="Right indeed")
    assert (mine.takes(theirs).clashes, mine.event()["summary"]) == ((), "Right indeed")


def test_what_a_colleague_edited_in_the_file_itself_is_told_where_nobody_edited_it_here(tmp_path: Path) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json", note="x"), Colleague(tmp_path / "theirs.json", note="y")
    assert [clash.field for clash in mine.takes(theirs).clashes] == ["note"]


def test_what_was_edited_here_since_it_came_is_no_clash_with_what_it_came_as(tmp_path: Path) -> None:
    mine, theirs = Colleague(tmp_path / "mine.json"), Colleague(tmp_path / "theirs.json")
    theirs.edits(title="Theirs")
    mine.takes(theirs)
    mine.edits(title="Mine")

    assert (mine.takes(theirs).clashes, mine.event()["title"]) == ((), "Mine")
    assert (theirs.takes(mine).clashes, theirs.event()["title"]) == ((), "Mine")


def test_of_three_nobody_overwrites_what_the_last_has_not_seen(tmp_path: Path) -> None:
    mine, hers, his = (Colleague(tmp_path / f"{name}.json") for name in ("mine", "hers", "his"))
    hers.edits(title="Hers")
    his.edits(title="His")
    his.edits(note="and more")
    mine.takes(hers)

    account = mine.takes(his)

    assert [(clash.field, clash.kept, clash.row) for clash in account.clashes] == [("title", '"Hers"', '"His"')]
    assert (mine.event()["title"], mine.event()["note"]) == ("Hers", "and more")
