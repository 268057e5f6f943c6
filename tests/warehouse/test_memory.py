"""An answer is kept as long as the data it was made of are served, and as there is room for it."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.speaking import language
from dashboard.values import Market
from dashboard.warehouse import FromFolder, Warehouse, snapshot
from dashboard.warehouse.memory import ROW, Memory
from dashboard.warehouse.snapshot import Snapshot
from tests.cities.conftest import served_instead
from tests.warehouse.test_check import read, set_cell

pytestmark = pytest.mark.slow

QUERY = "companies/company"


def name_of(house: Warehouse, company: str) -> str:
    return str(house.ask(QUERY, company=company)["name"].iloc[0])


def test_an_answer_is_made_once(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, run = [], Snapshot.run

    def counted(self: Snapshot, sql: str, values: dict[str, object] | None = None) -> pd.DataFrame:
        asked.append(sql)
        return run(self, sql, values)

    monkeypatch.setattr(Snapshot, "run", counted)
    for _ in range(2):
        served.ask("companies/search", term="an answer that nobody asked for before", present_only=False)
    assert len(asked) == 1


def test_an_answer_that_newer_data_overtook_is_of_the_older_and_not_kept(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data change while the answer is being made, and then they change back."""
    house = FromFolder(data_folder, tmp_path / "store")
    rows = read(data_folder / "companies.csv")
    company, name = (rows[1][rows[0].index(column)] for column in ("company_id", "name"))
    run, version = Snapshot.run, house.version

    def overtaken(self: Snapshot, sql: str, values: dict[str, object] | None = None) -> pd.DataFrame:
        monkeypatch.setattr(Snapshot, "run", run)
        set_cell(data_folder, "companies", 2, "name", "A name of the meantime")
        house.refresh(force=True)
        return run(self, sql, values)

    monkeypatch.setattr(Snapshot, "run", overtaken)
    assert name_of(house, company) == name
    assert name_of(house, company) == "A name of the meantime"
    set_cell(data_folder, "companies", 2, "name", name)
    house.refresh(force=True)
    assert house.version == version, "else this proves nothing"
    assert name_of(house, company) == name


def test_who_asks_during_a_switch_is_answered_from_one_version(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader comes while the markets of the new version are being read; what it got is not handed on to others."""
    met: list[tuple[str, str]] = []
    with served_instead(data_folder) as house:
        old, markets = house.version, snapshot.markets

        def visited(connection: duckdb.DuckDBPyConnection) -> dict[str, Market]:
            met.append((house.version, language("en").vocabulary.version))
            return markets(connection)

        monkeypatch.setattr(snapshot, "markets", visited)
        set_cell(data_folder, "sectors", 2, "name_en", "Renamed")
        house.refresh(force=True)
        assert met == [(old, old)] and house.version != old
        assert "Renamed" in language("en").names("sectors").values()


def test_what_was_not_asked_for_longest_makes_room() -> None:
    memory, made = Memory(10 * ROW / 1e6), []

    def ask(name: str, rows: int) -> None:
        memory.get((name,), lambda: made.append(name) or ("row",) * rows)

    for name, rows in (("a", 4), ("b", 3), ("a", 4), ("c", 4), ("a", 4), ("b", 3)):
        ask(name, rows)
    assert made == ["a", "b", "c", "b"], "b made room for c"


def test_what_is_heavier_than_the_whole_memory_is_answered_and_not_kept() -> None:
    memory = Memory(10 * ROW / 1e6)
    memory.get(("small",), lambda: (1,))
    assert [len(memory.get(("large",), lambda: range(11))) for _ in range(2)] == [11, 11]
    assert memory.get(("small",), lambda: (2,)) == (1,)


def test_of_two_who_make_the_same_at_once_both_get_one() -> None:
    memory = Memory(10 * ROW / 1e6)

    def late() -> str:
        assert memory.get(("a",), lambda: "first") == "first"
        return "second"

    assert memory.get(("a",), late) == "first" == memory.get(("a",), late)
