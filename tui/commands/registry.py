"""All commands of the room, in the order in which help lists them."""

from tui.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    # -- moving about
    Command(
        "pane_1",
        ("1",),
        "Index",
        "Go to the Index: the list of factions, people, places, events, sources.",
        "Move",
        action="pane(1)",
    ),
    Command(
        "pane_2", ("2",), "Profile", "Go to the Profile: what is stated about one record.", "Move", action="pane(2)"
    ),
    Command("pane_3", ("3",), "Timeline", "Go to the Timeline: whatever has a time.", "Move", action="pane(3)"),
    Command("pane_4", ("4",), "Map", "Go to the Map: the places, and who held them.", "Move", action="pane(4)"),
    Command(
        "pane_5",
        ("5",),
        "Quotes",
        "Go to the Quotes: what was said by or about the selection.",
        "Move",
        action="pane(5)",
    ),
    Command("next_pane", ("tab",), "Next pane", "Go to the next pane.", "Move", action="turn(1)"),
    Command("previous_pane", ("shift+tab",), "Previous pane", "Go to the pane before.", "Move", action="turn(-1)"),
    Command(
        "up",
        ("up", "k"),
        "Up",
        "Move up by a row; on the map, to the nearest place northwards.",
        "Move",
        action="move('up')",
    ),
    Command(
        "down",
        ("down", "j"),
        "Down",
        "Move down by a row; on the map, to the nearest place southwards.",
        "Move",
        action="move('down')",
    ),
    Command(
        "left",
        ("left", "h"),
        "Left",
        "Index: the kind before. Map: the nearest place westwards. Else the pane before.",
        "Move",
        action="sideways(-1)",
    ),
    Command(
        "right",
        ("right", "l"),
        "Right",
        "Index: the next kind. Map: the nearest place eastwards. Else the next pane.",
        "Move",
        action="sideways(1)",
    ),
    Command(
        "page_up",
        ("pageup", "ctrl+b"),
        "Page up",
        "Move up by a screenful; on the map, look at more of it.",
        "Move",
        action="move('page_up')",
    ),
    Command(
        "page_down",
        ("pagedown", "ctrl+f", "space"),
        "Page down",
        "Move down by a screenful; on the map, look closer.",
        "Move",
        action="move('page_down')",
    ),
    Command(
        "first",
        ("g", "home"),
        "First",
        "Go to the first row; on the map, show the places that matter most.",
        "Move",
        action="move('first')",
    ),
    Command(
        "last",
        ("upper_g", "end"),
        "Last",
        "Go to the last row; on the map, show all places.",
        "Move",
        action="move('last')",
    ),
    Command(
        "choose",
        ("enter",),
        "follow",
        "Follow the row under the cursor to the record that it names.",
        "Move",
        footer=1,
        action="move('choose')",
    ),
    Command("back", ("backspace", "left_square_bracket"), "back", "Go back the way you came.", "Move", footer=2),
    Command("forward", ("right_square_bracket",), "forward", "Go forward again.", "Move"),
    # -- looking
    Command(
        "sources", ("s",), "source", "Show who says so: the citations of the row under the cursor.", "Look", footer=5
    ),
    Command(
        "find",
        ("slash",),
        "find",
        "Find anything by its words: names in any script, titles, quotes, claims.",
        "Look",
        footer=3,
    ),
    Command(
        "zoom", ("z",), "zoom", "Give this pane the whole screen, or give the others theirs back.", "Look", footer=7
    ),
    Command(
        "sort",
        ("upper_s",),
        "sort",
        "Index: by name, by how much names it, by time. Timeline: newest or oldest first.",
        "Look",
        ("index", "timeline"),
    ),
    # -- narrowing
    Command(
        "filter",
        ("f",),
        "filter",
        "Type to narrow this list to what holds those words.",
        "Narrow",
        ("index", "profile", "timeline", "quotes"),
        footer=4,
    ),
    Command("as_of", ("t",), "as of", "Set the day that every pane looks from.", "Narrow", footer=6),
    Command("clear", ("x",), "clear", "Clear the lens: every pane shows everything, from today.", "Narrow"),
    # -- taking away
    Command(
        "copy",
        ("y",),
        "copy",
        "Copy the citation of the row under the cursor to your terminal's clipboard.",
        "Take away",
    ),
    # -- the program
    Command("palette", ("ctrl+p",), "commands", "Choose a command by its name.", "Program"),
    Command("help", ("question_mark",), "help", "Say what the keys do in this pane.", "Program", footer=8),
    Command("quit", ("q",), "quit", "Leave.", "Program"),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
