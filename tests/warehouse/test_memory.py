"""An answer is kept as long as the data it was made of are served, and as there is room for it."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from threading import Event, Semaphore

import duckdb
import pandas as pd
import pytest

from dashboard.speaking import language
from dashboard.values import Market
from dashboard.warehouse import FromFolder, Warehouse, snapshot
from dashboard.warehouse.engine.asker import Left, There, asking, stay
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


class Crowd:
    """Readers who want the same of a memory at once; it is being made until `go_on`."""

    def __init__(self) -> None:
        self.memory, self.begun, self.go_on = Memory(10 * ROW / 1e6), Semaphore(0), Event()
        self.leaves, self.has_left = Semaphore(0), Event()
        self.made: list[str] = []
        self.pool = ThreadPoolExecutor(8)

    def slow(self, name: str) -> str:
        """As an engine does, which looks whether somebody waits."""
        self.made.append(name)
        self.begun.release()
        while not self.go_on.wait(0.01):
            try:
                stay()
            except Left:
                self.leaves.release()
                self.has_left.wait(60)
                raise
        if name == "broken":
            raise KeyError(name)
        return name

    def want(self, name: str, there: There = lambda: True) -> Future[str]:
        """In a thread of its own."""

        def wanted() -> str:
            with asking(there):
                return self.memory.get(("a",), partial(self.slow, name))

        return self.pool.submit(wanted)


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    found = Crowd()
    yield found
    found.go_on.set()
    found.has_left.set()
    found.pool.shutdown()


def test_what_many_want_at_once_is_made_once(crowd: Crowd) -> None:
    wanted = [crowd.want(f"{number}") for number in range(8)]
    wait(wanted, 0.5)
    assert len(crowd.made) == 1, "all others wait by then"
    crowd.go_on.set()
    assert {one.result(60) for one in wanted} == {crowd.made[0]} and len(crowd.made) == 1


def test_who_is_told_to_go_ends_nobody_else_s_wish(crowd: Crowd) -> None:
    """As Streamlit ends the run of a page whose reader chooses again."""

    def ended() -> str:
        crowd.begun.release()
        crowd.go_on.wait(60)
        raise KeyboardInterrupt

    first = crowd.pool.submit(crowd.memory.get, ("a",), ended)
    assert crowd.begun.acquire(timeout=60)
    second = crowd.want("second")
    wait([second], 0.5)
    assert crowd.made == [], "it waits by then"
    crowd.go_on.set()
    assert isinstance(first.exception(60), KeyboardInterrupt) and second.result(60) == "second"


def test_what_there_is_no_room_for_is_answered_to_all_who_wait(crowd: Crowd) -> None:
    heavy = [crowd.pool.submit(crowd.memory.get, ("a",), lambda: crowd.slow("heavy") * 1000) for _ in range(4)]
    wait(heavy, 0.5)
    crowd.go_on.set()
    assert {len(one.result(60)) for one in heavy} == {5000} and crowd.made == ["heavy"]


def test_what_cannot_be_made_is_told_to_all_who_wait_and_made_anew_for_who_comes(crowd: Crowd) -> None:
    wanted = [crowd.want("broken")]
    assert crowd.begun.acquire(timeout=60)
    wanted.append(crowd.want("another"))
    wait(wanted, 0.5)  # it waits by then, else it makes its own and this fails
    crowd.go_on.set()
    assert [type(one.exception(60)) for one in wanted] == [KeyError, KeyError]
    assert crowd.want("whole").result(60) == "whole"


def test_who_leaves_waits_no_longer_and_makes_it_for_those_who_wait(crowd: Crowd) -> None:
    gone, left = Event(), Event()
    first = crowd.want("first", lambda: not gone.is_set())
    assert crowd.begun.acquire(timeout=60)
    second, third = crowd.want("second"), crowd.want("third", lambda: not left.is_set())
    wait([second, third], 0.5)
    gone.set()
    left.set()
    assert isinstance(third.exception(60), Left)
    wait([first, second], 0.5)
    assert not first.done() and not second.done()
    crowd.go_on.set()
    assert (first.result(60), second.result(60), crowd.made) == ("first", "first", ["first"])


def test_what_all_have_left_is_begun_anew_for_who_comes_then(crowd: Crowd) -> None:
    gone = Event()
    first = crowd.want("first", lambda: not gone.is_set())
    gone.set()
    assert crowd.leaves.acquire(timeout=60)
    second = crowd.want("second")
    wait([second], 0.5)
    assert crowd.made == ["first"], "else it came too late to wait for what was left before"
    crowd.has_left.set()
    crowd.go_on.set()
    assert isinstance(first.exception(60), Left) and second.result(60) == "second"
