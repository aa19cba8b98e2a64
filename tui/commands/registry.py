"""All commands of the room, in the order in which help lists them."""

from tui.commands.command import Command

_TO_PANES = (
    Command("pane_1", ("1",), "Index", "Go to the Index: factions, people, places, events, sources.", "Move"),
    Command("pane_2", ("2",), "Profile", "Go to the Profile: what is stated about one record.", "Move"),
    Command("pane_3", ("3",), "Timeline", "Go to the Timeline: whatever has a time.", "Move"),
    Command("pane_4", ("4",), "Map", "Go to the Map: the places, and who held them.", "Move"),
    Command("pane_5", ("5",), "Quotes", "Go to the Quotes: what was said by or about the selection.", "Move"),
    Command("next_pane", ("tab",), "Next pane", "Go to the next pane.", "Move"),
    Command("previous_pane", ("shift+tab",), "Previous pane", "Go to the pane before.", "Move"),
)

_WITHIN_A_PANE = (
    Command("up", ("up", "k"), "Up", "Up by a row; on the map, to the nearest place northwards.", "Move"),
    Command("down", ("down", "j"), "Down", "Down by a row; on the map, to the nearest place southwards.", "Move"),
    Command("left", ("left", "h"), "Left", "Index: the kind before. Map: the nearest place westwards.", "Move"),
    Command("right", ("right", "l"), "Right", "Index: the next kind. Map: the nearest place eastwards.", "Move"),
    Command("page_up", ("pageup", "ctrl+b"), "Page up", "Up by a screenful; on the map, look at more.", "Move"),
    Command("page_down", ("pagedown", "space"), "Page down", "Down by a screenful; on the map, closer.", "Move"),
    Command("first", ("g", "home"), "First", "To the first row; on the map, to the places that matter most.", "Move"),
    Command("last", ("G", "end"), "Last", "To the last row; on the map, to all places.", "Move"),
)

_ALONG_THE_TRAIL = (
    Command("choose", ("enter",), "follow", "Follow the row under the cursor to the record that it names.", "Move"),
    Command("back", ("backspace", "left_square_bracket"), "back", "Go back the way you came.", "Move"),
    Command("forward", ("right_square_bracket",), "forward", "Go forward again.", "Move"),
    Command("mark", ("m",), "mark", "Mark this place with a letter, to come back to it on any day.", "Move"),
    Command(
        "places",
        ("apostrophe",),
        "places",
        "Go to a mark by its letter, to a recent place, or to any step of the trail.",
        "Move",
    ),
    Command(
        "out", ("escape",), "out", "Take the filter away, give the panes their room back, or stop indexing.", "Move"
    ),
)

_LOOKING = (
    Command("sources", ("s",), "source", "Show who says so: the citations of the row under the cursor.", "Look"),
    Command("conflicts", ("c",), "conflicts", "Show what sources disagree on, account by account.", "Look"),
    Command("ties", ("w",), "ties", "Show the web of an actor: whom it is tied to, and whom those are.", "Look"),
    Command("holds", ("H",), "holds", "Show over time who held a place, or what an actor held.", "Look"),
    Command("changes", ("C",), "changes", "Show what changed between two days, or became known.", "Look"),
    Command("frequencies", ("F",), "how often", "Count by kind, actor and place; enter looks into a count.", "Look"),
    Command("news", ("N",), "news", "Show what was added or changed since you last looked.", "Look"),
    Command("find", ("slash",), "find", "Find anything by its words, in any script.", "Look"),
    Command("zoom", ("z",), "zoom", "Give this pane the whole screen, or the others their room back.", "Look"),
    Command("sort", ("S",), "sort", "List in another order.", "Look", ("index", "timeline")),
)

_NARROWING = (
    Command(
        "filter",
        ("f",),
        "filter",
        "Type to narrow this list to what holds those words.",
        "Narrow",
        ("index", "profile", "timeline", "quotes"),
    ),
    Command(
        "as_of",
        ("t",),
        "as of",
        "Set the day that every pane looks from: what held then, or what was known by then.",
        "Narrow",
    ),
    Command("lens", ("v",), "lens", "Narrow every pane by a query, or open and name views.", "Narrow"),
    Command("earlier", ("less_than_sign",), "earlier", "Look from the day, month or year before.", "Narrow"),
    Command("later", ("greater_than_sign",), "later", "Look from the day, month or year after.", "Narrow"),
    Command("step", ("full_stop",), "step", "Choose by how much the day is moved: a day, a month, a year.", "Narrow"),
    Command(
        "brush",
        ("b",),
        "brush",
        "Brush a span of the Timeline's strip: arrows, the same key to begin it, enter.",
        "Narrow",
    ),
    Command("closer", ("plus",), "closer", "Look at half the span of time, around the Timeline's cursor.", "Narrow"),
    Command("further", ("minus",), "further", "Look at twice the span of time, up to all of it.", "Narrow"),
    Command(
        "kinds", ("K",), "kinds", "Choose what the Timeline lists: events, claims, quotes, publications.", "Narrow"
    ),
    Command("clear", ("x",), "clear", "Clear the lens: every pane shows everything, from today.", "Narrow"),
)

_THE_REST = (
    Command("copy", ("y",), "copy", "Send the citation of the row under the cursor to your clipboard.", "Take away"),
    Command("copy_else", ("Y",), "copy else", "Send the text, the ref or the JSON of the row instead.", "Take away"),
    Command("write", ("o",), "write", "Write what the pane shows to a file, as Markdown, CSV or JSON.", "Take away"),
    Command("bring_in", ("I",), "bring in", "Bring a file in: look at what it comes to, then take it.", "Program"),
    Command("palette", ("ctrl+p",), "commands", "Choose a command by its name.", "Program"),
    Command("help", ("question_mark",), "help", "Say what the keys do in this pane.", "Program"),
    Command("quit", ("q",), "quit", "Leave.", "Program"),
)

COMMANDS: tuple[Command, ...] = (
    *_TO_PANES,
    *_WITHIN_A_PANE,
    *_ALONG_THE_TRAIL,
    *_LOOKING,
    *_NARROWING,
    *_THE_REST,
)

IN_DIALOGS = (
    Command("prefer", ("p",), "prefer", "Among the accounts of a fact: prefer this one, or take that back.", "Look"),
    Command("remove", ("ctrl+r",), "remove", "Among views: forget this one.", "Narrow"),
)
"""Commands of lists that open over the room; the other keys of these are the room's, and do there what they do here."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
WITH_KEYS: dict[str, Command] = BY_ID | {command.id: command for command in IN_DIALOGS}

# What the line of keys has room for is taken from the left; help, the way to all the others, always stands last.
FOOTER: tuple[Command, ...] = tuple(
    BY_ID[name]
    for name in (
        "choose",
        "back",
        "find",
        "sources",
        "filter",
        "as_of",
        "lens",
        "conflicts",
        "ties",
        "zoom",
        "clear",
        "sort",
        "copy",
        "write",
        "palette",
        "quit",
        "help",
    )
)
