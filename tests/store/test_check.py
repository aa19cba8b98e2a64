"""What `check` finds wrong with a store: the record, the field, and the mend."""

from pathlib import Path

import pytest

from store.check import Problem, check
from store.documents import Document
from store.file.casefile import Casefile
from store.file.reading import read_tables
from store.formats.ucdp import GED
from store.importing import import_file

ROOT = Path(__file__).resolve().parents[2]


def faction(name: str, **fields: object) -> Document:
    return {"id": name, "names": [{"text": name}]} | fields


def claim(name: str, **fields: object) -> Document:
    return {"id": name, "subject": "faction:front", "predicate": "assessment", "text": "strong"} | fields


def quote(name: str, **fields: object) -> Document:
    return {"id": name, "words": "we hold", "citations": [{"source": "source:paper"}]} | fields


def problems(**tables: list[Document]) -> list[Problem]:
    """Return what is wrong with a store that holds a faction, a source, and these."""
    base = {"factions": [faction("front")], "sources": [{"id": "paper", "title": "A paper"}]}
    return list(
        check(
            {
                table: {document["id"]: document for document in [*base.get(table, []), *tables.get(table, [])]}
                for table in base | tables
            }
        )
    )


def line(**tables: list[Document]) -> str:
    """Return the one problem of such a store, as a line."""
    [problem] = problems(**tables)
    return problem.line


def test_a_store_in_order_has_no_problem() -> None:
    assert problems(claims=[claim("strong")], quotes=[quote("hold", speaker="faction:front")]) == []


def test_a_ref_to_what_is_not_there() -> None:
    clash = {"id": "clash", "title": "Clash", "location": "location:ford"}

    assert line(events=[clash]) == "event:clash: location: no location:ford here; add it or correct the ref"


@pytest.mark.parametrize(
    ("table", "document", "field"),
    [
        ("factions", faction("rear", country="location:x"), "country"),
        ("locations", {"id": "ford", "names": [{"text": "Ford"}], "within": "location:x"}, "within"),
        ("events", {"id": "clash", "title": "Clash", "part_of": "event:x"}, "part_of"),
        ("events", {"id": "clash", "title": "Clash", "participants": [{"actor": "person:x"}]}, "participants.0"),
        ("claims", claim("c", subject="person:x"), "subject"),
        ("claims", claim("c", text="", predicate="backs", object="faction:x"), "object"),
        ("claims", claim("c", conflicts_with=["claim:x"]), "conflicts_with"),
        ("claims", claim("c", quote="quote:x"), "quote"),
        ("quotes", quote("q", speaker="person:x"), "speaker"),
        ("quotes", quote("q", speaks_for="faction:x"), "speaks_for"),
        ("quotes", quote("q", place="location:x"), "place"),
        ("quotes", quote("q", about=["event:x"]), "about"),
        ("people", {"id": "p", "names": [{"text": "P"}], "citations": [{"source": "source:x"}]}, "citations.0"),
    ],
)
def test_every_field_that_names_a_record_is_followed(table: str, document: Document, field: str) -> None:
    [problem] = problems(**{table: [document]})

    assert problem.field == field
    assert problem.what.startswith("no ")


def test_a_record_that_is_not_valid_still_counts_as_there() -> None:
    assert line(people=[{"id": "p"}], quotes=[quote("q", speaker="person:p")]) == (
        "person:p: names: is missing; correct it"
    )


def test_a_span_that_ends_before_it_begins() -> None:
    told = line(claims=[claim("strong", when={"edtf": "2016-08/2016-05"})])

    assert told.startswith("claim:strong: when.edtf: ")
    assert "2016-08/2016-05" in told


def test_a_confidence_out_of_range() -> None:
    assert line(claims=[claim("strong", confidence=140)]) == (
        "claim:strong: confidence: ‘140’ is more than 100; correct it"
    )


def test_a_predicate_that_nobody_knows() -> None:
    told = line(claims=[claim("strong", predicate="likes")])

    assert told.startswith("claim:strong: predicate: ‘likes’ is none of backs, opposes, ")


def test_a_field_that_nobody_knows() -> None:
    assert line(factions=[faction("rear", colour="red")]) == (
        "faction:rear: colour: is no field of this kind of record; correct it"
    )


def test_each_wrong_field_of_a_record_is_told() -> None:
    wrong = faction("rear", faction_kind="army", names=[{"text": ""}])

    assert {problem.field for problem in problems(factions=[wrong])} >= {"faction_kind", "names.0.text"}


