"""Text from outside: made safe to show, and folded so that it can be found.

Terminals obey control characters, and a record's text may come from anywhere; so text is cleaned once, where a record
is made or indexed, and everything above may print it.
"""

import re
import unicodedata

_HOSTILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f"  # C0 but newline and tab (carriage returns have become newlines before)
    "\x7f-\x9f"  # DEL, and C1, which some terminals obey as they do ESC and a letter
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\ud800-\udfff"  # stray surrogates, which cannot be written as UTF-8
    "\ufeff]"  # a byte order mark that strayed into the text
)
_RETURNS = re.compile("\r\n?|[\x85\u2028\u2029]")
_OBEYED_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")  # the rest JSON writes as escapes itself
_BLANKS = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Letters that Unicode does not decompose and that readers take for the plain ones, in Latin and in Arabic, that of
# Persian and Urdu keyboards too; digits; and marks that transliterations add or leave out at will.
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | {"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "ی": "ي", "ے": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه"}
    | {digit: str(number) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for number, digit in enumerate(digits)}
    | dict.fromkeys("ʿʾʻʼ’‘`´", None)
)
LONGEST_SLUG = 80


class _Folded(dict[int, str]):
    """What each letter is folded to, by its number; found out when it is first met."""

    def __missing__(self, letter: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(letter))
        bare = "".join(part for part in decomposed if not unicodedata.combining(part))
        folded = self[letter] = bare.casefold().translate(_ALIKE)
        return folded


_FOLDED = _Folded()


def clean(text: str) -> str:
    """Return the text without what a terminal would obey or hide.

    Removed: C0 except newline and tab, DEL, C1, bidi overrides and isolates, stray surrogates. Every way of ending a
    line becomes a newline.
    """
    # What is printable has nothing of all this in it, nor any white space but blanks.
    if text.isprintable():
        return text
    return _HOSTILE.sub("", _RETURNS.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text cleaned, with every run of white space as one blank: for names, titles and whatever is a row."""
    if text.isprintable() and "  " not in text:  # as is so nearly always
        return text.strip()
    return _BLANKS.sub(" ", clean(text)).strip()


def brief(text: str, longest: int = 40) -> str:
    """Return the text on one line, cut with a sign where it is longer: for a value that is quoted in a message."""
    line = one_line(text[: 4 * longest])
    return line if len(line) <= longest and len(text) <= 4 * longest else line[: longest - 1] + "…"


def escaped_json(text: str) -> str:
    """Return the same JSON with what a terminal would obey written as escapes."""
    return _OBEYED_IN_JSON.sub(lambda found: json_escape(found[0]), text)


def json_escape(character: str) -> str:
    r"""Return a character as JSON escapes it: `\u00e9`, and beyond the first plane as two halves."""
    return "".join(f"\\u{unit}" for unit in character.encode("utf-16-be").hex(" ", 2).split())


def fold(text: str) -> str:
    """Return the text as find compares it: without case, accents, vowel signs and the variants of Arabic letters."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def hyphenated(text: str) -> str:
    """Return the Latin letters and digits of the text, small, with a hyphen for whatever stands between; maybe none."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def slug(text: str) -> str:
    """Return an id that a person can type, made of the text: `Şabrātah` gives `sabratah`.

    Text that holds no Latin letter or digit gives `x-` and eight hexadecimal digits, the same for the same text.
    """
    made = hyphenated(text)
    if not made:
        import hashlib  # a first screen makes no slug, and need not wait for it

        return "x-" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()
    return made[:LONGEST_SLUG].strip("-")
