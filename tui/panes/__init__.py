"""The five panes. They get what to show from the room and do not know each other."""
