"""Writing a situation in our own JSON: it opens again, record for record, and is the store's own form."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.documents import Document
from store.file.casefile import Casefile
from store.file.layout import encode
from store.file.reading import read_tables
from store.formats.sitroom_json import pieces
from store.refs import TABLES

ROOT = Path(__file__).resolve().parents[3]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
DOCUMENTS = st.fixed_dictionaries({"id": TEXTS, "note": TEXTS}, optional={"tags": st.lists(TEXTS, max_size=2)})


@pytest.fixture
def shipped() -> Path:
    """Return the situation that ships."""
    return ROOT / "fixtures" / "sirte-2016.json"


def test_a_whole_situation_is_its_file_to_the_byte(shipped: Path) -> None:
    tables = read_tables(shipped)
    written = b"".join(pieces(tables["situation"]["about"], {name: tables[name].values() for name in TABLES.values()}))

    assert written == encode(tables)


def test_what_was_written_opens_again_record_by_record(shipped: Path, tmp_path: Path) -> None:
    before = read_tables(shipped)
    copy = tmp_path / "copy.json"
    with copy.open("wb") as file:
        file.writelines(pieces(before["situation"]["about"], {name: before[name].values() for name in TABLES.values()}))

    after = Casefile.open(copy)
    assert after.title == "Sirte 2016"
    for kind, table in TABLES.items():
        assert [records.read(kind, document) for document in after.tables()[table].values()] == [
            records.read(kind, document) for _, document in sorted(before[table].items())
        ]


def test_a_part_of_a_situation_is_a_store_too(shipped: Path, tmp_path: Path) -> None:
    before = read_tables(shipped)
    part = tmp_path / "part.json"
    some = (document for name, document in before["factions"].items() if "government" in name)
    part.write_bytes(b"".join(pieces(before["situation"]["about"], {"factions": some})))

    tables = Casefile.open(part).tables()
    assert list(tables["factions"]) == sorted(name for name in before["factions"] if "government" in name)
    assert not any(tables[name] for name in tables if name != "factions")


@given(
    st.dictionaries(
        st.sampled_from(list(TABLES.values())), st.lists(DOCUMENTS, unique_by=lambda document: f"{document['id']}")
    )
)
def test_any_documents_are_written_as_the_store_would(tables: dict[str, list[Document]]) -> None:
    about = {"title": "A title", "format": 1}
    tables = {name: sorted(documents, key=lambda document: f"{document['id']}") for name, documents in tables.items()}
    whole = {name: {document["id"]: document for document in documents} for name, documents in tables.items()}

    assert b"".join(pieces(about, tables)) == encode({"situation": {"about": about}} | whole)
