"""The worlds that the queries are tried in: the shipped facts, and these with ties and hedges they do not have."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from dashboard.warehouse import FromFolder, Warehouse
from tests.conftest import Rows, copy_of_data, public_rows

LEVEL = (["AT", "PL"], "companies-state-agency", "NRW")  # markets that are level in one year
# indicator, market, region, year, value, qualifier
ADDED = [
    # Two definitions of one region end in the same year; the one with fewer points comes first by name.
    ("companies-china-competence-centre", "JP", "DUS", "2024", "390", "approx"),
    # One draws level, then pulls ahead.
    ("companies-state-agency", "AT", "NRW", "2002", "8", "exact"),
    ("companies-state-agency", "PL", "NRW", "2002", "9", "exact"),
    ("companies-state-agency", "AT", "NRW", "2003", "10", "exact"),
    ("companies-state-agency", "PL", "NRW", "2003", "10", "exact"),
    ("companies-state-agency", "AT", "NRW", "2005", "12", "exact"),
    ("companies-state-agency", "PL", "NRW", "2005", "11", "exact"),
    # No index can start from nothing.
    ("companies-state-agency", "AT", "NRW", "2001", "0", "exact"),
    # Projects that were rounded.
    ("fdi-projects-gtai", "FR", "DE", "2024", "90", "approx"),
]


@dataclass(frozen=True)
class World:
    """A warehouse and the rows of the CSVs behind it."""

    house: Warehouse
    facts: dict[str, Rows]


@pytest.fixture(scope="session")
def tied(tmp_path_factory: pytest.TempPathFactory, facts: dict[str, Rows]) -> World:
    """The shipped facts and ADDED."""
    folder = copy_of_data(tmp_path_factory.mktemp("tied") / "data")
    with (folder / "indicators.csv").open("a", encoding="utf-8", newline="") as file:
        source = facts["sources"][0]["source_id"]
        csv.writer(file, lineterminator="\n").writerows(
            [*point, "true", "Added", "Hinzugefügt", source, "public"] for point in ADDED
        )
    return World(FromFolder(folder, folder.parent / "store"), public_rows(folder))


@pytest.fixture(params=["shipped", "tied"])
def world(request: pytest.FixtureRequest, served: Warehouse, facts: dict[str, Rows]) -> Iterator[World]:
    """One world after the other."""
    yield World(served, facts) if request.param == "shipped" else request.getfixturevalue("tied")
