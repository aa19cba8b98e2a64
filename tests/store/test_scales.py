"""The field's scales, step by step."""

import pytest

from store.scales import estimative, grade


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0, "almost no chance"),
        (5, "almost no chance"),
        (6, "very unlikely"),
        (20, "very unlikely"),
        (45, "unlikely"),
        (50, "roughly even chance"),
        (56, "likely"),
        (80, "likely"),
        (81, "very likely"),
        (94, "very likely"),
        (95, "almost certain"),
        (100, "almost certain"),
    ],
)
def test_confidence_is_told_in_the_words_of_icd_203(confidence: int, words: str) -> None:
    assert estimative(confidence) == words


def test_no_confidence_is_told_in_no_words() -> None:
    assert estimative(None) == ""


def test_a_grade_leaves_out_what_nobody_judged() -> None:
    assert grade("B", 2) == "B2"
    assert grade("B", None) == "B"
    assert grade(None, 2) == "2"
    assert grade(None, None) == ""
