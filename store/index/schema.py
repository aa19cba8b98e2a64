"""What the index keeps, as SQLite tables.

Every record is a node, and so is every ref that is named but not there (its status is MISSING). Nodes are numbered by
their time, so that the newest are read first when words are looked up backwards; `rank` is the order of titles.

A link says that a node names a target. Links lie in the order in which lists are shown (by target, then shelf, then
time, then title), so that any slice of any of these lists is one range of one tree; whom a node names is told the other
way round by its `mentions`, a JSON list. No node names itself; but a lens about it shows it, too, so nodes have the
columns of links but the role, and EVERYTHING stands for a target that all of them name. Tallies count the links of each
target that are not rejected; for busy targets `days` counts them by the day on which they begin, and `spans` those that
last longer by their first and last day.

Nodes are made in one place and links and texts in another, since two processes may make them at the same time; either
tallies what it makes.
"""

VERSION = 7
"""Changed whenever an index that an earlier version built would no longer be right."""

EVERYTHING = 0
"""The target that every record names."""

UNDATED = 2**47
"""Stands in `earliest` and `latest` of what has no date: it sorts last."""
OPEN_END = UNDATED - 1
OPEN_BEGIN = -(2**47)

GAP = 1 << 20
"""Room between two ranks, for titles that come later."""

NODES = """
CREATE TABLE nodes (
    node INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    rank INTEGER NOT NULL,
    shelf INTEGER NOT NULL,
    status INTEGER NOT NULL,
    earliest INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    edtf TEXT NOT NULL,
    said TEXT NOT NULL,
    place INTEGER,
    near INTEGER,
    cited INTEGER,
    credibility INTEGER,
    reliability TEXT,
    citations INTEGER NOT NULL,
    mentions TEXT NOT NULL DEFAULT '[]',
    touches INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE places (node INTEGER PRIMARY KEY, within INTEGER, lat REAL, lon REAL, lying INTEGER NOT NULL DEFAULT 0);
CREATE TABLE tags (tag TEXT PRIMARY KEY, target INTEGER) WITHOUT ROWID;
"""
LINKS = """
CREATE TABLE links (
    target INTEGER NOT NULL,
    shelf INTEGER NOT NULL,
    earliest INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    node INTEGER NOT NULL,
    status INTEGER NOT NULL,
    role INTEGER NOT NULL,
    place INTEGER,
    PRIMARY KEY (target, shelf, earliest, latest, rank, node)
) WITHOUT ROWID;
"""
TALLIES = """
CREATE TABLE tallies (
    target INTEGER, shelf INTEGER, dated INTEGER, undated INTEGER, PRIMARY KEY (target, shelf)
) WITHOUT ROWID;
CREATE TABLE days (
    target INTEGER, shelf INTEGER, day INTEGER, number INTEGER, PRIMARY KEY (target, shelf, day)
) WITHOUT ROWID;
CREATE TABLE spans (
    target INTEGER, shelf INTEGER, earliest INTEGER, latest INTEGER, number INTEGER,
    PRIMARY KEY (target, shelf, earliest, latest)
) WITHOUT ROWID;
"""
TEXTS = """
CREATE TABLE documents (node INTEGER PRIMARY KEY, document BLOB NOT NULL);
CREATE TABLE naming (node INTEGER PRIMARY KEY, names TEXT);
CREATE VIRTUAL TABLE names USING fts5(
    text, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE words USING fts5(
    title, body, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
);
"""
FINDINGS = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE conflicts (
    node INTEGER, other INTEGER, about INTEGER, why TEXT, PRIMARY KEY (node, other)
) WITHOUT ROWID;
CREATE INDEX conflicts_backwards ON conflicts (other, node);
"""
"""What is found out when all of the rest is there."""

QUICKLY = """
INSERT INTO names (names, rank) VALUES ('hashsize', 16777216);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
INSERT INTO words (words, rank) VALUES ('automerge', 0);
"""
"""How FTS5 is to take in many texts: in few large portions, which are not merged as they come."""
AS_USUAL = """
INSERT INTO names (names, rank) VALUES ('hashsize', 1048576);
INSERT INTO words (words, rank) VALUES ('hashsize', 1048576);
INSERT INTO words (words, rank) VALUES ('automerge', 4);
INSERT INTO words (words, rank) VALUES ('crisismerge', 1000);
"""
"""FTS5's own measures, by which it takes in a text now and then; but it is not to merge all at once after sixteen such
texts, for which a person would wait fifteen seconds at a million events."""
TIDYING = "INSERT INTO {table} ({table}, rank) VALUES ('merge', 250)"
"""Has FTS5 merge some pages of what has gathered, after each change: no more than a person would not notice."""

NODES_INDEXES = """
CREATE UNIQUE INDEX nodes_by_ref ON nodes (kind, id);
CREATE INDEX nodes_by_name ON nodes (kind, rank, node, status, shelf, earliest, latest);
CREATE INDEX nodes_by_touches ON nodes (kind, touches DESC, rank, node, status, shelf, earliest, latest);
CREATE INDEX nodes_by_time ON nodes (earliest, latest, rank, node, shelf, status, place);
CREATE INDEX nodes_by_shelf ON nodes (shelf, earliest, latest, rank, node, status, place);
CREATE INDEX places_by_lying ON places (lying DESC, node);
"""
