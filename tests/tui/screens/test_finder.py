"""Find: results as one types, whatever one types."""

from store.situation import Situation
from tests.tui.driver import SMALL, Reader, reading


def found(reader: Reader) -> list[str]:
    """Return the refs listed."""
    rows = reader.dialog.list.listing
    return [rows.row(number).target for number in range(rows.rows)]  # type: ignore[attr-defined]


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


async def test_results_come_as_one_types(town: Situation) -> None:
    async with reading(town, keys=["/"]) as reader:
        assert found(reader) == []
        await reader.press('"re')
        assert "faction:reds" in found(reader)
        await reader.press('"zzz')
        assert found(reader) == []
        assert told(reader) == "Nothing holds these words."


async def test_a_name_is_found_in_every_script_with_and_without_accents(town: Situation) -> None:
    async with reading(town) as reader:
        for words in ("صبراتة", "Şabrātah", "SABRATAH", "صبرات"):
            await reader.press("/", '"' + words)
            assert "location:sabratah" in found(reader)
            assert reader.shows("Şabrātah")
            await reader.press("escape")


async def test_what_is_typed_behind_enter_goes_to_the_room(town: Situation) -> None:
    async with reading(town) as reader:
        await reader.rush("/", *"talks kind:event", "enter", "backspace", "2")
        assert reader.app.screen is reader.room
        assert (reader.subject, reader.pane.name_) == ("faction:reds", "profile")


async def test_what_is_typed_behind_enter_is_typed_where_there_is_nothing_to_follow(town: Situation) -> None:
    async with reading(town) as reader:
        await reader.rush("/", *"zzz", "enter", *"yy")
        assert reader.dialog.line.value == "zzzyy"
        await reader.rush("escape", "3")
        assert (reader.app.screen, reader.pane.name_) == (reader.room, "timeline")


async def test_enter_follows_and_back_returns(town: Situation) -> None:
    async with reading(town, keys=["/", '"talks kind:event', "enter"]) as reader:
        assert (reader.subject, reader.pane.name_) == ("event:talks", "profile")
        await reader.press("backspace")
        assert (reader.subject, reader.pane.name_) == ("faction:reds", "index")


async def test_the_cursor_moves_in_the_results_while_one_types(town: Situation) -> None:
    async with reading(town, keys=["/", '"the', "down", "down"]) as reader:
        third = found(reader)[2]
        await reader.press("enter")
        assert reader.subject == third


async def test_escape_leaves_everything_as_it_was(town: Situation) -> None:
    async with reading(town, keys=["down"]) as reader:
        before = reader.screen()
        await reader.press("/", '"port', "down", "escape")
        assert reader.screen() == before


async def test_a_query_that_makes_no_sense_is_told_in_the_dialog(town: Situation) -> None:
    async with reading(town) as reader:
        for query, complaint in (("kind:nothing", "kind"), ("actor:nobody-at-all", "nobody-at-all"), ("since:x", "x")):
            await reader.press("/", '"' + query)
            assert complaint in told(reader)
            await reader.press("escape")
            assert reader.app.screen is reader.room


async def test_enter_follows_nothing_that_does_not_answer_what_is_typed(town: Situation) -> None:
    async with reading(town) as reader:
        for query in ("kind:nothing", "zzz"):
            await reader.press("/", '"blues')
            assert found(reader)
            await reader.press(*["backspace"] * 5, '"' + query, "enter")
            assert reader.dialog.title_text == "Find"
            await reader.press("escape")
            assert reader.subject == "faction:reds"


async def test_whatever_is_typed_is_taken_for_words(town: Situation) -> None:
    odd = (
        "[/]",
        "[red]x[/red]",
        "[sic]",
        '"',
        '""',
        "'",
        "\\",
        "*",
        "(",
        "AND",
        "NOT",
        "-",
        "-x",
        ":",
        "a:b:c",
        "^",
        "%",
    )
    async with reading(town) as reader:
        for typed in odd:
            await reader.press("/", '"' + typed)
            assert reader.shows(typed)
            await reader.press("escape")


async def test_what_is_pasted_holds_nothing_that_a_terminal_obeys(town: Situation) -> None:
    async with reading(town) as reader:
        for opened in ("/", "t", "f"):
            await reader.press(opened)
            await reader.paste("re\x1b]52;c;aGk=\x07\x9b31m\u202eds\nsecond line")
            shown = "".join(reader.screen())
            assert "re]52;c;aGk=31mds" in shown
            assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e")
            await reader.press("escape")


async def test_find_looks_from_the_day_that_was_set_and_through_no_other_lens(town: Situation) -> None:
    async with reading(town, keys=["t", '"2016-05-15', "enter", "/", '"talks']) as reader:
        assert found(reader) == []
        await reader.press("escape", "x", "/", '"talks')
        assert "event:talks" in found(reader)


async def test_a_misspelt_name_is_found_and_marked_as_near(shipped: Situation) -> None:
    async with reading(shipped, keys=["/", '"misrta']) as reader:
        assert "faction:misrata-militias" in found(reader)
        assert reader.shows("faction  ≈ Misrata militias")
        assert told(reader).startswith("Nothing is spelt so; ≈ is spelt nearly so: ")
        await reader.press(*["backspace"] * 2, '"ata')
        assert "≈" not in told(reader)


async def test_what_may_be_typed_ends_in_a_sign_where_there_is_no_room_for_all_of_it(town: Situation) -> None:
    async with reading(town, SMALL, keys=["/"]) as reader:
        assert reader.part(reader.dialog.line)[0].rstrip().endswith("…")
        await reader.resize(160, 40)
        assert reader.part(reader.dialog.line)[0].rstrip().endswith("since:2016-05, -word")
