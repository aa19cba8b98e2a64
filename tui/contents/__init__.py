"""What each pane shows of a view, as lines of runs: asked of the situation, laid out without a screen.

The panes draw from this, and so does the first picture, which is there before Textual is.
"""
