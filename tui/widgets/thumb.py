"""The thumb of a scroll bar one cell wide."""

THUMB = "▐"


def thumb(y: int, view: int, top: int, height: int) -> str:
    """Return what stands beside line `y` of a view of so many lines, from `top` on, of `height` in all.

    What fits has no thumb.
    """
    if height <= view:
        return " "
    size = max(1, view * view // height)
    start = (view - size) * top // (height - view)
    return THUMB if start <= y < start + size else " "
