"""The name of a key, as a person writes it in a file."""

import re

from tui.commands.command import WRITTEN

_SIGNS = {sign: name for name, sign in WRITTEN.items()}
_SPELT = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "del": "delete",
    "ins": "insert",
}
_NAMED = {*WRITTEN, *_SPELT.values(), "tab", "backspace", "space", "home", "end"} | {f"f{n}" for n in range(1, 25)}
_WITH = re.compile(r"(?:(?:ctrl|shift|alt)\+)+")
_ALIKE = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "esc",
}
_KEPT = {"ctrl+q": "leaves from wherever one is", "ctrl+c": "says how to leave", "ctrl+z": "stops a program in a shell"}


class NotKey(ValueError):
    """Why a text names no key that a command can have."""


def named(text: str) -> str:
    """Return Textual's name of a key that is written as people do: `/`, `G`, `pgdn`, `ctrl+b`. Raises NotKey."""
    held = _WITH.match(text.strip())
    with_ = held[0] if held else ""
    plain = text.strip()[len(with_) :]
    key = with_ + (_SIGNS.get(plain) or _SPELT.get(plain.lower()) or plain)
    if key in _ALIKE:
        raise NotKey(f"{text} is the same to a terminal as {_ALIKE[key]}")
    if key in _KEPT:
        raise NotKey(f"{text} {_KEPT[key]}, and cannot be given away")
    if not (key[len(with_) :] in _NAMED or (len(plain) == 1 and plain.isalnum())):
        raise NotKey(f"{text!r} is no key; keys are written as /, G, f5, pgdn, space or ctrl+b")
    return key
