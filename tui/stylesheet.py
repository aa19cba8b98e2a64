"""The style sheet of programs that are all alike: what has been parsed once is not parsed again.

A program that sets its theme has Textual parse everything twice before the first frame; a server, for every guest.
"""

from functools import cache

from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.css.types import CSSLocation

Variables = frozenset[tuple[str, str]]


class SharedStylesheet(Stylesheet):
    """Textual's, which shares its rules: they are 0.4 MB. There is no error in them."""

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        return _rules(frozenset(self._variables.items()), css, read_from, is_default_rules, tie_breaker, scope)

    def reparse(self) -> None:
        """Take the rules as the variables are now."""
        self.parse()


@cache
def _rules(
    variables: Variables, css: str, read_from: CSSLocation, is_default: bool, tie_breaker: int, scope: str
) -> list[RuleSet]:
    return list(
        parse(
            scope,
            css,
            read_from,
            variable_tokens=_tokens(variables),
            is_default_rules=is_default,
            tie_breaker=tie_breaker,
        )
    )


@cache
def _tokens(variables: Variables) -> dict[str, list[Token]]:
    return tokenize_values(dict(variables))
