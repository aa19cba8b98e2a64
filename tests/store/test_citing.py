"""A citation in one line of text."""

from store.citing import cite
from store.rows import CitationRow

WHOLE = CitationRow(
    statement="event:clash",
    target="source:report",
    title="Report 7",
    publisher="The Agency",
    published="5 August 2016",
    reliability="B",
    credibility=2,
    locator="¶10",
    words="they left by the south road",
    url="https://example.org/7",
)


def test_a_citation_says_what_by_whom_when_where_how_good_and_in_which_words() -> None:
    assert cite(WHOLE) == "Report 7, The Agency, 5 August 2016, ¶10, B2: “they left by the south road”"


def test_what_nobody_gave_is_left_out_without_a_trace() -> None:
    bare = WHOLE._replace(publisher="", published="", locator="", reliability="", credibility=None, words="")

    assert cite(bare) == "Report 7"


def test_one_half_of_the_grade_stands_alone() -> None:
    assert cite(WHOLE._replace(words="", credibility=None)).endswith("¶10, B")
    assert cite(WHOLE._replace(words="", reliability="")).endswith("¶10, 2")


def test_a_source_that_is_missing_is_cited_by_its_ref() -> None:
    missing = CitationRow("event:e", "source:lost", "source:lost", "", "", "", None, "p. 2", "", "")

    assert cite(missing) == "source:lost, p. 2"
