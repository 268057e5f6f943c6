"""A workshop with the jobs of the tests, and what is asked of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from dashboard.warehouse import warehouse
from dashboard.workshop.order import (
    Order,
    State,
    Waiting,
    Working,
)
from dashboard.workshop.shop import Workshop
from tests.workshop.jobs import JOBS

TURN = count()  # the same order would not be done again
PATIENCE = 300  # seconds; a worker starts in one or two, on a machine with other work in many more


@contextmanager
def opened(**bounds: float) -> Iterator[Workshop]:
    shop = Workshop(JOBS, **{"megabytes": 10, "seconds": 600} | bounds)  # type: ignore[arg-type]
    yield shop
    shop.close()


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
