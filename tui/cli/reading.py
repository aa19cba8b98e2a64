"""`show`, `find`, `stats`: questions answered as text, or with `--json` for other programs."""

import sys
from pathlib import Path

import click

from tui.cli.folding import tell_what_waits
from tui.cli.opening import asked_lens, open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.stores import (
    as_of_option,
    json_option,
    known_by_option,
    limit_option,
    plain_option,
    require_record,
    store_argument,
    store_option,
)
from tui.cli.wording import QUERY, REF


@click.command()
@click.argument("ref", type=REF)
@store_option
@as_of_option
@known_by_option
@plain_option
@json_option
def show(ref: str, path: Path, as_of: str, known_by: str, aloud: bool, as_json: bool) -> None:
    """Show one record as text, with all that is stated about it."""
    from tui.cli import aloud as spoken
    from tui.cli import as_json as answers
    from tui.cli import plain

    situation = open_situation(path)
    require_record(situation, ref, "REF")
    profile = situation.profile(ref, asked_lens(situation, "", as_of, known_by))
    citations = situation.citations(ref)
    if as_json:
        write_json(answers.profile(profile, situation.document(ref), citations))
    else:
        write_lines((spoken if aloud else plain).profile_lines(profile, citations), whole=aloud)


class FindCommand(click.Command):
    """A command that takes a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `-word` for a word to leave out, as the query language has it: no option here has one hyphen."""
        left_out = [arg for arg in args if arg.startswith("-") and len(arg) > 2 and arg[1] != "-"]
        if left_out and "--" not in args:
            args = [*(arg for arg in args if arg not in left_out), "--", *left_out]
        return super().parse_args(ctx, args)


@click.command(cls=FindCommand)
@click.argument("query", nargs=-1, required=True, type=QUERY)
@store_option
@limit_option
@plain_option
@json_option
def find(query: tuple[str, ...], path: Path, limit: int, aloud: bool, as_json: bool) -> None:
    """Find records by their words.

    QUERY is words, "phrases", -words to leave out, and filters: kind:event actor:misrata place:sirte source:nasdaq
    about:faction:tunisia status:draft tag:oil since:2016-05 until:2016-08 as-of:2016-08-18 known-by:2016-08-18
    view:NAME. Exits 1 when nothing is found.
    """
    from store.index.searching import MOST
    from tui.cli import aloud as spoken
    from tui.cli import as_json as answers
    from tui.cli import plain

    situation = open_situation(path)
    text = query_typed(query)
    found = situation.find(text, count=min(limit, MOST))
    if as_json:
        write_json(answers.found(text, found))
    else:
        write_lines((spoken if aloud else plain).found_lines(found), whole=aloud)
        if left := found.total - len(found.rows):
            write_aside(f"{left:,} more: --limit shows them")
        elif not found.total:
            write_aside(f"nothing answers {text}")
    sys.exit(0 if found.total else 1)


def query_typed(words: tuple[str, ...]) -> str:
    """Return the query that the words of a command line are."""
    return words[0] if len(words) == 1 else " ".join(map(_requoted, words))


def _requoted(word: str) -> str:
    """Give back the quotes that the shell has taken off: among several words, one that holds a blank was a phrase."""
    from store.find import FILTERS

    if " " not in word or '"' in word:
        return word
    minus = "-" if word.startswith("-") else ""
    name, colon, value = word.removeprefix("-").partition(":")
    return f'{minus}{name}:"{value}"' if colon and name in FILTERS else f'{minus}"{name}{colon}{value}"'


@click.command()
@store_argument
@store_option
@json_option
def stats(store: Path | None, path: Path, as_json: bool) -> None:
    """Count what a store holds, and from when to when."""
    from tui.cli import as_json as answers
    from tui.cli import plain

    situation = open_situation(store or path)
    if as_json:
        write_json(answers.stats(situation))
    else:
        write_lines(plain.stats_lines(situation))
    tell_what_waits(store or path)
