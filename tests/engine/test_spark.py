"""An engine elsewhere: the same answers, several at once, a limit of time; versions come whole. The engine is
Sail, started by the tests; with `make test-spark` a cluster of Apache Spark."""

import shutil
import sys
import threading
import time
from concurrent import futures
from pathlib import Path

import duckdb
import psutil
import pytest

from dashboard.app_pages import IN_ORDER
from dashboard.content.side_by_side import side_by_side
from dashboard.content.view import view
from dashboard.meters import PUBLISHED
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import Warehouse, public_warehouse, reading, warehouse
from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.engine import spark
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.fault import (
    EngineFault,
    TableMissing,
    TooSlow,
)
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake import served
from dashboard.warehouse.lake.checked import proof
from dashboard.warehouse.lake.lake import MANIFEST, POINTER, Lake
from dashboard.warehouse.lake.publishing import Faulty, put
from dashboard.warehouse.shelf import Shelf
from tests.engine.conftest import copied, served_by
from tests.engine.remote import Remote
from tests.test_keeping import soon
from tools.sail import sail

SLOW = """
select count(case when a.name < b.name and c.name < d.place then 1 end) as n
from companies as a cross join companies as b cross join companies as c cross join places as d
"""
QUICK = "select count(*) as n from companies"
MARKET = {"market": ["JP"]}


def test_words_markets_and_day_are_the_same(house: Warehouse) -> None:
    ours = public_warehouse()
    assert (house.version, house.as_of) == (ours.version, ours.as_of)
    assert list(house.markets) == list(ours.markets)
    assert [vars(one) for one in house.markets.values()] == [vars(one) for one in ours.markets.values()]
    assert vars(house.vocabulary) == vars(ours.vocabulary)
    assert house.package.raw == ours.package.raw and house.city == ours.city


@pytest.mark.parametrize("page", IN_ORDER, ids=lambda page: page.name)
def test_every_page_says_the_same(page, house: Warehouse) -> None:  # type: ignore[no-untyped-def]
    """In every section, to the last number: content is data, and equal."""
    told = []
    for facts in (public_warehouse(), house):
        with reading(facts):
            shown = view(page, MARKET if page.name == "market" else {}, language("de"))
            sections = [section for section in shown.sections if section.key != "changes"]  # they lie with the facts
            told.append([exhibit.sheet for exhibit in shown.exhibits.values() if exhibit.key[:7] != "changed"])
            assert sections
    assert told[0] == told[1]


def test_answers_are_frames_as_of_duckdb(house: Warehouse) -> None:
    ours = public_warehouse().ask("market/sector_mix", market="JP")
    theirs = house.ask("market/sector_mix", market="JP")
    assert ours.dtypes.to_dict() == theirs.dtypes.to_dict() and len(ours)
    columns = house.snapshot.columns("select $n::integer as n, 'x' as t, [1.5] as l", ["n"])
    assert columns == {"n": "INTEGER", "t": "VARCHAR", "l": "DECIMAL(2,1)[]"}


def test_a_parameter_never_becomes_text(house: Warehouse) -> None:
    asked = "select count(*) as n from companies where market = $market::varchar"
    assert house.run(asked, {"market": "JP' or '1' = '1"})["n"].iloc[0] == 0
    assert house.run(asked, {"market": "JP"})["n"].iloc[0] > 0


def test_sections_are_made_side_by_side(house: Warehouse) -> None:
    """Each is at work before any is waited for, and reads what the page reads."""
    together = threading.Barrier(3, timeout=30)

    def make() -> Warehouse:
        together.wait()
        return warehouse()

    with reading(house):
        assert [made() for made in side_by_side([make] * 3)] == [house] * 3


