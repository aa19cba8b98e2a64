"""The words for years, months and parts of the year, for the long and for the narrow way to show a date."""

from store.when.bounds import bounds, year_pattern
from store.when.civil import MONTHS, Day, civil
from store.when.written import Date

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
"""`Jan` to `Dec`."""

_SEASONS = ("spring", "summer", "autumn", "winter")
_QUARTERS = ("first quarter of", "second quarter of", "third quarter of", "fourth quarter of")
_THIRDS = ("early", "mid-", "late")
_HALVES = ("first half of", "second half of")
_SOUTHERN = tuple(f"southern {season}" for season in _SEASONS)
PARTS = dict(enumerate(_SEASONS + _SEASONS + _SOUTHERN + _QUARTERS + _THIRDS + _HALVES, 21))
"""EDTF number of a part of the year -> its name, as it stands before the year."""

SHORT_PARTS = PARTS | {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
SHORT_PARTS |= {number: f"S {season}" for number, season in enumerate(_SEASONS, 29)}
"""The same, in few cells."""

_WINTERS = (24, 28, 30)


def part_of_year(number: int, year: str, names: dict[int, str]) -> str:
    """Return `early 2014`, `mid-2014`, `third quarter of 2015`."""
    name = names[number]
    return f"{name}{year}" if name.endswith("-") else f"{name} {year}"


def year_name(year: int) -> str:
    """Return `2016`, `44 BC`, `AD 79`, and `170,000,002` for a year that is hard to read otherwise."""
    if year <= 0:
        return f"{_grouped(1 - year)} BC"
    return _grouped(year) if year >= 1000 else f"AD {year}"


def short_year(year: int) -> str:
    """Return the name of a year in few cells; in deep time of the thousands or millions of years around it."""
    from_now = 1 - year if year <= 0 else year
    for number, words in ((1_000_000_000, "bn"), (1_000_000, "m")):
        if from_now >= number:
            return f"{from_now / number:.4g} {words}{' BC' if year <= 0 else ''}"
    return year_name(year)


def years_words(first: int, last: int, dash: str) -> str:
    """Return two years in few cells, `BC` said once: `1990–1999`, `500–401 BC`, `1 BC–AD 98`."""
    if last > 0:
        return f"{short_year(first)}{dash}{short_year(last)}"
    return f"{short_year(first).removesuffix(' BC')}{dash}{short_year(last)}"


def season_year(number: int, year: int) -> str:
    """Return the year of a season: a winter that begins in 2015 is of `2015–16`."""
    if number not in _WINTERS or year < 1000:
        return year_name(year)
    following = year + 1
    return f"{year_name(year)}–{following % 100:02}" if following % 100 else f"{year_name(year)}–{year_name(following)}"


def years_left_open(date: Date, dash: str) -> str:
    """Return the years that a year with X can be: `the 2010s`, `1900 – 1999`; `any year` if all is open."""
    pattern = year_pattern(date)
    if pattern.startswith("X"):
        return "any year"
    if pattern.count("X") == 1 and pattern.endswith("X") and len(pattern) == 4 and not date.year.startswith("-"):
        return f"the {int(pattern[:3])}0s"
    first, last = (civil(day)[0] for day in bounds(date))
    return years_words(first, last, dash)


def day_words(day: Day, months: tuple[str, ...] = MONTHS) -> str:
    """Return `5 August 2016`."""
    year, month, of_month = civil(day)
    return f"{of_month} {months[month - 1]} {year_name(year)}"


def days_words(first: Day, last: Day, months: tuple[str, ...] = MONTHS) -> str:
    """Return two days without saying month and year twice: `10 – 19 August 2016`, `17 June – 5 August 2016`."""
    year, month, day = civil(first)
    end_year, end_month, _ = civil(last)
    if first == last:
        begin = ""
    elif (year, month) == (end_year, end_month):
        begin = f"{day} – "
    elif year == end_year:
        begin = f"{day} {months[month - 1]} – "
    else:
        begin = f"{day_words(first, months)} – "
    return begin + day_words(last, months)


def months_words(first: Day, last: Day, months: tuple[str, ...] = MONTHS) -> str:
    """Return the months of two days without saying the year twice: `May – August 2016`."""
    year, month, _ = civil(first)
    end_year, end_month, _ = civil(last)
    begin = months[month - 1] if year == end_year else f"{months[month - 1]} {year_name(year)}"
    return f"{begin} – {months[end_month - 1]} {year_name(end_year)}"


def span_words(first: Day, last: Day) -> str:
    """Return the years, or else the months, that two days begin and end: `2009`, `May – July 2016`; else the days."""
    year, month, day = civil(first)
    end_year, end_month, _ = civil(last)
    if day > 1 or civil(last + 1)[2] > 1:
        return days_words(first, last)
    if (month, end_month) == (1, 12):
        return year_name(year) if year == end_year else f"{year_name(year)} – {year_name(end_year)}"
    if (year, month) == (end_year, end_month):
        return f"{MONTHS[month - 1]} {year_name(year)}"
    return months_words(first, last)


def listed(items: list[str], last: str) -> str:
    """Return `a, b and c`, with the word that goes before the last."""
    return f" {last} ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _grouped(year: int) -> str:
    return f"{year:,}" if year >= 10_000 else str(year)
