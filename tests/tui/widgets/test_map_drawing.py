"""The picture of the map: an analyst knows the coast, finds the places, and is told nothing that is not so."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import fixtures
from tui.widgets.map_drawing import CONTESTED, HELD, OTHER, MapPicture, MapPoint, Span, draw, ground
from tui.widgets.map_sheet import Layer
from tui.widgets.outlines import NOWHERE, Country, Outlines, Region
from tui.widgets.projection import View, fitted

SHIPPED = Outlines(Path(fixtures.__file__).with_name("outlines.json"))
CITIES = [
    MapPoint("location:tripoli", "Tripoli", 13.191, 32.887, HELD, 9),
    MapPoint("location:misrata", "Misrata", 15.093, 32.375, OTHER, 8),
    MapPoint("location:sirte", "Sirte", 16.589, 31.209, CONTESTED, 7),
    MapPoint("location:bani-walid", "Bani Walid", 13.983, 31.756, HELD, 6),
    MapPoint("location:benghazi", "Benghazi", 20.067, 32.117, OTHER, 5),
    MapPoint("location:derna", "Derna", 22.637, 32.767, CONTESTED, 4),
]
LIBYA = [(9.5, 19.5), (25.0, 33.2)]
FLAT = View(0, 0, 20, 10, 20, 5)
"""A window in which a cell is one degree wide and two high."""


def drawn(view: View, points: Iterable[MapPoint], *, selected: str = "", plain: bool = False) -> MapPicture:
    return draw(ground(view, SHIPPED.region(view), plain=plain), points, selected=selected)


def empty(points: Iterable[MapPoint], view: View = FLAT, *, selected: str = "", plain: bool = False) -> MapPicture:
    """Return places drawn on no outlines at all."""
    return draw(ground(view, NOWHERE, plain=plain), points, selected=selected)


def at(column: int, row: int, label: str, weight: int = 1, mark: str = OTHER) -> MapPoint:
    """Return a place in the middle of a cell of FLAT."""
    return MapPoint(f"location:{label.lower()}", label, column + 0.5, 9 - 2 * row, mark, weight)


def art(picture: MapPicture) -> str:
    return "\n".join(row.rstrip() for row in picture.text())


def test_the_coast_of_libya_in_a_small_pane() -> None:
    assert (
        art(drawn(fitted([(p.lon, p.lat) for p in CITIES], 36, 12), CITIES))
        == """\
                                 ⢸⣒⣤
                                   ⠈

                            Derna
⠍⠒⠤⣀⡠● Tripoli            ⣀⡠⠤⠤◐⡀
⠃       ⠉⠑○ Misrata    ○ Benghazi ⡀
       ● Bani Walid    ⢸          ⠈⠉
           ⠈⠑⠒◐ Sirte  ⠈⡆
                  ⠉⠒⠤⣀⠤⠊
               LIBYA

"""
    )


def test_libya_and_its_neighbours() -> None:
    assert (
        art(drawn(fitted(LIBYA, 60, 20), CITIES))
        == """\
             ⠅   ⢀⠇     ⠈                ⠠⠧⣤⣤⡤⠤⠄⠐          ⡤
            ⠠⠁  ⡠⠊⠈                                       ⠈⠚
           ⠈⠄   ⠈⠑ Tripoli     Benghazi
             ⠃⠄   ⡀⠅⠉⠉●⠑⠒○⢄        ○⠖⠊⠉⠉◐ Derna
            Bani Walid ●  ⠈⠦◐ Sirte       ⠈⠉⠱⠒⠒⠢⠤⢄⡀   ⣀⠤⠤⠤⡀⢀
               ⡅⡨             ⠉⠑⠢⢄⡠⠃        ⠨     ⠈⠑⠒⠉    ⠈⠁
               ⠡                            ⠡             ⢜⡄
               ⠨                            ⠨             ⠈⢷
                ⠅                           ⠨              ⠈
    ALGERIA    ⠈⠄                           ⠨
               ⠨           LIBYA            ⠨     EGYPT
                ⠡⡀                          ⠨
                  ⠁⠡⡀                       ⠨
                 ⡀⠄⠁ ⠁⠂⠄⡀⠤⠄⠂⠂⠄⡀             ⠨
              ⡀⠄⠂        ⠈⠄    ⠁⠂⠄⡀         ⠨⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄
⡀           ⠄⠂            ⠡        ⠁⠂⠄⡀     ⠨
 ⠂⠄⡀     ⡀⠂⠁               ⠡           ⠁⠂⠄⡀ ⡨
   ⠈⠂⠄⠂⠂⠁     NIGER        ⠅     CHAD     ⠨⠁     SUDAN
     ⠅                    ⠠⠁              ⠨
     ⡅                    ⡨               ⠨"""
    )


def test_libya_where_no_braille_can_be_shown() -> None:
    picture = drawn(fitted(LIBYA, 36, 12), CITIES, plain=True)
    assert art(picture).isascii()
    assert (
        art(picture)
        == """\
       :  ..             .....     .
       : ....* Tripoli .% Derna
   Bani Walid *o.%   o Benghazi ....
         :  Misrata ..    :   ..  ..
         :                :        .
 ALGERIA :                :
         :     LIBYA      :  EGYPT
          :::   :         :
        :::: ::: ::::     ::::::::::
