"""A file tells by how it begins which format it is likely in."""

import pytest

from store.formats.guessing import looks_like
from store.formats.registry import READABLE
from tests.store.formats.ged import ged
from tests.store.formats.handing_on import out_of
from tests.store.formats.stores import situation

WRITTEN = ("json", "jsonl", "stix", "ftm", "timelinejs", "geojson")


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("name", ["shipped", "generated"])
def test_what_is_handed_on_looks_like_what_it_is(form: str, name: str) -> None:
    assert looks_like(out_of(form, situation(name)).bytes[: 1 << 16].decode()) == form


@pytest.mark.parametrize(
    ("beginning", "form"),
    [
        (ged({}), "ucdp"),
        ('"event_id_cnty";"event_date";"sub_event_type"\n', "acled"),
        ('[\n {"event_id_cnty": "LBY1"}]', "acled"),
        ("\ufeffkind,id,title\nevent,a,A\n", "csv"),
        ("conflict_id,year,side_a_id\n", "ucdp-conflicts"),
        ("ActorId,NameData\n", "ucdp-actors"),
        ("Year,Month,Headline\n", "timelinejs"),
        ('{"timeline": {"date": [{"startDate": "2016"}]}}', "timelinejs"),
        ("\t".join(map(str, range(19))), "geonames"),
        ("id,name\n1,A\n", ""),
        ('{"a": {"situation": {}}}', ""),
        ("PK\x03\x04", ""),
        ("", ""),
    ],
)
def test_other_files_look_like_what_they_are_or_like_nothing(beginning: str, form: str) -> None:
    assert looks_like(beginning) == form
    assert form in ("", *READABLE)
