"""The lists themselves as sources, with their terms, and how their records cite them."""

from typing import Any, NamedTuple

from store.formats.found import Entry


class Cites(NamedTuple):
    """A list as a source."""

    dataset: Entry

    def at(self, row: str = "") -> dict[str, Any]:
        """Return a citation of the list, at the row of this name."""
        source = {"source": self.dataset.ref}
        return source | {"locator": {"kind": "row", "value": row}} if row else source


def _cites(own_id: str, title: str, cite: str) -> Cites:
    document = {
        "id": own_id,
        "title": title,
        "source_kind": "dataset",
        "publisher": "Uppsala Conflict Data Program",
        "url": "https://ucdp.uu.se/downloads/",
        "terms": f"CC BY 4.0. Cite: {cite}",
    }
    return Cites(Entry("source", document))


NON_STATE = _cites(
    "ucdp-nonstate",
    "UCDP Non-State Conflict Dataset",
    "Sundberg, Ralph, Kristine Eck and Joakim Kreutz (2012), Introducing the UCDP Non-State Conflict Dataset, Journal "
    "of Peace Research 49(2)",
)
STATE_BASED = _cites(
    "ucdp-prio",
    "UCDP/PRIO Armed Conflict Dataset",
    "Gleditsch, Nils Petter, Peter Wallensteen, Mikael Eriksson, Margareta Sollenberg and Håvard Strand (2002), Armed "
    "Conflict 1946-2001: A New Dataset, Journal of Peace Research 39(5)",
)
DYADIC = _cites(
    "ucdp-dyadic",
    "UCDP Dyadic Dataset",
    "Harbom, Lotta, Erik Melander and Peter Wallensteen (2008), Dyadic Dimensions of Armed Conflict, 1946-2007, "
    "Journal of Peace Research 45(5)",
)
ONE_SIDED = _cites(
    "ucdp-onesided",
    "UCDP One-sided Violence Dataset",
    "Eck, Kristine and Lisa Hultman (2007), One-Sided Violence Against Civilians in War: Insights from New Fatality "
    "Data, Journal of Peace Research 44(2)",
)
ACTORS = _cites("ucdp-actors", "UCDP Actor List", "Uppsala Conflict Data Program, UCDP Actor List")
