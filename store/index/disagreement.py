"""The conflicts of a store, found when it is indexed and kept with it."""

from store.index.database import Database


def record_conflicts(database: Database) -> None:
    """Find all conflicts anew."""
