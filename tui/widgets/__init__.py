"""What panes are made of: lists, bars and the map, drawn from rows and not from records."""
