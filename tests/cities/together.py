"""Several cities published into one store, and served as one of their processes does."""

import csv
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from dashboard.app_pages import KNOWN
from dashboard.app_pages.cities.across import asking
from dashboard.content.view import View, view
from dashboard.questions import cities
from dashboard.settings import ROOT, settings
from dashboard.speaking import language
from dashboard.stand.desk import stand
from dashboard.warehouse import FromFolder, current, public_warehouse
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


def compared(store: Path, *folders: Path) -> AbstractContextManager[None]:
    """The process of the shipped city, which compares these cities."""
    return process(STORE=str(store), CITIES=":".join(map(str, folders)))


@contextmanager
def process(**chosen: str) -> Iterator[None]:
    """One that was started with these settings."""
    caches = (settings, public_warehouse, current._internal, several, stand)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in chosen.items():
            patch.setenv(f"POCKET_{name}", value)
        for cached in caches:
            cached.cache_clear()
        try:
            yield
        finally:
            for cached in caches:
                cached.cache_clear()


def page(lang: str = "en", **asked: str) -> View:
    return view(KNOWN["cities"], {key: [value] for key, value in asked.items()}, language(lang))


def counted(*chosen: str, since: int | None = None) -> dict[str, cities.CountsRow]:
    with asking(""):
        return {row.list_city: row for row in cities.counts(chosen=chosen, since=since)}
