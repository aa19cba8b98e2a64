"""What shells are told of completion, where click's own does not do: refs have colons, at which bash breaks words."""

import os
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, ZshComplete, add_completion_class, split_arg_string

# Bash breaks words at colons and equals signs, and puts what it is given behind the last of them: so that much of a
# word is taken off. What ends in a colon goes on, so no blank follows it. A store may stand beside words, so files are
# listed with them rather than where there are none.
_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' line="${COMP_LINE:0:COMP_POINT}" word kept offer value
    word="${line##*[[:space:]]}"
    [[ $word == -*=* ]] && word="${word#*=}"
    kept=""
    [[ $COMP_WORDBREAKS == *:* ]] && kept="${word%%"${word##*:}"}"
    COMPREPLY=()
    for offer in $(COMP_WORDS="$line" %(complete_var)s=bash_complete "$1"); do
        value="${offer#*,}"
        case "${offer%%%%,*}" in
            file) COMPREPLY+=($(compgen -f -- "$value")); compopt -o filenames ;;
            dir) COMPREPLY+=($(compgen -d -- "$value")); compopt -o filenames ;;
            plain) COMPREPLY+=("${value#"$kept"}"); [[ $value == *: ]] && compopt -o nospace ;;
        esac
    done
    return 0
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
_ADDED = "compadd -U -V unsorted -a completions"
_ADDED_APART = """\
local -a open=(${(M)completions:#*:}) whole=(${completions:#*:})
        compadd -U -V unsorted -a whole
        compadd -U -V unsorted -S '' -a open"""


class _Bash(BashComplete):
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that the cursor is in, and that word as far as the cursor."""
        line = os.environ["COMP_WORDS"]
        words = split_arg_string(line)
        incomplete = words.pop() if words[1:] and not line[-1].isspace() else ""
        option, joined, value = incomplete.partition("=")
        return ([*words[1:], option], value) if joined and option.startswith("--") else (words[1:], incomplete)


class _Zsh(ZshComplete):
    source_template = ZshComplete.source_template.replace(_ADDED, _ADDED_APART)

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return an offer as zsh takes it; a title that is empty or has lines would put the next offers out of step."""
        item.help = " ".join((item.help or "").split()) or None
        return super().format_completion(item)


def know_shells() -> None:
    """Have click speak to bash and zsh as they are spoken to here."""
    add_completion_class(_Bash)
    add_completion_class(_Zsh)
