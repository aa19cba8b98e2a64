"""The query language of find, of lenses and of the command line: text in, a Query out.

Bare words and `"phrases"` must all be found; `-word` must not. Filters: `kind:event`, `actor:misrata`, `place:sirte`,
`source:wsj`, `about:event:some-id`, `with:faction:blues` (named besides), `status:draft`, `tag:oil`, `since:2016-05`,
`until:2016-08`, `as-of:2016-08-18` (what held on that day), `known-by:2016-08-18` (what was published by then).
A filter's value may be quoted: `actor:"islamic state"`. `view:NAME` stands for a query that somebody has named.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.errors import StoreError
from store.lens import Lens
from store.refs import KIND_OF_TABLE, KINDS, Kind, NotRef, Ref, split
from store.text import one_line
from store.when import Day, NotEdtf, parse, resolve, written_day

STATUSES = ("accepted", "draft", "disputed", "rejected")
FILTERS = (
    "kind",
    "actor",
    "place",
    "source",
    "about",
    "with",
    "status",
    "tag",
    "since",
    "until",
    "as-of",
    "known-by",
    "view",
)

_TERM = re.compile(r'(?P<minus>-?)(?:(?P<filter>[A-Za-z][A-Za-z-]*):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))')
_PLAIN = re.compile(r"[^\s\"-][^\s\"]*")


class NotQuery(StoreError):
    """Text that is no query; the message says what is wrong in it, and which filters there are."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem}; the filters are {', '.join(f'{name}:' for name in FILTERS)}")


class NotNamed(NotQuery):
    """A name in a query that nobody has; the message says which one is spelt nearly so."""

    def __init__(self, noun: str, name: str, nearest: str) -> None:
        told = f"did you mean {nearest!r}?" if nearest else "look for it without the filter"
        StoreError.__init__(self, f"no {noun} is called {name!r}; {told}")


class NoView(NotQuery):
    """A view that a query names and nobody has kept."""

    def __init__(self, name: str) -> None:
        StoreError.__init__(self, f"there is no view {name!r}; `sitroom views` lists them")


