"""A real worker process: what it makes, in which order, and what becomes of orders when it is ended or ends."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psutil
import pytest

from dashboard.settings import ROOT
from dashboard.speaking import language
from dashboard.warehouse import Warehouse, warehouse
from dashboard.workshop.order import (
    Cancelled,
    Done,
    Failed,
    Forgotten,
    Full,
    Made,
    NotMade,
    Order,
    State,
    Waiting,
    Working,
)
from dashboard.workshop.shop import Workshop
from dashboard.workshop.worker import Worker
from tests.conftest import STORE
from tests.made import made
from tests.workshop.jobs import JOBS, said
from tools.browser import serving

TURN = count()  # the same order would not be done again
PATIENCE = 300  # seconds; a worker starts in one or two, on a machine with other work in many more


@contextmanager
def opened(**bounds: float) -> Iterator[Workshop]:
    shop = Workshop(JOBS, **{"megabytes": 10, "seconds": 600} | bounds)  # type: ignore[arg-type]
    yield shop
    shop.close()


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with opened() as shop:
        yield shop


def order(make: str, **arguments: Any) -> Order:
    return Order(make, arguments, warehouse().version)


def text(shop: Workshop, make: str, **arguments: Any) -> str:
    return shop.result(order(make, **arguments), PATIENCE).content.decode()


def process(shop: Workshop) -> tuple[int, int]:
    """The process that works now, and how nice it is."""
    pid, niceness = text(shop, "process", turn=next(TURN)).split()
    return int(pid), int(niceness)


def until(holds: Callable[[], bool]) -> None:
    ends = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < ends
        sleep(0.005)


def ended(shop: Workshop, ticket: str) -> State:
    until(lambda: not isinstance(shop.state(ticket), Waiting | Working))
    return shop.state(ticket)


@contextmanager
def busy(shop: Workshop, gate: Path) -> Iterator[str]:
    """While the worker is at this order."""
    ticket = shop.order(order("gated", gate=str(gate)))
    until(lambda: shop.state(ticket) == Working(1, 2, "begun"))
    yield ticket
    gate.touch()


def test_a_file_is_made_and_taken_as_often_as_one_likes(shop: Workshop) -> None:
    ticket = shop.order(order("echo", text="日本 & Düsseldorf"))
    assert ended(shop, ticket) == Done("file.txt", "text/plain", len("日本 & Düsseldorf".encode()))
    assert [shop.taken(ticket).content.decode() for _ in range(2)] == ["日本 & Düsseldorf"] * 2


def test_only_jobs_on_the_list_can_be_ordered(shop: Workshop) -> None:
    for make in ("os:system", "tests.workshop.jobs:echo", ""):
        with pytest.raises(KeyError):
            shop.order(order(make))
    with pytest.raises(KeyError):
        Workshop(megabytes=1, seconds=1).order(order("echo", text="not in the product"))


def test_orders_wait_for_those_before_them_and_tell_how_far_they_are(shop: Workshop, tmp_path: Path) -> None:
    with busy(shop, tmp_path / "gate") as first:
        waiting = [shop.order(order("echo", text=str(number))) for number in range(3)]
        assert [shop.state(ticket) for ticket in waiting] == [Waiting(1), Waiting(2), Waiting(3)]
        with pytest.raises(NotMade) as told:
            shop.taken(first)
        assert told.value.state == Working(1, 2, "begun")
    assert [ended(shop, ticket) for ticket in (first, *waiting)] == [
        Done("file.txt", "text/plain", len(f"{tmp_path / 'gate'} 1")),
        *[Done("file.txt", "text/plain", 1)] * 3,
    ]
    assert [shop.taken(ticket).content.decode() for ticket in waiting] == ["0", "1", "2"]


@pytest.mark.slow
def test_no_more_wait_than_there_is_room_for(tmp_path: Path) -> None:
    with opened(room=2) as shop:
        with busy(shop, tmp_path / "gate"):
            waiting = shop.order(order("echo", text="a"))
            with pytest.raises(Full):
                shop.order(order("echo", text="b"))
            assert shop.order(order("echo", text="a")) != waiting
        assert isinstance(ended(shop, waiting), Done)


def test_the_same_order_is_made_once_while_it_is_open_or_kept(shop: Workshop, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with busy(shop, gate) as first:
        second = shop.order(order("gated", gate=str(gate)))
    assert isinstance(ended(shop, second), Done)
    third = shop.order(order("gated", gate=str(gate)))
    assert [shop.taken(ticket).content.decode() for ticket in (first, second, third)] == [f"{gate} 1"] * 3


def test_who_cancels_does_not_end_what_another_one_waits_for(shop: Workshop, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with busy(shop, gate) as mine:
        yours = shop.order(order("gated", gate=str(gate)))
        shop.cancel(mine)
        shop.cancel(mine)
        assert (shop.state(mine), shop.state(yours)) == (Cancelled(), Working(1, 2, "begun"))
    assert isinstance(ended(shop, yours), Done)
    assert shop.taken(yours).content.decode() == f"{gate} 1"
    shop.cancel(yours)
    assert isinstance(shop.state(yours), Done)


@pytest.mark.slow
def test_a_cancelled_order_ends_the_worker_and_those_that_wait_go_on(shop: Workshop, tmp_path: Path) -> None:
    before, _ = process(shop)
    with busy(shop, tmp_path / "gate") as ticket:
        waiting, unwanted = shop.order(order("echo", text="next")), shop.order(order("echo", text="unwanted"))
        shop.cancel(unwanted)
        shop.cancel(ticket)
        assert shop.state(ticket) == shop.state(unwanted) == Cancelled()
        with pytest.raises(NotMade):
            shop.taken(ticket)
        assert isinstance(ended(shop, waiting), Done) and shop.taken(waiting).content == b"next"
    assert not psutil.pid_exists(before) and process(shop)[0] != before


@pytest.mark.slow
def test_a_time_limit_ends_it_and_those_that_wait_go_on(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid, _ = process(shop)
    with monkeypatch.context() as patch:
        patch.setattr(shop, "_limit", 1)
        endless = shop.order(order("gated", gate=str(tmp_path / "never")))
        until(lambda: isinstance(shop.state(endless), Working))
    waiting = shop.order(order("echo", text="after the limit"))
    assert ended(shop, endless) == Failed("limit")
    assert isinstance(ended(shop, waiting), Done)
    assert not psutil.pid_exists(pid)


@pytest.mark.slow
def test_a_worker_that_dies_fails_its_order_alone(shop: Workshop) -> None:
    dying, waiting = shop.order(order("kills_itself")), shop.order(order("echo", text="survives"))
    assert ended(shop, dying) == Failed("ended")
    assert isinstance(ended(shop, waiting), Done) and shop.taken(waiting).content == b"survives"
    again = shop.order(order("kills_itself"))  # what failed is not kept: it is tried again
    assert again != dying and ended(shop, again) == Failed("ended")


@pytest.mark.slow
def test_a_worker_killed_from_outside_is_followed_by_another(shop: Workshop, tmp_path: Path) -> None:
    pid, _ = process(shop)
    worker = shop._worker
    assert worker is not None and worker.pid == pid
    os.kill(pid, 9)  # while it has nothing to do
    until(lambda: not worker.lives)
    assert text(shop, "echo", text="after it was killed at rest") == "after it was killed at rest"
    with busy(shop, tmp_path / "gate") as ticket:
        assert shop._worker is not None and shop._worker.pid != pid
        os.kill(shop._worker.pid, 9)
        assert ended(shop, ticket) == Failed("ended")
    assert text(shop, "echo", text="after it was killed at work") == "after it was killed at work"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        ("fails", Failed("fault")),
        ("refuses", Failed("refused", "Der Vorlage fehlt das Layout „Titel“.")),
        ("leaks", Failed("fault")),
    ],
)
def test_a_job_that_fails_says_why_and_harms_no_other(shop: Workshop, make: str, told: Failed) -> None:
    with pytest.raises(NotMade) as raised:
        shop.result(order(make), PATIENCE)
    assert raised.value.state == told
    assert text(shop, "echo", text=f"after {make}") == f"after {make}"


def test_what_cannot_be_told_to_another_process_fails_alone(shop: Workshop) -> None:
    with pytest.raises(NotMade) as raised:
        shop.result(order("echo", text=threading.Lock()), PATIENCE)
    assert raised.value.state == Failed("fault")
    assert text(shop, "prints") == "as ever"  # nor does what a library prints get between the answers


@pytest.mark.slow
def test_files_are_bounded_in_size_and_time() -> None:
    with opened(megabytes=2, seconds=1) as shop:
        with pytest.raises(NotMade) as raised:
            shop.result(order("big", megabytes=2.1), PATIENCE)
        assert raised.value.state == Failed("size")
        ticket = shop.order(order("big", megabytes=1.5))
        assert ended(shop, ticket) == Done("big.bin", "application/octet-stream", 1_500_000)
        until(lambda: shop.state(ticket) == Forgotten())
        until(lambda: len(shop._book._kept) == 0)  # gone from memory, though nobody asked for it
        with pytest.raises(NotMade):
            shop.taken(ticket)


def test_who_waits_no_longer_wants_it_no_more(shop: Workshop, tmp_path: Path) -> None:
    with busy(shop, tmp_path / "gate"):
        with pytest.raises(NotMade) as raised:
            shop.result(order("echo", text="too late"), 0.05)
        assert raised.value.state == Failed("limit")
        assert [task.order.make for task in shop._book.open()] == ["gated"]


@pytest.mark.slow
def test_files_are_made_of_the_version_they_were_ordered_of(shop: Workshop, data_folder: Path) -> None:
    served = text(shop, "made_of")
    note = data_folder / "datapackage.json"
    note.write_text(note.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    renewed = Warehouse(data_folder, Path(STORE)).version
    versions = [served, renewed, served]
    assert renewed != served == warehouse().version
    assert [shop.result(Order("made_of", {}, one), PATIENCE).content.decode() for one in versions] == versions
    for gone in ("0" * 16, f"../{Path(STORE).name}/{served}"):
        with pytest.raises(NotMade) as raised:
            shop.result(Order("made_of", {}, gone), PATIENCE)
        assert raised.value.state == Failed("version")


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
    monkeypatch.setattr("dashboard.workshop.worker.sys.executable", "/bin/true")
    many = {str(number): str(number) * 500 for number in range(1000)}  # more than a pipe takes in by itself
    before = psutil.Process().children()
    with pytest.raises(OSError):
        Worker(many)
    assert psutil.Process().children() == before


def test_content_is_kept_in_the_worker_as_in_the_server(shop: Workshop) -> None:
    turns = [text(shop, "counted", turn=turn).split() for turn in range(3)]
    assert [turn for turn, _ in turns] == ["0", "1", "2"]
    assert len({made_at for _, made_at in turns}) == 1


@pytest.mark.slow
def test_ten_at_once_get_what_they_ordered(shop: Workshop) -> None:
    wanted = [(code, lang) for code in list(warehouse().markets)[:5] for lang in ("de", "en")]
    orders = [order("market", code=code, lang=lang) for code, lang in wanted]
    with ThreadPoolExecutor(10) as readers:
        found: list[Made] = list(readers.map(lambda one: shop.result(one, PATIENCE), orders))
    assert [file.name for file in found] == [f"{code}-{lang}.txt" for code, lang in wanted]
    for (code, lang), file in zip(wanted, found, strict=True):
        assert file.content.decode() == said(made("market", language(lang), market=[code]))


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
from tools.browser import serving
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


def workers() -> list[psutil.Process]:
    """Of all servers that this process has started."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "dashboard.workshop.process" in child.cmdline()]


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "number"), [("dashboard", 1), ("stand", 0)])
def test_the_dashboard_starts_with_its_worker_and_the_stand_has_none(tmp_path: Path, mode: str, number: int) -> None:
    before = workers()
    with serving(tmp_path, POCKET_MODE=mode):
        found = [worker for worker in workers() if worker not in before]
        assert len(found) == number
    assert psutil.wait_procs(found, 10)[1] == []
