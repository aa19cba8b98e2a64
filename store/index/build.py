"""Builds a whole index from the tables of a store."""

from store.index.census import Census, Tables, take
from store.index.database import Database
from store.index.disagreement import record_conflicts
from store.index.extent import measure
from store.index.filing import Numbers, Sheets, file
from store.index.progress import Progress
from store.index.reading import ref
from store.index.schema import INDEXES, TABLES
from store.index.shelves import SELF
from store.index.tallying import count_lying, tally
from store.index.within import Within
from store.index.writing import write, write_missing
from store.refs import Ref, make

_BATCH = 5_000

# Links are gathered in the order of nodes and sorted once: one by one into their tree would take ten times as long.
_LOOSE = "CREATE TEMP TABLE loose (target INTEGER, node INTEGER, role INTEGER)"
_SORTED = """
INSERT INTO links
SELECT target, shelf, earliest, latest, rank, node, status, role, place FROM loose CROSS JOIN nodes USING (node)
ORDER BY 1, 2, 3, 4, 5, 6
"""
_MENTIONS = f"INSERT INTO mentions SELECT node, target FROM loose WHERE role <> {SELF} ORDER BY 1, 2"


def build(database: Database, tables: Tables, progress: Progress) -> None:
    """Fill an empty database with the index of these tables: with all of it or, if something raises, with nothing."""
    with database.transaction():
        database.script(TABLES)
        database.run(_LOOSE)
        _file_all(database, take(tables), progress)
        database.run(_SORTED)
        database.run(_MENTIONS)
        database.run("DROP TABLE loose")
        database.script(INDEXES)
        tally(database)
        count_lying(database)
        measure(database)
        record_conflicts(database)


def _file_all(database: Database, census: Census, progress: Progress) -> None:
    missing: dict[Ref, int] = {}

    def new(named: Ref) -> int:
        missing[named] = len(census.heads) + len(missing) + 1
        return missing[named]

    withins = _withins(census)
    numbers = Numbers(census.nodes, {}, new)
    chain = Within(lambda place: withins.get(place, "")).chain
    sheets = Sheets.blank()
    for done, head in enumerate(census.heads, 1):
        file(head, numbers, chain, sheets)
        if done % _BATCH == 0:
            _write_batch(database, sheets)
            progress(done, len(census.heads))
    _write_batch(database, sheets)
    progress(len(census.heads), len(census.heads))
    write_missing(database, ((node, named) for named, node in missing.items()))
    database.run_each("INSERT INTO tags VALUES (?, ?)", numbers.tags.items())


def _withins(census: Census) -> dict[Ref, Ref]:
    places = (head for head in census.heads if head.kind == "location")
    return {make("location", place.id): ref(place.document, "within") for place in places}


def _write_batch(database: Database, sheets: Sheets) -> None:
    write(database, sheets)
    database.run_each("INSERT INTO loose VALUES (?, ?, ?)", sheets.links)
    for rows in sheets:
        rows.clear()
