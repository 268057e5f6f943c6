"""A view as a data package (Frictionless): its tables as they are shown, and the facts that it shows, in one zip."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from dashboard.content.exhibit import Exhibit
from dashboard.content.extract import Cell, Heading
from dashboard.content.sources import web
from dashboard.content.view import View
from dashboard.export.clean import clean
from dashboard.export.csv_file import guarded
from dashboard.export.facts import Row, facts
from dashboard.settings import settings
from dashboard.warehouse import warehouse

TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}
NAME = re.compile(r"[^a-z0-9._-]+")
LICENCE = "LICENSE"
Resource = dict[str, Any]
File = tuple[str, bytes]  # path in the package, content


def zipped(view: View) -> bytes:
    """The package as a zip."""
    licences, enclosed = _licences()
    made = [*_as_shown(view), *_as_kept(view)]
    files = [*enclosed, *((resource["path"], content) for resource, content in made)]
    package = json.dumps(_described(view, licences, [resource for resource, _ in made]), ensure_ascii=False, indent=1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in [("datapackage.json", package.encode()), *files]:
            archive.writestr(zipfile.ZipInfo(path, _made(view).timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _made(view: View) -> datetime:
    return datetime.combine(view.date, time(), UTC)


def _described(view: View, licences: Sequence[Mapping[str, str]], resources: Sequence[Resource]) -> dict[str, Any]:
    raw, t = warehouse().package.raw, view.lang.t
    filters = "; ".join(f"{label}: {words}" for label, words in view.filters)
    said = (
        t("What the page “{title}” shows: its figures, tables and lists.", title=clean(view.title)),
        t("The facts stand in each city’s own data package.") if view.of_several else
        t("The facts are the rows that these name, with all that they refer to."),
        clean(filters),
        t("Data version {version}", version=view.version),
        view.address,
    )  # fmt: skip
    return {
        "profile": "data-package",
        "name": NAME.sub("-", view.file().lower()),
        "title": clean(f"{view.title} · {raw.get('title', '')}"),
        "description": "\n".join(filter(None, said)),
        "homepage": view.address,
        "version": view.version,
        "created": _made(view).isoformat(),
        "licenses": list(licences),
        "sources": raw.get("sources", []),
        "resources": list(resources),
    }


def _as_shown(view: View) -> Iterator[tuple[Resource, bytes]]:
    """A resource for each exhibit, with a schema of its own."""
    for key, exhibit in view.exhibits.items():
        columns = list(zip(*exhibit.sheet.lines, strict=True)) or [()] * len(exhibit.sheet.headings)
        kinds = [_kind(column) for column in columns]
        heads = [heading.key for heading in exhibit.sheet.headings]
        lines = ([_written(cell, kind) for cell, kind in zip(line, kinds, strict=True)] for line in exhibit.sheet.lines)
        schema = {"fields": [_field(*pair) for pair in zip(exhibit.sheet.headings, kinds, strict=True)]}
        told = {"title": clean(exhibit.caption.title), "description": _about(exhibit), "schema": schema}
        yield _resource(f"shown-{key}", f"shown/{key}.csv", told, _csv(heads, lines))


def _about(exhibit: Exhibit) -> str:
    caption = exhibit.caption
    return clean("\n".join(filter(None, [caption.subtitle, caption.alt, *exhibit.definitions])))


def _field(heading: Heading, kind: str) -> dict[str, str]:
    told = {"name": heading.key, "type": kind, "title": clean(heading.title)}
    return told | ({"unit": heading.unit} if heading.unit not in ("", "code", "date", "url") else {})


def _kind(column: Iterable[Cell]) -> str:
    """The type of a column's values: a number if some are whole and some are not, text if they are of all sorts."""
    kinds = {TYPES.get(type(cell), "string") for cell in column if cell not in ("", None)}
    return "number" if kinds == {"integer", "number"} else kinds.pop() if len(kinds) == 1 else "string"


def _written(cell: Cell, kind: str) -> str:
    """A value as the schema has it."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else guarded(cell) if kind == "string" and isinstance(cell, str) else str(cell)


def _as_kept(view: View) -> Iterator[tuple[Resource, bytes]]:
    """A resource for each table of the facts of which the view shows rows."""
    found, tables = {} if view.of_several else facts(view), warehouse().package.tables
    for name, rows in found.items():
        raw = tables[name].raw
        keys = [key for key in raw["schema"].get("foreignKeys", []) if (key["reference"]["resource"] or name) in found]
        told = {key: raw[key] for key in raw if key not in ("licenses", "dialect", "profile", "bytes", "hash")}
        told |= {"schema": {**raw["schema"], "foreignKeys": keys}}
        columns = tables[name].columns
        texts = {column.name for column in columns if column.sql_type == "varchar"}
        yield _resource(name, f"facts/{name}.csv", told, _csv([one.name for one in columns], _cells(rows, texts)))


def _cells(rows: Iterable[Row], texts: set[str]) -> Iterator[list[str]]:
    """The rows with their texts guarded."""
    return ([guarded(cell) if name in texts else cell for name, cell in row.items()] for row in rows)


def _csv(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(lines)
    return file.getvalue().encode()


def _resource(name: str, path: str, told: Mapping[str, Any], content: bytes) -> tuple[Resource, bytes]:
    digest = hashlib.sha256(content).hexdigest()
    fixed = {"name": name, "path": path, "profile": "tabular-data-resource", "format": "csv", "encoding": "utf-8"}
    return {**told, **fixed, "mediatype": "text/csv", "bytes": len(content), "hash": f"sha256:{digest}"}, content


def _licences() -> tuple[list[dict[str, str]], list[File]]:
    """The licences of the facts; a text of one that lies beside the data folder comes along."""
    told, files = [], []
    for raw in warehouse().package.raw.get("licenses", []):
        path = str(raw.get("path", ""))
        if path and not web(path):
            raw = {key: value for key, value in raw.items() if key != "path"}
            text = settings().data / path
            if Path(path).name == LICENCE and text.is_file():
                files = [(LICENCE, text.read_bytes())]
                raw["path"] = LICENCE
        told.append(raw)
    return told, files
