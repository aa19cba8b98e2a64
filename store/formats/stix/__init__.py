"""STIX 2.1 bundles (OASIS): sides, people, places, events and ties for the tools of threat intelligence.

`docs/stix.md` says what becomes of each field.
"""
