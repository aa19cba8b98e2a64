"""From days to EDTF, for whoever brings two days and needs them written down."""

from store.when.civil import Day, civil, days_in_month

_FIRST_YEAR, _LAST_YEAR = -9999, 9999


def edtf_of_day(day: Day) -> str:
    """Return `YYYY-MM-DD`. Raises ValueError outside the years -9999 to 9999, where EDTF has no days."""
    year, month, of_month = civil(day)
    return f"{edtf_of_year(year)}-{month:02}-{of_month:02}"


def written_day(day: Day) -> str:
    """Return `YYYY-MM-DD`; of a day in years where EDTF has no days the year, `Y-200000`."""
    year = civil(day)[0]
    return edtf_of_day(day) if _FIRST_YEAR <= year <= _LAST_YEAR else f"Y{year}"


def edtf_of_month(year: int, month: int) -> str:
    """Return `YYYY-MM`. Raises ValueError as `edtf_of_day` does."""
    return f"{edtf_of_year(year)}-{month:02}"


def edtf_of_year(year: int) -> str:
    """Return `YYYY`, with a minus before 1 BC. Raises ValueError as `edtf_of_day` does."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(
            f"the year {year} is out of reach; days are written for the years {_FIRST_YEAR} to {_LAST_YEAR}"
        )
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def from_days(earliest: Day, latest: Day, held: bool) -> str:
    """Return the canonical EDTF of two days, both counted.

    One day, a whole month and a whole year are written as such. Other spans become `a/b` when the thing `held` all the
    time, else `[a..b]`: it was on some day within. Raises ValueError when they are in the wrong order or out of reach.
    """
    if latest < earliest:
        raise ValueError(f"it would end before it begins: {edtf_of_day(earliest)} to {edtf_of_day(latest)}")
    if earliest == latest:
        return edtf_of_day(earliest)
    (year, month, day), (end_year, end_month, end_day) = civil(earliest), civil(latest)
    ends_a_month = end_day == days_in_month(end_year, end_month)
    if day == 1 and ends_a_month and year == end_year:
        if month == end_month:
            return edtf_of_month(year, month)
        if (month, end_month) == (1, 12):
            return edtf_of_year(year)
    first, last = edtf_of_day(earliest), edtf_of_day(latest)
    return f"{first}/{last}" if held else f"[{first}..{last}]"
