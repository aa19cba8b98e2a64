"""Text in Markdown stays text: the reader of Markdown that ships with the program shows it as it was."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.markdown import address, escaped, paragraphs, table
from store.text import one_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.text(st.sampled_from("*_`[]()<>!#+-=~|\\&:. \n1ax"), max_size=30),
)


def inline(markdown: str) -> list[Token]:
    tokens = READER.parse(markdown)
    return [child for token in tokens if token.type == "inline" for child in token.children or ()]


def shown(markdown: str) -> str:
    return "".join(token.content for token in inline(markdown))


@given(TEXTS)
@example("1. not a list")
@example("<script>alert(1)</script> &lt; &#x1b;")
@example("![x](http://example.org/a.png) [y]: z")
@example("====")
def test_a_text_is_shown_as_it_is_and_means_nothing(text: str) -> None:
    markdown = escaped(text)
    assert {token.type for token in inline(markdown)} <= {"text", "text_special"}
    assert {token.type for token in READER.parse(markdown)} <= {"paragraph_open", "inline", "paragraph_close"}
    assert shown(markdown) == one_line(text)


@given(TEXTS)
def test_so_it_is_in_an_item_of_a_list_and_after_a_label(text: str) -> None:
    kinds = {token.type for token in READER.parse(f"- {escaped('x' + text)}")}
    assert kinds <= {
        f"{name}_{end}" for name in ("bullet_list", "list_item", "paragraph") for end in ("open", "close")
    } | {"inline"}


@given(st.lists(TEXTS, min_size=2, max_size=2))
def test_a_cell_stays_in_its_column(row: list[str]) -> None:
    tokens = READER.parse("\n".join(table(["one", "two"], [row])))
    cells = [token for place, token in enumerate(tokens) if place and tokens[place - 1].type == "td_open"]
    assert ["".join(child.content for child in cell.children or ()) for cell in cells] == [
        one_line(text) for text in row
    ]


def test_only_addresses_of_the_web_become_links() -> None:
    assert address("https://example.org/a_b") == "<https://example.org/a_b>"
    assert address("javascript:alert(1)") == "javascript:alert(1)"
    assert address("https://example.org/> <b>") == r"https://example.org/\> \<b\>"


def test_a_text_of_several_lines_is_as_many_paragraphs() -> None:
    assert paragraphs("one\n\n# two") == ["one", r"\# two"]
