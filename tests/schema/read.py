"""Holds charters against the schema, as other programs do.

    read.py FOLDER

FOLDER holds schema.json, and charters.json: a list of front matters. The verdicts are printed as a list, in
which null is a charter that fits, and a text says where one does not. A schema that is none, or an example in
it that does not fit its own place, goes to standard error, with exit status 1.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def places(schema, path="#"):
    """Every subschema, with its path."""
    yield path, schema
    if not isinstance(schema, dict):
        return
    for name in ("items", "not", "if", "then", "else"):
        if name in schema:
            yield from places(schema[name], f"{path}/{name}")
    for name in ("properties", "$defs"):
        for key, below in schema.get(name, {}).items():
            yield from places(below, f"{path}/{name}/{key}")
    for name in ("anyOf", "allOf", "oneOf"):
        for number, below in enumerate(schema.get(name, [])):
            yield from places(below, f"{path}/{name}/{number}")


def faults(validator, schema):
    for error in Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema):
        yield f"{error.json_path}: {error.message[:300]}"
    for path, below in places(schema):
        for example in below.get("examples", []) if isinstance(below, dict) else []:
            for error in validator.evolve(schema=below).iter_errors(example):
                yield f"the example of {path}: {error.message[:300]}"


def verdict(validator, charter):
    error = next(validator.iter_errors(charter), None)
    return error and f"{error.json_path}: {error.message[:200]}"


def main():
    folder = Path(sys.argv[1])
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    charters = json.loads((folder / "charters.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    found = list(faults(validator, schema))
    print("\n".join(found[:20]), file=sys.stderr)
    print(json.dumps([verdict(validator, charter) for charter in charters]))
    sys.exit(1 if found else 0)


main()
