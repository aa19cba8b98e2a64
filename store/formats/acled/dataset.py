"""The data set itself as a source, with its terms, and how its records cite it."""

from typing import Any, Final

from store.formats.found import Entry

TOOL: Final = "acled"
DATASET = Entry(
    "source",
    {
        "id": "acled",
        "title": "Armed Conflict Location & Event Data (ACLED)",
        "source_kind": "dataset",
        "publisher": "ACLED",
        "url": "https://acleddata.com/",
        "terms": (
            "ACLED's terms of use. Its rows may not be passed on; cite: Raleigh, Clionadh, Andrew Linke, Håvard Hegre "
            "and Joakim Karlsen (2010), Introducing ACLED, Journal of Peace Research 47(5)"
        ),
    },
)


def cited(row: str = "") -> dict[str, Any]:
    """Return a citation of the data set, at the row that has this id in it."""
    source = {"source": DATASET.ref}
    return source | {"locator": {"kind": "row", "value": row}} if row else source
