"""Schemas of what is written of the formats of others, set down for tests."""

import json
from pathlib import Path

_HERE = Path(__file__).parent


def faults_of_json(schema: str, content: bytes) -> list[str]:
    """Return what is wrong with a JSON text, by one of the schemas here."""
    import jsonschema

    found = jsonschema.Draft202012Validator(json.loads((_HERE / f"{schema}.json").read_bytes()))
    return [f"{error.json_path}: {error.message:.120}" for error in found.iter_errors(json.loads(content))]


def faults_of_xml(schema: str, content: bytes) -> list[str]:
    """Return what is wrong with an XML text, by one of the schemas here."""
    from lxml import etree

    found = etree.XMLSchema(etree.parse(_HERE / f"{schema}.xsd"))
    found.validate(etree.fromstring(content))
    return [f"line {error.line}: {error.message:.120}" for error in found.error_log]
