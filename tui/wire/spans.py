"""Where two rows differ."""

from collections.abc import Iterator

from tui.wire.cells import BLANK, CONTINUED, Row


def spans(shown: Row | None, wanted: Row) -> Iterator[tuple[int, int]]:
    """Yield the columns from which, and before which, a row is to be drawn; the whole row when it is not known.

    From the first cluster on whose width terminals may disagree about, before or after, a row that differs there is
    drawn to its end: what stood right of such a cluster may not be where it should.
    """
    width = len(wanted.clusters)
    if shown is None:
        yield 0, width
        return
    if shown == wanted:
        return
    before = shown.first_unsettled()
    if before == width - 1:  # what finds no room at the edge is drawn further left, over what stands there
        before = max(0, before - 1)
    settled = min(before, wanted.first_unsettled())
    for start, stop in _runs(shown, wanted):
        if stop > settled:
            yield min(start, settled), width
            return
        yield start, stop


def _runs(shown: Row, wanted: Row) -> Iterator[tuple[int, int]]:
    cells = zip(shown.clusters, wanted.clusters, shown.styles, wanted.styles, strict=True)
    different = [x for x, (was, will, had, has) in enumerate(cells) if was != will or had != has]
    start = stop = different[0]
    for x in different:
        # What lies in one run of blanks is one span: erasing more of them is no longer.
        if x > stop and not (wanted.clusters[x] == BLANK and blanks(wanted, stop - 1) > x):
            yield start, stop
            start = x
        stop = x + 1
    yield start, stop


def blanks(row: Row, x: int) -> int:
    """Return the column where the run of blanks of one style ends that begins at a column; that column if none does."""
    clusters, styles = row.clusters, row.styles
    style, width = styles[x], len(clusters)
    while x < width and clusters[x] == BLANK and (styles[x] is style or styles[x] == style):
        x += 1
    return x


def width_at(row: Row, x: int) -> int:
    """Return the cells that the cluster at a column takes."""
    stop = x + 1
    while stop < len(row.clusters) and row.clusters[stop] == CONTINUED:
        stop += 1
    return stop - x
