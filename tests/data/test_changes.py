"""What changed between two versions, as the data page says it."""

import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.app_pages.data.choice import others
from dashboard.content.listing import Listing
from dashboard.content.parts import Entries, Matrix, Nothing, Pending, Section
from dashboard.content.view import View, view
from dashboard.settings import DATA
from dashboard.speaking import language
from dashboard.versions import versions
from dashboard.warehouse import warehouse
from dashboard.warehouse.build import version_of
from tests.cities.conftest import served_instead
from tests.conftest import copy_of_data
from tests.warehouse.test_check import set_cell

pytestmark = pytest.mark.usefixtures("changed")
EN = language("en")
SOON = 300  # seconds, on a machine with other work
INSIDE = "ZZ known inside only"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Two versions: in the second a name was corrected, an internal company came, and a row that is a key only."""
    folder = copy_of_data(tmp_path_factory.mktemp("changed") / "data")
    with served_instead(folder) as house:
        versions().newest()
        set_cell(folder, "companies", 3, "name", "Another name")
        set_cell(folder, "companies", 4, "role", "logistics")
        with (folder / "companies.csv").open("a", encoding="utf-8") as file:
            file.write(_internal(folder / "companies.csv"))
        with (folder / "anniversaries.csv").open("a", encoding="utf-8") as file:
            file.write("33\n")
        house.refresh(force=True)
        assert versions().newest().number == 2
        yield


def _internal(path: Path) -> str:
    first = path.read_text(encoding="utf-8").splitlines()[1]
    key, name, *_ = first.split(",")
    assert first.endswith(",public")
    return first.replace(key, "known-inside-only", 1).replace(name, INSIDE, 1).removesuffix("public") + "internal\n"


def _name(key: str) -> str:
    with (DATA / "companies.csv").open(encoding="utf-8", newline="") as file:
        return next(row["name"] for row in csv.DictReader(file) if row["company_id"] == key)


def shown(lang: str = "en", **asked: str) -> tuple[View, Section]:
    found = view(PAGES["data"], {key: [value] for key, value in asked.items()}, language(lang))
    return found, next(section for section in found.sections if section.key == "changes")


def test_nothing_is_compared_until_it_is_chosen() -> None:
    assert isinstance(shown()[1].parts[-1], Nothing)
    assert isinstance(shown(since="2", until="2")[1].parts[-1], Nothing)
    offered = others({"until": "2"}, EN)
    assert list(offered) == ["", "1"], "nothing is compared with itself"


def test_of_one_state_it_is_said_since_when(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["dashboard.app_pages.data.changes"]  # the name is that of its function, too
    monkeypatch.setattr(module, "states", lambda *_: {"1": "1: since today"})
    [told] = shown()[1].parts
    assert isinstance(told, Nothing) and "1: since today" in told.text


def test_what_differs_is_said_by_cell_without_internal_rows() -> None:
    found, section = shown(since="1", until="2")
    _, counted, headlines, cells = section.parts
    assert isinstance(counted, Matrix) and isinstance(headlines, Entries) and isinstance(cells, Listing)
    numbers = {head.name: [cell and cell.value for cell in line] for head, line in counted.lines}
    assert numbers == {"Companies": [None, 2, None], "Round anniversaries": [1, None, None]}
    bare, row, role = sorted(cells.extract(), key=lambda one: one.field)  # type: ignore[attr-defined]
    assert (bare.how, bare.table_row, bare.was, bare.now) == ("new", "33", None, None)  # type: ignore[attr-defined]
    assert (row.how, row.title, row.field, row.now) == ("changed", "Another name", "Name", "Another name")  # type: ignore[attr-defined]
    assert role.field == "Role" and role.now == "Logistics", "in words, not in codes"  # type: ignore[attr-defined]
    assert role.title == _name(role.table_row)  # type: ignore[attr-defined]
    assert not headlines.found
    assert INSIDE not in repr(section) and "Another name" in repr(found.exhibits["changed-cells"].sheet)


def test_no_page_that_is_served_waits_for_an_older_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is built in another process; then the same section has the figures."""
    old = warehouse().file(version_of({name: bytes.fromhex(it) for name, it in versions().get(1).files.items()}))
    old.unlink()
    monkeypatch.setattr(warehouse(), "kept", True)
    pending = shown(lang="de", since="1", until="2")[1].parts[2]
    assert isinstance(pending, Pending) and not pending.found()
    ends = time.monotonic() + SOON
    while not pending.found():
        assert time.monotonic() < ends
        time.sleep(0.1)
    assert isinstance(shown(lang="de", since="1", until="2")[1].parts[2], Entries) and old.is_file()


def test_the_way_back_is_a_difference_too() -> None:
    rows = next(part for part in shown(since="2", until="1")[1].parts if isinstance(part, Listing)).extract()
    assert {row.was for row in rows} == {"Another name", "Logistics", None}  # type: ignore[attr-defined]
