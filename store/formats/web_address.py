"""Addresses on the web, told from other text that a source may have in their place."""

import re

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def web_address(text: str) -> str:
    """Return the text if it is an address that begins with http or https, else nothing."""
    return text if _ADDRESS.fullmatch(text) else ""
