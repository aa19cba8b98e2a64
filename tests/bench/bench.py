"""What every figure is measured with."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.bench.plan import Plan
from tests.bench.programs import Program, Programs
from tests.bench.stores import Stores
from tests.bench.workshop import Workshop

T = TypeVar("T")


class Bench(NamedTuple):
    """How much, on what, with which programs, where; `cache` is where indexes are kept from one start to the next."""

    plan: Plan
    stores: Stores
    programs: Programs
    workshop: Workshop
    cache: Path


def in_turns(programs: Sequence[Program], times: int, measure: Callable[[Program], T]) -> list[list[T]]:
    """Return what so many measures of each program give; they take turns, so that a busy minute falls on all alike."""
    rounds = [[measure(program) for program in programs] for _ in range(times)]
    return [list(of_one) for of_one in zip(*rounds, strict=True)]


def percentile(figures: Sequence[float], share: int) -> float:
    """Return the smallest of the figures that so many hundredths of them do not pass."""
    return sorted(figures)[max(0, math.ceil(len(figures) * share / 100) - 1)]
