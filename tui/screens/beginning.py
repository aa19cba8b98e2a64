"""Where a reader begins: where they left, at a record that they asked for, or at the first of the Index."""

from store.lens import Lens
from store.refs import Ref, split
from store.situation import Situation
from tui.commands.command import PaneId
from tui.contents.index import Choice, first_choice, first_of
from tui.state.session import Session
from tui.state.stop import Memory, Stop
from tui.state.view import NARROWING, View


def beginning(
    situation: Situation, at: Ref, lens: Lens, left: Session | None = None, *, resume: bool = True
) -> Session:
    """Return the place to begin at: what a reader `left`, if any of it is still in the store; else a fresh one.

    Who does not `resume` begins afresh too, with the marks and the recent places that they left.
    """
    found = left.in_store(situation.has) if left else None
    if found and resume:
        return found
    begun = Session(_fresh(View(situation, lens, ""), at))
    return begun._replace(marks=found.marks, recent=found.recent) if found else begun


def _fresh(view: View, at: Ref) -> Stop:
    choice = first_choice(view)
    if at:
        view = view.looking_at(at)
    elif not view.lens.about and (first := first_of(view, choice)):
        # Where there are but events, the newest of them is not all that one wants to see.
        view = view.looking_at(first) if split(first).kind in NARROWING else view._replace(subject=first)
    memories: dict[PaneId, Memory] = {} if choice == Choice() else {"index": Memory(choice=str(choice))}
    return Stop(view.subject, view.lens, "profile" if at else "index", memories)
