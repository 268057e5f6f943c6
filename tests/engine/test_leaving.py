"""Who leaves cancels: what nobody waits for any more keeps no engine busy; what others wait for goes on."""

import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, expect

from dashboard.content.side_by_side import side_by_side
from dashboard.settings import ROOT
from dashboard.warehouse import Warehouse, public_warehouse, reading, warehouse
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.asker import Left, asking
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.lake import Lake
from tests.engine.remote import CLUSTER, Remote
from tools.browser import free_port

ALL = "companies as a cross join companies as b cross join companies as c cross join companies as d"
ENDLESS = f"select count(*) as n from {ALL} where a.name < d.name"  # noqa: S608 (our own words)
# Sail hears that nobody waits only while it has something to hand over; a task of Spark would gather that until its
# memory is full, and hear nothing for as long.
SLOW = ENDLESS if CLUSTER else f"select 1 as n from {ALL}"  # noqa: S608
QUICK = "select count(*) as n from companies"
HOUR, LONG = 3600.0, 60.0  # seconds: a question may take, a test waits at most


class Reader:
    """Who asks, and may leave."""

    def __init__(self) -> None:
        self.is_gone = threading.Event()

    def ask(self, pool: ThreadPoolExecutor, make: Callable[[], object]) -> Future[object]:
        """Ask in a thread of their own."""

        def asked() -> object:
            with asking(lambda: not self.is_gone.is_set()):
                return make()

        return pool.submit(asked)


@pytest.fixture(scope="session")
def spark(lake: Lake, engine: Remote) -> Spark:
    return Spark(address(engine.url), lake.newest().tables("public", lake.place.url), HOUR)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def until(holds: Callable[[], object]) -> None:
    """Wait for it, a minute at most."""
    ends, pause = time.monotonic() + LONG, threading.Event()
    while not holds():
        assert time.monotonic() < ends
        pause.wait(0.02)


def test_what_another_one_waits_for_goes_on(spark: Spark, engine: Remote, pool: ThreadPoolExecutor) -> None:
    first, second = Reader(), Reader()
    with engine.stopped():
        asked = [one.ask(pool, lambda: spark.ask(QUICK, {}).rows()[1]) for one in (first, second)]
        until(lambda: any(one._waiting == 2 for one in spark._asking.values()))
        first.is_gone.set()
        with pytest.raises(Left):
            asked[0].result(LONG)
    assert asked[1].result(LONG) == public_warehouse().snapshot.engine.ask(QUICK, {}).rows()[1]


def test_what_nobody_waits_for_ends_on_the_engine(spark: Spark, engine: Remote, pool: ThreadPoolExecutor) -> None:
    readers = [Reader(), Reader()]
    asked = [one.ask(pool, lambda: spark.ask(SLOW, {})) for one in readers]
    until(lambda: any(one._waiting == 2 for one in spark._asking.values()))
    [question] = spark._asking.values()
    until(lambda: engine.is_busy())
    for one in readers:
        one.is_gone.set()
    for answer in asked:
        with pytest.raises(Left):
            answer.result(LONG)
    assert isinstance(question.answer.exception(LONG), Left) and not spark._asking
    until(lambda: not engine.is_busy())
    began = time.monotonic()
    assert spark.ask(QUICK, {}).rows()[1][0][0] > 0 and time.monotonic() - began < 5


def test_who_comes_after_all_have_left_asks_anew(spark: Spark, engine: Remote, pool: ThreadPoolExecutor) -> None:
    first = Reader()
    with engine.stopped():
        left = first.ask(pool, lambda: spark.ask(QUICK, {}))
        until(lambda: spark._asking)
        first.is_gone.set()
        with pytest.raises(Left):
            left.result(LONG)
        second = pool.submit(lambda: spark.ask(QUICK, {}).rows())
        until(lambda: any(one._waiting == 1 for one in spark._asking.values()))
    assert second.result(LONG)[1][0][0] > 0


def test_who_is_gone_already_asks_nothing(spark: Spark) -> None:
    for engine in (spark, public_warehouse().snapshot.engine):
        with asking(lambda: False), pytest.raises(Left):
            engine.ask(QUICK, {})
    assert not spark._asking


def test_sections_are_left_with_their_page(house: Warehouse, pool: ThreadPoolExecutor) -> None:
    """Each is asked in a thread of its own, for the reader of the page."""
    reader, begun = Reader(), threading.Barrier(3)

    def make() -> object:
        begun.wait(LONG)
        return warehouse().run(SLOW)

    def page() -> list[object]:
        with reading(house):
            return [made() for made in side_by_side([make] * 2)]

    shown = reader.ask(pool, page)
    begun.wait(LONG)
    reader.is_gone.set()
    with pytest.raises(Left):
        shown.result(LONG)
    until(lambda: not house.snapshot.engine._asking)  # type: ignore[attr-defined]


def test_our_own_database_is_interrupted(pool: ThreadPoolExecutor) -> None:
    reader, own = Reader(), public_warehouse().snapshot.engine
    left = reader.ask(pool, lambda: own.ask(ENDLESS, {}).rows())
    until(lambda: left.running())
    other = reader.ask(pool, lambda: own.ask(QUICK, {}).rows())
    assert other.result(LONG)
    assert not left.done()
    reader.is_gone.set()
    with pytest.raises(Left):
        left.result(LONG)
    assert own.ask(QUICK, {}).rows()


PAGE = """
import streamlit as st
from dashboard.screen.attended import attended
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.spark import Spark

@st.cache_resource
def engine():
    return Spark(address({url!r}), {tables!r}, 3600.0)

is_slow = st.button("slow")
st.button("quick")
with attended():
    engine().ask({slow!r} if is_slow else {quick!r}, {{}})
st.header("made")
"""


@pytest.fixture(scope="module")
def slow_page(lake: Lake, engine: Remote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that asks for ever, if its reader wants that."""
    script, url = tmp_path_factory.mktemp("page") / "page.py", f"http://127.0.0.1:{(port := free_port())}"
    tables = dict(lake.newest().tables("public", lake.place.url))
    script.write_text(PAGE.format(url=engine.url, tables=tables, slow=SLOW, quick=QUICK), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            until(lambda: answers(f"{url}/_stcore/health"))
            yield url
        finally:
            process.terminate()


def answers(url: str) -> bool:
    try:
        return urllib.request.urlopen(url, timeout=5).status == 200  # type: ignore[no-any-return]
    except OSError:
        return False


@pytest.mark.browser
def test_a_reader_who_chooses_again_or_closes_the_page_frees_the_engine(
    slow_page: str, engine: Remote, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(slow_page)
    made = page.get_by_role("heading", name="made")
    expect(made).to_be_visible(timeout=300_000)
    for leave in (lambda: page.get_by_role("button", name="quick").click(), page.close):
        page.get_by_role("button", name="slow").click()
        until(lambda: engine.is_busy())
        leave()
        until(lambda: not engine.is_busy())
        if not page.is_closed():
            expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=60_000)
            expect(made).to_be_visible()
