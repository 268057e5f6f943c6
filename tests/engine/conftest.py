"""A lake with the shipped facts, published once, and an engine that reads it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import settings
from dashboard.warehouse import Warehouse, public_warehouse
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.lake.lake import Lake
from dashboard.warehouse.lake.publishing import publish
from dashboard.warehouse.lake.served import FromLake
from tests.engine.remote import Remote, remote

KEEP = 3


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """The shipped facts; tests read it only."""
    public_warehouse()  # they are checked and built once for all tests
    made = Lake(str(tmp_path_factory.mktemp("lake")), KEEP)
    publish(settings().data, settings().store, made)
    return made


@pytest.fixture(scope="session")
def engine() -> Iterator[Remote]:
    """An engine that nobody ends before the tests do."""
    with remote() as running:
        yield running


@pytest.fixture(scope="session")
def house(lake: Lake, engine: Remote) -> Warehouse:
    """The shipped facts as that engine answers."""
    return FromLake(lake, address(engine.url), lake.place.url, public=True)


def copied(lake: Lake, folder: Path) -> Lake:
    """A lake of a test's own."""
    shutil.copytree(lake.place.url, folder)
    return Lake(str(folder), KEEP)


def served_by(lake: Lake, url: str) -> FromLake:
    return FromLake(lake, address(url), lake.place.url, public=True)
