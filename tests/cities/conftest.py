"""Other cities served in place of the shipped one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.settings import settings
from dashboard.stand.desk import stand
from dashboard.warehouse import Warehouse, public_warehouse, warehouse
from dashboard.warehouse.new_city import Place, new_city
from tests.cities.averne import averne
from tests.cities.together import publish, publish_own


@contextmanager
def served_instead(folder: Path) -> Iterator[Warehouse]:
    """Serve this folder to all who ask the process's warehouse."""
    caches = (settings, public_warehouse, stand)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POCKET_DATA", str(folder))
        patch.setenv("POCKET_STORE", str(folder.parent / "store"))
        for cached in caches:
            cached.cache_clear()
        try:
            yield warehouse()
        finally:
            for cached in caches:
                cached.cache_clear()


@pytest.fixture(scope="session")
def averne_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of Averne."""
    return averne(tmp_path_factory.mktemp("averne") / "data")


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city of which nothing is known yet."""
    folder = tmp_path_factory.mktemp("lyon") / "data"
    new_city(folder, Place("Lyon", "FR", 45.76, 4.84))
    return folder


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory, averne_folder: Path, empty_folder: Path) -> Path:
    """A store with both cities, and one of which nothing is known yet."""
    store = tmp_path_factory.mktemp("cities") / "store"
    publish_own(store)
    publish(averne_folder, store)
    publish(empty_folder, store)
    return store
