"""UCDP GED files for tests: rows written by hand, and large files made up from a seed."""

import csv
import io
import random
from collections.abc import Iterable, Iterator

from store.documents import Document
from store.formats.found import Found, Item, Skipped
from store.formats.ucdp import read

NEW = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
"""The 49 columns of release 23.1."""

OLD = [
    "id",
    "year",
    "active_year",
    "type_of_violence",
    "conflict_new_id",
    "conflict_name",
    "dyad_new_id",
    "dyad_name",
    "side_a_new_id",
    "gwnoa",
    "side_a",
    "side_b_new_id",
    "gwnob",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "low",
    "best",
    "high",
]
"""The 42 columns of release 19.1."""

GOOD = {
    "id": "101",
    "relid": "NRT-2015-1-1-1",
    "year": "2015",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "conflict_new_id": "11",
    "conflict_name": "Northland: Government",
    "dyad_new_id": "21",
    "dyad_name": "Government of Northland - River Front",
    "side_a_new_id": "31",
    "side_a": "Government of Northland",
    "side_b_new_id": "32",
    "side_b": "River Front",
    "number_of_sources": "1",
    "source_article": '"North Wire,2015-03-04,Clash at the ford"',
    "source_office": "North Wire",
    "source_date": "2015-03-04",
    "source_headline": "Clash at the ford",
    "source_original": "police",
    "where_prec": "1",
    "where_coordinates": "Ford town",
    "where_description": "at the ford",
    "adm_1": "River Province",
    "adm_2": "Lower District",
    "latitude": "12.5",
    "longitude": "-3.25",
    "country": "Northland",
    "country_id": "999",
    "region": "Africa",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2015-03-03 00:00:00.000",
    "date_end": "2015-03-03 00:00:00.000",
    "deaths_a": "1",
    "deaths_b": "2",
    "deaths_civilians": "0",
    "deaths_unknown": "0",
    "best": "3",
    "high": "5",
    "low": "3",
    "gwnoa": "999",
}
"""A row with nothing wrong in it, in a country that there is not."""


def ged(*rows: dict[str, str], columns: Iterable[str] = NEW, ends: str = "\n", between: str = ",") -> str:
    """Return a file of these rows: each is the good row but for the cells given."""
    text = io.StringIO()
    writer = csv.DictWriter(
        text, list(columns), restval="", extrasaction="ignore", lineterminator=ends, delimiter=between
    )
    writer.writeheader()
    writer.writerows(GOOD | row for row in rows)
    return text.getvalue()


def items(text: str) -> list[Item]:
    """Return what reading a file's text gives."""
    return list(read(io.StringIO(text, newline="")))


def found(text: str) -> list[Found]:
    """Return the rows found in a file's text; a test that asks for them skips none."""
    taken = items(text)[1:]
    assert [item for item in taken if isinstance(item, Skipped)] == []
    return [item for item in taken if isinstance(item, Found)]


def reasons(text: str) -> list[tuple[int, str]]:
    """Return the line and reason of each row that was skipped."""
    return [(item.line, item.reason) for item in items(text) if isinstance(item, Skipped)]


def event(**cells: str) -> Document:
    """Return the event of a row that is good but for these cells."""
    [row] = found(ged(cells))
    return row.entry.document


def beside(kind: str, **cells: str) -> list[Document]:
    """Return the records of this kind beside the event."""
    [row] = found(ged(cells))
    return [dict(entry.document) for entry in row.beside if entry.kind == kind]


def cautions(**cells: str) -> tuple[str, ...]:
    """Return what is odd about this row, which is taken."""
    [row] = found(ged(cells))
    return row.cautions


def refusal(**cells: str) -> str:
    """Return why this row is skipped."""
    [(_, reason)] = reasons(ged(cells))
    return reason


def large(rows: int, seed: int = 1) -> Iterator[str]:
    """Yield the lines of a GED file of so many rows, as varied as a real one: actors, places and reports recur."""
    chance = random.Random(seed)
    text = io.StringIO()
    writer = csv.DictWriter(text, NEW, restval="", lineterminator="\n")
    writer.writeheader()
    for number in range(rows):
        writer.writerow(_made_up(chance, number))
        if number % 1000 == 0:
            yield from text.getvalue().splitlines(keepends=True)
            text.seek(0)
            text.truncate()
    yield from text.getvalue().splitlines(keepends=True)


def _made_up(chance: random.Random, number: int) -> dict[str, str]:
    dyad, day = chance.randrange(600), chance.randrange(1, 29)
    place = int(30_000 * chance.random() ** 3)  # few places see most of a war
    month, year = chance.randrange(1, 13), chance.randrange(1989, 2025)
    date = f"{year}-{month:02}-{day:02}"
    report = f'"Wire {chance.randrange(40)},{date},Fighting reported near place {place} as talks go on"'
    return GOOD | {
        "id": f"{number}",
        "type_of_violence": f"{dyad % 3 + 1}",
        "conflict_new_id": f"{dyad}",
        "conflict_name": f"Country {dyad % 60}: Territory {dyad}",
        "dyad_new_id": f"{dyad}",
        "side_a_new_id": f"{1000 + dyad % 60}",
        "side_a": f"Government of Country {dyad % 60}",
        "side_b_new_id": "1" if dyad % 3 == 2 else f"{2000 + dyad}",
        "side_b": "Civilians" if dyad % 3 == 2 else f"Front {dyad}",
        "source_article": report if year > 2012 else f"Reuters ({date}): fighting near place {place}",
        "where_coordinates": f"Place {place} town",
        "adm_1": f"Province {place // 40}",
        "adm_2": f"D{'iì'[place % 3 == 0]}strict {place // 8}",
        "latitude": f"{place % 120 - 60}.{place:06}",
        "longitude": f"{place % 300 - 150}.{place:06}",
        "country": f"Country {place // 500}",
        "date_start": f"{date} 00:00:00.000",
        "date_end": f"{date} 00:00:00.000",
    }
