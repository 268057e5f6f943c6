"""A folder's package describes what the pages count on, or the check says what is missing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.settings import settings
from dashboard.warehouse import check
from dashboard.warehouse.described import described_faults
from dashboard.warehouse.package import Package, read_package

Raw = dict[str, Any]


def field(raw: Raw, table: str, column: str) -> Raw:
    (resource,) = (each for each in raw["resources"] if each["name"] == table)
    return next(each for each in resource["schema"]["fields"] if each["name"] == column)


def without_column(raw: Raw) -> None:
    resource = next(each for each in raw["resources"] if each["name"] == "events")
    resource["schema"]["fields"] = [each for each in resource["schema"]["fields"] if each["name"] != "visitors"]


CHANGES: dict[str, Callable[[Raw], object]] = {
    "no year and month": lambda raw: raw.update(version="2026-12"),
    "“2026.13”": lambda raw: raw.update(version="2026.13"),
    "the version “”": lambda raw: raw.pop("version"),
    "the table periods is missing": lambda raw: raw["resources"].pop(
        [each["name"] for each in raw["resources"]].index("periods")
    ),
    "the column events.visitors is missing": without_column,
    "indicators.year has the type string": lambda raw: field(raw, "indicators", "year").update(type="string"),
    "milestones.year may be empty": lambda raw: field(raw, "milestones", "year")["constraints"].pop("required"),
    "indicator_types.unit allows other values": lambda raw: field(raw, "indicator_types", "unit")["constraints"][
        "enum"
    ].append("gbp-m"),
    "companies.status allows other values": lambda raw: field(raw, "companies", "status")["constraints"].pop("enum"),
    "companies.status has values without words": lambda raw: field(raw, "companies", "status")["labels"].pop("left"),
    "the key of desks is not": lambda raw: next(each for each in raw["resources"] if each["name"] == "desks")[
        "schema"
    ].update(primaryKey=[]),
}


@pytest.mark.parametrize("rule", CHANGES)
def test_what_pages_cannot_show_is_told(rule: str) -> None:
    raw = json.loads((settings().data / "datapackage.json").read_text(encoding="utf-8"))
    CHANGES[rule](raw)
    faults = described_faults(Package(raw))
    assert any(rule in fault.rule for fault in faults) and all(fault.mend for fault in faults)


def test_the_shipped_package_is_what_pages_count_on() -> None:
    assert described_faults(read_package(settings().data)) == []


@pytest.mark.slow
def test_it_is_part_of_the_check(data_folder: Path) -> None:
    path = data_folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"version": "2026-12"}), encoding="utf-8")
    (fault,) = check(data_folder)
    assert fault.file == "datapackage.json" and "2026.11" in fault.mend
