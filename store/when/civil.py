"""Whole days as integers: the proleptic Gregorian calendar for any year, before Christ and in deep time too.

Years are astronomical: 0 is 1 BC, -43 is 44 BC. A `Day` counts from 0001-01-01, which is 1, as
`datetime.date.toordinal` does, but runs on below 1 and past 9999.
"""

Day = int

PAST: Day = -(2**63)
FUTURE: Day = 2**63 - 1
"""No limit: before and after every day, at the edges of SQLite's integers."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Names of the months in English, January at 0."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_400_YEARS, _DAYS_IN_100_YEARS, _DAYS_IN_4_YEARS = 146_097, 36_524, 1_461


def is_leap(year: int) -> bool:
    """Tell whether February of this year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return 28 to 31; `month` is 1-12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def ordinal(year: int, month: int, day: int) -> Day:
    """Return the day's number. The date must exist: nothing is checked here."""
    past = year - 1
    leap_day = month > 2 and is_leap(year)
    return past * 365 + past // 4 - past // 100 + past // 400 + _BEFORE[month] + leap_day + day


def civil(day: Day) -> tuple[int, int, int]:
    """Return year, month (1-12) and day of the month (1-31)."""
    cycles, rest = divmod(day - 1, _DAYS_IN_400_YEARS)
    centuries = min(rest // _DAYS_IN_100_YEARS, 3)
    rest -= centuries * _DAYS_IN_100_YEARS
    fours, rest = divmod(rest, _DAYS_IN_4_YEARS)
    years = min(rest // 365, 3)
    rest -= years * 365
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    month = (rest + 50) >> 5  # right, or one too many: no month is as long as 32 days
    if _BEFORE[month] + (month > 2 and is_leap(year)) > rest:
        month -= 1
    return year, month, rest - _BEFORE[month] - (month > 2 and is_leap(year)) + 1


def weekday(day: Day) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return (day + 6) % 7


def shift_months(day: Day, months: int) -> Day:
    """Return the same day of the month so many months later (earlier if negative); the last day if there is none."""
    year, month, of_month = civil(day)
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    return ordinal(year, month, min(of_month, days_in_month(year, month)))
