"""Records hold what is written, refuse what is wrong, and say so by record, field and reason."""

from typing import Any

import pytest
from pydantic import ValidationError

from store import refs
from store.documents import Document
from store.errors import InvalidRecord
from store.records import RECORDS, Claim, Event, Faction, Quote, read, write

SMALLEST: dict[refs.Kind, Document] = {
    "faction": {"id": "a", "names": [{"text": "A"}]},
    "person": {"id": "a", "names": [{"text": "A"}]},
    "location": {"id": "a", "names": [{"text": "A"}]},
    "event": {"id": "a", "title": "A"},
    "quote": {"id": "a", "words": "A"},
    "claim": {"id": "a", "subject": "faction:a", "predicate": "assessment", "text": "A"},
    "source": {"id": "a", "title": "A"},
}


@pytest.mark.parametrize("kind", refs.KINDS)
def test_a_record_is_written_without_what_is_at_its_default(kind: refs.Kind) -> None:
    assert write(read(kind, SMALLEST[kind])) == SMALLEST[kind]


@pytest.mark.parametrize("kind", refs.KINDS)
def test_a_record_read_back_is_the_same(kind: refs.Kind) -> None:
    document = SMALLEST[kind] | {
        "status": "draft",
        "citations": [{"source": "source:s", "locator": {"kind": "paragraph", "value": "4"}, "credibility": 2}],
        "tags": ["x"],
        "note": "two\nlines",
        "marking": "amber+strict",
        "created": "2026-11-22T00:00:00Z",
        "revision": 3,
        "origin": {"by": "import", "tool": "ucdp"},
        "external": {"ucdp-ged": {"id": "7", "empty": ""}},
    }
    record = read(kind, document)
    assert read(kind, write(record)) == record
    assert write(record) == document
    assert record.ref == f"{kind}:a"


def test_a_record_cannot_be_changed() -> None:
    record = read("faction", SMALLEST["faction"])
    with pytest.raises(ValidationError):
        setattr(record, "note", "other")  # noqa: B010  (a plain assignment is refused by the type checker already)


WRONG: list[tuple[refs.Kind, dict[str, Any], str, str]] = [
    ("faction", {"faction_kind": "navy"}, "faction_kind", "none of state, "),
    ("faction", {"names": []}, "names", "is empty"),
    ("faction", {"colour": "red"}, "colour", "no field of this kind"),
    ("faction", {"id": "Not A Slug"}, "id", "no id"),
    ("faction", {"country": "faction:libya"}, "country", "not a location"),
    ("faction", {"active": {"edtf": "2016-13"}}, "active.edtf", "2016-13"),
    ("location", {"point": {"lat": 91, "lon": 0}}, "point.lat", "90"),
    ("location", {"point": {"lat": float("nan"), "lon": 0}}, "point.lat", ""),
    ("event", {"title": " \x1b "}, "title", "is empty"),
    ("event", {"deaths": {"best": -1}}, "deaths.best", "‘-1’ is less than 0"),
    ("event", {"participants": [{"actor": "event:x"}]}, "participants.0.actor", "not a faction or person"),
    ("claim", {"confidence": 101}, "confidence", "100"),
    ("claim", {"predicate": "likes"}, "predicate", "none of backs, "),
    ("claim", {"predicate": "backs"}, "the record", "needs an object"),
    ("claim", {"object": "faction:b", "value": "7"}, "the record", "not both"),
    ("claim", {"text": ""}, "the record", "says nothing"),
    ("quote", {"words": "", "gist": ""}, "the record", "says nothing"),
    ("source", {"reliability": "G"}, "reliability", "none of A, B"),
    ("source", {"citations": [{"source": "source:s", "credibility": 7}]}, "citations.0.credibility", "6"),
]


@pytest.mark.parametrize(("kind", "change", "field", "reason"), WRONG)
def test_what_is_wrong_is_refused_by_record_field_and_reason(
    kind: refs.Kind, change: dict[str, Any], field: str, reason: str
) -> None:
    with pytest.raises(InvalidRecord) as caught:
        read(kind, SMALLEST[kind] | change)
    error = caught.value
    assert error.ref.startswith(f"{kind}:")
    assert error.field == field
    assert reason in error.reason
    assert "\n" not in str(error)


def test_text_is_cleaned_when_a_record_is_made() -> None:
    faction = Faction.model_validate(
        {"id": "a", "names": [{"text": "\x1b[31mRed\x1b[0m\nArmy\u202e"}], "summary": "a\x00b\r\nc", "tags": ["\x07t"]}
    )
    assert faction.names[0].text == "[31mRed[0m Army"
    assert faction.summary == "ab\nc"
    assert faction.tags == ("t",)


def test_an_imported_row_is_kept_to_the_letter() -> None:
    cell = " spaced \x1b[2J\r\n"
    event = Event.model_validate({"id": "a", "title": "A", "external": {"x": {"col": cell, "torn": "a\ud800b"}}})
    assert event.external == {"x": {"col": cell, "torn": "ab"}}


def test_stray_surrogates_do_not_stop_a_record_from_being_made() -> None:
    assert Quote.model_validate({"id": "a", "words": "a\ud800b"}).words == "ab"


def test_a_tie_may_have_no_date_and_an_estimate_may_have_only_words() -> None:
    tie = Claim.model_validate({"id": "a", "subject": "faction:a", "predicate": "backs", "object": "faction:b"})
    assert tie.when.phrase == "undated"
    assert Claim.model_validate({"id": "a", "subject": "faction:a", "predicate": "strength", "text": "hundreds"}).text


def test_every_kind_has_its_model() -> None:
    assert {kind: model.kind for kind, model in RECORDS.items()} == {kind: kind for kind in refs.KINDS}
