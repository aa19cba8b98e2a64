"""A store in which every text is hostile, one way or another."""

import re
from pathlib import Path
from typing import Any

from tests.situations import Made, claim, event, faction, location, person, quote, source, write

# What a terminal would obey or hide: C0 but newline, DEL, C1, bidi overrides and isolates.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

TEXTS = {
    "escapes": "a\x1b]52;c;ZXZpbA==\x07b\x1b[2Jc\x1b[?1049ld\x1bPq\x1b\\e",
    "c1": "a\x9b31mb\x9d0;title\x9cc\x90d\x85e",
    "c0": "a\x00b\x07c\x08d\x0be\x0cf\x0eg\x7fh\ri\tj",
    "bidi": "a\u202eb\u202dc\u202ad\u2066e\u2067f\u2069g\ufeffh",
    "brackets": "he [sic] said [/] in [red]Gaza[/red] [link=x] [@click=app.quit] [bold",
    "newlines": "one\ntwo\r\nthree\u2028four\n\n\n",
    "long": "Sirte " * 16_667,
    "unbroken": "x" * 100_000,
    "arabic": "القوات الخضراء في صبراتة",
    "hebrew": "שָׁלוֹם עֲלֵיכֶם",
    "emoji": "👩‍👩‍👧‍👦 🇱🇾 👍🏽 ❤️ 🏴‍☠️",
    "zero-width": "a\u200bb\u200cc\u2060d\u00ade",
    "stacked": "Z" + "\u0300\u0301\u0302" * 300 + "algo",
    "wide": "シルテの戦い 한국어 中文",
    "surrogate": "a\\ud800b",
}


def _records(name: str, text: str, number: int) -> list[Made]:
    cites = [{"source": f"source:{name}", "locator": {"kind": "page", "value": text}, "words": text, "credibility": 2}]
    common: dict[str, Any] = {"citations": cites, "note": text, "tags": [text], "external": {text: {text: text}}}
    actor, place = f"faction:{name}", f"location:{name}"
    year = 2000 + number
    said = event(f"{name}-said", text, f"{year}", **common)
    said.document["when"]["said"] = text
    return [
        faction(name, text, f"{text} too", summary=text, **common),
        person(name, text, role=text, summary=text, **common),
        location(name, text, point=(31.0 + number / 10, 16.0), summary=text, **common),
        event(name, text, f"{year}-05", place, [actor, f"person:{name}"], summary=text, event_kind=text, **common),
        quote(name, text, f"person:{name}", [actor, f"event:{name}"], f"{year}", translation=text, **common),
        quote(f"{name}-unnamed", text, "", [actor], f"{year}", described_as=text, why_unnamed=text, **common),
        claim(f"{name}-says", actor, "assessment", text, f"{year}", text=text, reasoning=text, **common),
        claim(f"{name}-holds", actor, "controls", place, f"{year}", text=text, **common),
        claim(f"{name}-strong", actor, "strength", text, f"{year}", **common),
        claim(f"{name}-also-strong", actor, "strength", "800", f"{year}", **common),
        said,
        source(name, text, f"{year}", publisher=text, author=text, url=text, terms=text, reliability="B", note=text),
    ]


def write_hostile(path: Path) -> Path:
    """Write a store of every kind of record with every kind of hostile text."""
    records = [record for number, (name, text) in enumerate(TEXTS.items()) for record in _records(name, text, number)]
    return write(path, *records, title=TEXTS["escapes"] + TEXTS["brackets"])