def test_a_record_under_a_key_that_is_not_its_id() -> None:
    [problem] = check({"factions": {"front": faction("rear")}})

    assert problem.line == "faction:front: id: ‘rear’ lies under the key ‘front’; make the two the same"


def test_a_quote_that_nothing_cites() -> None:
    assert line(quotes=[quote("hold", citations=[])]) == (
        "quote:hold: citations: nothing says where it was printed; cite its source"
    )


@pytest.mark.parametrize("field", ["speaker", "speaks_for"])
def test_a_quote_of_a_faction_before_it_was_there(field: str) -> None:
    rear = faction("rear", active={"edtf": "2014/.."})
    said = quote("hold", said={"edtf": "2013-05-04"}) | {field: "faction:rear"}

    told = line(factions=[rear], quotes=[said])
    assert told.startswith("quote:hold: said: 4 May 2013 is before faction:rear was active, ")


@pytest.mark.parametrize("said", ["2014-05", "2013/2014", "[2013..2014]", "", "2015"])
def test_a_quote_that_may_have_been_after_is_no_problem(said: str) -> None:
    rear = faction("rear", active={"edtf": "2014/.."})

    assert problems(factions=[rear], quotes=[quote("hold", speaker="faction:rear", said={"edtf": said})]) == []


def test_two_records_of_one_name_whatever_their_case_and_accents() -> None:
    rear = faction("rear", names=[{"text": "Rear"}, {"text": "FRÓNT", "kind": "alias"}])

    assert line(factions=[rear]) == (
        "faction:rear: names: ‘FRÓNT’ names faction:front too; decide with `sitroom matches` --same or --different"
    )


def test_one_name_in_several_kinds_or_places_is_no_problem() -> None:
    place = {"names": [{"text": "Front"}]}
    north, south = {"id": "north", "names": [{"text": "N"}]}, {"id": "south", "names": [{"text": "S"}]}
    fronts = [place | {"id": "a", "within": "location:north"}, place | {"id": "b", "within": "location:south"}]

    assert problems(locations=[north, south, *fronts]) == []
    assert line(locations=[north, south, *fronts, place | {"id": "c", "within": "location:north"}]).startswith(
        "location:c: names: ‘Front’ names location:a too"
    )


def test_a_record_may_have_one_name_in_two_languages() -> None:
    names = [{"text": "Sirte", "language": "en"}, {"text": "Sirte", "language": "fr", "kind": "alias"}]

    assert problems(locations=[{"id": "sirte", "names": names}]) == []


def test_two_sources_are_the_same_by_title_publisher_and_date() -> None:
    paper = {"title": "A paper", "publisher": "Press"}

    assert problems(sources=[paper | {"id": "a"}, paper | {"id": "b", "published": {"edtf": "2016"}}]) == []
    assert line(sources=[paper | {"id": "a"}, paper | {"id": "b"}]).startswith(
        "source:b: title: ‘A paper’ names source:a too"
    )


def test_two_that_a_person_has_told_apart_are_not_told_again() -> None:
    ours = faction("rear", names=[{"text": "Front"}])

    assert problems(factions=[ours | {"external": {"other-than": {"faction:front": ""}}}]) == []
    assert problems(factions=[faction("front", external={"other-than": {"faction:rear": ""}}), ours]) == []


def imported(name: str, *names: str, tool: str = "ucdp") -> Document:
    return {"id": name, "names": [{"text": text} for text in names], "origin": {"by": "import", "tool": tool}}


def test_a_data_set_may_call_two_by_one_name_for_short_but_not_first() -> None:
    congo, africa = imported("one", "Union of Congo", "UPC"), imported("two", "Union for Peace", "UPC")

    assert problems(factions=[congo, africa]) == []
    assert line(factions=[congo, imported("two", "Union of Congo")]).startswith("faction:two: names: ‘Union of Congo’")
    assert line(factions=[congo, imported("two", "UPC", tool="acled")]).startswith("faction:two: names: ‘UPC’")
    assert line(factions=[congo, faction("two", names=[{"text": "UPC"}])]).startswith("faction:two: names: ‘UPC’")


def test_two_places_of_one_name_that_are_far_apart_are_two() -> None:
    def at(name: str, lat: float) -> Document:
        return {"id": name, "names": [{"text": "Mansura"}], "point": {"lat": lat, "lon": 10.0}}

    assert problems(locations=[at("a", 31.0), at("b", 36.0)]) == []
    assert line(locations=[at("a", 31.0), at("b", 31.2)]).startswith("location:b: names: ‘Mansura’ names location:a")


