"""What is done beside the visitors: likely pages are made before they are opened, new data published without them."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from dashboard import keeping
from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.keeping import Keeper, Likely, likely
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.values import Said
from dashboard.warehouse import FromFolder, Warehouse
from dashboard.warehouse.engine.fault import TooSlow, Unreachable
from dashboard.warehouse.joined import join_files
from dashboard.warehouse.published import Published, Unreadable
from dashboard.warehouse.several import Several
from dashboard.warehouse.snapshot import Snapshot
from tests.cities.averne import averne
from tests.warehouse.test_check import set_cell


def soon(condition: Callable[[], bool], seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.02)


class Endless:
    """A city that lies where nobody answers until `go_on`."""

    name = "endless"

    def __init__(self) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()

    def noted(self) -> str:
        self.asked.set()
        assert self.go_on.wait(300)
        return ""

    def read(self, _: Snapshot) -> Published[Path]:
        raise Unreadable(Said("nothing of it is published yet"))

    def holds(self, _: Published[Path]) -> bool:
        return False


@pytest.fixture
def city(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endless]:
    """The only one that is compared; once the keeper is closed nobody looks for it."""
    found = Endless()
    cities = Several([found], join_files)
    monkeypatch.setattr(keeping, "several", lambda: cities)
    yield found
    for one in threading.enumerate():
        if one.name == "cities":
            one.join(60)
            assert not one.is_alive()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    """A small city's warehouse, which a keeper looks after; what is likely to be opened is made elsewhere."""
    monkeypatch.setattr(keeping, "likely", lambda: iter(()))
    own = FromFolder(averne(tmp_path / "data"), tmp_path / "store")
    monkeypatch.setattr(keeping, "warehouse", lambda: own)
    monkeypatch.setattr(keeping, "facts_version", lambda: own.version)
    keeper = Keeper()
    keeper.start()
    assert own.kept and own.apart
    yield own
    keeper.close()
    assert not own.kept and not own.apart
    shutil.rmtree(tmp_path / "store")


def test_new_data_are_published_without_a_visitor_and_faults_told(house: Warehouse) -> None:
    before = house.version
    set_cell(house.data, "companies", 2, "name", "New")
    soon(lambda: house.version != before)
    assert "New" in set(house.run("select name from companies")["name"])
    good = house.version
    set_cell(house.data, "companies", 2, "established", "nonsense")
    soon(lambda: bool(house.faults))
    assert house.version == good and "nonsense" in str(house.faults[0])
    set_cell(house.data, "companies", 2, "established", "")
    soon(lambda: not house.faults)


def test_our_own_facts_do_not_wait_for_another_city(city: Endless, house: Warehouse) -> None:
    assert city.asked.wait(60)
    before = house.version
    set_cell(house.data, "companies", 2, "name", "New")
    soon(lambda: house.version != before)
    city.go_on.set()


def test_one_that_cannot_be_made_does_not_end_it_nor_does_an_engine_that_is_away(
    house: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def fails() -> None:
        raise KeyError("x")

    def is_away_once() -> None:
        made.append("asked")
        if len(made) == 1:
            raise Unreachable("no engine listens")

    monkeypatch.setattr(keeping, "AGAIN", 0.0)
    found = (is_away_once, fails, lambda: made.append("made"))
    monkeypatch.setattr(keeping, "likely", lambda: (Likely(f"page {at}", make) for at, make in enumerate(found)))
    set_cell(house.data, "companies", 2, "name", "Newer")
    soon(lambda: made[:3] == ["asked", "asked", "made"])


def test_what_is_too_slow_is_tried_once_a_version_and_holds_up_nothing(
    house: Warehouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor is it tried again because the engine goes away after it."""
    made: list[tuple[str, str]] = []

    def asked(what: str) -> None:
        made.append((what, house.version))
        if what == "slow":
            raise TooSlow("took too long")
        if what == "lost" and made.count(made[-1]) == 1:
            raise Unreachable("no engine listens")

    monkeypatch.setattr(keeping, "AGAIN", 0.0)
    found = [Likely(what, partial(asked, what)) for what in ("slow", "lost", "slow", "last")]
    monkeypatch.setattr(keeping, "likely", lambda: iter(found))
    for name in ("Newer", "Newest"):
        before = house.version
        set_cell(house.data, "companies", 2, "name", name)
        soon(lambda: house.version != before and ("last", house.version) in made)  # noqa: B023
        assert [what for what, version in made if version == house.version] == ["slow", "lost", "lost", "last"]
    told = [line.levelname for line in caplog.records if "slow takes too long" in line.getMessage()]
    assert told == ["WARNING"] * len({version for _, version in made})


def test_a_page_that_cannot_even_be_looked_at_does_not_end_it(
    house: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Iterator[Likely]:
        raise KeyError("an option that is no more")
        yield

    monkeypatch.setattr(keeping, "likely", broken)
    for name in ("New", "Newer"):
        before = house.version
        set_cell(house.data, "companies", 2, "name", name)
        soon(lambda: house.version != before)  # noqa: B023


@pytest.mark.parametrize("lang", COMPLETE)
def test_what_is_likely_is_asked_of_the_facts_once(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in likely():
        one.make()
    monkeypatch.setattr("dashboard.warehouse.engine.local.Local.ask", None)  # whoever asks the database now fails
    for name, asked in (("overview", {}), ("market", {"market": ["KR"]}), ("market", {}), ("compare", {})):
        assert view(PAGES[name], asked, language(lang)).sections
