"""Text in XML 1.0: escaped, without what XML has no place for, and with what a terminal would obey as numbers."""

import re
from html import escape

_NO_PLACE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_NUMBERS = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\r]")
_BREAKS = re.compile("[\t\n]")


def fits(text: str) -> bool:
    """Tell whether XML can hold all of the text."""
    return _NO_PLACE.search(text) is None


def xml_text(text: str) -> str:
    """Return the text as it stands between tags; what XML has no place for is a replacement character."""
    return _AS_NUMBERS.sub(_number, escape(_NO_PLACE.sub("\ufffd", text)))


def xml_attribute(text: str) -> str:
    """Return the text as it stands in an attribute, with its quotes; there line breaks would become blanks."""
    return f'"{_BREAKS.sub(_number, xml_text(text))}"'


def _number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
