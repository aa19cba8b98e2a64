"""What a row rests on: articles, and the free text of older rows."""

from tests.store.formats.ged import beside, event


def test_a_report_is_an_article_by_its_office_and_day() -> None:
    dataset, article = beside("source")

    assert dataset["terms"].startswith("CC BY 4.0")
    assert article.pop("id").startswith("north-wire-2015-03-04-")
    assert article == {
        "title": "Clash at the ford",
        "source_kind": "article",
        "publisher": "North Wire",
        "published": {"edtf": "2015-03-04"},
    }


def test_several_reports_are_several_sources_each_cited_once() -> None:
    one, other = '"Wire, North,2015-03-04,One; two, three"', '"Radio,2015-03-05,It is said: ""no"""'
    article = f"{one};{other};{one}"

    articles = beside("source", source_article=article)[1:]
    assert [(source["publisher"], source["title"]) for source in articles] == [
        ("Wire, North", "One; two, three"),
        ("Radio", 'It is said: ""no""'),
    ]
    assert len(event(source_article=article)["citations"]) == 3


def test_free_text_is_one_document() -> None:
    text = 'Reuters (13 August 2001): "TEN KILLED".\nAFP (13 August 2001): "10 killed".'

    [document] = beside("source", source_article=text)[1:]
    assert document["title"] == 'Reuters (13 August 2001): "TEN KILLED". AFP (13 August 2001): "10 killed".'
    assert "source_kind" not in document  # a document, which goes without saying


def test_free_text_without_a_year_is_another_document_every_year() -> None:
    def source(text: str, year: str) -> str:
        date = f"{year}-08-28"
        return str(beside("source", source_article=text, date_start=date, date_end=date)[1])

    assert source("Reuters 29/8", "1997") != source("Reuters 29/8", "1998")
    assert "'Reuters 29/8, cited for 1997'" in source("Reuters 29/8", "1997")
    assert source("Reuters 29/8 1997", "1997") == source("Reuters 29/8 1997", "1998")


def test_a_row_without_the_list_is_read_from_its_parts() -> None:
    assert beside("source", source_article="") == beside("source")


def test_a_row_without_a_report_cites_the_data_set_alone() -> None:
    assert [cited["source"] for cited in event(source_article=" ", source_headline="")["citations"]] == [
        "source:ucdp-ged"
    ]


def test_a_report_of_a_day_that_is_none_is_undated() -> None:
    [article] = beside("source", source_article='"Wire,2015-02-31,Clash"')[1:]

    assert "published" not in article
    assert article["title"] == "Clash"


def test_what_r_writes_for_nothing_is_no_source() -> None:
    nothing = dict.fromkeys(("source_article", "source_office", "source_date", "source_headline"), "NA")
    assert len(beside("source", **nothing)) == 1
