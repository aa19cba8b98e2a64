"""The settings that there are: what each is for, what it can be, and how its value is read."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import fixtures
from store.text import one_line
from tui.palette import THEME_NAMES
from tui.state.settings import WIRES, Settings

LONGEST = 60
"""Letters of what somebody wrote that are told back to them."""


class Wrong(ValueError):
    """Why a value cannot be had: "is one of dark, light; 'pink' is not"."""


class Setting(NamedTuple):
    """A setting: its name and its value as TOML has them, and what overrules it. `read` raises Wrong."""

    name: str
    help: str
    values: str
    option: str
    variable: str
    read: Callable[[object], Any]


_KINDS = {"int": "number", "float": "number", "bool": "truth value", "dict": "table"}


def told(value: object) -> str:
    """Return what somebody wrote, so far as it can be told in a line."""
    if not isinstance(value, str):
        return f"a {_KINDS.get(type(value).__name__, type(value).__name__)}"
    text = one_line(value)
    return repr(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def _one_of(known: Sequence[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in known or not isinstance(value, str):
            raise Wrong(f"is one of {', '.join(known)}, and not {told(value)}")
        return value

    return read


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"is true or false, and not {told(value)}")
    return value


def _store(value: object) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise Wrong(f"is the path of a store, and not {told(value)}")
    if value in fixtures.NAMED:
        return fixtures.NAMED[value]
    path = Path(os.path.expanduser(value))  # noqa: PTH111 - a user that nobody knows is for the store to tell
    if not path.is_absolute():
        raise Wrong(f"is a path from / or ~, since {told(value)} would be another file in each folder")
    return path


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "store",
        "What is opened where no store is named.",
        'a path from `/` or `~`, or the word of what ships: `"sirte"`, `"exercise"`',
        "`STORE`, `--store`",
        "`SITROOM_STORE`",
        _store,
    ),
    Setting(
        "theme",
        "How the screen is coloured.",
        ", ".join(f'`"{name}"`' for name in THEME_NAMES),
        "`--theme`",
        "`SITROOM_THEME`; `NO_COLOR` sends no colour at all",
        _one_of(THEME_NAMES),
    ),
    Setting(
        "mouse",
        "Whether the mouse is the program's; `false` leaves it to the terminal, which then selects text with it.",
        "`true`, `false`",
        "`--mouse`, `--no-mouse`",
        "",
        _truth,
    ),
    Setting(
        "wire",
        "How the terminal is written to: lean sends what has changed, at the terminal's own pace; stock all of it.",
        ", ".join(f'`"{name}"`' for name in WIRES),
        "`--wire`",
        "",
        _one_of(WIRES),
    ),
)
"""All but the keys, which are a table of their own."""


def settings_table() -> str:
    """Return the settings as a Markdown table, for the documentation."""
    settled = Settings()
    lines = ["| setting | what it is | values | as it comes | overruled by |", "|---|---|---|---|---|"]
    for setting in SETTINGS:
        value = getattr(settled, setting.name)
        comes = "the shipped situation" if isinstance(value, Path) else f"`{json.dumps(value)}`"
        overruled = ", ".join(filter(None, (setting.option, setting.variable)))
        lines.append(f"| `{setting.name}` | {setting.help} | {setting.values} | {comes} | {overruled} |")
    return "\n".join(lines) + "\n"
