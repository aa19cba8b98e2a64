"""Settings read from TOML: each told by its line where it is wrong, and by the reason."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import takewhile
from typing import Any

from tui.commands.clash import Clash, clashes
from tui.commands.command import written
from tui.commands.keymap import Keymap
from tui.commands.keyname import NotKey, named
from tui.commands.registry import WITH_KEYS
from tui.state.setting import SETTINGS, Wrong, told
from tui.state.settings import MOST, Settings

KEYS = "keys"
_READERS = {setting.name: setting.read for setting in SETTINGS}
_PART = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_PARTS = re.compile(_PART)
_HEADING = re.compile(rf"\s*\[\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_ASSIGNED = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class NotSettings(ValueError):
    """What is wrong with settings, and in which line, counted from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"{line}: {reason}")
        self.line = line
        self.reason = reason


def read(content: bytes) -> Settings:
    """Return the settings that the content of a file holds. Raises NotSettings."""
    text = _decoded(content)
    found = _parsed(text)
    values = {name: _value(text, name, value) for name, value in found.items() if name != KEYS}
    return Settings(**values)._replace(keys=_keymap(text, found.get(KEYS, {})))


def _decoded(content: bytes) -> str:
    if len(content) > MOST:
        raise NotSettings(1, f"this is longer than {MOST:,} bytes, and settings are not")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotSettings(line, "this is not UTF-8: save the file as that") from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise NotSettings(1, "this is nested deeper than settings are") from None
    except ValueError as error:  # of TOML itself, and of numbers with more digits than Python reads
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.rstrip().count("\n") + 1
        raise NotSettings(line, f"this is not TOML: {_AT.sub('', str(error))}") from None


def _value(text: str, name: str, value: object) -> Any:  # noqa: ANN401  (whatever the setting is of)
    if name not in _READERS:
        raise NotSettings(_line(text, (name,)), f"{told(name)} is no setting{_nearest(name, (*_READERS, KEYS))}")
    try:
        return _READERS[name](value)
    except Wrong as wrong:
        raise NotSettings(_line(text, (name,)), f"{name} {wrong}") from None


# -- keys


def _keymap(text: str, found: object) -> Keymap:
    if not isinstance(found, dict):
        raise NotSettings(_line(text, (KEYS,)), f'{KEYS} is a table, as [{KEYS}] and under it find = "/"')
    keymap = Keymap({name: _keys(text, name, value) for name, value in found.items()})
    for clash in clashes(keymap):
        raise _clashing(text, keymap, clash)
    return keymap


def _keys(text: str, name: str, value: object) -> tuple[str, ...]:
    line = _line(text, (KEYS, name))
    if name not in WITH_KEYS:
        raise NotSettings(line, f"{told(name)} is no command{_nearest(name, WITH_KEYS)}; `sitroom keys` lists them")
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(key, str) for key in listed):
        raise NotSettings(line, f'{name} is a key in quotes, as "/", or a list of such')
    try:
        return tuple(dict.fromkeys(map(named, listed)))
    except NotKey as wrong:
        raise NotSettings(line, f"{name}: {wrong}") from None


def _clashing(text: str, keymap: Keymap, clash: Clash) -> NotSettings:
    """Return what is told of two commands with one key: at the line of that which was given it last."""
    given = {_line(text, (KEYS, name)): name for name in (clash.one, clash.other) if name in keymap.given}
    line = max(given)
    other = clash.one if given[line] == clash.other else clash.other
    where = f"in line {min(given)}" if len(given) == 2 else "as it comes"
    told_ = f"{written(clash.key)} is {given[line]} here and {other} {where}; give one of them another key"
    return NotSettings(line, told_)


# -- where it stands


def _line(text: str, path: tuple[str, ...]) -> int:
    """Return the line in which a value is given: that which names the most of the way to it."""
    best, line_of_best = 0, 1
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _HEADING.match(line)
        assigned = None if heading else _ASSIGNED.match(line)
        if heading:
            here = table = _names(heading[1])
        elif assigned:
            here = (*table, *_names(assigned[1]))
        else:
            continue
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, path, strict=False)))
        if shared > best and shared == min(len(here), len(path)):
            best, line_of_best = shared, number
    return line_of_best


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name[:100], list(known), 1)
    return f"; the nearest is {near[0]}" if near else ""
