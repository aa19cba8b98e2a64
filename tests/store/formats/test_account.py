"""The account of an import: it adds up, reads as plain lines, and as JSON."""

import json

from store.formats.account import Account, Caution, Tally
from store.formats.found import Column, Skipped

ACCOUNT = Account(
    file="ged.csv",
    encoding="windows-1252",
    columns=(Column("id", "event id"),),
    read=12,
    rows=Tally(created=4, updated=2, unchanged=4, kept=1),
    beside={"faction": Tally(created=3), "source": Tally(unchanged=7)},
    skipped=(Skipped(5, "id is empty"), Skipped(9, "best ‘x’ is not a number")),
    cautions=(Caution("low and high deaths are not in that order", (2, 4, 6, 8), 11),),
)


def test_it_adds_up_when_every_row_is_accounted_for() -> None:
    assert ACCOUNT.adds_up
    assert not ACCOUNT._replace(read=13).adds_up
    assert not ACCOUNT._replace(skipped=()).adds_up


def test_its_lines_give_the_sum_first_and_each_skip_with_line_and_reason() -> None:
    assert ACCOUNT.lines() == (
        "ged.csv: 12 rows read = 4 created + 2 updated + 4 unchanged + 2 skipped",
        "  factions: 3 created + 0 updated + 0 unchanged",
        "  sources: 0 created + 0 updated + 7 unchanged",
        "  edited by hand and left as they are: 1",
        "  read as windows-1252",
        "  caution: low and high deaths are not in that order: lines 2, 4, 6 and 8 more",
        "  line 5 skipped: id is empty",
        "  line 9 skipped: best ‘x’ is not a number",
    )


def test_a_caution_of_one_line_names_it() -> None:
    [told] = (line for line in ACCOUNT._replace(cautions=(Caution("odd", (7,), 1),)).lines() if "caution" in line)

    assert told == "  caution: odd: line 7"


def test_what_went_without_saying_is_not_said() -> None:
    plain = ACCOUNT._replace(encoding="utf-8", rows=Tally(created=10), cautions=(), skipped=(), read=10, beside={})

    assert plain.lines() == ("ged.csv: 10 rows read = 10 created + 0 updated + 0 unchanged + 0 skipped",)


def test_it_tells_whether_the_store_is_another_than_before() -> None:
    same = ACCOUNT._replace(rows=Tally(unchanged=10), beside={"faction": Tally(unchanged=2)})

    assert ACCOUNT.changed
    assert not same.changed
    assert same._replace(beside={"faction": Tally(updated=1)}).changed


def test_as_json_it_says_the_same_and_where_each_column_went() -> None:
    told = json.loads(json.dumps(ACCOUNT.as_json()))

    assert told["read"] == told["created"] + told["updated"] + told["unchanged"] + len(told["skipped"])
    assert told["skipped"][0] == {"line": 5, "reason": "id is empty"}
    assert told["beside"]["factions"] == {"created": 3, "updated": 0, "unchanged": 0, "kept": 0}
    assert told["columns"] == {"id": "event id"}
    assert told["cautions"] == [
        {"what": "low and high deaths are not in that order", "lines": [2, 4, 6, 8], "rows": 11}
    ]
