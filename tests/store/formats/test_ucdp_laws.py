"""What holds for every GED row, good or bad, whatever stands in its cells."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store import records
from store.formats.found import Found, Heading, Skipped
from store.formats.tables.cells import cut
from store.text import fold, one_line
from tests.store.formats.ged import NEW, beside, ged, items

DATES = st.dates().map(str) | st.sampled_from(["2015-03-01", "2015-03-31", "03/04/2015", ""])
CELLS = (
    st.text(max_size=30).map(lambda text: text.replace("\r", "\r\n"))  # which csv does not quote when alone
    | st.integers(-5, 5).map(str)
    | st.floats().map(str)
    | DATES
    | st.sampled_from(["", "NA", "nan", "1", "0", '"', '""";"', '"a,2015-01-01,b";"c"', "Civilians", "a\x1b[2J\u202eb"])
)
ROWS = st.dictionaries(st.sampled_from(NEW), CELLS, max_size=4)


@given(ROWS)
@settings(max_examples=150)
def test_every_row_is_either_found_or_skipped_with_one_line_that_says_why(row: dict[str, str]) -> None:
    [item] = items(ged(row))[1:]

    assert not isinstance(item, Heading)
    assert item.line == 2
    if isinstance(item, Skipped):
        assert item.reason
        assert item.reason == one_line(item.reason)


@given(ROWS)
@settings(max_examples=150)
def test_what_is_found_is_what_the_models_allow_and_the_store_would_write(row: dict[str, str]) -> None:
    [item] = items(ged(row))[1:]

    for kind, document in (item.entry, *item.beside) if isinstance(item, Found) else ():
        assert records.write(records.read(kind, document)) == document


@given(ROWS)
def test_what_the_event_names_is_beside_it(row: dict[str, str]) -> None:
    [item] = items(ged(row))[1:]
    if isinstance(item, Found):
        refs = {entry.ref for entry in item.beside}
        event, stated = item.entry.document, (item.entry, *item.beside)

        assert {event["location"], event["part_of"]} <= refs
        assert {side["actor"] for side in event["participants"]} <= refs
        assert {cited["source"] for _, document in stated for cited in document.get("citations", ())} <= refs
        assert {document["within"] for _, document in item.beside if "within" in document} <= refs


NAMES = st.sampled_from(["Bir", "Bír", "al-Bir", "al", "Bir al", "غات", "غدامس", "x" * 300, "x" * 300 + "y"])
CHAINS = st.fixed_dictionaries(
    {
        "country": NAMES,
        "adm_1": NAMES | st.just(""),
        "adm_2": NAMES | st.just(""),
        "where_coordinates": NAMES,
        "latitude": st.sampled_from(["1", "1.0", "1.5"]),
    }
)


@given(CHAINS, CHAINS)
@settings(max_examples=300)
def test_places_have_one_id_only_if_they_are_one(here: dict[str, str], there: dict[str, str]) -> None:
    def told(row: dict[str, str]) -> tuple[object, ...]:
        *names, lat = (row[part] for part in ("country", "adm_1", "adm_2", "where_coordinates", "latitude"))
        return (*(fold(cut(name)) for name in names), float(lat))

    one, other = (beside("location", **row)[0]["id"] for row in (here, there))
    assert (one == other) == (told(here) == told(there))


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_a_row_reads_the_same_wherever_it_stands(rows: list[dict[str, str]]) -> None:
    together = items(ged(*rows))[1:]
    alone = [items(ged(row))[1] for row in rows]

    assert [item[1:] for item in together] == [item[1:] for item in alone]
