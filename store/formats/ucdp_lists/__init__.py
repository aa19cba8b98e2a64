"""The lists that UCDP keeps beside its events: conflicts by year, of each kind, and actors.

Their ids are those of UCDP GED, so what they name is the same record. `docs/ucdp-lists.md` says what becomes of each
column.
"""

from store.formats.found import Format
from store.formats.tables.given import of_table
from store.formats.tables.reading import Table
from store.formats.ucdp_lists.actors import actor
from store.formats.ucdp_lists.columns import ACTOR_SPACE, CONFLICT_SPACE, actor_layout
from store.formats.ucdp_lists.reading import read_conflicts

_ACTORS = Table("UCDP actor list", "bring the actor list as CSV from ucdp.uu.se/downloads", actor_layout, actor)

CONFLICTS = Format(CONFLICT_SPACE, read_conflicts, CONFLICT_SPACE)
ACTORS = of_table(ACTOR_SPACE, ACTOR_SPACE, _ACTORS)
