"""GeoJSON (RFC 7946): what is at a place, for maps.

`docs/geojson.md` says what becomes of each field.
"""
