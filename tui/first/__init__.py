"""The first picture: the room as it will be, on the screen before Textual is there to draw it.

It is made of the same lines as the room, and sent as the wire sends a frame. The wire begins with what it shows, so
that the room's own first frame has nothing left to send.
"""
