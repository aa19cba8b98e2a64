"""The account of an import: it adds up, reads as plain lines, and as JSON."""

import json

from store.formats.account import Account, Clash, Tally
from store.formats.accounting import Accounting
from store.formats.alike import Alike
from store.formats.found import Column, Skipped

ACCOUNT = Account(
    file="ged.csv",
    encoding="windows-1252",
    columns=(Column("id", "event id"), Column("year", "kept in external"), Column("relid", "event id")),
    read=12,
    rows=Tally(created=4, updated=2, unchanged=4, kept=1),
    beside={"faction": Tally(created=3), "source": Tally(unchanged=7)},
    skipped=(Skipped(5, "id is empty"), Skipped(9, "best ‘x’ is not a number")),
    skips=2,
    cautions=(Alike("low and high deaths are not in that order", (2, 4, 6, 8), 11),),
)


def test_it_adds_up_when_every_row_is_accounted_for() -> None:
    assert ACCOUNT.adds_up
    assert not ACCOUNT._replace(read=13).adds_up
    assert not ACCOUNT._replace(skips=1).adds_up


def test_its_lines_give_the_sum_first_and_each_skip_with_line_and_reason() -> None:
    assert ACCOUNT.lines() == (
        "ged.csv: 12 rows read = 4 created + 2 updated + 4 unchanged + 2 skipped",
        "  factions: 3 created + 0 updated + 0 unchanged",
        "  sources: 0 created + 0 updated + 7 unchanged",
        "  edited by hand and left as they are: 1",
        "  read as windows-1252",
        "  id, relid → event id",
        "  year → kept in external",
        "  caution: low and high deaths are not in that order: lines 2, 4, 6 and 8 more",
        "  line 5 skipped: id is empty",
        "  line 9 skipped: best ‘x’ is not a number",
    )


def test_of_a_great_many_columns_that_go_to_one_place_the_first_are_named_and_json_has_all() -> None:
    columns = tuple(Column(f"c{number}", "the field of that name") for number in range(30))
    account = ACCOUNT._replace(columns=columns)

    assert account.mapping() == ("  c0, c1, c2, c3, c4, c5, c6, c7 and 22 more → the field of that name",)
    assert list(account.as_json()["columns"]) == [column.name for column in columns]
    assert len(ACCOUNT._replace(columns=columns[:20]).mapping()[0].split(", ")) == 20


def test_a_caution_of_one_line_names_it() -> None:
    [told] = (line for line in ACCOUNT._replace(cautions=(Alike("odd", (7,), 1),)).lines() if "caution" in line)

    assert told == "  caution: odd: line 7"


def test_of_a_caution_whose_rows_are_all_on_one_line_their_number_is_told() -> None:
    told = ACCOUNT._replace(cautions=(Alike("odd", (1,) * 20, 239),)).lines()

    assert "  caution: odd: 239 on line 1" in told


def test_what_went_without_saying_is_not_said() -> None:
    plain = ACCOUNT._replace(
        encoding="utf-8", rows=Tally(created=10), cautions=(), skipped=(), skips=0, read=10, beside={}
    )
    plain = plain._replace(columns=())

    assert plain.lines() == ("ged.csv: 10 rows read = 10 created + 0 updated + 0 unchanged + 0 skipped",)


def test_edits_that_were_kept_and_namesakes_are_told() -> None:
    clash = Clash(7, "event:e", "title", '"Ours"', '"Theirs"')
    told = ACCOUNT._replace(clashes=(clash,), namesakes=3).lines()

    assert '  event:e title: kept as edited, "Ours"; line 7 says "Theirs"' in told
    assert "  may be others under the same name: 3; see `sitroom matches`" in told


def skips(*skipped: Skipped) -> list[str]:
    """Return the lines that an account has for these rows."""
    accounting = Accounting()
    for one in skipped:
        accounting.skip(one)
    account = accounting.close({})._replace(encoding="utf-8")
    assert account.adds_up
    return [line.strip() for line in account.lines()[1:]]


def test_a_few_skipped_rows_are_told_one_by_one() -> None:
    assert skips(*(Skipped(line, "bad") for line in range(2, 12)))[-1] == "line 11 skipped: bad"


def test_of_a_great_many_those_that_are_alike_are_told_together() -> None:
    days = [Skipped(line, f"event_date ‘2016-13-{line:02}’ is not a day of the calendar") for line in range(2, 5000)]
    one = Skipped(5000, "the same id as line 7, which was taken")

    assert skips(*days, one) == [
        "4998 skipped: event_date ‘…’ is not a day of the calendar: lines 2, 3, 4 and 4995 more",
        "line 5000 skipped: the same id as line 7, which was taken",
    ]


def test_what_is_the_same_for_all_is_told_in_full() -> None:
    assert skips(*(Skipped(line, "kind: 'army' is none of ours") for line in range(20))) == [
        "20 skipped: kind: 'army' is none of ours: lines 0, 1, 2 and 17 more"
    ]


def test_what_differs_between_rows_that_are_alike_is_left_out() -> None:
    several = [
        *(Skipped(line, f"claim:c{line}: subject: 'a{line}' is not a ref") for line in range(10)),
        *(Skipped(line, f"the same id as line {line - 9}, which was taken") for line in range(10, 19)),
    ]

    assert skips(*several) == [
        "10 skipped: claim:…: subject: ‘…’ is not a ref: lines 0, 1, 2 and 7 more",
        "9 skipped: the same id as line …, which was taken: lines 10, 11, 12 and 6 more",
    ]


def test_a_format_may_say_which_rows_are_alike_and_all_may_be_on_one_line() -> None:
    malware = [Skipped(1, f"malware {name}: nothing is like it", "malware: nothing is like it") for name in range(12)]

    assert skips(*malware) == ["12 skipped: malware: nothing is like it"]


def test_of_a_great_many_reasons_the_commonest_are_told_and_the_rows_of_the_rest_counted() -> None:
    told = skips(*(Skipped(line, "bad", f"{line % 40}: bad") for line in range(1_000)))

    assert (len(told), told[-1]) == (21, "and 500 more rows skipped")


def test_the_sorts_of_a_hostile_file_are_not_all_kept() -> None:
    accounting = Accounting()
    for line in range(1_000):
        accounting.skip(Skipped(line, "bad", f"{line}: bad"))

    account = accounting.close({})

    assert (account.skips, len(account.sorts)) == (1_000, 200)
    assert account.lines()[-1] == "  and 980 more rows skipped"


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
    assert told["columns"] == {"id": "event id", "year": "kept in external", "relid": "event id"}
    assert told["cautions"] == [
        {"what": "low and high deaths are not in that order", "lines": [2, 4, 6, 8], "rows": 11}
    ]
