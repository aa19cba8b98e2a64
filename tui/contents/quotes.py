"""The Quotes in lines: what was said by or about the selection."""

from store.refs import split
from store.rows import QuoteRow, Slice
from store.text import one_line
from tui.contents.contents import Contents, narrowed, nothing, same
from tui.measure import cell_len
from tui.state.view import View
from tui.widgets.listing import Pages
from tui.widgets.runs import Line, Look, Run, between, cut

LONGEST_TITLE = 40
ROOM_FOR_TWO = 10
"""Lines of a list in which each quote gets two of them."""

_UNNAMED = " (unnamed)"
_LEAST_SPEAKER = 12
"""Cells that a speaker keeps."""


def quotes_contents(view: View, words: str, *, tall: bool) -> Contents:
    """Return what was said by or about the subject: a quote a line or, where there is room, on two."""
    lens = narrowed(view.selection, words)

    def fetch(start: int, count: int) -> Slice[QuoteRow]:
        return view.situation.quotes(lens, start=start, count=count)

    pages = Pages[QuoteRow](fetch, _on_two_lines, tall=2) if tall else Pages[QuoteRow](fetch, _on_one_line)
    return Contents(
        same(pages),
        nothing("quote by or about it" if view.subject else "quote", view, words),
        f"{pages.rows:,}{_whose(view)}",
    )


def _whose(view: View) -> str:
    if not view.subject:
        return ""
    link = "from" if split(view.subject).kind == "source" else "by or about"
    return f" {link} {cut(view.situation.title_of(view.subject, view.lens), LONGEST_TITLE)}"


def _on_one_line(width: int, row: QuoteRow, _before: QuoteRow | None) -> tuple[Line]:
    """Lay out a quote: words, speaker, locator and grade; the words give way first, never below half of the line."""
    ending = _ending(row)
    room = width - cell_len(ending)
    speaker = cut(f" — {_speaker(row)}", max(room // 2, room - cell_len(one_line(row.words)) - 2))
    words = _words(row, room - cell_len(speaker))
    look: Look = "plain" if row.verbatim else "dim"
    return (between((Run(words, look), Run(speaker, "dim")), (Run(ending, "dim"),), width),)


def _on_two_lines(width: int, row: QuoteRow, _before: QuoteRow | None) -> tuple[Line, Line]:
    """Lay out a quote: its words on a line of their own, below it who said them, when, and where to look."""
    ending = _ending(row)
    aside = (_UNNAMED if row.unnamed else "") + (f", {row.when}" if row.when else "")
    # The speaker gives way: a date that is cut, as in "Aug 20…", is another date.
    room = width - cell_len(ending) - cell_len(aside) - 1
    said = cut(f"   — {row.speaker}", max(_LEAST_SPEAKER, room)) + aside
    look: Look = "plain" if row.verbatim else "dim"
    return (Run(_words(row, width), look),), between((Run(said, "dim"),), (Run(ending, "dim"),), width)


def _words(row: QuoteRow, room: int) -> str:
    """Return what was said on one line, a poem too."""
    words = one_line(row.words)
    return f"“{cut(words, room - 2)}”" if row.verbatim else cut(words, room)


def _speaker(row: QuoteRow) -> str:
    return row.speaker + _UNNAMED if row.unnamed else row.speaker


def _ending(row: QuoteRow) -> str:
    return f"  {row.locator:<4} {row.grade:<2}" if row.locator or row.grade else ""
