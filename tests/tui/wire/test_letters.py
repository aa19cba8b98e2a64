"""A terminal that cannot show all letters gets others in as many cells, of which it can show every one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.wire.awkward import AGREED, DISPUTED
from tui.wire.charset import UTF_8, charset
from tui.wire.letters import spelling
from tui.wire.widths import clusters

CODECS = ["ascii", "iso8859-1", "koi8-r", "euc_jp"]


def spelt(text: str, codec: str = "ascii") -> str:
    spell = spelling(codec)
    assert spell is not None
    return spell(text)


def cells(text: str) -> int:
    return sum(width for _, width in clusters(text))


@pytest.mark.parametrize("codec", CODECS)
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"])) | st.sampled_from([*AGREED, *DISPUTED]))
def test_it_takes_as_many_cells_and_all_can_be_shown(codec: str, text: str) -> None:
    shown = spelt(text, codec)

    assert cells(shown) == cells(text)
    assert cells(shown) == len(shown.encode(codec))


@pytest.mark.parametrize(
    ("text", "ascii_", "latin"),
    [
        ("━1 Index ───", "=1 Index ---", "=1 Index ---"),
        ("▌“Sirte’s…” – ↵ follow", '>"Sirte\'s~" - + follow', '>"Sirte\'s~" - + follow'),
        ("Şabrātah é e\u0301 ł", "Sabratah e e l", "Sabratah é é l"),
        ("漢字 Ｆ", "???? F ", "???? F "),
        ("قوات ½ ﬁ 👍🏽", "???? ? ? ??", "???? ½ ? ??"),
        ("⠀⠁⠇⣿", " .:#", " .:#"),
        ("▁▂▃▄▅▆▇█", "_.:-=+*#", "_.:-=+*#"),
    ],
)
def test_what_stands_for_what(text: str, ascii_: str, latin: str) -> None:
    assert spelt(text) == ascii_
    assert spelt(text, "iso8859-1") == latin


def test_legacy_terminals_keep_their_own_letters() -> None:
    assert spelt("привет ─ 漢", "koi8-r") == "привет ─ ??"
    assert spelt("привет ─ 漢", "euc_jp") == "?????? - 漢"


def test_a_terminal_that_shows_all_gets_all() -> None:
    assert spelling(UTF_8) is None


@pytest.mark.parametrize(
    ("environment", "python", "codec"),
    [
        ({}, "utf-8", "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8", "utf-8"),
        ({"LANG": "C"}, "utf-8", "ascii"),
        ({"LC_ALL": "POSIX", "LANG": "C.UTF-8"}, "utf-8", "ascii"),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, "utf-8", "utf-8"),
        ({"LC_ALL": "en_US.ISO-8859-1"}, "utf-8", "iso8859-1"),
        ({"LC_ALL": "", "LANG": "de_DE.ISO8859-15@euro"}, "utf-8", "iso8859-15"),
        ({"LANG": "de_DE"}, "iso8859-1", "iso8859-1"),
        ({"LANG": "ru_RU.KOI8-R"}, "utf-8", "koi8-r"),
        ({"LANG": "x_X.nonsense"}, "utf-8", "utf-8"),
        ({"LANG": "x_X.hex"}, "nonsense", "utf-8"),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, "utf-8", "utf-8"),
        ({"LANG": "C", "PYTHONUTF8": "1"}, "utf-8", "utf-8"),
    ],
    ids=str,
)
def test_a_locale_tells_what_its_terminal_shows(environment: dict[str, str], python: str, codec: str) -> None:
    assert charset(environment, python) == codec


def test_what_python_made_of_no_locale_tells_nothing() -> None:
    assert charset({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, "utf-8", coerced=True) == "ascii"
    assert charset({"LC_CTYPE": "C.UTF-8"}, "utf-8", coerced=True) == "utf-8"