class Query(NamedTuple):
    """What is looked for. Actors, places and sources are names as they were typed; `str` gives a query that reads back.

    `since` is the first day that was meant, `until`, `as_of` and `known_by` the last ones.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    about: tuple[Ref, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    as_of: Day | None = None
    known_by: Day | None = None
    also: tuple[Ref, ...] = ()

    def __str__(self) -> str:
        """Return the query as it could be typed."""
        return " ".join(_printed(self))

    def within(self, other: "Query") -> "Query":
        """Return the query that asks for what both ask; of two days the one that this query asks for counts."""
        asked = {name: _both(getattr(self, name), getattr(other, name)) for name in self._fields}
        return Query(**asked)


def _both(own: Any, others: Any) -> Any:  # noqa: ANN401  (either the values of a field, or its day)
    if isinstance(own, tuple):
        return tuple(dict.fromkeys((*others, *own)))
    return others if own is None else own


def query_of(lens: Lens) -> Query:
    """Return the query that asks for a lens: whom it is about by their refs."""
    return Query(**lens._asdict())


class _Term(NamedTuple):
    """One piece of a query. `filter` is empty for a bare word or a phrase."""

    minus: bool
    filter: str
    value: str
    quoted: bool


def parse_query(text: str, anchor: Day | None = None, views: Mapping[str, str] | None = None) -> Query:
    """Read a query. `anchor` is the day that words such as `last month` count from; without it they mean nothing.

    `views` are the queries that `view:` names. Raises NotQuery.
    """
    found: dict[str, list[str]] = {}
    for term in _terms(one_line(text)):
        found.setdefault(_field(term), []).append(term.value)
    given = {name: tuple(dict.fromkeys(values)) for name, values in found.items()}
    asked = Query(
        words=given.get("words", ()),
        phrases=given.get("phrases", ()),
        without=given.get("without", ()),
        kinds=tuple(dict.fromkeys(map(_kind, given.get("kind", ())))),
        actors=given.get("actor", ()),
        places=given.get("place", ()),
        sources=given.get("source", ()),
        about=tuple(_ref("about", text) for text in given.get("about", ())),
        also=tuple(_ref("with", text) for text in given.get("with", ())),
        statuses=tuple(dict.fromkeys(map(_status, given.get("status", ())))),
        tags=given.get("tag", ()),
        since=_day("since", given.get("since", ()), anchor),
        until=_day("until", given.get("until", ()), anchor),
        as_of=_day("as-of", given.get("as-of", ()), anchor),
        known_by=_day("known-by", given.get("known-by", ()), anchor),
    )
    for name in given.get("view", ()):
        asked = asked.within(_view(name, anchor, views or {}))
    return asked


def _view(name: str, anchor: Day | None, views: Mapping[str, str]) -> Query:
    """Read the query of a view, which may name other views but not itself."""
    if name not in views:
        raise NoView(name)
    return parse_query(views[name], anchor, {other: text for other, text in views.items() if other != name})


def _terms(text: str) -> Iterator[_Term]:
    for term in _TERM.finditer(text):
        quoted = term["quoted"] is not None
        value = one_line(term["quoted"] if quoted else term["bare"])
        name = (term["filter"] or "").lower()
        if name and not value:
            raise NotQuery(f"{name}: has no value")
        if value:
            yield _Term(bool(term["minus"]), name, value, quoted)


def _field(term: _Term) -> str:
    """Return the field of the query that a term is for. Raises NotQuery for a filter that there is not."""
    bare = not term.filter and not term.quoted
    if term.filter and term.filter not in FILTERS:
        raise NotQuery(f"there is no filter {term.filter}: (put the words in quotes to find them as they are)")
    if term.filter and term.minus:
        raise NotQuery(f"-{term.filter}: a minus leaves out words, not what a filter asks for")
    if bare and term.value.endswith(":") and term.value[:-1].lower() in FILTERS:
        raise NotQuery(f"{term.value} has no value")
    if term.minus:
        return "without"
    return term.filter or ("phrases" if term.quoted else "words")


def _kind(text: str) -> Kind:
    """Read a kind, or the name of its table."""
    wanted = text.lower()
    for kind in KINDS:
        if wanted == kind:
            return kind
    if wanted in KIND_OF_TABLE:
        return KIND_OF_TABLE[wanted]
    raise NotQuery(f"kind:{text} is none of {', '.join(KINDS)}")


def _status(text: str) -> str:
    if text.lower() not in STATUSES:
        raise NotQuery(f"status:{text} is none of {', '.join(STATUSES)}")
    return text.lower()


def _ref(name: str, text: str) -> Ref:
    try:
        split(text)
    except NotRef as error:
        raise NotQuery(f"{name}: {error}") from None
    return text


def _day(name: str, texts: tuple[str, ...], anchor: Day | None) -> Day | None:
    """Return the first day that `since` means, or the last one that the others mean; None if it is not given."""
    if not texts:
        return None
    if len(texts) > 1:
        raise NotQuery(f"{name}: is given more than once")
    edtf = (resolve(texts[0], anchor) if anchor is not None else None) or texts[0]
    try:
        span = parse(edtf)
        day = span.earliest if name == "since" else span.latest
        if day is not None:
            return day
    except NotEdtf as error:
        raise NotQuery(f"{name}: {error}") from None
    raise NotQuery(f"{name}:{texts[0]} has no {'first' if name == 'since' else 'last'} day")


def _printed(query: Query) -> Iterator[str]:
    yield from query.words
    yield from (f'"{phrase}"' for phrase in query.phrases)
    yield from (f"-{_quoted(word)}" for word in query.without)
    names = (query.actors, query.places, query.sources)
    named = (query.kinds, *names, query.about, query.also, query.statuses, query.tags)
    for name, values in zip(FILTERS, named, strict=False):
        yield from (f"{name}:{value if _PLAIN.fullmatch(value) else _quoted(value)}" for value in values)
    days = (query.since, query.until, query.as_of, query.known_by)
    for name, day in zip(("since", "until", "as-of", "known-by"), days, strict=True):
        if day is not None:
            yield f"{name}:{written_day(day)}"


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and ":" not in value else f'"{value}"'
