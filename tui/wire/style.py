"""How a cell looks: the state that SGR leaves a terminal in, and the shortest way from one state to another."""

from collections import deque
from functools import lru_cache
from typing import NamedTuple


class Style(NamedTuple):
    """A rendition as ECMA-48 and xterm have it. Equal styles look the same."""

    attributes: frozenset[int] = frozenset()
    """SGR codes that are on: 1 bold, 4 underlined, 7 reversed."""
    ink: str = ""
    """The foreground as SGR parameters, `31` or `38;5;252`; empty for the terminal's own."""
    ground: str = ""
    """The background, `41` or `48;5;235`; empty for the terminal's own."""
    link: str = ""
    """What OSC 8 was given, `id=1;https://example.org`; empty outside a link."""
    others: tuple[str, ...] = ()
    """Codes since the last reset that are not known here: they are passed on as they came."""


PLAIN = Style()

# Each attribute, and the code that ends it. Some codes end two.
_ENDS = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}
_ENDED_BY = {end: frozenset(on for on in _ENDS if _ENDS[on] == end) for end in _ENDS.values()}
_SEEN_ON_BLANK = frozenset({4, 7, 9, 21, 51, 52, 53})
_INKS = frozenset(map(str, (*range(30, 38), *range(90, 98))))
_GROUNDS = frozenset(map(str, (*range(40, 48), *range(100, 108))))
_LENGTHS = {"5": 1, "2": 3}  # what follows 38 or 48: how many numbers follow that


@lru_cache(maxsize=4096)
def obeyed(style: Style, parameters: str) -> Style:
    """Return the style after `CSI parameters m`."""
    codes = deque(parameters.split(";"))
    while codes:
        style = _after(style, codes.popleft(), codes)
    return style


def _after(style: Style, code: str, following: deque[str]) -> Style:
    number = int(code or 0) if code.isascii() and (code.isdigit() or not code) else -1
    if number == 0:
        return Style(link=style.link)
    if number in _ENDS:
        return style._replace(attributes=style.attributes | {number})
    if number in _ENDED_BY:
        return style._replace(attributes=style.attributes - _ENDED_BY[number])
    return _coloured(style, code, following) or style._replace(others=(*style.others, code))


def _coloured(style: Style, code: str, following: deque[str]) -> Style | None:
    if code in ("38", "48"):
        length = 1 + _LENGTHS.get(following[0] if following else "", 0)
        colour = ";".join([code, *(following.popleft() for _ in range(min(length, len(following))))])
        return style._replace(ink=colour) if code == "38" else style._replace(ground=colour)
    if code in _INKS or code == "39":
        return style._replace(ink=code if code in _INKS else "")
    if code in _GROUNDS or code == "49":
        return style._replace(ground=code if code in _GROUNDS else "")
    return None


@lru_cache(maxsize=4096)
def on_blank(style: Style) -> Style:
    """Return what of a style a space shows: without a line or a reversal, only its background."""
    if style.attributes & _SEEN_ON_BLANK or style.others:
        return style
    return Style(ground=style.ground, link=style.link)


@lru_cache(maxsize=4096)
def to_blank(style: Style | None, wanted: Style) -> Style:
    """Return the style nearest to the present one in which a space looks as in the wanted one."""
    if style is None or wanted.attributes or wanted.others or style.others:
        return wanted
    return style._replace(
        attributes=style.attributes - _SEEN_ON_BLANK, ground=wanted.ground, link=wanted.link, others=wanted.others
    )


@lru_cache(maxsize=4096)
def change(before: Style | None, after: Style) -> str:
    """Return the shortest sequences from one style to another; from any style at all when `before` is None."""
    if before == after:
        return ""
    old_link = before.link if before else ""
    link = "" if old_link == after.link else f"\x1b]8;{after.link or ';'}\x1b\\"
    anew = ["0", *_codes(after)]
    if before is None or before.others != after.others:
        return link + _sgr(anew)
    return link + min(_sgr(_steps(before, after)), _sgr(anew), key=len)


def _codes(style: Style) -> list[str]:
    return [*map(str, sorted(style.attributes)), *filter(None, (style.ink, style.ground)), *style.others]


def _steps(before: Style, after: Style) -> list[str]:
    ends = {_ENDS[on] for on in before.attributes - after.attributes}
    left = before.attributes - frozenset(on for on in before.attributes if _ENDS[on] in ends)
    steps = [*map(str, sorted(ends)), *map(str, sorted(after.attributes - left))]
    if before.ink != after.ink:
        steps.append(after.ink or "39")
    if before.ground != after.ground:
        steps.append(after.ground or "49")
    return steps


def _sgr(codes: list[str]) -> str:
    if not codes:
        return ""
    return "\x1b[m" if codes == ["0"] else f"\x1b[{';'.join(codes)}m"
