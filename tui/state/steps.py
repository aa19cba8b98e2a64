"""Steps in time: from the day that is looked from to the end of the day, month or year before or after."""

from typing import Literal, TypeAlias, get_args

from store.when import Day, civil, ordinal

Step: TypeAlias = Literal["day", "month", "year"]
STEPS: tuple[Step, ...] = get_args(Step)


def earlier(day: Day, step: Step) -> Day:
    """Return the last day of the day, month or year before the one that a day is in."""
    return _first(day, step) - 1


def later(day: Day, step: Step) -> Day:
    """Return the last day of the day, month or year that the next day is in."""
    after = day + 1
    year, month, _ = civil(after)
    if step == "day":
        return after
    return ordinal(year + 1, 1, 1) - 1 if step == "year" else ordinal(year + month // 12, month % 12 + 1, 1) - 1


def _first(day: Day, step: Step) -> Day:
    year, _, of_month = civil(day)
    return ordinal(year, 1, 1) if step == "year" else day - of_month + 1 if step == "month" else day
