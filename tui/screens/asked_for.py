"""What the room asks for by a key, by name: each is loaded when it is first asked for.

Dialogs and what is done in them are an eighth of what is loaded of ours, and nobody opens one before the room is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.as_of import AsOfScreen as AsOfScreen
    from tui.screens.changes import ChangesScreen as ChangesScreen
    from tui.screens.changing import make_preference as make_preference
    from tui.screens.citations import CitationsScreen as CitationsScreen
    from tui.screens.conflicts import ConflictsScreen as ConflictsScreen
    from tui.screens.finder import FindScreen as FindScreen
    from tui.screens.frequencies import FrequenciesScreen as FrequenciesScreen
    from tui.screens.helping import HelpScreen as HelpScreen
    from tui.screens.holds import HoldsScreen as HoldsScreen
    from tui.screens.importing import bring_in as bring_in
    from tui.screens.kinds import KindsScreen as KindsScreen
    from tui.screens.lens import LensScreen as LensScreen
    from tui.screens.marks import MarkScreen as MarkScreen
    from tui.screens.marks import Places as Places
    from tui.screens.marks import PlacesScreen as PlacesScreen
    from tui.screens.news import NewsScreen as NewsScreen
    from tui.screens.taking import copy_citation as copy_citation
    from tui.screens.taking import copy_else as copy_else
    from tui.screens.taking import write_pane as write_pane
    from tui.screens.ties import TiesScreen as TiesScreen

_MODULES = {
    "AsOfScreen": "as_of",
    "ChangesScreen": "changes",
    "CitationsScreen": "citations",
    "ConflictsScreen": "conflicts",
    "FindScreen": "finder",
    "FrequenciesScreen": "frequencies",
    "HelpScreen": "helping",
    "HoldsScreen": "holds",
    "KindsScreen": "kinds",
    "LensScreen": "lens",
    "MarkScreen": "marks",
    "NewsScreen": "news",
    "Places": "marks",
    "PlacesScreen": "marks",
    "TiesScreen": "ties",
    "bring_in": "importing",
    "copy_citation": "taking",
    "copy_else": "taking",
    "make_preference": "changing",
    "write_pane": "taking",
}

if not TYPE_CHECKING:  # for whom it would be a name for everything

    def __getattr__(name: str) -> object:
        """Return what the room asks for."""
        if name not in _MODULES:
            raise AttributeError(name)
        return getattr(import_module(f"tui.screens.{_MODULES[name]}"), name)
