"""Which accounts cannot hold side by side."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from store.conflicts import MOST, STATED, Account, Conflict, conflicts, stated
from store.when import Certainty, overlaps, parse


def pairs(*accounts: Account) -> list[tuple[str, str]]:
    return [(conflict.this, conflict.other) for conflict in conflicts(accounts)]


def holds(name: str, actor: str, edtf: str = "", place: str = "location:town") -> Account:
    return Account(name, actor, "controls", object=place, edtf=edtf)


def strength(name: str, value: str, edtf: str = "", subject: str = "faction:reds") -> Account:
    return Account(name, subject, "strength", value=value, edtf=edtf)


def founded(name: str, value: str = "", edtf: str = "") -> Account:
    return Account(name, "faction:reds", "founded", value=value, edtf=edtf)


def test_two_who_control_one_place_at_a_time() -> None:
    assert pairs(holds("a", "faction:x", "2015/2016-03"), holds("b", "faction:y", "2016-02/..")) == [("a", "b")]


def test_one_after_the_other_may_control_a_place() -> None:
    assert pairs(holds("a", "faction:x", "2015-01-01/2015-05-31"), holds("b", "faction:y", "2016-01-01/..")) == []


def test_times_that_only_may_overlap_are_enough() -> None:
    assert pairs(holds("a", "faction:x", "2015/2016"), holds("b", "faction:y", "2016/..")) == [("a", "b")]


def test_two_places_and_two_reports_of_one_holder_agree() -> None:
    assert pairs(holds("a", "faction:x"), holds("b", "faction:x"), holds("c", "faction:y", place="location:port")) == []


def test_the_undated_overlaps_everything() -> None:
    assert pairs(strength("a", "800"), strength("b", "2,000", "2016")) == [("a", "b")]


def test_values_are_compared_without_case_blanks_and_grouping() -> None:
    assert pairs(strength("a", "2,000 Men"), strength("b", "2000  men")) == []


def test_a_thing_is_founded_once_whenever_that_is_told() -> None:
    assert pairs(founded("a", edtf="2014"), founded("b", edtf="2016-05")) == [("a", "b")]
    assert pairs(founded("a", edtf="2014"), founded("b", edtf="2014-37")) == []
    assert pairs(founded("a", "2014"), founded("b", edtf="2014-02")) == []


def test_a_claim_of_deaths_is_held_against_the_toll_of_the_event() -> None:
    toll = Account("event:clash", "event:clash", "deaths", value="12", edtf="2016-05-10")
    claimed = Account("claim:dead", "event:clash", "deaths", value="30", edtf="2016-05-10")
    assert pairs(toll, claimed) == [("event:clash", "claim:dead")]
    assert pairs(toll, claimed._replace(value="12")) == []


def test_ties_and_assessments_never_conflict_by_rule() -> None:
    backs = [Account(name, "faction:x", "backs", object="faction:y", edtf="2016") for name in "ab"]
    thinks = [Account(name, "faction:x", "assessment", value=name) for name in "cd"]
    assert pairs(*backs, *thinks) == []


def test_what_says_so_itself_is_told_once_from_either_side() -> None:
    told = set(stated("claim:a", "faction:x", ["claim:b", "claim:a"])) | set(
        stated("claim:b", "faction:x", ["claim:a"])
    )
    assert told == {Conflict("claim:a", "claim:b", "faction:x", STATED)}


def test_many_versions_of_one_number_are_told_within_bounds() -> None:
    found = pairs(*(strength(f"c{number}", str(number)) for number in range(500)))
    assert len(found) <= 500 * MOST
    assert {name for pair in found for name in pair} == {f"c{number}" for number in range(500)}


EDTF = st.sampled_from(["", "2014", "2015/2016", "2016-05", "2016-05-10", "../2015", "2016/..", "2015~", "{2014,2016}"])


@given(st.lists(st.tuples(EDTF, st.sampled_from("xyz")), max_size=MOST))
def test_the_sweep_finds_what_comparing_all_with_all_finds(versions: list[tuple[str, str]]) -> None:
    accounts = [strength(f"c{place}", value, edtf) for place, (edtf, value) in enumerate(versions)]

    def may_overlap(one: Account, other: Account) -> bool:
        if not (one.edtf and other.edtf):
            return True
        return overlaps(parse(one.edtf), parse(other.edtf)) is not Certainty.NOT

    expected = {
        frozenset((one.ref, other.ref))
        for one, other in combinations(accounts, 2)
        if one.value != other.value and may_overlap(one, other)
    }
    assert {frozenset(pair) for pair in pairs(*accounts)} == expected
