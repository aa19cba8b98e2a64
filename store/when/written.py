"""One date as EDTF writes it: `2016-08-05`, `201X`, `2015-21`, `?2004-06-~11`, `1950S2`, `Y17E8`.

This module knows the marks on paper; which days they stand for is told by `bounds`. Source: ISO 8601-2:2019 in the
profile of the Library of Congress (EDTF levels 0-2).
"""

from typing import NamedTuple

MARKS = {"?": (False, True), "~": (True, False), "%": (True, True)}
"""What a mark says: (approximate, uncertain)."""

LONGEST_YEAR = 16
"""Digits a year may have, so that every day fits a 64-bit integer."""

_DIGITS = frozenset("0123456789")
_DIGITS_OR_X = _DIGITS | {"X"}
_SHOWN = 60


class NotEdtf(ValueError):
    """A text that is not a date of EDTF levels 0-2; the message is one line that quotes the part at fault."""

    def __init__(self, fragment: str, problem: str) -> None:
        shown = fragment if len(fragment) <= _SHOWN else fragment[: _SHOWN - 1] + "…"
        super().__init__(f"{shown!r} is not EDTF: {problem}")


class Date(NamedTuple):
    """The parts of one written date. Parts that are not there are empty."""

    year: str
    """Digits, after a minus before 1 BC; X for a digit nobody gave."""
    month: str = ""
    """`01`-`12`, with X for a digit nobody gave; `21`-`41` is a season, quarter, third or half of the year."""
    day: str = ""
    significant: int = 0
    """How many leading digits of the year are meant; 0 means all."""
    approximate: str = ""
    """Which parts are approximate: letters out of `ymd`."""
    uncertain: str = ""
    """Which parts are doubtful: letters out of `ymd`."""
    marked: str = ""
    """The coarsest part that a mark stands at (`y`, `m`, `d`): it sets how far the date may be off."""

    @property
    def parts(self) -> str:
        """The parts that are there: `y`, `ym` or `ymd`."""
        return "ymd" if self.day else "ym" if self.month else "y"

    @property
    def is_season(self) -> bool:
        """Whether the second part names a part of the year that is no month."""
        return "21" <= self.month <= "41"

    @property
    def is_exact(self) -> bool:
        """Whether every digit is given and meant."""
        return "X" not in self.year + self.month + self.day and not self.significant


def read_date(text: str) -> Date:
    """Take one date apart. Whether the calendar has such a day is not asked here.

    Raises `NotEdtf`.
    """
    if not text:
        raise NotEdtf(text, "a date is missing; write one such as 2016-08-05")
    if text.startswith("Y"):
        return _long_year(text)
    if len(text) == 10 and text[4] == text[7] == "-" and "01" <= text[5:7] <= "12":
        date = Date(text[:4], text[5:7], text[8:])
        if _DIGITS.issuperset("".join(date[:3])):
            return date
    lead = text[0] if text[0] in MARKS else ""
    unmarked = text[len(lead) :]
    sign = "-" if unmarked.startswith("-") else ""
    pieces = unmarked[len(sign) :].split("-")
    if len(pieces) > 3:
        raise NotEdtf(text, "a date has a year, a month and a day, as in 2016-08-05")
    if sign and pieces[0][:1] in MARKS:
        raise NotEdtf(text, "a mark on a year stands before its minus sign, as in ~-0043")
    pieces[0] = lead + pieces[0]
    lefts, cores, rights = zip(*(_unmark(piece) for piece in pieces), strict=True)
    year, significant = _significant(text, cores[0])
    if significant and len(pieces) > 1:
        raise NotEdtf(text, "significant digits go with a year alone, as in 1950S2")
    if "" in cores[1:]:
        raise NotEdtf(text, "something is missing after a hyphen; write 2016-08-05, 2016-08 or 2016")
    month, day = (*cores[1:], "", "")[:2]
    _check(text, year, month, day)
    if sign and year == "0000":
        raise NotEdtf(text, "there is no year minus zero; 1 BC is 0000")
    date = Date(sign + year, month, day, significant)
    return _qualified(date, lefts, rights)


