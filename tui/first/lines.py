"""The room in lines: what stands where on a screen of a size."""

from collections.abc import Iterator
from typing import NamedTuple

from store.situation import Situation
from tui.commands.command import PaneId
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.contents.rule import rule
from tui.first.body import Room
from tui.first.panes import drawing
from tui.measure import cell_len, cropped
from tui.panes.arrangement import arrangement
from tui.panes.floor_plan import Box, floor_plan
from tui.screens.lines import context_line, growth_line, keys_line, lens_line, tabs_line, too_small, trail
from tui.state.session import Session
from tui.state.stop import Memory, Stop
from tui.state.view import View
from tui.widgets.runs import Line, Run, Said, pad

MARGINS = 2
"""The room's own lines stand in by a cell on each side."""


class Placed(NamedTuple):
    """A line, and the cell where it begins."""

    x: int
    y: int
    line: Line


def room_lines(
    situation: Situation, session: Session, width: int, height: int, keys: Keymap = AS_THEY_COME
) -> Iterator[Placed]:
    """Yield the lines of the room as a reader finds it who comes back to a place; each fits in the screen."""
    yield from first_lines(situation, session, width, height, keys)
    yield from other_lines(situation, session, width, height, keys)


def first_lines(
    situation: Situation, session: Session, width: int, height: int, keys: Keymap = AS_THEY_COME
) -> Iterator[Placed]:
    """Yield those that are read first: the room's own, and the pane that keys go to."""
    here = session.here
    shown = arrangement(width, height, here.pane, zoomed=session.zoomed)
    if shown.too_small:
        yield Placed(0, 0, (Run(too_small(width, height)),))
        return
    within = width - MARGINS
    crumbs = trail(situation, session.history.behind, here.subject, here.lens)
    ending = growth_line(situation, keys) + lens_line(situation, here.lens)
    yield Placed(1, 0, Said(context_line(situation, crumbs), ending).line(within))
    if shown.tabs:
        yield Placed(1, 1, Said(tabs_line(here.pane)).line(within))
    view = View(situation, here.lens, here.subject, keys)
    yield from _pane(here.pane, view, here, floor_plan(width, height, shown)[here.pane])
    yield Placed(1, height - 1, Said(keys_line(here.pane, within, keys)).line(within))


def other_lines(
    situation: Situation, session: Session, width: int, height: int, keys: Keymap = AS_THEY_COME
) -> Iterator[Placed]:
    """Yield those of the other panes that there is room for."""
    here = session.here
    view = View(situation, here.lens, here.subject, keys)
    shown = arrangement(width, height, here.pane, zoomed=session.zoomed)
    for pane, box in floor_plan(width, height, shown).items():
        if pane != here.pane:
            yield from _pane(pane, view, here, box)


def _pane(pane: PaneId, view: View, here: Stop, box: Box) -> Iterator[Placed]:
    """Yield the lines of a pane: its rule, its filter where there is one, its body."""
    memory, active = here.memories.get(pane, Memory()), pane == here.pane
    top = 2 if memory.filter else 1
    body = drawing(pane)(view, memory, Room(box.width, box.height - top, active))
    yield Placed(box.x, box.y, rule(pane, body.note, active=active).line(box.width))
    if memory.filter:
        yield Placed(box.x, box.y + 1, (Run(_typed(memory.filter, box.width), "typed"),))
    for y, line in enumerate(body.lines, start=box.y + top):
        yield Placed(box.x, y, pad(line, box.width))


def _typed(words: str, width: int) -> str:
    """Return what a line to type on shows of words: the end of them, with room for one letter more."""
    while cell_len(words) > width - MARGINS - 1:
        words = words[1:]
    return cropped(f" {words}", width)
