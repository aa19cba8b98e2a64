"""What a command is."""

from typing import Literal, NamedTuple, TypeAlias

PaneId: TypeAlias = Literal["index", "profile", "timeline", "map", "quotes"]
Group: TypeAlias = Literal["Move", "Look", "Narrow", "Take away", "Program"]

WRITTEN = {
    **{
        name: sign
        for sign, name in zip(
            "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
            (
                *("exclamation_mark", "quotation_mark", "number_sign", "dollar_sign", "percent_sign", "ampersand"),
                *("apostrophe", "left_parenthesis", "right_parenthesis", "asterisk", "plus", "comma", "minus"),
                *("full_stop", "slash", "colon", "semicolon", "less_than_sign", "equals_sign", "greater_than_sign"),
                *("question_mark", "at", "left_square_bracket", "backslash", "right_square_bracket"),
                *("circumflex_accent", "underscore", "grave_accent", "left_curly_bracket", "vertical_line"),
                *("right_curly_bracket", "tilde"),
            ),
            strict=True,
        )
    },
    "enter": "↵",
    "backspace": "⌫",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "shift+tab": "⇧tab",
}
"""How keys are written for people, where Textual's own name is not what is on the key."""


class Command(NamedTuple):
    """Something that a person can ask for.

    `id` names the action on the room's screen, and is what a key is rebound by; `keys` are Textual's names of the keys.
    `title` is a word or two for the line of keys and the palette, `help` one sentence. `panes` are those where it does
    something; none named is everywhere.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: Group
    panes: tuple[PaneId, ...] = ()

    def serves(self, pane: PaneId) -> bool:
        """Whether it does something in this pane."""
        return not self.panes or pane in self.panes

    @property
    def key(self) -> str:
        """The first of its keys, as it is written for people."""
        return written(self.keys[0])


def written(key: str) -> str:
    """Return a key as people write it: `slash` is `/`."""
    return WRITTEN.get(key, key)
