"""How the worker lives: when it starts, that it gives way, that it ends with its server."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from dashboard.settings import ROOT
from dashboard.workshop.order import (
    Failed,
)
from dashboard.workshop.shop import Workshop
from dashboard.workshop.worker import Worker
from tests.serving import serving
from tests.workshop.shops import ended, opened, order, process, text, until


@pytest.mark.parametrize("error", [OSError(12, "Cannot allocate memory"), BrokenPipeError()])
def test_where_no_worker_can_be_started_later_orders_are_made_nevertheless(
    monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    tried = []

    class Hindered(Worker):
        """Starts at the third attempt: neither ahead of the first order nor for it."""

        def __init__(self, jobs: Mapping[str, str]) -> None:
            tried.append(jobs)
            if len(tried) < 3:
                raise error
            super().__init__(jobs)

    monkeypatch.setattr("dashboard.workshop.shop.Worker", Hindered)
    monkeypatch.setattr("dashboard.workshop.shop.PAUSE", 0.05)
    with opened() as shop:
        assert ended(shop, shop.order(order("echo", text="first"))) == Failed("ended")
        assert text(shop, "echo", text="second") == "second"
    assert len(tried) == 3


def test_a_worker_that_ends_before_it_is_told_its_jobs_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.own_process.sys.executable", "/bin/true")
    many = {str(number): str(number) * 500 for number in range(1000)}  # more than a pipe takes in by itself
    before = psutil.Process().children()
    with pytest.raises(OSError):
        Worker(many)
    assert psutil.Process().children() == before


def test_the_worker_is_one_process_that_gives_way(shop: Workshop) -> None:
    pid, niceness = process(shop)
    assert pid != os.getpid() and niceness == min(psutil.Process().nice() + 10, 19)
    assert shop._worker is not None and shop._worker.pid == pid
    threads = [psutil.Process(thread.id).nice() for thread in psutil.Process(pid).threads()]
    assert len(threads) > 1 and set(threads) == {niceness}  # the database's too


@pytest.mark.slow
def test_nothing_starts_before_it_is_needed_and_nothing_is_left_at_the_end() -> None:
    with opened() as shop:
        assert shop._worker is None
        pid, _ = process(shop)
        shop.close()
        assert not psutil.pid_exists(pid)
        assert text(shop, "echo", text="opened again") == "opened again"


SERVER = """
import pickle, sys, time
from dashboard.workshop.shop import Workshop
from dashboard.workshop.worker import Worker
from tests.workshop.jobs import JOBS, said
shop = Workshop(JOBS, megabytes=1, seconds=60)
ticket = shop.order(pickle.loads(bytes.fromhex(sys.argv[1])))
while "begun" not in str(shop.state(ticket)): time.sleep(0.01)
print(shop._worker.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [9, 15])
def test_the_worker_ends_with_the_server_also_in_the_middle_of_an_order(tmp_path: Path, number: int) -> None:
    endless = pickle.dumps(order("gated", gate=str(tmp_path / "never"))).hex()
    server = subprocess.Popen([sys.executable, "-c", SERVER, endless], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    worker = psutil.Process(int(server.stdout.readline()))
    assert worker.is_running()
    server.send_signal(number)
    server.wait(10)
    assert psutil.wait_procs([worker], 10)[1] == []


def workers() -> set[psutil.Process]:
    """Of all servers that this process has started."""
    children = psutil.Process().children(recursive=True)
    return {child for child in children if "dashboard.workshop.process" in child.cmdline()}


@pytest.mark.slow
def test_the_dashboard_starts_with_its_worker_and_the_stand_has_none(tmp_path: Path) -> None:
    (tmp_path / "stand").mkdir()
    before = workers()
    with serving(tmp_path / "stand", POCKET_MODE="stand"), serving(tmp_path, POCKET_MODE="dashboard"):
        until(lambda: workers() > before)  # it answers a moment before its worker is there
        assert len(found := workers() - before) == 1
    assert psutil.wait_procs(found, 10)[1] == []
