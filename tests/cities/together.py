"""Several cities published into one store, and served as one of their processes does."""

import csv
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.settings import ROOT, settings
from dashboard.stand.desk import stand
from dashboard.warehouse import FromFolder, public_warehouse
from dashboard.warehouse.several import several
from dashboard.warehouse.shelf import Shelf

OWN = ROOT / "data"


def publish_own(store: Path) -> None:
    """The shipped facts, as they were published before."""
    facts = public_warehouse()
    store.mkdir(exist_ok=True)
    shutil.copy(facts.file(facts.version), store)
    Shelf(OWN, store, public=True).point_to(facts.version)


def publish(folder: Path, store: Path) -> Path:
    """Another city as its own server publishes it; the file."""
    house = FromFolder(folder, store)
    return house.file(house.version)


def add_company(folder: Path, name: str, *, visibility: str = "public", **cells: str) -> None:
    """One more company in a city's list, otherwise as the first one."""
    path = folder / "companies.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        first, names = next(reader), list(reader.fieldnames or ())
    row = {**first, "company_id": name.lower(), "name": name, "visibility": visibility, **cells}
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, names, lineterminator="\n").writerow(row)


@contextmanager
def compared(store: Path, *folders: Path) -> Iterator[None]:
    """The process of the shipped city, which compares these cities."""
    caches = (settings, public_warehouse, several, stand)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POCKET_STORE", str(store))
        patch.setenv("POCKET_CITIES", ":".join(map(str, folders)))
        for cached in caches:
            cached.cache_clear()
        try:
            yield
        finally:
            for cached in caches:
                cached.cache_clear()
