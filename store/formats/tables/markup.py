"""XML read as a stream, without anything in it that could reach out or grow: a document type is refused."""

from collections.abc import Iterator
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from store.formats.found import NotThisFormat

_BLOCK = 1 << 16
_DEEPEST = 50
_MOST_PARTS = 1_000_000
"""Elements in one of those that are asked for."""
_LONGEST = 16_000_000
"""Characters in one of them."""


class Element:
    """An element by its own name, without its namespace: its attributes, the elements in it, and the text in it."""

    __slots__ = ("attributes", "children", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """The text that stands directly in it."""
        return "".join(self.pieces)

    def of(self, name: str) -> list["Element"]:
        """Return the elements of this name that stand directly in it."""
        return [child for child in self.children if child.name == name]


def elements(file: BinaryIO, wanted: str) -> Iterator[Element]:
    """Return each element of a name, whole, as soon as it ends. Raises NotThisFormat for what is not well-formed."""
    gathering = _Gathering(wanted)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = gathering.begin
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.say
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while block := file.read(_BLOCK):
            parser.Parse(block, False)
            yield from gathering.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise NotThisFormat(f"not a workbook that can be read: its XML is broken ({error})", "save it again") from None
    yield from gathering.taken()


class _Gathering:
    """The elements that have begun and not ended, from the one that is wanted inwards, and those that have ended."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._open: list[Element] = []
        self._ended: list[Element] = []
        self._parts = 0
        self._length = 0

    def taken(self) -> list[Element]:
        """Return what has ended since this was asked."""
        ended, self._ended = self._ended, []
        return ended

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        own = name.rpartition(" ")[2]
        if not self._open and own != self._wanted:
            return
        element = Element(own, attributes)
        if self._open:
            self._parts += 1
            self._open[-1].children.append(element)
        else:
            self._parts = self._length = 0
        if len(self._open) > _DEEPEST or self._parts > _MOST_PARTS:
            raise NotThisFormat("not a workbook that can be read: its XML nests too deep or too wide", "save it again")
        self._open.append(element)

    def say(self, text: str) -> None:
        if self._open:
            self._open[-1].pieces.append(text)
            self._length += len(text)
            if self._length > _LONGEST:
                raise NotThisFormat("not a workbook that can be read: a text in it is too long", "save it again")

    def end(self, _: str) -> None:
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._ended.append(element)


def _refuse(*_: object) -> NoReturn:
    raise NotThisFormat("not a workbook that is read: its XML declares a document type", "save its sheet as CSV")
