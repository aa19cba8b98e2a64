"""Back and forward do what a web browser does."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tui.state.history import LONGEST, History


class Browser(RuleBasedStateMachine):
    """Pages in a row with a finger on one of them: the plainest account of what a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = [0]
        self.finger = 0
        self.here = 0
        self.history: History[int] = History()

    @rule(page=st.integers(1, 99))
    def visit(self, page: int) -> None:
        """Go to a page: what was ahead is torn off."""
        self.history = self.history.visit(self.here)
        self.here = page
        self.pages = [*self.pages[: self.finger + 1], page]
        self.finger += 1

    @rule()
    def back(self) -> None:
        """Move the finger back, where there is a page."""
        step = self.history.back(self.here)
        if self.finger == 0:
            assert step is None
            return
        assert step is not None
        self.here, self.history = step
        self.finger -= 1

    @rule()
    def forward(self) -> None:
        """Move the finger forward, where there is a page."""
        step = self.history.forward(self.here)
        if self.finger == len(self.pages) - 1:
            assert step is None
            return
        assert step is not None
        self.here, self.history = step
        self.finger += 1

    @precondition(lambda self: self.finger > 0)
    @rule(page=st.integers(100, 199))
    def change_the_page_one_stands_on(self, page: int) -> None:
        """Move the cursor there, say: it is how one leaves a page that one wants back."""
        self.here = self.pages[self.finger] = page

    @invariant()
    def one_stands_where_the_finger_is(self) -> None:
        """Compare the two."""
        assert self.here == self.pages[self.finger]
        assert list(self.history.behind) == self.pages[: self.finger]
        assert list(reversed(self.history.ahead)) == self.pages[self.finger + 1 :]


TestAsInABrowser = Browser.TestCase
TestAsInABrowser.settings = settings(max_examples=40, stateful_step_count=30)


@given(st.lists(st.integers(), min_size=1, max_size=30))
def test_all_the_way_back_and_forward_again_ends_where_it_began(pages: list[int]) -> None:
    history: History[int] = History()
    *visited, here = pages
    for page in visited:
        history = history.visit(page)
    begun = (here, history)
    while step := history.back(here):
        here, history = step
    assert here == pages[0]
    while step := history.forward(here):
        here, history = step
    assert (here, history) == begun


def test_a_long_trail_forgets_its_beginning() -> None:
    history: History[int] = History()
    for page in range(LONGEST + 10):
        history = history.visit(page)
    assert len(history.behind) == LONGEST
    assert history.behind[0] == 10
