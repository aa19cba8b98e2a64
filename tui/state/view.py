"""What the room shows: given to every pane, which asks the situation for its part of it."""

from typing import NamedTuple, Self

from store.lens import Lens
from store.refs import Kind, Ref, split
from store.situation import Situation
from tui.commands.keymap import AS_THEY_COME, Keymap

# A step to one of these narrows every pane to it. A step to an event, claim or quote leaves the others as they are, so
# that a timeline can be walked; but under the Index's cursor an event narrows them too.
NARROWING: tuple[Kind, ...] = ("faction", "person", "location", "source")


class View(NamedTuple):
    """A situation through a lens, with one record as the subject ("" for none), and the keys that panes speak of."""

    situation: Situation
    lens: Lens
    subject: Ref
    keys: Keymap = AS_THEY_COME

    @property
    def selection(self) -> Lens:
        """The lens narrowed to the subject alone, whatever else it was about."""
        return self.lens._replace(about=(self.subject,)) if self.subject else self.lens

    def looking_at(self, ref: Ref) -> Self:
        """Return the view on a record that one looks at in the Index, or began with."""
        narrows = split(ref).kind in (*NARROWING, "event")
        return self._replace(subject=ref, lens=self.lens._replace(about=(ref,)) if narrows else self.lens)
