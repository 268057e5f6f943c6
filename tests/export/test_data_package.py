"""A view as a data package: valid, whole, and any change of it is noticed."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import pytest

from dashboard.content.view import View
from dashboard.export.csv_file import FORMULA
from dashboard.export.formats import package
from dashboard.language import COMPLETE
from dashboard.settings import ROOT
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.export.views import plain, shown, views
from tests.made import in_turn

Facts = dict[str, Rows]
GUARDED = tuple(f"'{sign}" for sign in FORMULA)


def files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(content: bytes, table: str) -> Rows:
    """The rows of a table of the facts."""
    found = files(content).get(f"facts/{table}.csv", b"")
    return list(csv.DictReader(io.StringIO(found.decode(), newline="")))


def faults(content: bytes, folder: Path) -> list[str]:
    file = folder / "package.zip"
    file.write_bytes(content)
    report = frictionless.validate(str(file), type="package")
    return [error.type for task in report.tasks for error in task.errors] + [error.type for error in report.errors]


@pytest.mark.parametrize("lang", ["de", pytest.param("en", marks=pytest.mark.slow)])
def test_every_page_is_a_valid_package_that_says_what_it_is(lang: str, tmp_path: Path) -> None:
    for view in views(lang):
        made = package(view)
        assert faults(made.content, tmp_path) == [], view.title
        told: dict[str, Any] = json.loads(files(made.content)["datapackage.json"])
        assert view.address in told["description"] and told["version"] == view.version
        assert all(words in told["description"] for _, words in view.filters)
        assert told["created"].startswith(view.date.isoformat())
        for resource in told["resources"]:
            assert resource["bytes"] == len(files(made.content)[resource["path"]])
            assert resource["hash"].startswith("sha256:") and resource["encoding"] == "utf-8"


def test_the_licence_comes_along() -> None:
    content = package(shown("sectors")).content
    told = json.loads(files(content)["datapackage.json"])
    assert files(content)["LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert "LICENSE" in [licence.get("path") for licence in told["licenses"]]
    assert not [licence for licence in told["licenses"] if ".." in licence.get("path", "")]


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    held = files(package(shown("sectors")).content)
    name = next(name for name in held if name.startswith("facts/"))
    held[name] = held[name].replace(b"e", b"o", 1)
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for path, content in held.items():
            archive.writestr(path, content)
    assert "hash-count" in faults(changed.getvalue(), tmp_path)


def companies_of(facts: Facts, **wanted: str) -> set[str]:
    return {
        row["company_id"] for row in facts["companies"] if all(row[name] == value for name, value in wanted.items())
    }


def test_a_filtered_list_holds_its_companies_and_what_belongs_to_them(facts: Facts) -> None:
    content = package(shown("companies", market=["JP"], sector=["automotive-mobility"])).content
    wanted = companies_of(facts, market="JP", sector_id="automotive-mobility")
    assert {row["company_id"] for row in rows(content, "companies")} == wanted and wanted
    milestones = {row["milestone_id"] for row in facts["milestones"] if row["company_id"] in wanted}
    assert {row["milestone_id"] for row in rows(content, "milestones")} == milestones
    assert {row["market"] for row in rows(content, "markets")} == {"JP"}


def test_a_market_holds_its_facts(facts: Facts) -> None:
    content = package(shown("market", market=["JP"])).content
    assert companies_of(facts, market="JP") <= {row["company_id"] for row in rows(content, "companies")}
    for table in ("institutions", "signals", "events"):
        own = [row for row in facts[table] if row["market"] == "JP"]
        held = {next(iter(row.values())) for row in rows(content, table)}
        assert len({next(iter(row.values())) for row in own} & held) >= 0.9 * len(own), table
    values = {(row["indicator_id"], row["region"], row["year"]) for row in rows(content, "indicators")}
    assert len(values) > 30


def test_relations_hold_events_and_institutions(facts: Facts) -> None:
    content = package(shown("relations")).content
    assert len(rows(content, "events")) > 0.9 * len(facts["events"])
    assert len(rows(content, "institutions")) > 0.9 * len(facts["institutions"])


def shown_tables(view: View, content: bytes) -> None:
    """Each exhibit's own table, value by value, by its schema."""
    held, told = files(content), json.loads(files(content)["datapackage.json"])
    schemas = {resource["path"]: resource["schema"]["fields"] for resource in told["resources"]}
    for key, exhibit in view.exhibits.items():
        kinds = [field["type"] for field in schemas[f"shown/{key}.csv"]]
        [heads, *lines] = csv.reader(io.StringIO(held[f"shown/{key}.csv"].decode(), newline=""))
        assert heads == [heading.key for heading in exhibit.sheet.headings]
        for line, wanted in zip(lines, exhibit.sheet.lines, strict=True):
            read = [_read(cell, kind) for cell, kind in zip(line, kinds, strict=True)]
            assert read == [
                None if plain(cell) is None else _as(cell, kind) for cell, kind in zip(wanted, kinds, strict=True)
            ], key


def _as(cell: Any, kind: str) -> Any:
    return str(cell) if kind == "string" else cell


def _read(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    reads = {
        "integer": int,
        "number": float,
        "boolean": lambda text: text == "true",
        "string": lambda text: text[1:] if text.startswith(GUARDED) else text,
    }
    return reads[kind](cell)


@pytest.mark.parametrize("lang", COMPLETE)
def test_tables_as_shown_keep_their_values(lang: str) -> None:
    for view in views(lang):
        shown_tables(view, package(view).content)


@pytest.mark.slow
def test_every_market_is_a_valid_package(served: Warehouse, tmp_path: Path) -> None:
    for view in views("de", in_turn(list(served.markets), 2)):
        assert faults(package(view).content, tmp_path) == [], view.title