def test_a_participant_who_is_there_twice_in_one_role() -> None:
    side = {"actor": "faction:front", "role": "side a"}

    def clash(*participants: Document) -> list[Document]:
        return [{"id": "clash", "title": "Clash", "participants": list(participants)}]

    assert line(events=clash(side, side)) == (
        "event:clash: participants: faction:front is there 2 times as ‘side a’; keep one of them"
    )
    assert line(events=clash({"actor": "faction:front"}, {"actor": "faction:front"})) == (
        "event:clash: participants: faction:front is there 2 times; keep one of them"
    )


def test_an_actor_on_both_sides_is_no_problem() -> None:
    sides = [{"actor": "faction:front", "role": role} for role in ("side a", "side b")]

    assert problems(events=[{"id": "clash", "title": "Clash", "participants": sides}]) == []


def test_deaths_whose_bounds_are_in_the_wrong_order() -> None:
    def clash(**deaths: int) -> Document:
        return {"id": "clash", "title": "Clash", "deaths": deaths}

    assert line(events=[clash(low=4, best=3, high=5)]) == (
        "event:clash: deaths: low is 4 and best 3; correct one of them"
    )
    assert line(events=[clash(low=4, high=3)]) == "event:clash: deaths: low is 4 and high 3; correct one of them"
    assert problems(events=[clash(low=3, best=3, high=3)]) == []


def test_a_claim_about_itself() -> None:
    assert line(claims=[claim("c", text="", predicate="opposes", object="faction:front")]) == (
        "claim:c: object: is its subject, faction:front; say of whom or what else it is claimed"
    )
    assert line(claims=[claim("c", subject="claim:c")]) == (
        "claim:c: subject: is the claim itself; name what it is about"
    )
    assert line(claims=[claim("c", conflicts_with=["claim:c"])]) == (
        "claim:c: conflicts_with: names the claim itself; take it out"
    )


def test_a_source_that_was_read_before_it_appeared() -> None:
    paper = {"id": "late", "title": "Late", "published": {"edtf": "2016-08-12"}, "retrieved": {"edtf": "2016-07"}}

    assert line(sources=[paper]) == (
        "source:late: retrieved: July 2016 is before it was published, 12 August 2016; correct one of the dates"
    )
    assert problems(sources=[paper | {"retrieved": {"edtf": "2016-08"}}]) == []


def test_a_chain_that_leads_back_to_itself_is_told_once() -> None:
    def place(name: str, within: str) -> Document:
        return {"id": name, "names": [{"text": name}], "within": f"location:{within}"}

    assert line(locations=[place("c", "a"), place("a", "b"), place("b", "c"), place("d", "a")]) == (
        "location:a: within: leads back to itself: "
        "location:a > location:b > location:c > location:a; correct one of them"
    )
    assert line(locations=[place("a", "a")]) == (
        "location:a: within: leads back to itself: location:a > location:a; correct one of them"
    )
    assert line(events=[{"id": "war", "title": "War", "part_of": "event:war"}]) == (
        "event:war: part_of: leads back to itself: event:war > event:war; correct one of them"
    )


def test_two_circles_are_two_problems() -> None:
    pairs = {"a": "b", "b": "a", "c": "d", "d": "c"}
    places = [{"id": own, "names": [{"text": own}], "within": f"location:{to}"} for own, to in pairs.items()]

    assert [problem.ref for problem in problems(locations=places)] == ["location:a", "location:c"]


def test_a_problem_is_one_line_that_a_terminal_can_be_given() -> None:
    hostile = "\x1b]52;c;AAAA\x07\n" * 1000

    for problem in problems(factions=[faction("rear", faction_kind=hostile)], claims=[claim("c", predicate=hostile)]):
        assert problem.line.isprintable()
        assert len(problem.line) <= 400


def test_the_shipped_situation_has_no_problem() -> None:
    assert [problem.line for problem in check(read_tables(ROOT / "fixtures" / "sirte-2016.json"))] == []


def test_what_an_import_brings_in_has_no_error(tmp_path: Path, samples: Path) -> None:
    casefile = Casefile.create(tmp_path / "bangladesh.json", "Bangladesh")
    import_file(casefile, samples / "data" / "ucdp" / "ged_BGD_conflict_data.csv", GED)

    found = list(check(casefile.tables()))
    assert {problem.severity for problem in found} <= {"warning"}
    assert {problem.field for problem in found} <= {"deaths", "names"}
    assert [problem.ref for problem in found if problem.field == "deaths"] == ["event:ucdp-84006"]
