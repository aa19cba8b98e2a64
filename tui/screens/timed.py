"""What one does with time in the room: which days it is seen from, which span of it is looked at."""

from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from store.lens import Lens
from store.refs import ACTOR_KINDS, Kind, Ref, split
from store.rows import FrequencyRow
from store.when import Day
from tui.panes import index
from tui.panes.pane import Pane
from tui.panes.timeline import TimelinePane
from tui.screens import asked_for
from tui.screens.retraced import RetracedScreen
from tui.state.spans import Span, closer, further
from tui.state.steps import STEPS, Step, earlier, later
from tui.state.stop import Stop

if TYPE_CHECKING:
    from tui.screens.as_of import Days


class TimedScreen(RetracedScreen):
    """A trail whose time can be moved."""

    _step: Step = "month"
    waiting: Timer | None = None
    """Runs while the day has just been moved: the panes follow when it rests."""

    def _show(self, stop: Stop | None = None) -> None:
        """Wait no more for the day to rest: it is shown as it is."""
        self.settle()
        super()._show(stop)

    def narrow(self, lens: Lens) -> None:
        """Show everything through another lens, from the day as it is."""
        self.settle()
        super().narrow(lens)

    def rest(self) -> None:
        """Show what the Index's cursor has come to, and everything from the day that one has come to."""
        super().rest()  # first: from another day the Index may have other rows
        if self.waiting is not None:
            self.narrow(self.view.lens)

    def ready(self) -> Pane:
        """Return the pane that keys go to, as it is on the day that one has come to."""
        if self.waiting is not None:
            self.narrow(self.view.lens)
        return super().ready()

    # -- the days that are looked from

    async def action_as_of(self) -> None:
        """Ask for the day to look from."""
        last = self.view.situation.span()[1] or date.today().toordinal()
        await self.app.push_screen(asked_for.AsOfScreen(last, self.view.lens), self._look_from)

    def _look_from(self, asked: "Days | None") -> None:
        if asked is not None:
            self.narrow(self.view.lens._replace(**asked._asdict()))

    def action_earlier(self) -> None:
        """Look from an earlier day."""
        first, last = self.view.situation.span()
        day = self.view.lens.day or last
        if first is None or day is None or earlier(day, self._step) < first:
            self.say(f"A {self._step} earlier there is nothing that has a date.")
        else:
            self._look_soon(earlier(day, self._step))

    def action_later(self) -> None:
        """Look from a later day; after the last that anything has, from today."""
        day, last = self.view.lens.day, self.view.situation.span()[1]
        if day is None or last is None:
            self.say(self.view.keys.told("Every pane looks from today: {earlier} looks from an earlier day."))
        elif later(day, self._step) >= last:
            self._look_soon(None)
            self.say("From today again.")
        else:
            self._look_soon(later(day, self._step))

    def action_step(self) -> None:
        """Have the day moved by days, months or years."""
        self._step = STEPS[(STEPS.index(self._step) + 1) % len(STEPS)]
        self.say(self.view.keys.told(f"{{earlier}} and {{later}} now move the day by a {self._step}."))

    def _look_soon(self, day: Day | None) -> None:
        """Mark the day at once; the panes follow when it rests: who runs through years must not wait for each month."""
        lens = self.view.lens
        known = lens.known_by is not None
        held = lens.as_of is not None or not known
        lens = lens._replace(as_of=day if held else None, known_by=day if known else None)
        self.view = self.view._replace(lens=lens)
        self.say_where()
        self.floor.timeline.mark(self.view)
        self.settle()
        self.waiting = self.set_timer(index.REST, self.rest)

    def settle(self) -> None:
        """Wait no more: what is shown from now on is shown from the day as it is."""
        if self.waiting is not None:
            self.waiting.stop()
            self.waiting = None

    # -- the span that is looked at

    def action_brush(self) -> None:
        """Brush a span of the strip."""
        if self.active != "timeline":
            self.activate("timeline")
        self.floor.followed("timeline")
        self.floor.timeline.brush()

    def on_timeline_pane_told(self, message: TimelinePane.Told) -> None:
        """Say what is under the brush."""
        self.say(message.text)

    def on_timeline_pane_brushed(self, message: TimelinePane.Brushed) -> None:
        """Narrow every pane to the span that was brushed."""
        self.obey(message)

    def obey(self, wish: Message | None) -> None:
        """Narrow every pane to the span that was brushed, if that is what is wanted."""
        if isinstance(wish, TimelinePane.Brushed):
            self._look_at(wish.span)
        else:
            super().obey(wish)

    def action_closer(self) -> None:
        """Look at half the span, around what is under the Timeline's cursor."""
        self.rest()
        self.floor.followed("timeline")
        shown = self._span_shown()
        day = self.floor.timeline.day
        found = closer(shown, shown.last if day is None else day) if shown else None
        if found is None:
            self.say("Closer than a week there is nothing to see.")
        else:
            self._look_at(found)

    def action_further(self) -> None:
        """Look at twice the span, up to all of time."""
        self.rest()
        shown = self._span_shown()
        lens = self.view.lens
        if shown is None or (lens.since is None and lens.until is None):
            self.say("All of time is shown already.")
            return
        self._look_at(further(shown, self._all_of_time() or shown))

    def _span_shown(self) -> Span | None:
        """Return the span that the strip shows; None where nothing has a date."""
        lens, whole = self.view.lens, self._all_of_time()
        if whole is None:
            return None
        return Span(whole.first if lens.since is None else lens.since, whole.last if lens.until is None else lens.until)

    def _all_of_time(self) -> Span | None:
        buckets = self.view.situation.density(self.view.lens._replace(since=None, until=None))
        return Span(buckets[0].first, buckets[-1].last) if buckets else None

    def _look_at(self, span: Span | None) -> None:
        since, until = span or (None, None)
        self.look_through(self.view.lens._replace(since=since, until=until))

    async def action_kinds(self) -> None:
        """Choose which kinds of records the Timeline lists."""
        timeline = self.floor.timeline
        if self.active != "timeline":
            self.activate("timeline")
        await self.app.push_screen(asked_for.KindsScreen(timeline.wide, timeline.choice.kinds), self._list_kinds)

    def _list_kinds(self, kinds: tuple[Kind, ...] | None) -> None:
        if kinds and kinds != self.floor.timeline.choice.kinds:
            self.floor.timeline.list_kinds(kinds)

    # -- what there is of it

    async def action_frequencies(self) -> None:
        """Show how often each kind, actor and place occurs."""
        self.rest()
        screen = asked_for.FrequenciesScreen(self.view.situation, self.view.lens)
        await self.app.push_screen(screen, self._look_into)

    def _look_into(self, row: FrequencyRow | None) -> None:
        """Look at what was counted: narrow the lens to it, on top of what it is narrowed to."""
        if row is None:
            return
        lens = self.view.lens
        if row.group == "kind":
            self.look_through(lens._replace(kinds=(row.kind,)))
        elif lens.about:
            self.look_through(lens._replace(also=tuple(dict.fromkeys((*lens.also, row.target)))))
        else:
            self.look_through(lens._replace(about=(row.target,)))
        self.activate("timeline")

    async def action_changes(self) -> None:
        """Show what changed between two days."""
        self.rest()
        await self.app.push_screen(asked_for.ChangesScreen(self.view.situation, self.view.lens), self.follow_chosen)

    # -- holds

    async def action_holds(self) -> None:
        """Show who held the place that is shown, or what the actor held."""
        ref = self.nearest((*ACTOR_KINDS, "location"))
        if ref:
            await self.app.push_screen(
                asked_for.HoldsScreen(self.view.situation, ref, self.view.lens), self.follow_chosen
            )
        else:
            self.say("Holds are those of an actor, or on a place: put the cursor on one.")

    def nearest(self, kinds: tuple[Kind, ...]) -> Ref:
        """Return what is shown, or else what is under the cursor, if it is of these kinds; the Index's cursor first."""
        row = self.pane.row
        under_cursor = row.target if row else ""
        in_order = (under_cursor, self.view.subject) if self.active == "index" else (self.view.subject, under_cursor)
        return next((ref for ref in in_order if ref and split(ref).kind in kinds), "")
