"""KML 2.2 (OGC): what is at a place and when, for Google Earth and its kin.

`docs/kml.md` says what becomes of each field.
"""
