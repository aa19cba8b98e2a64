"""A situation in many scripts: wide, combining, right to left, and emoji of which no two terminals think the same."""

from pathlib import Path

from tests.situations import claim, event, faction, location, person, quote, source, write

AGREED = ("漢字の部隊", "قوات البنيان المرصوص", "שלום עכשיו", "Şabrātah e\u0301tage", "한국어 부대", "Ｆｕｌｌ width")
"""What pyte and Rich measure alike."""
DISPUTED = ("👩\u200d👩\u200d👧 family", "❤\ufe0f heart", "🇱🇾 flag", "👍🏽 hand ⚡", "שָׁלוֹם", "قُوَّات", "a" + "\u0300" * 9)


def write_awkward(path: Path, *texts: str) -> Path:
    """Write a situation in which everything bears these texts."""
    made = [source("report", f"{texts[0]} report", "2016-08-18", publisher=texts[-1], reliability="B")]
    for number, text in enumerate(texts):
        place, actor = f"location:l{number}", f"faction:f{number}"
        made += [
            faction(f"f{number}", f"{text} {number}", texts[number - 1], faction_kind="militia"),
            person(f"p{number}", f"{number} {text}", role=text),
            location(f"l{number}", text, point=(20.0 + number, 12.0 + number), location_kind="city"),
            event(f"e{number}", f"{text} {texts[number - 1]}", f"201{number}", place, [actor]),
            claim(f"c{number}", actor, "opposes", f"faction:f{(number + 1) % len(texts)}", "2014/.."),
            quote(f"q{number}", f"“{text}” " * 5, f"person:p{number}", [actor], "2016-05-20"),
        ]
    return write(path, *made)
