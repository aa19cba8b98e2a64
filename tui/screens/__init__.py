"""Who holds the state: the room with its five panes, and the dialogs over it."""
