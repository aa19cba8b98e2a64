"""Which characters a terminal can show, by the locale that its owner has set."""

import codecs
from collections.abc import Mapping

UTF_8 = "utf-8"
_NONE = ("C", "POSIX")
_PYTHONS = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE where it finds a locale that is none (PEP 538)."""


def charset(environment: Mapping[str, str], encoding: str, *, coerced: bool = False) -> str:
    """Return the codec of the terminal's characters: that of the locale, else the `encoding` that Python writes in.

    A locale need not be installed for its name to tell of the terminal. `C` and `POSIX` mean ASCII where they have been
    set; no locale at all means nothing. `coerced` says that Python has taken the locale for none.
    """
    if environment.get("PYTHONIOENCODING") or environment.get("PYTHONUTF8") == "1":
        return _known(encoding) or UTF_8
    named = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if coerced and named[1] in _PYTHONS:
        named[1] = ""
    locale = next(filter(None, named), "")
    if locale in _NONE:
        return "ascii"
    _, _, codeset = locale.partition("@")[0].partition(".")
    return _known(codeset) or _known(encoding) or UTF_8


def _known(name: str) -> str:
    """Return a codec as Python calls it; nothing where it knows none of text."""
    try:
        "".encode(name or UTF_8)
    except LookupError:
        return ""
    return codecs.lookup(name).name if name else ""
