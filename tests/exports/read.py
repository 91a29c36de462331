"""Reads the exports as other programs do, and says where they differ from what was meant.

    read.py FOLDER SCHEMA JSON_LD_SCHEMA

FOLDER holds feed.xml, groups.json, groups.csv and json-ld/ID.html, and in expected.json the groups in
their order, each with the texts that must come back. Differences go to standard error, with exit status 1.
"""

import codecs
import csv
import io
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import jsonschema

ATOM = "{http://www.w3.org/2005/Atom}"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Scripts(HTMLParser):
    """The texts of a page's scripts."""

    def __init__(self):
        super().__init__()
        self.texts, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.texts.append("")

    def handle_data(self, data):
        if self.texts:
            self.texts[-1] += data


def json_of(text):
    def refuse_repeats(pairs):
        assert len(dict(pairs)) == len(pairs), f"a key stands twice in {pairs}"
        return dict(pairs)

    return json.loads(text, object_pairs_hook=refuse_repeats)


def validator(path):
    schema = json.loads(Path(path).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def compare(what, found, meant):
    if found != meant:
        yield f"{what}: {found!r}, not {meant!r}"


def read_atom(folder, expected):
    octets = (folder / "feed.xml").read_bytes()
    entries = ElementTree.fromstring(octets).findall(f"{ATOM}entry")
    feed = feedparser.parse(octets, sanitize_html=False)
    yield from compare("feedparser", feed.bozo, False)
    newest = sorted(expected, key=lambda group: group["reviewed"], reverse=True)[:50]
    for meant, entry, read in zip(newest, entries, feed.entries, strict=True):
        for key, name in (("name", "title"), ("summary", "summary"), ("url", "id")):
            yield from compare(f"feed.xml {name}", entry.find(f"{ATOM}{name}").text, meant[key])
        yield from compare("feed.xml link", read.link, meant["url"])
        yield from compare("feed.xml updated", read.updated, f"{meant['reviewed']}T00:00:00Z")
        yield from compare("feed.xml tags", [tag.label for tag in read.tags], ["Coaching"])
    yield from compare("feed.xml self", feed.feed.links[0].href, feed.feed.id)


def read_csv(folder, expected):
    text = (folder / "groups.csv").read_bytes().decode("utf-8-sig")
    if (folder / "groups.csv").read_bytes()[:3] != codecs.BOM_UTF8:
        yield "groups.csv has no byte order mark"
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    for meant, row in zip(expected, rows, strict=True):
        for key in ("id", "url", "name", "summary", "who", "contact", "reviewed"):
            cell = row[key]
            if cell.startswith(FORMULA):
                yield f"groups.csv {key}: {cell!r} is a formula"
            text = meant[key]
            yield from compare(f"groups.csv {key}", cell, f"'{text}" if text.startswith(FORMULA) else text)


def read_json(folder, expected, schema):
    data = json_of((folder / "groups.json").read_text(encoding="utf-8"))
    for error in schema.iter_errors(data):
        yield f"groups.json {error.json_path}: {error.message[:300]}"
    for meant, group in zip(expected, data["groups"], strict=True):
        for key in ("id", "url", "name", "summary", "reviewed"):
            yield from compare(f"groups.json {key}", group[key], meant[key])
        yield from compare("groups.json who", group["joining"]["who"], meant["who"])
        yield from compare("groups.json contact", group["joining"]["contact"]["address"], meant["contact"])


def read_json_ld(folder, expected, schema):
    for meant in expected:
        scripts = Scripts()
        scripts.feed((folder / "json-ld" / f"{meant['id']}.html").read_text(encoding="utf-8"))
        yield from compare("the tags around JSON-LD", scripts.tags, ["script", "p"])
        data = json_of(scripts.texts[0])
        for error in schema.iter_errors(data):
            yield f"{meant['id']} {error.json_path}: {error.message[:300]}"
        for key, name in (("name", "name"), ("summary", "description"), ("url", "url")):
            yield from compare(f"JSON-LD {name}", data[name], meant[key])
        addresses = re.findall(r"[\w.+-]+@[\w.-]+\.\w+", scripts.texts[0])
        yield from compare("other addresses in JSON-LD", set(addresses) - {meant["contact"]}, set())
        point = data["contactPoint"]
        yield from compare("JSON-LD contact", point.get("email", point.get("url")), meant["contact"])


def main():
    folder = Path(sys.argv[1])
    schema, json_ld_schema = map(validator, sys.argv[2:4])
    expected = json.loads((folder / "expected.json").read_text())
    differences = [
        *read_atom(folder, expected),
        *read_csv(folder, expected),
        *read_json(folder, expected, schema),
        *read_json_ld(folder, expected, json_ld_schema),
    ]
    print("\n".join(differences[:20]), file=sys.stderr)
    print(f"{len(expected)} groups")
    sys.exit(1 if differences else 0)


main()
