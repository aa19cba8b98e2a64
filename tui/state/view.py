"""What the room shows: given to every pane, which asks the situation for its part of it."""

from typing import NamedTuple

from store.lens import Lens
from store.refs import Ref
from store.situation import Situation


class View(NamedTuple):
    """A situation through a lens, with one record as the subject ("" for none)."""

    situation: Situation
    lens: Lens
    subject: Ref

    @property
    def selection(self) -> Lens:
        """The lens narrowed to the subject alone, whatever else it was about."""
        return self.lens._replace(about=(self.subject,)) if self.subject else self.lens
