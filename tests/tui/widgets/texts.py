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
texts = st.lists(st.sampled_from((*AWKWARD, *"ab ,.é縦シ한عב—🙂\u0301\u05b8")), max_size=30).map("".join)
runs = st.builds(Run, texts, st.sampled_from(("plain", "dim", "accent")))
lines: st.SearchStrategy[Line] = st.lists(runs, max_size=5).map(tuple)
widths = st.integers(0, 60)
VAST = "Sirte " * 16_667
