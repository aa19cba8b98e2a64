"""Places to come back to: those marked with a letter, those where one was last, and the trail that led here."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from store.situation import Situation
from tui.commands.bindings import keymap_of
from tui.commands.keymap import Keymap
from tui.screens.lettered import LetteredDialog
from tui.state.history import History
from tui.state.stop import Stop
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run, cut, fit, width_of

HERE = "▸"
"""Marks the step of the trail that one stands on."""
_LETTER_WIDTH = 3
_PANE_WIDTH = 10


class Spot(NamedTuple):
    """A place to go to: under which heading it stands, and the letter or number that goes there, if any."""

    heading: str
    key: str
    stop: Stop


class Places(NamedTuple):
    """Where one can go: marks by their letters, recent places, and the trail around `here`."""

    marks: Mapping[str, Stop]
    recent: Sequence[Stop]
    history: History[Stop]
    here: Stop

    @property
    def spots(self) -> list[Spot]:
        """All of them, in the order in which they are listed: of the trail what is ahead first, and `here` in it."""
        history = self.history
        recent = (stop for stop in self.recent if stop.subject != self.here.subject)
        trail = [*(("", stop) for stop in history.ahead), (HERE, self.here)]
        trail += (("", stop) for stop in reversed(history.behind))
        return [
            *_marked(self.marks),
            *(Spot("Recent", str(number), stop) for number, stop in enumerate(recent, start=1)),
            *(Spot("Trail", key, stop) for key, stop in trail),
        ]


def _marked(marks: Mapping[str, Stop]) -> list[Spot]:
    return [Spot("Marks", letter, stop) for letter, stop in sorted(marks.items())]


class MarkScreen(LetteredDialog[str]):
    """Asks for the letter to mark this place with; gives it."""

    title_text = "Mark this place"
    fits = True
    keys_text = "a letter marks it · esc back"

    def __init__(self, situation: Situation, marks: Mapping[str, Stop]) -> None:
        super().__init__()
        self._situation = situation
        self._spots = _marked(marks)

    def begin(self) -> None:
        """Show the letters that are taken; one of them can be given again."""
        self.list.lay_out(lambda width: _sheet(self._situation, self._spots, width, keymap_of(self.app)))

    def take(self, letter: str) -> bool:
        """Give the letter."""
        if _is_letter(letter):
            self.dismiss(letter)
        return _is_letter(letter)

    def action_choose(self) -> None:
        """Do nothing: it takes a letter."""


class PlacesScreen(LetteredDialog[Stop]):
    """Lists marks, recent places and the whole trail; gives the place that a key stands for, or that is chosen."""

    title_text = "Places"
    fits = True
    keys_text: ClassVar[str] = "a letter, a number or ↵ goes there · esc back"

    def __init__(self, situation: Situation, places: Places) -> None:
        super().__init__()
        self._situation = situation
        self._spots = places.spots
        self._by_key = {spot.key: spot for spot in self._spots if spot.key not in ("", HERE)}

    def begin(self) -> None:
        """Show the marks by letter, the places where one was last, then the trail, the last step first."""
        self.list.lay_out(lambda width: _sheet(self._situation, self._spots, width, keymap_of(self.app)))

    def take(self, letter: str) -> bool:
        """Go to the mark of a letter, or to the recent place of a number."""
        if letter in self._by_key:
            self.dismiss(self._by_key[letter].stop)
        elif _is_letter(letter) or letter.isdecimal():
            self.tell((Run(f"Nothing is marked with {letter}.", "warn"),))
        else:
            return False
        return True

    def action_choose(self) -> None:
        """Give the place under the cursor."""
        spot = self.list.row
        if isinstance(spot, Spot):
            self.dismiss(spot.stop)


def _is_letter(character: str) -> bool:
    return len(character) == 1 and character.isalpha()


def _sheet(situation: Situation, spots: Sequence[Spot], width: int, keys: Keymap) -> Listing:
    lines: list[tuple[Line, int]] = []
    heading = ""
    for number, spot in enumerate(spots):
        if spot.heading != heading:
            heading = spot.heading
            lines += [((), NO_ROW)] * bool(lines) + [((Run(heading, "heading"),), NO_ROW)]
        lines.append((_line(situation, spot, width), number))
    if not spots:
        lines.append(((Run(f"Nothing is marked yet: {keys.key('mark')} and a letter mark a place.", "dim"),), NO_ROW))
    return Sheet(lines, spots)


def _line(situation: Situation, spot: Spot, width: int) -> Line:
    """Lay out a place: its key, what was shown there, in which pane, and through which lens."""
    stop = spot.stop
    head = Run(fit(f" {spot.key}", _LETTER_WIDTH), "accent")
    room = width - _LETTER_WIDTH - _PANE_WIDTH
    title = Run(cut(situation.title_of(stop.subject) if stop.subject else "everything", room))
    about = () if stop.lens.about == (stop.subject,) else stop.lens.about
    narrowed = situation.describe(stop.lens._replace(about=about))
    aside = f"  {narrowed}" if narrowed else ""
    return (head, title, Run(fit(aside, max(0, room - width_of((title,)))), "dim"), Run(f" {stop.pane}", "dim"))
