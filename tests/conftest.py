"""What all tests share: a store of their own, and the facts as plain rows for independent recomputation."""

import csv
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

gc.set_threshold(50_000)  # a worker comes to hold a million objects: looking through them took a twentieth of its time
STORE = tempfile.mkdtemp(prefix="pocket-test-")
os.environ["POCKET_STORE"] = STORE  # before anything reads the settings
os.environ["POCKET_RELOAD_SECONDS"] = "0"

from dashboard.settings import ROOT, settings  # noqa: E402
from dashboard.warehouse import Warehouse, warehouse  # noqa: E402
from dashboard.warehouse.build import data_files  # noqa: E402
from tests.opened import Opener, opened  # noqa: E402
from tools.browser import ALONE, CHROMIUM, FLAGS  # noqa: E402

Rows = list[dict[str, str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: workers that have the quick ones left end together."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def own_store() -> Iterator[None]:
    """Throw the tests' warehouse files away at the end."""
    yield
    shutil.rmtree(STORE, ignore_errors=True)


def public_rows(folder: Path) -> dict[str, Rows]:
    """Every CSV of a data folder as a list of rows (texts as they stand), public rows only."""
    found: dict[str, Rows] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = [row for row in csv.DictReader(file) if row.get("visibility", "public") != "internal"]
    return found


def copy_of_data(folder: Path) -> Path:
    """A copy of the shipped data folder in `folder`."""
    for path in data_files(settings().data):
        copy = folder / path.relative_to(settings().data)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return folder


@pytest.fixture(scope="session")
def facts() -> dict[str, Rows]:
    """The shipped facts as they stand in the CSVs."""
    return public_rows(ROOT / "data")


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One for all tests of a process, which reaches this machine only: Playwright starts once in each."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, ALONE])
        yield browser
        browser.close()


@pytest.fixture
def served() -> Warehouse:
    """The shipped facts as the pages read them."""
    return warehouse()


@pytest.fixture
def open_page() -> Opener:
    """Open a page from the entry point: `open_page("market", lang="en", market="KR")`."""
    return opened


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A copy of the shipped data folder that a test may break."""
    return copy_of_data(tmp_path / "data")


from tests.worlds import tied, world  # noqa: E402, F401 (fixtures; they are made of what stands above)