def test_what_several_ask_at_once_is_asked_once(
    house: Warehouse, engine: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As what goes over the line says, when all have come to wait before the engine answers the first."""
    spark, line, answers = house.snapshot.engine, list[object](), list[object]()
    assert isinstance(spark, Spark)
    stub = spark._session.client._stub
    sent = stub.ExecutePlan
    monkeypatch.setattr(stub, "ExecutePlan", lambda *args, **named: line.append(args) or sent(*args, **named))
    spark.ask(QUICK, {})
    alone = len(line)
    line.clear()
    several = [threading.Thread(target=lambda: answers.append(spark.ask(QUICK, {}).rows())) for _ in range(4)]
    with engine.stopped():
        for one in several:
            one.start()
        soon(lambda: bool(line) and sum(map(waits, several)) >= 3)
    for one in several:
        one.join(60)
    assert len(line) == alone and answers == answers[:1] * 4


def waits(thread: threading.Thread) -> bool:
    """Whether it does nothing but wait for another one."""
    frame = sys._current_frames().get(thread.ident or 0)
    return frame is not None and frame.f_code is threading.Condition.wait.__code__


def test_a_slow_question_is_stopped_and_holds_up_nobody(lake: Lake, engine: Remote) -> None:
    house = Spark(address(engine.url), lake.newest().tables("public", lake.place.url), seconds=3)
    with futures.ThreadPoolExecutor(1) as pool:
        began = time.monotonic()
        slow = pool.submit(house.ask, SLOW, {})
        quick = []
        while not slow.done():
            at = time.monotonic()
            house.ask(QUICK, {})
            quick.append(time.monotonic() - at)
        with pytest.raises(TooSlow) as told:
            slow.result()
    assert time.monotonic() - began < 30 and len(quick) > 3 and sorted(quick)[len(quick) // 2] < 1.5
    assert "POCKET_ENGINE_SECONDS" in told.value.mend
    assert house.ask(QUICK, {}).rows()[1][0][0] > 0


def test_a_new_version_takes_the_place_of_the_old_one_whole(lake: Lake, engine: Remote, tmp_path: Path) -> None:
    own = copied(lake, tmp_path / "lake")
    house = served_by(own, engine.url)
    before, switched = house.snapshot, PUBLISHED.labels("public")._value.get()
    ours = public_warehouse()
    built = {copy: ours.file(ours.version) for copy in ("public", "whole")}
    put(own, built, ("another", "2026.11"))  # type: ignore[arg-type]
    house.refresh(force=True)
    assert house.version == "another" and not house.faults
    held = house.pinned_to(ours.version)
    assert held and held.snapshot is before, "open pages are still made of it"
    assert PUBLISHED.labels("public")._value.get() == switched + 1
    assert before.ask("shared/markets").equals(house.ask("shared/markets")), "who began with the old one ends with it"
    assert house.turn_to(ours.version) and house.version == ours.version and not house.turn_to("never")
    with pytest.raises(BuildError):
        house.file(ours.version)


def test_half_a_version_is_not_served(lake: Lake, engine: Remote, tmp_path: Path) -> None:
    """While serving the last good one stays; at a start it is the newest that is whole."""
    own = copied(lake, tmp_path / "lake")
    house = served_by(own, engine.url)
    ours = public_warehouse()
    half = put(own, {"public": ours.file(ours.version), "whole": ours.file(ours.version)}, ("half", "2026.11"))
    (Path(own.place.url) / half.folder / "public" / "companies.parquet").unlink()
    for facts in (house, served_by(own, engine.url)):
        facts.refresh(force=True)
        assert facts.version == ours.version and "is not whole" in facts.faults[0].rule
        assert len(facts.ask("market/sector_mix", market="JP"))
    (Path(own.place.url) / half.folder / MANIFEST).unlink()
    (Path(own.place.url) / POINTER).write_text("{")
    house.refresh(force=True)
    assert "is damaged" in house.faults[0].rule and house.version == ours.version


def test_what_was_swept_under_a_server_is_asked_for_after_a_while_only(
    lake: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a session that has to be opened anew: each attempt takes the engine one."""
    monkeypatch.setattr(spark, "CALM", 0.0)
    opened, prepare = list[Spark](), Spark._prepare
    monkeypatch.setattr(Spark, "_prepare", lambda self, session: opened.append(self) or prepare(self, session))
    own = copied(lake, tmp_path / "lake")
    folder = Path(own.place.url) / own.newest().folder
    with sail() as engine:
        house = served_by(own, engine.url)
        engine.kill()
        swept = folder.rename(tmp_path / "swept")
        engine.start()
        for _ in range(3):
            house.refresh(force=True)
            assert house.away and isinstance(house.away.fault, TableMissing)
        assert len(opened) == 2, "at the start and once more"
        swept.rename(folder)
        monkeypatch.setattr(served, "AGAIN", 0.0)
        for _ in range(2):
            house.refresh(force=True)
        assert house.is_well and len(opened) == 3


def test_the_engine_checks_before_it_counts(lake: Lake, engine: Remote, tmp_path: Path) -> None:
    """A version whose facts break a rule, or that the engine does not read whole, is not pointed to."""
    ours, whole = public_warehouse(), tmp_path / "whole.duckdb"
    shutil.copy(Shelf(settings().data, settings().store, public=False).file(ours.version), whole)
    first = "event_id = (select min(event_id) from events)"
    with duckdb.connect(whole) as connection:
        connection.execute(f"update events set month = 2, day = 30 where {first}")  # noqa: S608
    own = copied(lake, tmp_path / "lake")
    before = own.newest()
    with pytest.raises(Faulty) as told:
        put(
            own,
            {"public": ours.file(ours.version), "whole": whole},
            ("x", "2026.11"),
            proof(address(engine.url), own.place.url, 60),
        )
    assert {fault.file for fault in told.value.faults} == {"events.csv"}
    assert own.newest() == before and own.all() == [before]


def test_an_engine_that_cannot_check_is_left_without_a_session(lake: Lake, engine: Remote, tmp_path: Path) -> None:
    """As the lines say that we hold to it; what it cannot read is a file of which only the rows are damaged."""
    own = copied(lake, tmp_path / "lake")
    version, before = own.newest(), lines_to(engine)
    file = Path(version.tables("whole", own.place.url)["events"])
    content = file.read_bytes()
    file.write_bytes(content[:4] + bytes(len(content) // 2) + content[4 + len(content) // 2 :])
    with pytest.raises(EngineFault) as told:  # which keeps what asked
        proof(address(engine.url), own.place.url, 60)(version)
    soon(lambda: lines_to(engine) <= before)
    assert told.traceback


def lines_to(engine: Remote) -> set[int]:
    """Our ports at their ends."""
    there = address(engine.url).port
    every = psutil.Process().net_connections("tcp")
    return {one.laddr.port for one in every if one.raddr and one.raddr.port == there and one.status == "ESTABLISHED"}
