"""While an engine elsewhere is away, what does not need it goes on: the loop that answers browsers, the watchdog."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard import server
from dashboard.access import Person, Role
from dashboard.content.side_by_side import MOST, side_by_side
from dashboard.meters import REGISTRY
from dashboard.operation import systemd
from dashboard.screen import ahead, seen
from dashboard.screen import page as screen_page
from dashboard.staff import pages
from dashboard.warehouse import Warehouse, current, reading
from dashboard.warehouse.engine import spark
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.lake.lake import Lake
from dashboard.warehouse.lake.served import FromLake
from dashboard.web import front
from dashboard.web.front import FirstView
from tests.conftest import Opener
from tests.opened import Opened
from tests.staff.conftest import PLACES
from tests.test_keeping import soon
from tools.sail import Sail, sail


@pytest.fixture(scope="module")
def mortal() -> Iterator[Sail]:
    """An engine that these tests stop and end."""
    with sail() as running:
        yield running


@pytest.fixture(scope="module")
def away(lake: Lake, mortal: Sail) -> Warehouse:
    """The shipped facts on that engine."""
    return FromLake(lake, address(mortal.url), lake.place.url, public=True)


@pytest.fixture(autouse=True)
def served(away: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are what this process serves; nothing was asked yet, whatever a test before, or a try before, has opened."""
    away.snapshot.memory._values.clear()
    monkeypatch.setattr(spark, "CALM", 0.0)
    for room in (current, seen, systemd, pages):
        monkeypatch.setattr(room, "public_warehouse", lambda: away)


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Several who ask the same loop."""
    with TestClient(Starlette(routes=list(server.ROUTES))) as made:
        yield made


def addresses(market: str, kind: str, house: Warehouse) -> tuple[str, str]:
    """A calendar and outlines, for which the engine is asked at their first time."""
    return f"/calendar.ics?market={market}", f"/assets/shapes/{house.version}/{kind}.json"


def test_the_watchdog_does_not_wait_for_it(mortal: Sail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or systemd would end every server whose readers still see what is in memory."""
    monkeypatch.setenv("WATCHDOG_USEC", "300000")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))

    async def heard(manager: socket.socket) -> list[bytes]:
        watching = asyncio.create_task(systemd.watchdog())
        words = [await asyncio.to_thread(manager.recv, 100) for _ in range(2)]
        watching.cancel()
        return words

    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, mortal.stopped():
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(60)
        assert asyncio.run(heard(manager)) == [b"WATCHDOG=1"] * 2


def test_who_asks_something_else_is_answered_meanwhile(client: TestClient, mortal: Sail, away: Warehouse) -> None:
    with ThreadPoolExecutor(2) as pool:
        with mortal.stopped():
            waiting = [pool.submit(client.get, path) for path in addresses("KR", "towns", away)]
            assert {client.get("/health").status_code for _ in range(50)} == {200}
            assert not any(one.done() for one in waiting)
        assert [one.result().status_code for one in waiting] == [200, 200]


