"""A brief written in Markdown and in HTML: all of it is there, and no text in it is ever obeyed."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fixtures
from store.brief.brief import Brief, Cited, Listed, Matter, Part, Section, Statement, Version
from store.brief.html import as_html
from store.brief.markdown import as_markdown
from store.briefing import brief
from store.situation import Situation
from tests.situations import small
from tests.tui.hostile import OBEYED, TEXTS, write_hostile

_EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """A page, read strictly: its elements, what is in their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements[tag] += 1
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def html(made: Brief) -> str:
    return "\n".join(as_html(made))


@pytest.fixture
def town(tmp_path: Path) -> Situation:
    return Situation.open(small(tmp_path / "town.json"))


def test_markdown_has_it_all_in_order(town: Situation) -> None:
    lines = list(as_markdown(brief(town, ["faction:reds"])))
    headings = [line for line in lines if line.startswith("#")]
    assert headings == [
        "# The Reds",
        "## The Reds",
        "### Ties",
        "### Holds",
        "### Estimates",
        "## What happened",
        "## What was said",
        "## What is contested",
        "### Clash at the gate: how many died",
        "### Şabrātah: who controlled it",
        "### The Reds: how strong it was",
        "## Sources",
    ]
    assert "- **opposes:** The Blues (since 2014) [1, ¶1, B2]" in lines
    assert "1. Report from the coast, The Gazette, 18 August 2016; B, usually reliable" in lines
    assert "**TLP:CLEAR**" in lines


def test_html_says_what_markdown_says_and_leads_from_each_statement_to_its_source(town: Situation) -> None:
    made = brief(town, ["faction:reds", "location:sabratah"])
    page = Page(html(made))
    for text in ("Clash at the gate", "who controlled it", "They are few and tired", "B, usually reliable"):
        assert text in page.text
        assert any(text in line for line in as_markdown(made))
    targets = {value for name, value in page.attributes if name == "id"}
    assert {f"#{target}" for target in targets} >= {
        value for name, value in page.attributes if name == "href" and value and value.startswith("#")
    }


def test_the_page_asks_nothing_of_the_network_and_follows_the_readers_colours_and_direction(town: Situation) -> None:
    page = html(brief(town, ["faction:greens"]))
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe", "object"} & set(Page(page).elements)
    assert "color-scheme: light dark" in page
    assert "@media print" in page
    assert '<h2 dir="auto">القوات الخضراء</h2>' in page


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_obeyed_by_neither_a_terminal_nor_a_browser(name: str, hostile: Situation) -> None:
    made = brief(hostile, [f"faction:{name}", f"location:{name}", f"source:{name}", f"event:{name}"])
    written = "\n".join(as_markdown(made))
    page = html(made)
    assert not OBEYED.search(written)
    assert not OBEYED.search(page)
    assert {name for name, _ in Page(page).attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "dir", "class", "href", "rel", "id", "value")
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Situation:
    return Situation.open(write_hostile(tmp_path_factory.mktemp("hostile") / "hostile.json"))


@given(st.text(st.sampled_from("<>&\"'/ =:abjavscript0"), max_size=30))
def test_no_text_adds_an_element_or_an_attribute(text: str) -> None:
    plain, odd = Page(html(_brief_of("x"))), Page(html(_brief_of(text or "x")))
    assert odd.elements == plain.elements
    assert Counter(name for name, _ in odd.attributes) == Counter(name for name, _ in plain.attributes)


def _brief_of(text: str) -> Brief:
    """Return a brief in which every text is this one; its address is none of the web."""
    cited = (Cited(1, text, "B2"),)
    statement = Statement(text, text, text, cited, "draft")
    return Brief(
        title=text,
        scope=text,
        marking="green",
        parts=(
            Part("faction:x", text, text, (text,), f"- {text}", "draft", cited, (Section("Ties", (statement,), 3),)),
        ),
        sections=(Section("What happened", (statement,)),),
        contested=(Matter(text, text, (Version(text, text, text, text, text, cited),)),),
        sources=(Listed(1, text, (text,), "B", f"ftp:{text}", f"ftp:{text}", text),),
    )


def test_every_source_of_the_shipped_situation_is_listed_with_its_terms() -> None:
    situation = Situation.open(fixtures.SHIPPED, read_only=True)
    written = "\n".join(as_markdown(brief(situation, ["location:sirte"])))
    assert "GeoNames: populated places, GeoNames; reliability not judged; <https://www.geonames.org>" in written
    assert "terms: CC BY 4.0" in written
