"""The lists that UCDP keeps beside its events: conflicts by year (non-state, and state-based with PRIO), and actors.

Their ids are those of UCDP GED, so what they name is the same record. `docs/ucdp-lists.md` says what becomes of each
column.
"""

from store.formats.tables.given import of_table
from store.formats.tables.reading import Table
from store.formats.ucdp_lists.actors import actor
from store.formats.ucdp_lists.columns import ACTOR_SPACE, CONFLICT_SPACE, actor_layout, conflict_layout
from store.formats.ucdp_lists.conflicts import conflict_year

_CONFLICTS = Table(
    "UCDP conflict list",
    "bring the non-state or UCDP/PRIO CSV from ucdp.uu.se/downloads",
    conflict_layout,
    conflict_year,
)
_ACTORS = Table("UCDP actor list", "bring the actor list as CSV from ucdp.uu.se/downloads", actor_layout, actor)

CONFLICTS = of_table(CONFLICT_SPACE, CONFLICT_SPACE, _CONFLICTS)
ACTORS = of_table(ACTOR_SPACE, ACTOR_SPACE, _ACTORS)
