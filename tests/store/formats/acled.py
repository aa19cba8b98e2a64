"""ACLED files for tests, in the layouts of today, before 2023 and of 2016: rows written by hand."""

import csv
import io
from collections.abc import Iterable

from store.documents import Document
from store.formats.acled import ACLED
from tests.store.formats.files import found_in, reasons_in

_TODAY = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
    inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3
    location latitude longitude geo_precision source source_scale notes fatalities tags timestamp
"""
_BEFORE_2023 = """
    data_id iso event_id_cnty event_id_no_cnty event_date year time_precision event_type sub_event_type actor1
    assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction region country admin1 admin2 admin3 location
    latitude longitude geo_precision source source_scale notes fatalities timestamp iso3
"""
_OF_2016 = """
    GWNO EVENT_ID_CNTY EVENT_ID_NO_CNTY EVENT_DATE YEAR TIME_PRECISION EVENT_TYPE ACTOR1 ALLY_ACTOR_1 INTER1
    ACTOR2 ALLY_ACTOR_2 INTER2 INTERACTION COUNTRY ADMIN1 ADMIN2 ADMIN3 LOCATION LATITUDE LONGITUDE GEO_PRECISION
    SOURCE NOTES FATALITIES
"""
TODAY, BEFORE_2023, OF_2016 = _TODAY.split(), _BEFORE_2023.split(), _OF_2016.split()

GOOD = {
    "event_id_cnty": "NRT101",
    "event_date": "2016-08-05",
    "year": "2016",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Northland (2014-)",
    "assoc_actor_1": "Ford Guard; Hill Guard",
    "inter1": "State forces",
    "actor2": "River Front",
    "inter2": "Rebel group",
    "interaction": "State forces-Rebel group",
    "iso": "999",
    "region": "Northern Africa",
    "country": "Northland",
    "admin1": "River Province",
    "admin2": "Lower District",
    "location": "Ford",
    "latitude": "12.5000",
    "longitude": "-3.2500",
    "geo_precision": "1",
    "source": "North Wire; The Ford Gazette",
    "source_scale": "National",
    "notes": "On 5 August, the two sides clashed at the ford.",
    "fatalities": "3",
    "timestamp": "1470700800",
}
"""A row with nothing wrong in it, in a country that there is not."""
_ONCE = {"ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2"}


def row(columns: Iterable[str] = TODAY, **cells: str) -> dict[str, str]:
    """Return the good row but for these cells, as a layout has it."""
    found = GOOD | cells
    return {name: found.get(_ONCE.get(name.lower(), name.lower()), "") for name in columns}


def acled(*rows: dict[str, str], columns: Iterable[str] = TODAY, between: str = ",") -> str:
    """Return a file of these rows: each is the good row but for the cells given."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n", delimiter=between)
    writer.writeheader()
    writer.writerows(row(columns, **cells) for cells in rows)
    return text.getvalue()


def event(**cells: str) -> Document:
    """Return the event of a row that is good but for these cells."""
    [found] = found_in(ACLED, acled(cells))
    return found.entry.document


def beside(kind: str, **cells: str) -> list[Document]:
    """Return the records of this kind beside the event."""
    [found] = found_in(ACLED, acled(cells))
    return [dict(entry.document) for entry in found.beside if entry.kind == kind]


def refusal(**cells: str) -> str:
    """Return why this row is skipped."""
    [(_, reason)] = reasons_in(ACLED, acled(cells))
    return reason
