"""Conflicts, ties and holds as plain text: no colours, no boxes, a statement a line with the refs that it names."""

from collections.abc import Iterable, Iterator, Sequence

from store.rows import AccountRow, DisputeRow, HoldRow, TieRow


def conflict_lines(facts: Sequence[DisputeRow], accounts: Sequence[Sequence[AccountRow]]) -> Iterator[str]:
    """Yield each disputed fact with its accounts under it."""
    for number, (fact, rows) in enumerate(zip(facts, accounts, strict=True)):
        if number:
            yield ""
        yield f"{fact.title}: {fact.matter} [{fact.target}]"
        yield from (_account(row) for row in rows)


def _account(row: AccountRow) -> str:
    said = f"said {row.said}" if row.said else ""
    words = f"“{row.words}”" if row.words else ""
    because = f"because: {row.reasoning}" if row.reasoning else ""
    told = (row.held or "undated", row.source, row.locator, said, row.grade, row.sureness, row.rank, row.mark)
    aside = (*told, words, because)
    disputed = "" if row.disputed else ", not disputed"
    return f"  {row.value} ({', '.join(filter(None, aside))}{disputed}) [{row.statement}]"


def web_lines(actor: str, rows: Iterable[TieRow]) -> Iterator[str]:
    """Yield the ties of an actor, and further in those of the other end."""
    yield actor
    for row in rows:
        yield f"{'    ' * row.depth}{row.label}: {_tied(row)}"


def link_lines(rows: Iterable[TieRow]) -> Iterator[str]:
    """Yield a chain of ties, one a line from end to end."""
    for row in rows:
        yield f"{row.depth}. {row.from_} - {row.label}: {_tied(row)}"


def _tied(row: TieRow) -> str:
    aside = ", ".join(filter(None, (row.when, row.grade, row.mark)))
    return f"{row.text}" + (f" ({aside})" if aside else "") + f" [{row.target}, {row.statement}]"


def tie(row: TieRow) -> dict[str, object]:
    """Return a tie for JSON."""
    told = row._asdict()
    told["from"] = {"ref": told.pop("near"), "title": told.pop("from_")}
    return told


def hold_lines(rows: Iterable[HoldRow]) -> Iterator[str]:
    """Yield holds, one a line: who or where, how, when."""
    for row in rows:
        aside = ", ".join(filter(None, (row.when or "undated", row.grade, row.mark)))
        yield f"{row.name}: {row.how} ({aside}) [{row.target}, {row.statement}]"
