"""What is wrong with a field is told in plain words, with what stands there where that helps."""

import pytest

from store import records
from store.documents import Document
from store.errors import InvalidRecord
from store.refs import Kind


def claim(**fields: object) -> tuple[Kind, Document]:
    return "claim", {"id": "c", "subject": "faction:a", "predicate": "assessment", "text": "strong"} | fields


def place(**fields: object) -> tuple[Kind, Document]:
    return "location", {"id": "p", "names": [{"text": "P"}]} | fields


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (claim(confidence=120), "claim:c: confidence: ‘120’ is more than 100"),
        (claim(confidence="high"), "claim:c: confidence: ‘high’ is no whole number"),
        (claim(predicate="owns"), "claim:c: predicate: ‘owns’ is none of backs, opposes, allied-with, part-of"),
        (claim(subject="mill-guard"), "claim:c: subject: 'mill-guard' is not a ref"),
        (claim(colour="red"), "claim:c: colour: is no field of this kind of record"),
        (claim(id="Mill Guard!"), "claim:Mill Guard!: id: ‘Mill Guard!’ is no id: small letters, digits and"),
        (claim(tags="oil"), "claim:c: tags: ‘oil’ is no list"),
        (place(names=[]), "location:p: names: is empty"),
        (place(names=[{"text": ""}]), "location:p: names.0.text: is empty"),
        (place(names=[{"text": "P", "language": "Arabic!"}]), "location:p: names.0.language: ‘Arabic!’ is no language"),
        (place(names=[{"text": 7}]), "location:p: names.0.text: ‘7’ is no text"),
        (place(point={"lat": 91, "lon": "east"}), "location:p: point.lat: ‘91’ is more than 90 (and 1 more)"),
        (place(point="north"), "location:p: point: ‘north’ has no fields by name"),
        (place(precision=-1), "location:p: precision: ‘-1’ is less than 0"),
    ],
)
def test_what_is_wrong_is_told_to_whoever_wrote_it(wrong: tuple[Kind, Document], told: str) -> None:
    with pytest.raises(InvalidRecord) as caught:
        records.read(*wrong)

    assert str(caught.value).startswith(told)


def test_a_long_value_is_cut_with_a_sign() -> None:
    with pytest.raises(InvalidRecord, match=r"predicate: ‘x{39}…’ is none of"):
        records.read(*claim(predicate="x" * 500))
