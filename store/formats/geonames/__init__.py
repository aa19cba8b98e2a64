"""GeoNames: places with their names in many languages, as its dumps have them, or as JSON with the same fields.

`docs/geonames.md` says what becomes of each column.
"""

from store.formats.found import Format
from store.formats.geonames.place import SPACE, again
from store.formats.geonames.reading import read

GEONAMES = Format(SPACE, read, SPACE, again)
