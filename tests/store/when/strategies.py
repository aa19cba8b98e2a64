"""EDTF texts for property tests."""

from hypothesis import strategies as st

from store.when import NotEdtf, parse
from store.when.civil import days_in_month, ordinal

MARKS = st.sampled_from(["", "", "", "~", "?", "%"])
DAYS = st.integers(ordinal(-9999, 1, 1), ordinal(9999, 12, 31))
NEAR_DAYS = st.integers(ordinal(2015, 1, 1), ordinal(2016, 12, 31))


def year_text(year: int) -> str:
    """Return a year in four digits."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def is_edtf(text: str) -> bool:
    """Tell whether a text parses."""
    try:
        parse(text)
    except NotEdtf:
        return False
    return True


@st.composite
def plain_dates(draw: st.DrawFn, first: int = -9999, last: int = 9999) -> str:
    """Draw `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, all of them in the calendar."""
    year = draw(st.integers(first, last))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    texts = [year_text(year), f"{year_text(year)}-{month:02}", f"{year_text(year)}-{month:02}-{day:02}"]
    return draw(st.sampled_from(texts))


@st.composite
def open_dates(draw: st.DrawFn) -> str:
    """Draw a date with X in it that some day of the calendar fits."""
    text = draw(plain_dates())
    places = [place for place, letter in enumerate(text) if letter != "-"]
    for place in draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        text = f"{text[:place]}X{text[place + 1 :]}"
    return text


@st.composite
def marked_dates(draw: st.DrawFn) -> str:
    """Draw a date some of whose parts have marks on the left or on the right."""
    text = draw(plain_dates(0) | open_dates().filter(lambda text: not text.startswith("-")))
    return "-".join(draw(MARKS) + part + draw(MARKS) for part in text.split("-"))


def parts_of_years() -> st.SearchStrategy[str]:
    """Draw seasons, quarters, thirds and halves of a year."""
    years, parts = st.integers(-9999, 9999), st.integers(21, 41)
    return st.builds(lambda year, part, mark: f"{year_text(year)}-{part}{mark}", years, parts, MARKS)


def odd_years() -> st.SearchStrategy[str]:
    """Draw years with a Y, an exponent, or significant digits."""
    signs, exponents = st.sampled_from(["", "-"]), st.integers(1, 9)
    long = st.builds(lambda sign, year: f"Y{sign}{year}", signs, st.integers(10_000, 10**15))
    powers = st.builds(lambda sign, base, e: f"Y{sign}{base}E{e}", signs, st.integers(1, 9999), exponents)
    digits = st.builds(lambda year, s: f"{year_text(year)}S{s}", st.integers(-9999, 9999), st.integers(1, 4))
    return long | powers | digits.filter(is_edtf)


def single_dates() -> st.SearchStrategy[str]:
    """Draw any date that can be an edge or a member."""
    dates = plain_dates() | plain_dates(2014, 2017) | open_dates() | marked_dates() | parts_of_years()
    return dates.filter(is_edtf)


def intervals() -> st.SearchStrategy[str]:
    """Draw `a/b` with open and unknown edges."""
    edges = single_dates() | st.sampled_from(["..", ""])
    return st.builds(lambda begin, end: f"{begin}/{end}", edges, edges).filter(is_edtf)


def sets() -> st.SearchStrategy[str]:
    """Draw `[a,b..c]` and `{a,b..c}`."""
    ranges = st.builds(lambda first, last: f"{first}..{last}", single_dates() | st.just(""), single_dates())
    members = st.lists(single_dates() | ranges.filter(lambda text: is_edtf(f"[{text}]")), min_size=1, max_size=6)
    later = st.sampled_from(["", ".."])
    inside = st.builds(lambda members, dots: ",".join(members) + dots, members, later)
    return (inside.map(lambda text: f"[{text}]") | inside.map(lambda text: f"{{{text}}}")).filter(is_edtf)


def edtf_texts() -> st.SearchStrategy[str]:
    """Draw any EDTF that this project reads."""
    return single_dates() | odd_years() | intervals() | sets()
