"""The situations that readers look at."""

from collections.abc import Iterator

import pytest

import fixtures
from store.situation import Situation
from tests.situations import small as write_small


@pytest.fixture(scope="session")
def shipped() -> Iterator[Situation]:
    """Return the situation that ships."""
    situation = Situation.open(fixtures.SHIPPED, read_only=True)
    yield situation
    situation.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    """Return a situation small enough to know by heart."""
    situation = Situation.open(write_small(tmp_path_factory.mktemp("town") / "town.json"))
    yield situation
    situation.close()
