"""Find: anything in the situation by its words, as they are typed."""

from textual.widgets import Input

from store.errors import StoreError
from store.lens import Lens
from store.refs import Ref
from store.rows import FoundRow, Slice
from store.situation import Situation
from tui.measure import cell_len
from tui.screens.following import FollowingDialog
from tui.widgets.listing import Listing, Pages, Sheet
from tui.widgets.runs import Line, Look, Run, fit

KIND_WIDTH = 11
NEAR = "≈"
"""Marks what answers only if the words are misspelt."""


class FindScreen(FollowingDialog[Ref]):
    """Lists what answers the query; choosing one gives its ref."""

    title_text = "Find"
    keys_text = "↵ follow · esc back"
    prompt = 'words, "a phrase", kind:event, actor:misrata, place:sirte, since:2016-05, -word'

    def __init__(self, situation: Situation, lens: Lens) -> None:
        super().__init__(situation)
        self._lens = lens

    def begin(self) -> None:
        """Wait for the first letter."""
        self.list.show(Sheet((), ()))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Answer the query as far as it is typed."""
        message.stop()
        self.renew()

    def renew(self) -> None:
        """Answer the query."""
        query = self.line.value.strip()
        if not query:
            self.begin()
            self.tell(())
            return
        try:
            self._answer(query)
        except StoreError as error:
            self.tell((Run(str(error), "warn"),))

    def _answer(self, query: str) -> None:
        def fetch(start: int, count: int) -> Slice[FoundRow]:
            return self._situation.find(query, lens=self._lens, start=start, count=count)

        self.list.show(Pages[FoundRow](fetch, _line))
        self.tell((Run(_told(self.list.listing), "dim"),))

    def action_choose(self) -> None:
        """Give the record under the cursor."""
        row = self.list.row
        if isinstance(row, FoundRow):
            self.dismiss(row.target)


def _told(listing: Listing) -> str:
    """Return how many there are, and whether they are spelt as it was typed."""
    if not listing.rows:
        return "Nothing holds these words."
    first, last = listing.row(0), listing.row(listing.rows - 1)
    if isinstance(first, FoundRow) and first.near:
        return f"Nothing is spelt so; {NEAR} is spelt nearly so: {listing.rows:,} found"
    told = f"{listing.rows:,} found"
    return f"{told}, {NEAR} spelt nearly so" if isinstance(last, FoundRow) and last.near else told


def _line(width: int, row: FoundRow, _before: FoundRow | None) -> tuple[Line]:
    """Lay out a find: its kind, its title, and the text that holds the words with the words marked."""
    kind = Run(fit(row.kind, KIND_WIDTH - 2) + (f"{NEAR} " if row.near else "  "), "dim")
    room = width - KIND_WIDTH
    mark = (Run(f" {row.mark}", "warn"),) if row.mark else ()
    if row.context and row.context != row.title:
        title = fit(row.title, min(cell_len(row.title), room * 2 // 5))
        return ((kind, Run(title), *mark, Run("  "), *_matched(row.context, row.matches)),)
    detail = (Run("  "), Run(row.detail, "dim")) if row.detail else ()
    title_runs = _matched(row.title, row.matches, "plain") if row.context else (Run(row.title),)
    return ((kind, *title_runs, *mark, *detail),)


def _matched(text: str, matches: tuple[tuple[int, int], ...], look: Look = "dim") -> Line:
    runs: list[Run] = []
    at = 0
    for start, stop in matches:
        runs += [Run(text[at:start], look), Run(text[start:stop], "match")]
        at = stop
    return (*runs, Run(text[at:], look))
