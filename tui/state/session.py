"""A session: the place in a store that a reader left, and the trail around it, as data and as JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from store.lens import EVERYTHING, Lens
from store.refs import KINDS, Ref, split
from store.text import clean
from store.when.civil import FUTURE, PAST
from tui.commands.command import PaneId
from tui.state.history import History
from tui.state.look import Look
from tui.state.recent import MOST_RECENT
from tui.state.stop import Memory, Stop
from tui.widgets.place import Place

VERSION = 1
LONGEST = 100
"""Stops that are kept in each direction."""
_DAYS = range(PAST, FUTURE + 1)
_ROWS = range(1_000_000_000)
_LAST_MOMENT = 253_402_300_800  # seconds until the year 10000
_PANES: tuple[PaneId, ...] = get_args(PaneId)


class NotSession(ValueError):
    """What was read is no session, or one that another version of the program wrote."""


class Session(NamedTuple):
    """Where a reader is, whether one pane has the whole screen, where back and forward lead, and what is marked.

    `recent` are the places they were at last, one a record; `look` is how the store was when they left.
    """

    here: Stop
    zoomed: bool = False
    history: History[Stop] = History()
    marks: Mapping[str, Stop] = {}
    recent: tuple[Stop, ...] = ()
    look: Look | None = None

    def in_store(self, has: Callable[[Ref], bool]) -> "Session | None":
        """Return the session without what a store has no more; None where nothing is left of it.

        Who stood at a record that has gone stands where the trail came from.
        """
        known: dict[Ref, bool] = {}

        def there(ref: Ref) -> bool:
            if ref not in known:
                known[ref] = has(ref)
            return known[ref]

        trail = [_without_missing(stop, there) for stop in (*self.history.behind, self.here)]
        ahead = [_without_missing(stop, there) for stop in self.history.ahead]
        left = [stop for stop in trail if stop is not None]
        if not left:
            return None
        history = History(tuple(left[:-1]), tuple(stop for stop in ahead if stop is not None))
        marks = {letter: _without_missing(stop, there) for letter, stop in self.marks.items()}
        still = {letter: stop for letter, stop in marks.items() if stop is not None}
        recent = tuple(filter(None, (_without_missing(stop, there) for stop in self.recent)))
        return self._replace(here=left[-1], history=history, marks=still, recent=recent)


def _without_missing(stop: Stop, there: Callable[[Ref], bool]) -> Stop | None:
    if stop.subject and not there(stop.subject):
        return None
    about, also = (tuple(filter(there, refs)) for refs in (stop.lens.about, stop.lens.also))
    return stop._replace(lens=stop.lens._replace(about=about, also=also))


# -- as JSON


def written(session: Session) -> str:
    """Return a session as JSON, of the trail the nearest stops."""
    history = session.history
    return json.dumps(
        {
            "sitroom session": VERSION,
            "here": _stop_written(session.here),
            "zoomed": session.zoomed,
            "behind": [_stop_written(stop) for stop in history.behind[-LONGEST:]],
            "ahead": [_stop_written(stop) for stop in history.ahead[-LONGEST:]],
            "marks": {letter: _stop_written(stop) for letter, stop in session.marks.items()},
            "recent": [_stop_written(stop) for stop in session.recent],
            "look": session.look._asdict() if session.look else None,
        },
        ensure_ascii=False,
    )


def read(text: str) -> Session:
    """Return the session that JSON tells of; raises NotSession."""
    try:
        found = json.loads(text)
        if found["sitroom session"] != VERSION:
            raise NotSession("a session of another version")
        history = History(_stops(found["behind"]), _stops(found["ahead"]))
        marks = {_letter(letter): _stop(stop) for letter, stop in found.get("marks", {}).items()}
        recent = _stops(found.get("recent", []))[:MOST_RECENT]
        look = _look(found["look"]) if found.get("look") else None
        return Session(_stop(found["here"]), _checked(found["zoomed"], bool), history, marks, recent, look)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotSession(f"no session: {error!r}") from error


def _stop_written(stop: Stop) -> dict[str, Any]:
    lens = {name: value for name, value in stop.lens._asdict().items() if value != getattr(EVERYTHING, name)}
    memories = {pane: [*memory.place, memory.filter, memory.choice] for pane, memory in stop.memories.items()}
    return {"subject": stop.subject, "lens": lens, "pane": stop.pane, "memories": memories}


def _look(found: Mapping[str, Any]) -> Look:
    counts = {_one_of(KINDS, kind): _within(_ROWS, count) for kind, count in found["counts"].items()}
    return Look(_text(found["state"]), _moment(found["written"]), _moment(found["left"]), counts)


def _moment(found: object) -> float:
    if type(found) not in (int, float) or not 0 <= found < _LAST_MOMENT:  # type: ignore[operator]
        raise ValueError(f"{found!r} is no moment")
    return float(found)  # type: ignore[arg-type]


def _stops(found: Sequence[Mapping[str, Any]]) -> tuple[Stop, ...]:
    return tuple(_stop(each) for each in _checked(found, list)[-LONGEST:])


def _stop(found: Mapping[str, Any]) -> Stop:
    memories = {_one_of(_PANES, pane): _memory(*each) for pane, each in found["memories"].items()}
    subject = _ref(found["subject"]) if found["subject"] else ""
    return Stop(subject, _lens(found["lens"]), _one_of(_PANES, found["pane"]), memories)


def _memory(cursor: int, top: int, typed: str, choice: str) -> Memory:
    return Memory(Place(_within(_ROWS, cursor), _within(_ROWS, top)), _text(typed), _text(choice))


def _lens(found: Mapping[str, Any]) -> Lens:
    read_each: dict[str, Callable[[Any], Any]] = dict.fromkeys(Lens._fields, _texts)
    read_each |= dict.fromkeys(("about", "also"), lambda refs: tuple(map(_ref, _checked(refs, list))))
    read_each["kinds"] = lambda kinds: tuple(_one_of(KINDS, kind) for kind in kinds)
    read_each |= dict.fromkeys(("since", "until", "as_of", "known_by"), lambda day: _within(_DAYS, day))
    return EVERYTHING._replace(**{name: read_each[name](value) for name, value in found.items()})


def _texts(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(_text, _checked(found, list)))


def _ref(found: str) -> Ref:
    split(found)
    return found


def _letter(found: str) -> str:
    if len(found) != 1 or not found.isalpha():
        raise ValueError(f"{found!r} is no letter")
    return found


def _text(found: str) -> str:
    return clean(_checked(found, str))


def _within(known: range, found: int) -> int:
    return known[known.index(_checked(found, int))]


def _one_of(known: tuple[Any, ...], found: object) -> Any:  # noqa: ANN401  (one of what is known)
    return known[known.index(found)]


def _checked(found: Any, kind: type) -> Any:  # noqa: ANN401  (it is of this kind)
    if type(found) is not kind:
        raise TypeError(f"{found!r} is not {kind.__name__}")
    return found
