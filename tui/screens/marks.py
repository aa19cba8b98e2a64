"""Places to come back to: those marked with a letter, and the trail that led here."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import events

from store.situation import Situation
from tui.commands.bindings import keymap_of
from tui.commands.keymap import Keymap
from tui.screens.dialog import Dialog
from tui.state.stop import Stop
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run, cut, fit, width_of

_LETTER_WIDTH = 3
_PANE_WIDTH = 10


class Spot(NamedTuple):
    """A place to go to: the letter that it is marked with, or none."""

    letter: str
    stop: Stop


class MarkScreen(Dialog[str]):
    """Asks for the letter to mark this place with; gives it."""

    title_text = "Mark this place"
    fits = True
    keys_text = "a letter marks it · esc back"

    def __init__(self, situation: Situation, marks: Mapping[str, Stop]) -> None:
        super().__init__()
        self._situation = situation
        self._spots = [Spot(letter, stop) for letter, stop in sorted(marks.items())]

    def begin(self) -> None:
        """Show the letters that are taken; one of them can be given again."""
        self.list.lay_out(lambda width: _sheet(self._situation, self._spots, (), width, keymap_of(self.app)))

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        if _is_letter(event.character):
            event.stop()
            self.dismiss(event.character)

    def action_choose(self) -> None:
        """Do nothing: it takes a letter."""


class PlacesScreen(Dialog[Stop]):
    """Lists the marks and the trail; gives the place that a letter stands for, or that is chosen."""

    title_text = "Places"
    fits = True
    keys_text: ClassVar[str] = "a letter or ↵ goes there · esc back"

    def __init__(self, situation: Situation, marks: Mapping[str, Stop], trail: Sequence[Stop]) -> None:
        super().__init__()
        self._situation = situation
        self._marks = marks
        self._spots = [Spot(letter, stop) for letter, stop in sorted(marks.items())]
        self._trail = [Spot("", stop) for stop in reversed(trail)]

    def begin(self) -> None:
        """Show the marks by letter, then the trail, the last step first."""
        self.list.lay_out(lambda width: _sheet(self._situation, self._spots, self._trail, width, keymap_of(self.app)))

    def on_key(self, event: events.Key) -> None:
        """Take the letter of a mark."""
        if _is_letter(event.character):
            event.stop()
            letter = event.character or ""
            if letter in self._marks:
                self.dismiss(self._marks[letter])
            else:
                self.tell((Run(f"Nothing is marked with {letter}.", "warn"),))

    def action_choose(self) -> None:
        """Give the place under the cursor."""
        spot = self.list.row
        if isinstance(spot, Spot):
            self.dismiss(spot.stop)


def _is_letter(character: str | None) -> bool:
    return character is not None and len(character) == 1 and character.isalpha()


def _sheet(situation: Situation, marked: Sequence[Spot], trail: Sequence[Spot], width: int, keys: Keymap) -> Listing:
    spots = [*marked, *trail]
    lines: list[tuple[Line, int]] = []
    for number, spot in enumerate(spots):
        if number in (0, len(marked)):
            heading = "Marks" if number < len(marked) else "Trail"
            lines += [((), NO_ROW)] * bool(lines) + [((Run(heading, "heading"),), NO_ROW)]
        lines.append((_line(situation, spot, width), number))
    if not spots:
        lines.append(((Run(f"Nothing is marked yet: {keys.key('mark')} and a letter mark a place.", "dim"),), NO_ROW))
    return Sheet(lines, spots)


def _line(situation: Situation, spot: Spot, width: int) -> Line:
    """Lay out a place: its letter, what was shown there, in which pane, and through which lens."""
    stop = spot.stop
    head = Run(fit(f" {spot.letter}", _LETTER_WIDTH), "accent")
    room = width - _LETTER_WIDTH - _PANE_WIDTH
    title = Run(cut(situation.title_of(stop.subject) if stop.subject else "everything", room))
    about = () if stop.lens.about == (stop.subject,) else stop.lens.about
    narrowed = situation.describe(stop.lens._replace(about=about))
    aside = f"  {narrowed}" if narrowed else ""
    return (head, title, Run(fit(aside, max(0, room - width_of((title,)))), "dim"), Run(f" {stop.pane}", "dim"))
