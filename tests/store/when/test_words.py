"""The words for days, months and years."""

import pytest

from store.when import ordinal
from store.when.words import span_words


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2009, 1, 1), (2009, 12, 31), "2009"),
        ((-753, 1, 1), (2009, 12, 31), "754 BC – 2009"),
        ((2016, 6, 1), (2016, 6, 30), "June 2016"),
        ((2016, 5, 1), (2016, 7, 31), "May – July 2016"),
        ((2015, 12, 1), (2016, 1, 31), "December 2015 – January 2016"),
        ((2016, 6, 1), (2016, 6, 5), "1 – 5 June 2016"),
        ((2016, 6, 30), (2016, 6, 30), "30 June 2016"),
        ((2016, 5, 2), (2016, 6, 30), "2 May – 30 June 2016"),
    ],
)
def test_a_span_is_told_by_what_it_begins_and_ends(
    first: tuple[int, int, int], last: tuple[int, int, int], told: str
) -> None:
    assert span_words(ordinal(*first), ordinal(*last)) == told
