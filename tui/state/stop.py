"""A stop on the trail: what was shown, and how the reader left it."""

from collections.abc import Mapping
from typing import NamedTuple

from store.lens import Lens
from store.refs import Ref
from tui.commands.command import PaneId
from tui.widgets.place import Place


class Memory(NamedTuple):
    """What a pane wants to find again when the reader comes back: where its list was, its filter, its own choice."""

    place: Place = Place()
    filter: str = ""
    choice: str = ""


class Stop(NamedTuple):
    """A subject, the lens it was seen through, the pane that keys went to, and what each pane remembers."""

    subject: Ref
    lens: Lens
    pane: PaneId
    memories: Mapping[PaneId, Memory]
