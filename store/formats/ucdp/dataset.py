"""The data set itself as a source, and how its records cite it."""

from typing import Any, Final

from store.formats.found import Entry

TOOL = "ucdp-ged"
CIVILIANS: Final = 1
"""The actor id of the civilians that one-sided violence is directed at."""

SOURCE = "source:ucdp-ged"
DATASET = Entry(
    "source",
    {
        "id": "ucdp-ged",
        "title": "UCDP Georeferenced Event Dataset",
        "source_kind": "dataset",
        "publisher": "Uppsala Conflict Data Program",
        "url": "https://ucdp.uu.se/downloads/",
        "terms": (
            "CC BY 4.0. Cite: Sundberg, Ralph, and Erik Melander (2013), Introducing the UCDP Georeferenced Event "
            "Dataset, Journal of Peace Research 50(4)"
        ),
    },
)


def cited(row: str = "") -> dict[str, Any]:
    """Return a citation of the data set, at the row that has this id in it.

    The id rather than the row's number: the number differs from release to release, and with every sorting.
    """
    return {"source": SOURCE, "locator": {"kind": "row", "value": row}} if row else {"source": SOURCE}
