"""Text from outside is safe to show, and found however it is written."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.text import brief, clean, fold, one_line, slug

# Made without strategies' own taste: every code point may come, stray surrogates too.
anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@given(anything)
@example("\x1b]52;c;aGk=\x07")
@example("\x9b31mred")
@example("right\u202eto left\u2066\u2069")
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean(text))


@given(anything)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


def test_every_way_of_ending_a_line_becomes_a_newline() -> None:
    assert clean("one\r\ntwo\rthree\u2028four\x85five") == "one\ntwo\nthree\nfour\nfive"


def test_tabs_and_newlines_of_a_text_are_kept_and_those_of_a_line_become_blanks() -> None:
    assert clean("a\tb\nc") == "a\tb\nc"
    assert one_line("  a\tb\n\n c ") == "a b c"


def test_brackets_and_arabic_are_text_like_any_other() -> None:
    assert clean("he [sic] said [/] مصراتة") == "he [sic] said [/] مصراتة"


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Şabrātah", "sabratah"), ("ZUWĀRAH", "zuwarah"), ("Łódź", "lodz"), ("Ma‘rib", "marib"), ("Straße", "strasse")],
)
def test_accents_case_and_transliteration_marks_do_not_hide_a_name(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@given(anything)
@example("Şabrātah é 각 ﬁ Å")
def test_a_text_is_found_whether_its_accents_are_composed_or_not(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@pytest.mark.parametrize(("written", "typed"), [("مصراتة", "مصراته"), ("أجدابيا", "اجدابيا"), ("مُصْطَفَى", "مصطفي")])
def test_variants_of_arabic_letters_and_vowel_signs_do_not_hide_a_name(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@given(anything)
def test_a_slug_can_always_be_typed(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= 80


def test_a_slug_reads_like_the_name_it_was_made_of() -> None:
    assert slug("Şabrātah, Libya") == "sabratah-libya"
    assert slug("Islamic State (IS)") == "islamic-state-is"


def test_names_without_a_latin_letter_get_different_slugs() -> None:
    assert slug("مصراتة") != slug("سرت")
    assert slug("سرت") == slug("سرت")


def test_what_is_quoted_in_brief_is_cut_with_a_sign() -> None:
    assert brief("Sirte\n  town") == "Sirte town"
    assert brief("x" * 40) == "x" * 40
    assert brief("x" * 41) == "x" * 39 + "…"
    assert brief(" " * 1_000 + "x").endswith("…")
    assert brief("abcdef", 4) == "abc…"
