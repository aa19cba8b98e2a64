"""Text of every width that a terminal knows, for laws about lines."""

from hypothesis import strategies as st

from tui.widgets.runs import Line, Run

AWKWARD = (
    "صبراتة",
    "שָׁלוֹם",
    "シルテ",
    "한국어",
    "👩‍👩‍👧",
    "🇱🇾",
    "👍🏽",
    "e\u0301\u0323",
    "a" + "\u0300" * 40,
    "\u200b",
    "ﷺ",
    "[sic]",
    "[/]",
    " ",
    "…",
)
letters = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "M", "Zs"))
texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(letters, max_size=12)), max_size=8).map("".join)
runs = st.builds(Run, texts, st.sampled_from(("plain", "dim", "accent")))
lines: st.SearchStrategy[Line] = st.lists(runs, max_size=5).map(tuple)
widths = st.integers(0, 60)
VAST = "Sirte " * 16_667
