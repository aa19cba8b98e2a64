"""Years, months and days written plainly, which formats of others have in the same form."""

import re

_PLAIN = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")


def is_plain(edtf: str) -> bool:
    """Tell whether an EDTF text is `2016`, `2016-05` or `2016-05-03` of our era, without any mark."""
    return _PLAIN.fullmatch(edtf) is not None
