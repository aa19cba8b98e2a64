"""Ids of STIX objects: the same record has the same id in every export, and so in every tool that reads two of them."""

from uuid import UUID, uuid5

from store.refs import Ref

PROJECT = UUID("fd57397d-2ec8-4eea-91d7-bd2001c14898")
"""The namespace of all ids that are made here. It never changes."""


def stix_id(type_: str, ref: Ref, part: str = "") -> str:
    """Return the id of the object that a record becomes, or of one of its parts, as a tie to its country is."""
    return f"{type_}--{uuid5(PROJECT, f'{ref} {part}' if part else ref)}"


EXTENSION = f"extension-definition--{uuid5(PROJECT, 'extension-definition record')}"
"""Whatever STIX lacks is in this property extension."""
SYSTEM = f"identity--{uuid5(PROJECT, 'identity system')}"
"""This program, as the maker of what belongs to no record."""
