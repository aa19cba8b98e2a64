"""What the room's own lines say: where one is, which panes there are, which keys do what."""

from collections.abc import Sequence
from itertools import groupby

from store.lens import Lens
from store.refs import Ref
from store.situation import Situation
from store.when.words import day_words
from tui.commands.command import Command, PaneId
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.commands.registry import FOOTER
from tui.panes.arrangement import PANES, SMALLEST
from tui.state.stop import Stop
from tui.widgets.runs import Line, Run, cut, width_of

LONGEST_CRUMB = 28
CRUMBS = 3


def context_line(situation: Situation, crumbs: Sequence[str]) -> Line:
    """Return the program, the situation, and the last steps of the trail."""
    runs = [Run("sitroom", "accent"), Run(" · ", "dim"), Run(situation.title, "strong")]
    for separator, crumb in zip([" · ", *[" › "] * CRUMBS], crumbs[-CRUMBS:], strict=False):
        runs += [Run(separator, "dim"), Run(cut(crumb, LONGEST_CRUMB), "dim")]
    return tuple(runs)


def trail(situation: Situation, behind: Sequence[Stop], subject: Ref, lens: Lens) -> list[str]:
    """Return what the last steps are called that led to a subject, it being the last."""
    steps = [ref for ref, _ in groupby((*(stop.subject for stop in behind), subject)) if ref]
    return [situation.title_of(ref, lens) for ref in steps[-CRUMBS:]]


def lens_line(situation: Situation, lens: Lens) -> Line:
    """Return what the panes are narrowed to, and from which day they look."""
    runs: list[Run] = []
    for said, day in (("as of ", lens.as_of), ("known by ", lens.known_by)):
        if day is not None:
            runs += [Run(f"{' · ' if runs else '  '}{said}", "dim"), Run(day_words(day), "accent")]
    narrowed = situation.describe_narrowing(lens)
    if narrowed:
        runs += [Run(" · " if runs else "  ", "dim"), Run("lens: ", "dim"), Run(cut(narrowed, 40))]
    return tuple(runs)


def growth_line(situation: Situation, keys: Keymap = AS_THEY_COME) -> Line:
    """Return how far the situation is indexed and that the panes show part of it; nothing once they show all."""
    growing = situation.growing
    if growing is None:
        return ()
    if growing.ended:
        return (Run(f"  indexing: {cut(growing.problem, LONGEST_CRUMB)} · what is listed is not all", "accent"),)
    told = f"  indexing {growing.percent} % · what is listed is not yet all · {keys.key('out')} stops"
    return (Run(told, "accent"),)


def tabs_line(active: PaneId) -> Line:
    """Return the five panes by number and name, the active one marked."""
    runs: list[Run] = []
    for number, pane in enumerate(PANES, start=1):
        name = pane.capitalize()
        runs.append(Run(f"[{number} {name}]", "accent") if pane == active else Run(f" {number} {name} ", "dim"))
        runs.append(Run(" "))
    return tuple(runs)


def keys_line(pane: PaneId, width: int, keys: Keymap = AS_THEY_COME) -> Line:
    """Return the keys that matter most in a pane, as many as have room, in the order of their rank; help comes last."""
    *others, last = (keys.bound(command) for command in FOOTER if command.serves(pane))
    runs: Line = ()
    ending = _key(last)
    for command in others:
        key = _key(command)
        if width_of(runs) + width_of(key) + width_of(ending) <= width:
            runs += key
    return runs + ending


def _key(command: Command) -> Line:
    return Run(command.key, "accent"), Run(f" {command.title}  ", "dim")


def too_small(width: int, height: int) -> str:
    """Return one line that says how much room is needed, in what room there is."""
    return cut(f"{width}x{height}: too small, sitroom needs {SMALLEST[0]}x{SMALLEST[1]}", width)
