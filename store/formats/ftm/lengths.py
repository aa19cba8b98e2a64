"""How long the texts of FollowTheMoney may be. Longer ones are cut, since its tools would refuse the whole entity."""

from store.formats.taken import Taken

_NAME, _ADDRESS, _STRING, _TEXT, _URL = 384, 250, 1024, 65_000, 4_096
_LONGEST = {
    "name": _NAME,
    "alias": _NAME,
    "abbreviation": _NAME,
    "previousName": _NAME,
    "full": _ADDRESS,
    "location": _ADDRESS,
    "summary": _TEXT,
    "description": _TEXT,
    "notes": _TEXT,
    "sourceUrl": _URL,
}


def fitted(taken: Taken, name: str, values: list[str], kept: str) -> list[str]:
    """Return the values of a property, none of them empty, too long, or there twice; what is cut is told."""
    longest = _LONGEST.get(name, _STRING)
    for value in values:
        if len(value) > longest:
            for field in _fields_with(taken, value):
                taken.lose(field, f"cut at {longest:,} characters; the whole of it {kept}")
    return list(dict.fromkeys(value[:longest].strip() for value in values if value.strip()))


def _fields_with(taken: Taken, value: str) -> list[str]:
    return [field for field, held in taken.document.items() if value in _texts(held)]


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    if isinstance(value, dict):
        return [part for name, part in value.items() if name == "text"]
    return [value] if isinstance(value, str) else []
