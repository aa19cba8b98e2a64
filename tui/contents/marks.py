"""What stands behind a row that is not simply so: a status as it is called, and a sign for what is contested."""

SIGN = "≠"
CONTESTED = f"{SIGN} contested"


def mark(told: str, *, short: bool = False) -> str:
    """Return a row's mark as it is shown; where there is little room, what is contested has its sign alone."""
    if told != "conflict":
        return told
    return SIGN if short else CONTESTED
