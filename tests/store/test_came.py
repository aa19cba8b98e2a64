"""A later release of objects: it changes what nobody edited, field by field, whatever format it is in."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.documents import Document
from store.file.casefile import Casefile
from store.formats.registry import READABLE, reader, writer
from tests.store.formats.both_ways import brought_in, handed_on

EXTENDED = "The mill burns down"
UUID = "6d179234-61fc-40c4-ae86-3d53308d8e6"


def stix(title: str, summary: str) -> str:
    """Return an incident as a bundle, and the report that names it."""
    incident = {"type": "incident", "id": f"incident--{UUID}1", "name": title, "description": summary}
    report = {"type": "report", "id": f"report--{UUID}2", "name": "On the mill", "object_refs": [incident["id"]]}
    return json.dumps({"type": "bundle", "objects": [incident, report]})


def ftm(title: str, summary: str) -> str:
    """Return an event as an entity, and the article that is its proof."""
    event = {"name": [title], "summary": [summary], "proof": ["a"]}
    entities = {"e": ("Event", event), "a": ("Article", {"title": ["On the mill"]})}
    return "\n".join(json.dumps({"id": i, "schema": s, "properties": p}) for i, (s, p) in entities.items())


def timelinejs(title: str, summary: str) -> str:
    """Return a slide."""
    slide = {"unique_id": "e", "start_date": {"year": 2016}, "text": {"headline": title, "text": summary}}
    return json.dumps({"events": [slide | {"media": {"url": "https://example.org/", "caption": "On the mill"}}]})


def geojson(title: str, summary: str) -> str:
    """Return a feature, which goes by its id and not by what it is called."""
    properties = {"name": title, "description": summary}
    feature = {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [16.6, 31.2]}}
    return json.dumps({"type": "FeatureCollection", "features": [feature | {"properties": properties}]})


FILES = {"stix": stix, "ftm": ftm, "timelinejs": timelinejs, "geojson": geojson}


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "s.json", "S")


def the_one(casefile: Casefile) -> tuple[str, Document]:
    """Return the event or place that the file is about, and its table."""
    [found] = [(table, one) for table in ("events", "locations") for one in casefile.tables()[table].values()]
    return found


def edit(casefile: Casefile, **fields: object) -> None:
    table, document = the_one(casefile)
    with casefile.change() as change:
        change.put(table, document | fields)


@pytest.mark.parametrize("form", FILES)
def test_what_a_person_edited_stays_and_the_rest_is_updated(form: str, casefile: Casefile) -> None:
    file, format_ = FILES[form], reader(form)
    brought_in(casefile, format_, file("The mill burns", "Nobody was in it."))
    edit(casefile, summary="A child was in it.", tags=["ford"], origin={"by": "human"})

    account = brought_in(casefile, format_, file("The mill burns down", "Two were in it."))

    _, document = the_one(casefile)
    called = document["title"] if "title" in document else document["names"][0]["text"]
    assert (called, document["summary"], document["tags"]) == ("The mill burns down", "A child was in it.", ["ford"])
    assert document["origin"] == {"by": "human"}
    assert [(clash.field, clash.kept, clash.row) for clash in account.clashes] == [
        ("summary", '"A child was in it."', '"Two were in it."')
    ]
    assert account.rows.updated == 1

    again = brought_in(casefile, format_, file("The mill burns down", "Two were in it."))
    assert (again.changed, again.clashes, again.rows.kept) == (False, (), 1)


@pytest.mark.parametrize("form", FILES)
def test_what_a_person_took_out_stays_out(form: str, casefile: Casefile) -> None:
    file, format_ = FILES[form], reader(form)
    brought_in(casefile, format_, file("The mill burns", "Nobody was in it."))
    table, document = the_one(casefile)
    with casefile.change() as change:
        change.put(table, {field: value for field, value in document.items() if field != "summary"})

    brought_in(casefile, format_, file("The mill burns down", "Nobody was in it."))

    assert "summary" not in the_one(casefile)[1]


@pytest.mark.parametrize("form", FILES)
def test_a_release_without_what_nobody_edited_takes_it_out(form: str, casefile: Casefile) -> None:
    file, format_ = FILES[form], reader(form)
    brought_in(casefile, format_, file("The mill burns", "Nobody was in it."))
    edit(casefile, note="ask the miller", origin={"by": "human"})

    account = brought_in(casefile, format_, file("The mill burns", ""))

    _, document = the_one(casefile)
    assert ("summary" in document, document["note"], account.clashes) == (False, "ask the miller", ())


def test_an_object_that_is_understood_otherwise_since_others_came_is_updated(casefile: Casefile) -> None:
    whole = json.loads(stix("The mill burns", ""))
    alone = json.dumps(whole | {"objects": whole["objects"][:1]})
    brought_in(casefile, reader("stix"), alone)
    assert "citations" not in the_one(casefile)[1]

    account = brought_in(casefile, reader("stix"), json.dumps(whole))

    assert the_one(casefile)[1]["citations"] == [{"source": f"source:stix-report-{UUID}2"}]
    assert (account.rows.created, account.rows.updated, account.rows.kept) == (1, 1, 0)


def versions(*told: tuple[str, str]) -> list[str]:
    """Return a bundle for each summary, last modified when it says."""
    bundles = []
    for summary, modified in told:
        whole = json.loads(stix("The mill burns", summary))
        whole["objects"][0] |= {"modified": modified, "external_references": [{"source_name": f"On {modified[:10]}"}]}
        bundles.append(json.dumps(whole))
    return bundles


@pytest.mark.parametrize("edited", [{}, {"note": "ask the miller", "origin": {"by": "human"}}])
def test_an_earlier_version_than_the_one_that_is_here_changes_nothing_and_is_told(
    edited: dict[str, object], casefile: Casefile
) -> None:
    later, earlier = versions(("Two were in it.", "2016-08-14T00:00:00Z"), ("Nobody was.", "2016-08-13T23:00:00-01:00"))
    brought_in(casefile, reader("stix"), later)
    edit(casefile, **edited)
    assert not brought_in(casefile, reader("stix"), earlier).cautions  # it is the same moment, told otherwise
    assert the_one(casefile)[1]["summary"] == "Nobody was."

    brought_in(casefile, reader("stix"), later)
    [earlier] = versions(("Nobody was.", "2016-08-13T22:59:59Z"))
    before = casefile.path.read_bytes()
    account = brought_in(casefile, reader("stix"), earlier)

    assert casefile.path.read_bytes() == before
    assert (account.changed, account.rows.unchanged, account.adds_up) == (False, 2, True)
    assert [(caution.what.partition(",")[0], caution.rows) for caution in account.cautions] == [
        ("an earlier version than the one that is here", 1)
    ]


def test_what_others_keep_of_a_record_is_no_edit_of_what_the_file_says(casefile: Casefile) -> None:
    brought_in(casefile, reader("stix"), stix("The mill burns", "Nobody was in it."))
    external = the_one(casefile)[1]["external"]
    edit(casefile, external=external | {"csv": {"own column": "x"}})

    account = brought_in(casefile, reader("stix"), stix(EXTENDED, "Nobody was in it."))

    _, document = the_one(casefile)
    assert (document["title"], document["external"]["csv"], account.clashes) == (EXTENDED, {"own column": "x"}, ())


@pytest.mark.parametrize("form", ["stix", "ftm"])
def test_a_record_of_ours_that_once_came_so_is_one_of_ours(form: str, casefile: Casefile, tmp_path: Path) -> None:
    brought_in(casefile, reader(form), FILES[form]("The mill burns", "Nobody was in it."))
    theirs = Casefile.create(tmp_path / "theirs.json", "Theirs")
    brought_in(theirs, reader("json"), casefile.path.read_text())
    edit(theirs, title=EXTENDED, revision=2, origin={"by": "human"})
    edit(casefile, summary="A child was in it.", origin={"by": "human"})

    account = brought_in(casefile, reader(form), handed_on(theirs.path, writer(form)))

    assert {clash.field for clash in account.clashes} == {"title", "summary"}
    assert the_one(casefile)[1]["title"] == "The mill burns"


def test_every_format_of_others_either_reads_a_row_again_or_has_it_noted() -> None:
    assert {name for name in READABLE if reader(name).namespace and not reader(name).again} == {
        *FILES,
        "csv",
        "ucdp-conflicts",
    }


@pytest.mark.parametrize("form", FILES)
def test_a_second_object_of_one_id_is_skipped_though_both_stand_on_one_line(form: str, casefile: Casefile) -> None:
    one, other = FILES[form]("One", "Two"), FILES[form]("Three", "Four")
    name = {"stix": "objects", "timelinejs": "events", "geojson": "features"}.get(form)
    both = json.loads(one) | {name: json.loads(one)[name] + json.loads(other)[name]} if name else ""
    content = json.dumps(both) if name else " ".join((one + "\n" + other).split("\n"))

    account = brought_in(casefile, reader(form), content)

    document = the_one(casefile)[1]
    assert (document.get("title") or document["names"][0]["text"], document["summary"]) == ("One", "Two")
    assert {skip.reason for skip in account.skipped} == {"the same id as one before it, which was taken"}
    assert account.rows.created == account.skips
    assert not brought_in(casefile, reader(form), content).changed


TITLES, SUMMARIES = st.sampled_from(["One", "Two", "Three"]), st.sampled_from(["", "Four", "Five", "Six"])
SAID = st.fixed_dictionaries({"title": TITLES, "summary": SUMMARIES})


@given(
    st.sampled_from(["stix", "ftm", "timelinejs"]),
    SAID,
    SAID,
    st.fixed_dictionaries({}, optional={"summary": SUMMARIES, "title": TITLES}),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_field_is_as_edited_or_else_as_released_and_only_where_both_differ_is_it_a_clash(
    tmp_path_factory: pytest.TempPathFactory,
    form: str,
    first: dict[str, str],
    second: dict[str, str],
    edited: dict[str, str],
) -> None:
    casefile = Casefile.create(tmp_path_factory.mktemp("store") / "s.json", "S")
    brought_in(casefile, reader(form), FILES[form](**first))
    edited = {field: value for field, value in edited.items() if value != first[field]}
    table, document = the_one(casefile)
    with casefile.change() as change:
        change.put(table, {field: value for field, value in (document | edited).items() if value != ""})

    account = brought_in(casefile, reader(form), FILES[form](**second))

    said = {"title": "", "summary": ""} | the_one(casefile)[1]
    assert {field: said[field] for field in ("title", "summary")} == second | edited
    assert {clash.field for clash in account.clashes} == {
        field for field, value in edited.items() if second[field] not in (first[field], value)
    }
    assert not brought_in(casefile, reader(form), FILES[form](**second)).changed
