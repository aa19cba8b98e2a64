"""TimelineJS 3 (Knight Lab): what happened, was said and was claimed when, for a page on the web.

`docs/timelinejs.md` says what becomes of each field.
"""
