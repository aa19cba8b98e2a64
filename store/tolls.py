"""How many died, in words."""


def toll(best: int | None, low: int | None, high: int | None) -> str:
    """Return an estimate with its bounds: "12 (10–15)"; nothing where there is none."""
    bounds = "–".join(f"{number:,}" for number in (low, high) if number is not None)
    if best is None:
        return bounds
    return f"{best:,} ({bounds})" if bounds and (low, high) != (best, best) else f"{best:,}"
