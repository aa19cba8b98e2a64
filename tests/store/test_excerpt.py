"""Part of a situation that stands alone: what a lens shows, and whatever that names."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fixtures
from store.documents import Document
from store.excerpt import excerpt as parts_of
from store.lens import EVERYTHING, Lens
from store.refs import KINDS, Kind, Ref, make
from store.situation import Situation
from tests.situations import Made, cited, claim, event, faction, location, person, quote, source, write

RECORDS = (
    location("land", "Land"),
    location("town", "Town", within="location:land"),
    faction("reds", "Reds", country="location:land"),
    faction("blues", "Blues"),
    person("ada", "Ada"),
    event("war", "War"),
    event(
        "clash", "Clash", where="location:town", who=["faction:reds"], part_of="event:war", citations=cited("source:s")
    ),
    quote("q", "we left", by="person:ada", about=["event:clash"]),
    claim("c", "faction:blues", "backs", "faction:reds", quote="quote:q"),
    source("s", "Report"),
)


def excerpt(situation: Situation, lens: Lens) -> dict[Kind, list[Document]]:
    """Return an excerpt with all of its documents read."""
    return {kind: list(part) for kind, part in parts_of(situation, lens).items()}


def opened(path: Path, *records: Made) -> Situation:
    return Situation.open(write(path / "s.json", *records))


def refs_of(parts: dict[Kind, list[dict[str, object]]]) -> set[Ref]:
    return {make(kind, str(document["id"])) for kind, documents in parts.items() for document in documents}


def test_what_is_shown_brings_all_that_it_names_and_that_names(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, *RECORDS), Lens(kinds=("claim",)))

    assert refs_of(parts) == {record.ref for record in RECORDS}


def test_what_only_names_the_rest_stays_behind(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, *RECORDS), Lens(kinds=("event",)))

    assert refs_of(parts) == {
        "event:clash",
        "event:war",
        "faction:reds",
        "location:land",
        "location:town",
        "source:s",
    }


def test_the_whole_is_everything_document_for_document(tmp_path: Path) -> None:
    situation = opened(tmp_path, *RECORDS)

    assert excerpt(situation, EVERYTHING) == {kind: list(situation.documents(kind)) for kind in KINDS}


def test_every_kind_has_its_place_even_if_nothing_is_in_it(tmp_path: Path) -> None:
    assert excerpt(opened(tmp_path, faction("a")), Lens(words=("zzz",))) == {kind: [] for kind in KINDS}


def test_documents_stand_in_the_order_of_their_ids(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, *(faction(name) for name in ("c", "a-1", "b", "a"))), EVERYTHING)

    assert [document["id"] for document in parts["faction"]] == ["a", "a-1", "b", "c"]


def test_a_ref_that_leads_nowhere_is_left_as_it_is(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, event("e", "E", where="location:none", who=["faction:none"])), EVERYTHING)

    assert refs_of(parts) == {"event:e"}
    assert parts["event"][0]["location"] == "location:none"


def test_circles_of_records_that_name_each_other_come_to_an_end(tmp_path: Path) -> None:
    ring = [location(f"l{number}", within=f"location:l{(number + 1) % 5}") for number in range(5)]

    parts = excerpt(opened(tmp_path, *ring, event("e", "E", where="location:l0")), Lens(kinds=("event",)))

    assert len(parts["location"]) == 5


def test_what_an_imported_row_happens_to_say_brings_nothing(tmp_path: Path) -> None:
    row = {"ucdp": {"note": "faction:reds"}}

    parts = excerpt(opened(tmp_path, event("e", "E", external=row), faction("reds")), Lens(kinds=("event",)))

    assert refs_of(parts) == {"event:e"}


def test_an_id_that_is_no_slug_is_handed_on_for_check_to_tell(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, faction("Reds & Blues", "Reds"), faction("a")), EVERYTHING)

    assert refs_of(parts) == {"faction:Reds & Blues", "faction:a"}


def test_more_records_than_are_read_at_a_time_all_come(tmp_path: Path) -> None:
    parts = excerpt(opened(tmp_path, *(faction(f"f{number}") for number in range(1201))), Lens(kinds=("faction",)))

    assert len(parts["faction"]) == 1201


@pytest.fixture(scope="module")
def sirte() -> Situation:
    return Situation.open(fixtures.SHIPPED, read_only=True)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.data())
def test_any_lens_gives_a_part_that_lacks_nothing_it_names(sirte: Situation, found: st.DataObject) -> None:
    everything = sorted(make(kind, str(document["id"])) for kind in KINDS for document in sirte.documents(kind))
    lens = Lens(
        about=tuple(found.draw(st.lists(st.sampled_from(everything), max_size=3))),
        kinds=tuple(found.draw(st.lists(st.sampled_from(KINDS), max_size=3, unique=True))),
        words=tuple(found.draw(st.lists(st.sampled_from(["sirte", "border", "zzz"]), max_size=1))),
    )

    parts = excerpt(sirte, lens)

    inside = refs_of(parts)
    assert {row.target for kind in KINDS for row in sirte.index(kind, lens, count=500).rows} <= inside
    named = {word for documents in parts.values() for document in documents for word in _texts(document)}
    assert {name for name in named if sirte.has(name)} <= inside
    assert all(
        sirte.document(make(kind, str(document["id"]))) == document for kind in KINDS for document in parts[kind]
    )


def _texts(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for member in members for text in _texts(member)}
