"""Names spelt nearly as they were typed: exactly those within so many slips, and none where one is spelt so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.index import spelling
from store.index.spelling import nearest
from store.situation import Situation
from tests.situations import claim, event, faction, location, quote, write

LETTERS = st.text("abc", min_size=1, max_size=7)


def far(word: str, typed: str) -> int:
    """Return how far the nearest beginning of a word is from what was typed, worked out cell by cell."""
    cells = {(i, 0): i for i in range(len(word) + 1)} | {(0, j): j for j in range(len(typed) + 1)}
    for i in range(1, len(word) + 1):
        for j in range(1, len(typed) + 1):
            here, there = word[i - 1], typed[j - 1]
            ways = [cells[i - 1, j] + 1, cells[i, j - 1] + 1, cells[i - 1, j - 1] + (here != there)]
            if i > 1 and j > 1 and here == typed[j - 2] and word[i - 2] == there:
                ways.append(cells[i - 2, j - 2] + 1)
            cells[i, j] = min(ways)
    return min(cells[i, len(typed)] for i in range(len(word) + 1))


@given(st.sets(LETTERS, max_size=40), LETTERS, st.sampled_from([1, 2]))
def test_it_gives_the_words_within_so_many_slips_and_no_others(words: set[str], typed: str, slips: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "MOST", 10_000)
        assert set(nearest(sorted(words), typed, slips)) == {word for word in words if far(word, typed) <= slips}


@pytest.fixture
def libya(tmp_path: Path) -> Situation:
    return Situation.open(
        write(
            tmp_path / "libya.json",
            location("sabratah", "Şabrātah", "صبراتة"),
            location("jufra", "الجفرة"),
            location("benghazi", "Benghazi"),
            faction("misrata", "Misrata militias"),
            faction("qadhafi", "Mu'ammar al-Qadhafi's army"),
            faction("iran", "سپاه کاملِ یک"),
            location("road", "Road 17 طريق ١٧"),
            event("clash", "Clash on the road from Misrata", who=["faction:misrata"]),
            quote("q", "He wrote it Bengazi, as they do there", about=["location:benghazi"]),
            claim("c", "faction:misrata", "strength", "12"),
        )
    )


def found(situation: Situation, query: str) -> list[tuple[str, bool]]:
    return [(row.target, row.near) for row in situation.find(query).rows]


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("misrta", "faction:misrata"),
        ("misarta", "faction:misrata"),
        ("mistrata", "faction:misrata"),
        ("nisrata", "faction:misrata"),
        ("Misrta militas", "faction:misrata"),
        ("sabrtah", "location:sabratah"),
        ("sabrt", "location:sabratah"),
        ("صبرتة", "location:sabratah"),
        ("gaddafi", "faction:qadhafi"),
        ("alqadhafi", "faction:qadhafi"),
    ],
)
def test_a_name_with_a_slip_in_it_is_found_and_marked(libya: Situation, typed: str, ref: str) -> None:
    assert (ref, True) in found(libya, typed)
    assert all(near for _, near in found(libya, typed))


@pytest.mark.parametrize("typed", ["misrata", "misr", "sabratah", "militias misrata"])
def test_what_is_spelt_as_it_is_is_near_to_nothing(libya: Situation, typed: str) -> None:
    assert found(libya, typed)
    assert not any(near for _, near in found(libya, typed))


@pytest.mark.parametrize("typed", ["msr", "xyz", "zzzzzzzz", "clash zzzz"])
def test_short_words_and_words_that_are_near_to_nothing_find_nothing(libya: Situation, typed: str) -> None:
    assert found(libya, typed) == []


def test_what_holds_the_word_as_it_was_typed_comes_before_names_near_it(libya: Situation) -> None:
    assert found(libya, "bengazi") == [("quote:q", False), ("location:benghazi", True)]


def test_beside_a_word_that_is_known_a_misspelt_name_is_looked_for_anywhere(libya: Situation) -> None:
    assert found(libya, "clash misrta") == [("event:clash", True)]


def test_the_words_it_was_taken_for_are_the_ones_marked(libya: Situation) -> None:
    (row,) = libya.find("benghzi").rows
    assert [row.context[start:end] for start, end in row.matches] == ["Benghazi"]


def test_the_rest_of_a_query_holds_for_what_is_near_too(libya: Situation) -> None:
    assert found(libya, "misrta kind:location") == []
    assert found(libya, "misrta -militias") == [("event:clash", True)]


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("sabratah", "location:sabratah"),
        ("ṣabrātah", "location:sabratah"),
        ("صبراته", "location:sabratah"),
        ("صَبْرَاتَة", "location:sabratah"),
        ("صبـــراتة", "location:sabratah"),
        ("الصبراتة", "location:sabratah"),
        ("جفرة", "location:jufra"),
        ("الجفره", "location:jufra"),
        ("ٱلجفرة", "location:jufra"),
        ("سپاه", "faction:iran"),
        ("كامل", "faction:iran"),
        ("يك", "faction:iran"),
        ("١٧", "location:road"),
        ("۱۷", "location:road"),
    ],
)
def test_a_name_finds_itself_however_it_is_written(libya: Situation, typed: str, ref: str) -> None:
    if typed == "ṣabrātah":
        assert found(libya, typed) == [(ref, False)]
    assert (ref, False) in found(libya, typed)


def test_a_change_of_names_changes_what_is_near(libya: Situation) -> None:
    from store.records import Location
    from store.values import Name

    assert found(libya, "zuwarrah") == []
    libya.change([Location(id="zuwarah", names=(Name(text="Zuwarah"),))])
    assert found(libya, "zuwarrah") == [("location:zuwarah", True)]
