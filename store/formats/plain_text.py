"""The text of a piece of HTML: what a reader would read, a paragraph a line."""

from html.parser import HTMLParser

from store.text import clean

_LINES = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_UNREAD = frozenset({"script", "style"})


class _Reader(HTMLParser):
    """Gathers what is read, and where a new line begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        self._unread += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        self._unread = max(0, self._unread - (tag in _UNREAD))

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data)


def plain_text(html: object) -> str:
    """Return the text of HTML, cleaned; nothing for what is no text."""
    if not isinstance(html, str):
        return ""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in clean("".join(reader.pieces)).split("\n"))
    return "\n".join(filter(None, lines))