def _unmark(piece: str) -> tuple[str, str, str]:
    """Return the mark on the left of a part (or ""), the part, and the mark on its right (or "")."""
    left = piece[0] if piece[:1] in MARKS else ""
    right = piece[-1] if len(piece) > len(left) and piece[-1] in MARKS else ""
    return left, piece[len(left) : len(piece) - len(right)], right


def _significant(text: str, year: str) -> tuple[str, int]:
    """Split `1950S2` into the year and the number of its digits that are meant."""
    year, s, count = year.partition("S")
    if not s:
        return year, 0
    if not count or not _DIGITS.issuperset(count) or not 0 < int(count[:3]) <= len(year):
        raise NotEdtf(text, f"S is followed by 1 to {len(year)}, the digits of the year that are meant, as in 1950S2")
    if "X" in year:
        raise NotEdtf(text, "a year has digits left open (X) or significant digits (S), not both")
    return year, int(count) % len(year)  # all of them being meant is the same as no S


def _check(text: str, year: str, month: str, day: str) -> None:
    """Refuse parts of a wrong length or with wrong characters, and months and days that no calendar has."""
    if len(year) != 4 or not _DIGITS_OR_X.issuperset(year):
        raise NotEdtf(text, _wrong_year(text, year))
    for part, name in ((month, "month"), (day, "day")):
        if part and (len(part) != 2 or not _DIGITS_OR_X.issuperset(part)):
            raise NotEdtf(text, f"a {name} has two digits, as in 2016-08-05")
    if "X" not in month and month and not ("01" <= month <= "12" or "21" <= month <= "41"):
        raise NotEdtf(text, f"there is no month {month}; months are 01-12, parts of the year 21-41")
    if day and "21" <= month <= "41":
        raise NotEdtf(text, f"{month} is a part of the year and has no numbered days; write 2015-21 alone")


def _wrong_year(text: str, year: str) -> str:
    """Say what is wrong with a year, to somebody who may not know EDTF at all."""
    if year and _DIGITS.issuperset(year):
        return "a year has four digits, as in 2016 or 0079; one that needs more starts with Y, as in Y170000002"
    if "T" in text:
        return "a time follows a whole day, as in 2016-08-05T21:30:00"
    return "a date is written as 2016-08-05, 2016-08 or 2016"


def _qualified(date: Date, lefts: tuple[str, ...], rights: tuple[str, ...]) -> Date:
    """Add what the marks say: one on the left is about its part, one on the right about all parts up to it."""
    approximate = uncertain = marked = ""
    for place, part in enumerate(date.parts):
        here = [(lefts[place], part), *((right, part) for right in rights[place:])]
        approximate += part if any(mark and MARKS[mark][0] for mark, _ in here) else ""
        uncertain += part if any(mark and MARKS[mark][1] for mark, _ in here) else ""
        if not marked and (lefts[place] or rights[place]):
            marked = part
    if not marked:
        return date
    return date._replace(approximate=approximate, uncertain=uncertain, marked=marked)


def _long_year(text: str) -> Date:
    """Read `Y170000002`, `Y-17E7` and `Y171010000S3`."""
    _, body, mark = _unmark(text[1:])
    sign = "-" if body.startswith("-") else ""
    body, s, count = body[len(sign) :].partition("S")
    base, e, exponent = body.partition("E")
    for number in (base, *([exponent] if e else []), *([count] if s else [])):
        if not number or not _DIGITS.issuperset(number) or number.startswith("0"):
            raise NotEdtf(text, "after Y comes a year, as in Y170000002, Y-17E7 or Y171010000S3")
    if not e and len(base) < 5:
        raise NotEdtf(text, f"Y is for years of five digits and more; write {sign}{base:0>4}")
    if len(base) + int(exponent[:3] or 0) > LONGEST_YEAR:
        raise NotEdtf(text, f"years have at most {LONGEST_YEAR} digits here")
    year = base + "0" * int(exponent or 0)
    _, significant = _significant(text, year + s + count)
    date = Date(sign + year, significant=significant)
    return _qualified(date, ("",), (mark,))
