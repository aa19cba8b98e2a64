"""What is told of a situation that is handed on: what the format lost, who may have it, and what is not valid."""

from store.formats.handed import ALL_OF_IT, Losses
from store.formats.handing import hand_on
from store.formats.registry import writer
from tests.situations import event, faction, source
from tests.store.formats.handing_on import of, out


def test_losses_are_told_by_kind_and_reason_and_counted_by_field() -> None:
    losses = Losses()
    losses.note("event", "summary", "no room")
    losses.note("event", "summary", "no room")
    losses.note("event", "note", "no room")
    losses.note("event", "when", "rounded")
    losses.note("faction", ALL_OF_IT, "no event", 3)

    assert losses.lines() == (
        "faction: 3 not handed on: no event",
        "event: note (1), summary (2): no room",
        "event: when (1): rounded",
    )


def test_what_every_record_has_is_told_once_and_last() -> None:
    losses = Losses()
    losses.note("event", "created", "no room", 2)
    losses.note("source", "created", "no room")
    losses.note("source", "terms", "no room")

    assert losses.lines() == ("source: terms (1): no room", "of all records: created (3): no room")


def test_a_report_has_warnings_and_every_loss() -> None:
    losses = Losses()
    losses.warn("handle with care")
    losses.note("quote", "gist", "no room", 4)

    assert losses.as_json() == {
        "warnings": ["handle with care"],
        "losses": [{"kind": "quote", "field": "gist", "why": "no room", "records": 4}],
    }


def test_markings_say_who_may_have_what_is_handed_on_the_strictest_first() -> None:
    made = [
        faction("a", marking="green"),
        faction("b", marking="red"),
        event("e", "Clash", marking="red"),
        faction("c"),
    ]

    assert out("json", *made).losses.warnings == (
        "TLP:RED: 2 records are for the eyes of those who were given them alone",
        "TLP:GREEN: 1 record is for the community that was given them, not the public",
    )


def test_terms_that_forbid_passing_on_are_told_and_those_that_allow_it_are_not() -> None:
    made = [
        source("closed", terms="For your own use. The data may not be  redistributed\nin any form."),
        source("closed-too", terms="Do not share"),
        source("rights", terms="All rights reserved"),
        source("none-of-it", terms="No redistribution"),
        source("open", terms="CC BY 4.0: share and redistribute, with the name of who made it"),
        source("alike", terms="CC BY-NC-SA 4.0: not for sale; share alike"),
        source("none"),
    ]

    assert out("json", *made).losses.warnings == (
        "source:closed: its terms forbid passing it on: "
        "For your own use. The data may not be redistributed in any form.",
        "source:closed-too: its terms forbid passing it on: Do not share",
        "source:none-of-it: its terms forbid passing it on: No redistribution",
        "source:rights: its terms forbid passing it on: All rights reserved",
    )


def test_of_many_such_sources_a_few_are_named() -> None:
    warnings = out("json", *(source(f"s{number}", terms="do not share") for number in range(8))).losses.warnings

    assert len(warnings) == 6
    assert warnings[-1] == "3 more sources have terms that forbid passing them on"


def test_rows_of_acled_are_told() -> None:
    made = [event(f"e{number}", "Clash", external={"acled": {"event_id_cnty": f"{number}"}}) for number in range(2)]

    [warning] = out("json", *made).losses.warnings
    assert warning == "2 records hold rows of ACLED, whose terms forbid passing them on; hand on your own work alone"


def test_what_is_not_valid_is_left_out_of_the_formats_of_others_and_told() -> None:
    broken = faction("a", faction_kind="nobody knows")

    assert out("json", broken).losses.losses == ()
    assert out("ucdp", broken, faction("b")).losses.lines() == (
        "faction: 1 not handed on: not from a row of UCDP GED",
        "faction: 1 not handed on: not valid; `sitroom check` says why",
    )


def test_a_record_is_called_by_its_first_name_or_its_title_or_its_id() -> None:
    handed = of([faction("a", "Reds", "Red Front"), event("e", "Clash")])

    titles = [handed.title(ref) for ref in ("faction:a", "event:e", "location:nowhere")]
    assert titles == ["Reds", "Clash", "nowhere"]


def test_every_record_that_passes_is_told_once_a_time() -> None:
    passed: list[None] = []

    b"".join(hand_on(writer("jsonl"), of([faction("a"), event("e", "Clash")]), Losses(), lambda: passed.append(None)))

    assert len(passed) == 2
