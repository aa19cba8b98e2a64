"""`conflicts`, `ties`, `holds`: what sources disagree on, who is tied to whom, who held what."""

import sys
from pathlib import Path

import click

from store.refs import ACTOR_KINDS, Ref, split
from tui.cli.opening import asked_lens, open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.stores import (
    as_of_option,
    json_option,
    known_by_option,
    lens_option,
    plain_option,
    require_record,
    store_option,
)
from tui.cli.wording import REF

_MOST_FACTS = 1_000


@click.command()
@store_option
@lens_option
@as_of_option
@known_by_option
@plain_option
@json_option
def conflicts(path: Path, query: str, as_of: str, known_by: str, aloud: bool, as_json: bool) -> None:
    """List on what sources disagree, account by account."""
    from tui.cli import aloud as spoken
    from tui.cli import plain_relations as plain

    situation = open_situation(path)
    lens = asked_lens(situation, query, as_of, known_by)
    facts = situation.disputes(lens, count=_MOST_FACTS)
    accounts = [situation.accounts(fact.target, fact.why, lens) for fact in facts.rows]
    if as_json:
        told = zip(facts.rows, accounts, strict=True)
        write_json(
            {
                "total": facts.total,
                "conflicts": [{**fact._asdict(), "accounts": [row._asdict() for row in rows]} for fact, rows in told],
            }
        )
    else:
        write_lines((spoken if aloud else plain).conflict_lines(facts.rows, accounts), whole=aloud)
        if left := facts.total - len(facts.rows):
            write_aside(f"{left:,} more facts: --lens narrows them")
        elif not facts.total:
            write_aside("no two accounts disagree")


@click.command()
@click.argument("ref", type=REF)
@click.option("--to", "other", type=REF, metavar="REF", default="", help="How the two are linked instead.")
@store_option
@as_of_option
@known_by_option
@plain_option
@json_option
def ties(ref: str, other: str, path: Path, as_of: str, known_by: str, aloud: bool, as_json: bool) -> None:
    """List whom an actor is tied to, and whom those are.

    With --to, the shortest chain of ties to another actor. Exits 1 when there are none.
    """
    from tui.cli import aloud as spoken
    from tui.cli import plain_relations as plain

    situation = open_situation(path)
    require_record(situation, ref, "REF")
    lens = asked_lens(situation, "", as_of, known_by)
    if other:
        require_record(situation, other, "--to")
        rows = situation.link(ref, other, lens)
    else:
        rows = situation.web(ref, lens)
    if as_json:
        write_json({"of": ref, "to": other or None, "ties": [plain.tie(row) for row in rows]})
    else:
        told = spoken if aloud else plain
        lines = told.link_lines(rows) if other else told.web_lines(situation.title_of(ref, lens), rows)
        write_lines(lines if rows else (), whole=aloud)
        if not rows:
            write_aside(_no_ties(ref, other))
    sys.exit(0 if rows else 1)


def _no_holds(ref: Ref) -> str:
    kind = split(ref).kind
    if kind not in (*ACTOR_KINDS, "location"):
        return f"{ref} has no holds: those are of a faction or a person, or on a place"
    return f"nothing is recorded of {'who held' if kind == 'location' else 'what was held by'} {ref}"


def _no_ties(ref: Ref, other: Ref) -> str:
    strangers = [named for named in (ref, other) if named and split(named).kind not in ACTOR_KINDS]
    if strangers:
        return f"{strangers[0]} has no ties: those are of a faction or a person"
    return f"no chain of ties leads from {ref} to {other}" if other else f"no ties of {ref} are recorded"


@click.command()
@click.argument("ref", type=REF)
@store_option
@as_of_option
@known_by_option
@plain_option
@json_option
def holds(ref: str, path: Path, as_of: str, known_by: str, aloud: bool, as_json: bool) -> None:
    """List who held a place, or what an actor held.

    Exits 1 when nothing is recorded.
    """
    from tui.cli import aloud as spoken
    from tui.cli import plain_relations as plain

    situation = open_situation(path)
    require_record(situation, ref, "REF")
    rows = situation.holdings(ref, asked_lens(situation, "", as_of, known_by))
    if as_json:
        write_json({"of": ref, "holds": [row._asdict() for row in rows]})
    else:
        write_lines((spoken if aloud else plain).hold_lines(rows), whole=aloud)
        if not rows:
            write_aside(_no_holds(ref))
    sys.exit(0 if rows else 1)
