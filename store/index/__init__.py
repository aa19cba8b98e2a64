"""The index: SQLite and FTS5, derived from the file of record and disposable. All SQL is in here.

Read in this order: `schema` (what is kept), `entries` (how a document becomes it), `build` and `hand` (a second
process at it), `narrowing` (how a lens becomes SQL), and then one module a question.
"""
