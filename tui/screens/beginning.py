"""Where a reader begins: where they left, at a record that they asked for, or at the first of the Index."""

from store.lens import Lens
from store.refs import Ref
from store.situation import Situation
from tui.contents.index import Choice, first_of
from tui.state.session import Session
from tui.state.stop import Stop
from tui.state.view import View


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
    if at:
        view = view.looking_at(at)
    elif not view.lens.about and (first := first_of(view, Choice())):
        view = view.looking_at(first)
    return Stop(view.subject, view.lens, "profile" if at else "index", {})
