"""The text of a piece of HTML: what a reader would read, a paragraph a line.

Python's own parser looks for the end of a tag from each of its beginnings through all of the text, which takes minutes
for three megabytes of beginnings. Nothing here looks twice at a letter: no tag that is read has a `<` in it.
"""

import re
from collections.abc import Iterator
from html import unescape

from store.text import clean

_LINES = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_UNREAD = frozenset({"script", "style"})
_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9]*+)(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>""")
_ASIDE = re.compile(r"<[!?][^<>]*+>")  # what declares something, or instructs a program
_COMMENT, _ENDS = "<!--", "-->"


def plain_text(html: object) -> str:
    """Return the text of HTML, cleaned; nothing for what is no text."""
    if not isinstance(html, str):
        return ""
    lines = (" ".join(line.split()) for line in clean(_meant("".join(_read(html)))).split("\n"))
    return "\n".join(filter(None, lines))


def _read(html: str) -> Iterator[str]:
    """Yield what is read, and a line's end where a new line begins."""
    at, unread = 0, ""
    last_comment = html.rfind(_ENDS)
    while (sign := html.find("<", at)) >= 0:
        if not unread:
            yield html[at:sign]
        at = sign
        if html.startswith(_COMMENT, at) and at < last_comment:
            at = html.index(_ENDS, at) + len(_ENDS)
        elif tag := _TAG.match(html, at):
            at, closes, name = tag.end(), bool(tag[1]), tag[2].lower()
            if name in _UNREAD:
                unread = name if not closes and not unread else "" if closes and name == unread else unread
            elif name in _LINES and not unread:
                yield "\n"
        elif aside := _ASIDE.match(html, at):
            at = aside.end()
        else:
            at += 1
            if not unread:
                yield "<"
    if not unread:
        yield html[at:]


def _meant(text: str) -> str:
    """Return the text with the letters that are written as names and numbers, as `&amp;`."""
    try:
        return unescape(text)
    except ValueError:  # a number of more figures than any letter has
        return text
