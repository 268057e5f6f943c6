"""Who reads what: the public facts, or within `reading` those of another warehouse."""

import threading
from pathlib import Path

from dashboard.content.kept import remembered
from dashboard.settings import settings
from dashboard.warehouse import FromFolder, Warehouse, public_warehouse, reading, warehouse
from tests.conftest import copy_of_data


@remembered
def version() -> str:
    return warehouse().version


def test_what_is_read_within_is_of_the_other_and_kept_with_it(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path / "data")
    path = folder / "news.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    other = FromFolder(folder, settings().store, public=False)
    before = version()
    with reading(other):
        assert warehouse() is other
        assert version() == other.version != before
        assert _in_another_thread() is public_warehouse()
    assert version() == before == public_warehouse().version


def _in_another_thread() -> Warehouse:
    found: list[Warehouse] = []
    thread = threading.Thread(target=lambda: found.append(warehouse()))
    thread.start()
    thread.join()
    return found[-1]


def test_it_ends_with_what_fails_within() -> None:
    other = FromFolder(settings().data, settings().store, public=False)
    try:
        with reading(other):
            raise LookupError
    except LookupError:
        assert warehouse() is public_warehouse()
