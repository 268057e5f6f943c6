"""A real cluster of Apache Spark: what is published there, and what becomes of a question when a part of it dies.

Only with `make test-spark`. The last two tests take the cluster apart: nothing asks it after them.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.settings import settings
from dashboard.warehouse import public_warehouse, warehouse
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.fault import Unreachable
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.lake import Lake
from dashboard.warehouse.lake.served import FromLake, from_lake
from tests.engine.remote import CLUSTER, Remote, family, processes, used
from tests.engine.test_leaving import HOUR, LONG, QUICK, until

pytestmark = pytest.mark.skipif(not CLUSTER, reason="`make test-spark` starts the cluster")
SOME = 2.0  # seconds of a processor, after which a question is under way
# Seconds for one task: the streamed side is a single file of some hundred rows.
HARD = """
select count(case when a.name < b.name and c.name < 'M' then 1 end) as n, min(b.name || c.name) as first
from companies as a cross join companies as b cross join (select name from companies limit 100) as c
"""


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FromLake:
    """The shipped facts, published by the command and proven by the cluster, as served from there."""
    for name, value in {"ENGINE": "spark", "ENGINE_URL": CLUSTER, "LAKE": str(tmp_path / "lake")}.items():
        monkeypatch.setenv(f"POCKET_{name}", value)
    settings.cache_clear()
    done = CliRunner().invoke(app, ["publish", "--engine", "spark"])
    assert done.exit_code == 0, done.output
    served = from_lake(public=True)
    monkeypatch.undo()
    settings.cache_clear()
    return served


def test_published_and_proven_there_it_is_served(published: FromLake) -> None:
    ours = warehouse()
    assert published.version == ours.version and not published.faults
    assert published.ask("market/sector_mix", market="JP").equals(ours.ask("market/sector_mix", market="JP"))


def test_a_killed_worker_costs_no_answer(lake: Lake, engine: Remote) -> None:
    """The worker that has the task, and its executor, end in the middle of it; the other one does it again."""
    spark = Spark(address(engine.url), lake.newest().tables("public", lake.place.url), HOUR)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: spark.ask(HARD, {}).rows())
        began = {worker: used([worker]) for worker in engine.works}
        until(lambda: any(used([worker]) - began[worker] > SOME for worker in began))
        busy = max(began, key=lambda worker: used([worker]) - began[worker])
        assert not asked.done(), "the question must be harder"
        for process in reversed(family(busy)):
            process.kill()
        assert asked.result(10 * LONG) == public_warehouse().snapshot.engine.ask(HARD, {}).rows()


def test_a_lost_connect_server_is_told(lake: Lake, engine: Remote) -> None:
    spark = Spark(address(engine.url), lake.newest().tables("public", lake.place.url), HOUR)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: spark.ask(HARD, {}))
        until(engine.is_busy)
        psutil.Process(processes()["connect"]).kill()
        with pytest.raises(Unreachable) as told:
            asked.result(2 * LONG)
        assert "Start the engine" in told.value.mend
        with pytest.raises(Unreachable):
            spark.ask(QUICK, {})
