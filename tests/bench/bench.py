"""What every figure is measured with."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.plan import Plan
from tests.bench.programs import Programs
from tests.bench.stores import Stores
from tests.bench.workshop import Workshop


class Bench(NamedTuple):
    """How much, on what, with which programs, where; `cache` is where indexes are kept from one start to the next."""

    plan: Plan
    stores: Stores
    programs: Programs
    workshop: Workshop
    cache: Path


def percentile(figures: Sequence[float], share: int) -> float:
    """Return the smallest of the figures that so many hundredths of them do not pass."""
    return sorted(figures)[max(0, math.ceil(len(figures) * share / 100) - 1)]