def test_every_address_knows_that_it_may_be_away(
    client: TestClient, mortal: Sail, away: Warehouse, open_page: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    failures = ("pocket_page_failures_total", {"page": "talent"})
    before = REGISTRY.get_sample_value(*failures) or 0
    calendar, shapes = addresses("US", "outlines", away)
    early = f"/{ahead.FOLDER}/{ahead.state()}/market.json?lang=de&market=IN"
    mortal.kill()
    try:
        told = client.get(calendar, headers={"Accept-Language": "de"})
        assert (
            told.status_code == 503
            and told.headers["retry-after"]
            and "gerade nicht" in told.text
            and "von selbst" not in told.text
        )
        assert client.get(shapes).status_code == 503
        assert client.get(early).status_code == 204
        with caplog.at_level("INFO", "dashboard"):
            page = open_page("talent", lang="en")
        assert "The facts cannot be asked at the moment" in page.notices[0] and "<h1>" in page.html
    finally:
        mortal.start()
    assert REGISTRY.get_sample_value(*failures) == before + 1, "it is none that was made"
    screen = [one.getMessage() for one in caplog.records if one.name.startswith("dashboard.screen")]
    assert screen and str(mortal.port) not in " ".join(screen), "the engine's words may hold what was typed"


def test_what_is_chosen_meanwhile_stands_in_the_address(mortal: Sail, open_page: Opener) -> None:
    """Title and choosers stay, so that one can choose again what is in memory; and it is there once the engine is."""
    page = open_page("market", lang="en", market="IN")
    mortal.kill()
    try:
        page = Opened(page.test.selectbox(key="market").set_value("SE").run())
        assert page.test.query_params["market"] == "SE" and "<h1>Sweden · " in page.html and not page.figures
        page = Opened(page.test.selectbox(key="market").set_value("IN").run())
        assert page.test.query_params["market"] == "IN" and "India</h1>" in page.html and page.figures
        page = Opened(page.test.selectbox(key="market").set_value("SE").run())
    finally:
        mortal.start()
    page = Opened(page.test.run())
    assert page.test.query_params["market"] == "SE" and "Sweden</h1>" in page.html and page.figures


def test_staff_and_programs_hear_that_it_is_the_engine(
    client: TestClient, mortal: Sail, away: Warehouse, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not that newer data had a fault."""
    monkeypatch.setattr(screen_page, "person", lambda: Person("Mia", Role.ANALYST))
    mortal.kill()
    try:
        away.refresh(force=True)
        told = client.get("/health").json()
        assert (told["status"], told["faults"]) == ("degraded", 0) and told["engine_away_since"]
        said = open_page(lang="en").test.warning[0].value
        assert said.startswith("The engine cannot be asked since") and str(mortal.port) in said
    finally:
        mortal.start()
    away.refresh(force=True)
    assert "engine_away_since" not in client.get("/health").json() and not open_page(lang="en").test.warning


@pytest.mark.parametrize("name", ["import", "sql", "versions"])
def test_pages_of_staff_say_where_the_facts_are_kept(
    name: str, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in PLACES:
        monkeypatch.setattr(place, lambda: Person("Mia", Role.ADMIN))
    page = open_page(name, lang="en")
    assert "<h1>" in page.html and "come from the lake" in page.notices[0] and not page.test.error


def test_sections_take_no_more_threads_than_there_are(away: Warehouse) -> None:
    """Who finds none free makes its section itself, and nobody waits for a thread."""
    together = threading.Barrier(MOST + 1)  # nobody goes on before each of them has a thread

    def slow() -> int:
        together.wait(60)
        return threading.get_ident()

    with reading(away):
        full = side_by_side([slow] * MOST)
        over = side_by_side([threading.get_ident] * 2)
        assert [make() for make in over] == [threading.get_ident()] * 2
        together.wait(60)
        assert len({make() for make in full}) == MOST
        soon(lambda: threading.get_ident() not in {make() for make in side_by_side([threading.get_ident] * 2)})


def test_a_first_view_that_comes_too_late_is_asked_no_further(
    mortal: Sail, away: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page itself asks the same, and its reader may leave; a first view would wait on, for nobody."""
    monkeypatch.setattr(front, "PATIENCE", 2)
    app = Starlette(routes=[Route("/{rest:path}", lambda _: PlainTextResponse("Streamlit's own"))])
    app.add_middleware(FirstView)
    engine = away.snapshot.engine
    assert isinstance(engine, spark.Spark)
    with TestClient(app, headers={"Accept": "text/html"}) as browser, mortal.stopped():
        assert browser.get("/market?market=CA").text == "Streamlit's own"
        asked = [*engine._asking.values()]
        assert asked, "it was asked of the engine"
        soon(lambda: all(question._is_left for question in asked))
