"""A page's question is answered in its usual time, whatever runs in the lab."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from dashboard.lab.lab import Lab
from dashboard.lab.run import Running
from dashboard.warehouse import Warehouse
from dashboard.warehouse.named import named_query
from tests.conftest import STORE
from tests.lab.test_lab import ENDLESS, LIMITS, waited

QUESTION = named_query("overview/core_cards").sql  # of the first page; looks at most tables
RUNAWAY = (ENDLESS, "select count(distinct hash(range)) from range(10000000000)")


@contextmanager
def loaded(served: Warehouse) -> Iterator[None]:
    """Two queries that never end, each with two threads and a lot of memory."""
    lab = Lab(Path(STORE), replace(LIMITS, threads=2, memory_mb=512, spill_mb=2000), at_once=2)
    runs = [lab.ask(sql, served) for sql in RUNAWAY]
    waited(lambda: all(isinstance(lab.state(run), Running) and run.worker for run in runs))
    time.sleep(1)  # so that they have begun
    yield
    assert all(isinstance(lab.state(run), Running) for run in runs), "they ran all the time"
    lab.close()


def seconds(served: Warehouse) -> float:
    """What the question takes, in the middle of some times."""
    taken = []
    for _ in range(15):
        begun = time.perf_counter()
        served.run(QUESTION)
        taken.append(time.perf_counter() - begun)
    return median(taken)


@pytest.mark.slow
def test_runaway_queries_slow_nobody_down(served: Warehouse) -> None:
    alone, beside = [], []
    for _ in range(3):
        alone.append(seconds(served))
        with loaded(served):
            beside.append(seconds(served))
    assert median(beside) < 2 * median(alone), (alone, beside)
