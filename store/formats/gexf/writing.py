"""A node for every actor and an edge for every tie between two of them: a stream, whatever its size."""

from collections.abc import Iterable, Iterator

from store.documents import TIES, Document
from store.formats.dated import iso_day
from store.formats.fields import named_fields
from store.formats.handed import REJECTED, Handed, Losses, Writer
from store.formats.own.columns import COLUMNS, KIND
from store.formats.taken import Taken, each
from store.formats.xml_text import xml_attribute, xml_text
from store.refs import ACTOR_KINDS, KINDS, Kind, Ref

_MUTUAL = frozenset({"opposes", "allied-with"})
_BOUNDS = "a spell from its first day to its last; the rest is among its attributes"
_NO_TIE = "neither an actor nor a tie between two of them"
_TYPES = {"text": "string", "number": "integer", "json": "string"}


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    yield from (f"{line}\n".encode() for line in _lines(handed, losses))


def _lines(handed: Handed, losses: Losses) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    title = xml_text(handed.about.get("title", ""))
    yield f"<meta><creator>sitroom</creator><description>{title}</description></meta>"
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">'
    yield from _attributes("node", ACTOR_KINDS)
    yield from _attributes("edge", ("claim",))
    yield "<nodes>"
    yield from _nodes(handed, losses)
    yield "</nodes>"
    yield "<edges>"
    yield from _edges(handed, losses)
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"
    for taken in each(handed, losses, *(kind for kind in KINDS if kind not in (*ACTOR_KINDS, "claim"))):
        taken.lose_all(_NO_TIE)


def _attributes(of: str, kinds: Iterable[Kind]) -> Iterator[str]:
    """Yield what attributes there are: the columns of our own spreadsheets."""
    columns = {column.name: _TYPES[column.form] for kind in kinds for column in COLUMNS[kind]}
    yield f'<attributes class="{of}">'
    for name, type_ in ({KIND: "string"} | columns).items():
        yield f'<attribute id="{name}" title="{name}" type="{type_}"/>'
    yield "</attributes>"


def _nodes(handed: Handed, losses: Losses) -> Iterator[str]:
    for taken in each(handed, losses, *ACTOR_KINDS):
        if _is_drawn(taken.document):
            yield from _node(taken, handed)
        else:
            taken.lose_all(REJECTED)


def _edges(handed: Handed, losses: Losses) -> Iterator[str]:
    for taken in each(handed, losses, "claim"):
        is_drawn = _is_drawn(taken.document)
        if is_drawn and _is_tie(handed, taken.document):
            yield from _edge(taken)
        else:
            taken.lose_all(_NO_TIE if is_drawn else REJECTED)


def _node(taken: Taken, handed: Handed) -> Iterator[str]:
    yield f"<node id={xml_attribute(taken.ref)} label={xml_attribute(handed.title(taken.ref))}>"
    yield from _values(taken)
    yield from _spell(taken, "active")
    yield "</node>"


def _edge(taken: Taken) -> Iterator[str]:
    document = taken.document
    ends = f"source={xml_attribute(document['subject'])} target={xml_attribute(document['object'])}"
    kind = document["predicate"]
    direction = "undirected" if kind in _MUTUAL else "directed"
    yield f'<edge id={xml_attribute(taken.ref)} {ends} type="{direction}" kind="{kind}" label="{kind}">'
    yield from _values(taken)
    yield from _spell(taken, "when")
    yield "</edge>"


def _values(taken: Taken) -> Iterator[str]:
    yield "<attvalues>"
    for name, value in ((KIND, taken.kind), *named_fields(taken)):
        yield f'<attvalue for="{name}" value={xml_attribute(value)}/>'
    yield "</attvalues>"


def _spell(taken: Taken, field: str) -> Iterator[str]:
    """Yield when it was, as far as days bound that; without a bound it was always there to that side."""
    time = taken.when(field, _BOUNDS)
    days = {"start": iso_day(time.first), "end": iso_day(time.last)} if time else {}
    edges = " ".join(f'{name}="{day}"' for name, day in days.items() if day)
    if edges:
        yield f"<spells><spell {edges}/></spells>"


def _is_tie(handed: Handed, claim: Document) -> bool:
    """Tell whether a claim ties two actors that are there."""
    ends = (claim["subject"], claim.get("object", ""))
    return claim["predicate"] in TIES and all(_is_node(handed, end) for end in ends)


def _is_node(handed: Handed, ref: Ref) -> bool:
    document = handed.named(ref)
    return ref.partition(":")[0] in ACTOR_KINDS and document is not None and _is_drawn(document)


def _is_drawn(document: Document) -> bool:
    return bool(document.get("status") != "rejected")


WRITER = Writer(_write, made_of="xml")
