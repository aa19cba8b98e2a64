"""The formats that situations come in from and are handed on in: the one list that all who name a format read.

A format's module is imported only when the format is used, so that to list them costs nothing.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from store.formats.found import Format
    from store.formats.handed import Writer


class Known(NamedTuple):
    """A format by its name on the command line. `page` is where `docs/` tells of it, `suffix` how its files end.

    `given` says what is written where `title` tells only of what is read.

    `reads` and `writes` name the Format and the Writer as `module:name`, and are empty where there is none.
    """

    name: str
    title: str
    suffix: str
    page: str
    reads: str = ""
    writes: str = ""
    given: str = ""


KNOWN = (
    Known(
        name="json",
        title="a store of sitroom's own, which opens again",
        suffix=".json",
        page="store.md",
        reads="store.formats.own.merging:STORE",
        writes="store.formats.sitroom_json:JSON",
    ),
    Known(
        name="jsonl",
        title="sitroom's own records, one a line",
        suffix=".jsonl",
        page="own.md",
        reads="store.formats.own.reading:JSONL",
        writes="store.formats.own.json_lines:WRITER",
    ),
    Known(
        name="csv",
        title="tables of sitroom's own columns: one a kind, or all in a zip or a folder",
        suffix=".zip",
        page="own.md",
        reads="store.formats.own.reading:CSV",
        writes="store.formats.own.spreadsheets:WRITER",
    ),
    Known(
        name="acled",
        title="events of ACLED, as CSV, a workbook or its service's JSON",
        suffix=".csv",
        page="acled.md",
        reads="store.formats.acled:ACLED",
        writes="store.formats.acled.writing:WRITER",
        given="the rows that came from ACLED, cell for cell, as CSV",
    ),
    Known(
        name="markdown",
        title="a brief with numbered sources, in Markdown",
        suffix=".md",
        page="brief.md",
        writes="store.formats.brief:MARKDOWN",
    ),
    Known(
        name="html",
        title="the same brief as one page of HTML",
        suffix=".html",
        page="brief.md",
        writes="store.formats.brief:HTML",
    ),
    Known(
        name="ucdp",
        title="the UCDP Georeferenced Event Dataset, as CSV or a workbook",
        suffix=".csv",
        page="ucdp.md",
        reads="store.formats.ucdp:GED",
        writes="store.formats.ucdp.writing:WRITER",
        given="the rows that came from UCDP's event dataset, cell for cell, as CSV",
    ),
    Known(
        name="ucdp-conflicts",
        title="UCDP's lists by year: UCDP/PRIO, dyadic, non-state, one-sided violence",
        suffix=".csv",
        page="ucdp-lists.md",
        reads="store.formats.ucdp_lists:CONFLICTS",
    ),
    Known(
        name="ucdp-actors",
        title="UCDP's list of actors",
        suffix=".csv",
        page="ucdp-lists.md",
        reads="store.formats.ucdp_lists:ACTORS",
    ),
    Known(
        name="stix",
        title="a STIX bundle: 2.1, and 2.0 as it comes in",
        suffix=".json",
        page="stix.md",
        reads="store.formats.stix.reading:STIX",
        writes="store.formats.stix.writing:WRITER",
        given="a STIX 2.1 bundle",
    ),
    Known(
        name="ftm",
        title="FollowTheMoney entities, one a line",
        suffix=".ijson",
        page="ftm.md",
        reads="store.formats.ftm.reading:FTM",
        writes="store.formats.ftm.writing:WRITER",
    ),
    Known(
        name="timelinejs",
        title="what happened when, as TimelineJS",
        suffix=".json",
        page="timelinejs.md",
        reads="store.formats.timelinejs.reading:TIMELINEJS",
        writes="store.formats.timelinejs.writing:WRITER",
    ),
    Known(
        name="geojson",
        title="what is at a place, as GeoJSON",
        suffix=".geojson",
        page="geojson.md",
        reads="store.formats.geojson.reading:GEOJSON",
        writes="store.formats.geojson.writing:WRITER",
    ),
    Known(
        name="geonames",
        title="places of GeoNames, as its dumps have them",
        suffix=".txt",
        page="geonames.md",
        reads="store.formats.geonames:GEONAMES",
    ),
    Known(
        name="kml",
        title="what is at a place and when, as KML",
        suffix=".kml",
        page="kml.md",
        writes="store.formats.kml.writing:WRITER",
    ),
    Known(
        name="gexf",
        title="who is tied to whom, as GEXF for Gephi",
        suffix=".gexf",
        page="gexf.md",
        writes="store.formats.gexf.writing:WRITER",
    ),
)
READABLE = {known.name: known for known in KNOWN if known.reads}
"""What `import` takes, by name."""
WRITABLE = {known.name: known for known in KNOWN if known.writes}
"""What `export` gives, by name."""


def listed(titles: Mapping[str, str]) -> str:
    """Return formats as lines of help, a name and what it is each."""
    width = max(map(len, titles))
    return "\n".join(f"  {name:<{width}}  {title}" for name, title in titles.items())


def reader(name: str) -> "Format":
    """Return how a format is read."""
    return cast("Format", _loaded(READABLE[name].reads))


def writer(name: str) -> "Writer":
    """Return how a format is written."""
    return cast("Writer", _loaded(WRITABLE[name].writes))


def _loaded(path: str) -> object:
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
