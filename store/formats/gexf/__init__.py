"""GEXF 1.3: who is tied to whom and when, for Gephi and other programs for networks.

`docs/gexf.md` says what becomes of each field.
"""
