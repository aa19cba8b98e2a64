"""What is handed on in a format that keeps all of it comes in again as it was, hostile texts and imported rows too."""

from pathlib import Path

import pytest

from store import records
from store.file.casefile import Casefile
from store.formats.registry import reader
from store.refs import KINDS, TABLES
from tests.store.formats.both_ways import brought_in, said_in
from tests.store.formats.handing_on import out_of
from tests.store.formats.stores import NAMES, situation

KEEP_ALL = ("json", "jsonl", "csv", "stix", "ftm")
STAMPS = {"created", "modified", "revision", "origin"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", KEEP_ALL)
def test_a_situation_comes_in_again_as_it_was(form: str, name: str, tmp_path: Path) -> None:
    handed = situation(name)
    casefile = Casefile.create(tmp_path / "s.json", "Again")

    account = brought_in(casefile, reader(form), out_of(form, handed).bytes)

    assert account.skipped == ()
    given = {kind: [records.write(records.read(kind, document)) for document in handed.of(kind)] for kind in KINDS}
    assert said_in(casefile) == {
        TABLES[kind]: {one["id"]: {field: one[field] for field in one if field not in STAMPS} for one in documents}
        for kind, documents in given.items()
    }
