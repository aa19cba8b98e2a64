"""What was added or changed in the situation since the reader last looked."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.refs import Ref
from store.rows import NewsRow
from store.situation import Situation
from tui.screens.citations import CitationsScreen
from tui.screens.following import FollowingDialog
from tui.state.look import Look, day_of, more_and_fewer
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run, cut, fit, width_of

_KIND_WIDTH = 10
_HOW_WIDTH = 9
_DAY_WIDTH = 11


class NewsScreen(FollowingDialog[Ref]):
    """Lists the records added and changed, the last ones first; choosing one gives its ref.

    The records are looked through a portion at a time, between keys: leaving stops it.
    """

    title_text = "News"
    keys_text: ClassVar[str] = "↵ follow · {sources} source · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("s", "sources", show=False),
        Binding("N,q,backspace", "leave", show=False),
    ]

    def __init__(self, situation: Situation, look: Look) -> None:
        super().__init__(situation)
        self._look = look
        self._gleaning = situation.gleaning(look.written)
        self._looks = False

    def begin(self) -> None:
        """Begin to look."""
        self.list.show(Sheet((), ()))
        self._go_on()

    def _changed(self, refs: frozenset[Ref]) -> None:
        # At once: what it looks through is closed before any message comes.
        self._gleaning = self._situation.gleaning(self._look.written)
        super()._changed(refs)

    def renew(self) -> None:
        """Look from the beginning again."""
        if not self._looks:
            self._go_on()

    def _go_on(self) -> None:
        if not self.is_attached:
            return
        gleaning = self._gleaning
        self._looks = gleaning.step()
        if self._looks:
            percent = 100 * gleaning.done // gleaning.total
            self.tell((Run(f"looking through {gleaning.total:,} records: {percent} % · esc stops", "dim"),))
            self.call_later(self._go_on)
        else:
            self._list()

    def _list(self) -> None:
        news = self._gleaning.news()
        since = day_of(self._look)
        told = f"{news.added:,} added, {news.changed:,} changed since {since}"
        left = news.added + news.changed - len(news.rows)
        more = f" · the last {len(news.rows):,} are listed" if left else ""
        self.list.lay_out(lambda width: _sheet(news.rows, self._in_numbers(news.stamped), width))
        self.tell((Run(told + more, "dim"),))

    def action_choose(self) -> None:
        """Give the record under the cursor."""
        row = self.list.row
        if isinstance(row, NewsRow):
            self.dismiss(row.target)

    async def action_sources(self) -> None:
        """Show who says so."""
        row = self.list.row
        if isinstance(row, NewsRow):
            title, citations = self._situation.title_of(row.statement), self._situation.citations(row.statement)
            await self.app.push_screen(CitationsScreen(title, citations), self._chosen)

    def _chosen(self, ref: Ref | None) -> None:
        if ref:
            self.dismiss(ref)

    def _in_numbers(self, stamped: bool) -> tuple[str, ...]:
        """Return what can be told where no record says when it was written."""
        if stamped:
            return ()
        told = more_and_fewer(self._look, self._situation) or ("As many records of every kind as there were.",)
        return ("No record here says when it was written down.", *told)


def _sheet(rows: tuple[NewsRow, ...], in_numbers: tuple[str, ...], width: int) -> Listing:
    lines: list[tuple[Line, int]] = [(_line(row, width), number) for number, row in enumerate(rows)]
    lines += [((Run(text, "dim"),), NO_ROW) for text in in_numbers]
    return Sheet(lines, rows)


def _line(row: NewsRow, width: int) -> Line:
    """Lay out a record: on which day, how, its kind, what it is called, and by whom it was written down."""
    head = (
        Run(fit(row.day, _DAY_WIDTH), "dim"),
        Run(fit(row.how, _HOW_WIDTH), "accent" if row.how == "added" else "plain"),
        Run(fit(row.kind, _KIND_WIDTH), "dim"),
    )
    mark = (Run(f" {row.mark}", "warn"),) if row.mark else ()
    room = max(0, width - width_of(head) - width_of(mark))
    title = Run(cut(row.title, room))
    revision = f"revision {row.revision}" if row.revision > 1 else ""
    aside = "  " + " · ".join(filter(None, (revision, row.detail)))
    return (*head, title, *mark, Run(cut(aside, max(0, room - width_of((title,)))), "dim"))