:     ::       ::    :::: :
 ::::: NIGER    :  CHAD  :: SUDAN
   :           ::        :"""
    )


def test_each_cell_says_its_layer() -> None:
    shore = Region(coast=[[(0, 9), (20, 9)]], borders=[[(0, 5), (20, 5)]], countries=[])
    picture = draw(ground(FLAT, shore), [at(4, 1, "Aa"), at(12, 3, "Bb")], selected="location:bb")
    assert [{span.layer for span in row} for row in picture.rows] == [
        {Layer.COAST},
        {Layer.BLANK, Layer.PLACE, Layer.LABEL},
        {Layer.BORDER},
        {Layer.BLANK, Layer.SELECTED},
        {Layer.BLANK},
    ]
    assert Span("○", Layer.SELECTED) in picture.rows[3]


def test_a_name_goes_to_the_left_at_the_right_edge_and_above_or_below_between_others() -> None:
    assert (
        art(empty([at(19, 0, "Edge"), at(8, 2, "Mid", 2), at(4, 2, "West"), at(12, 2, "East")]))
        == """\
              Edge ○
       Mid
    ○   ○   ○ East
  West
"""
    )


def test_names_never_cover_marks_or_each_other() -> None:
    crowd = [at(column, row, f"N{column}{row}") for column in range(0, 20, 3) for row in range(5)]
    picture = empty(crowd)
    assert art(picture).count(OTHER) == len(crowd)
    for row in picture.text():
        assert all(word in {OTHER, *(point.label for point in crowd)} for word in row.split())


def test_the_heavier_place_stands_for_those_in_its_cell_and_says_how_many_more() -> None:
    picture = empty([at(5, 2, "Small"), at(5, 2, "Great", 7, HELD), at(5, 2, "Other")])
    assert art(picture).strip() == "● Great +2"
    assert [(place.ref, place.column, place.row, place.together) for place in picture.places] == [
        ("location:great", 5, 2, 3)
    ]


def test_the_selected_place_is_shown_before_a_heavier_one() -> None:
    places = [at(5, 2, "Small"), at(5, 2, "Great", 7)]
    assert empty(places, selected="location:small").places[0].ref == "location:small"


def test_places_outside_the_window_are_left_out() -> None:
    assert empty([at(-1, 2, "West"), at(20, 2, "East"), at(5, -1, "North"), at(5, 5, "South")]).places == []


def test_a_country_is_named_in_capitals_on_land_that_is_seen() -> None:
    land = Region([], [], [Country("Aland", [(1.0, -30.0, 3.0), (5.0, 4.0, 60.0), (40.0, 0.0, 20.0)])])
    assert art(draw(ground(FLAT, land), [])) == "\n\n          ALAND\n\n"
    assert art(draw(ground(FLAT, land), [at(9, 2, "Be")])).split() == [OTHER, "Be"]


def test_a_narrow_country_is_not_named() -> None:
    strip = Region([], [], [Country("Aland", [(5.0, 4.0, 9.0)])])
    assert art(draw(ground(FLAT, strip), [])).split() == []


def test_only_so_many_places_are_named() -> None:
    wide = View(0, 0, 200, 100, 100, 25)
    many = [MapPoint(f"location:{n}", f"p{n}", 2.0 + n % 20 * 10, 2.0 + n // 20 * 4, OTHER, n) for n in range(400)]
    words = " ".join(empty(many, wide).text()).split()
    assert 0 < sum(word.startswith("p") for word in words) <= 100 * 25 // 60
    assert "p399" in words


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("مصراتة", "مصراتة"),
        ("東京都", "東京都"),
        ("Zlīten", "Zlīten"),
        ("Zli\u0304ten", "Zli\u0304ten"),
        ("\u0301a", "a"),
        ("two\nlines\tand more", "two lines and more"),
        ("\x1b]52;c;AAAA\x07\u202eevil", "]52;c;AAAAevil"),
        ("[/] [sic]", "[/] [sic]"),
        ("", ""),
    ],
)
def test_names_in_any_script_keep_the_rows_straight(label: str, shown: str) -> None:
    picture = empty([at(0, 2, "x")._replace(label=label)], View(0, 0, 40, 10, 40, 5))
    assert {cell_len(row) for row in picture.text()} == {40}
    assert art(picture).strip() == f"{OTHER} {shown}".strip()


def test_a_long_name_is_cut_and_keeps_its_count() -> None:
    places = [at(0, 2, "A very long name of a very small place", 2), at(0, 2, "Other")]
    assert art(empty(places, View(0, 0, 40, 10, 40, 5))).strip() == "○ A very long name of… +1"


def test_plain_names_lose_their_accents_and_other_scripts_are_left_out() -> None:
    picture = empty([at(0, 1, "Zlīten", mark=HELD), at(0, 3, "مصراتة", mark="✚")], plain=True)
    assert art(picture).split() == ["*", "Zliten", "o"]


labels = st.text(max_size=30)
points = st.builds(
    MapPoint,
    ref=st.sampled_from(["location:a", "location:b", "location:c"]),
    label=labels,
    lon=st.floats(-180, 180),
    lat=st.floats(-90, 90),
    mark=st.sampled_from([HELD, OTHER, CONTESTED]),
    weight=st.integers(0, 3),
)


@given(st.lists(points, max_size=20), st.integers(1, 40), st.integers(1, 20), st.booleans(), st.floats(0.2, 50))
def test_every_row_is_as_wide_as_the_window_whatever_is_on_it(
    places: list[MapPoint], width: int, height: int, plain: bool, factor: float
) -> None:
    view = fitted([(point.lon, point.lat) for point in places], width, height).zoomed(factor)
    picture = drawn(view, places, selected="location:a", plain=plain)
    assert [cell_len(row) for row in picture.text()] == [width] * height
    assert sum(place.together for place in picture.places) <= len(places)
    assert not plain or art(picture).isascii()
