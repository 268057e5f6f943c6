"""The server's end of the worker: a process that is started, given one order at a time, and ended."""

import os
import pickle
import subprocess
from collections.abc import Callable, Mapping
from typing import IO, cast

from dashboard.made import Made
from dashboard.own_process import command, python_path
from dashboard.workshop.order import Failed, Order, Working


class Ended(Exception):
    """The process ended before it had answered."""


class Worker:
    """A process of `dashboard.workshop.process`; it loads what it needs while the server goes on.

    Each has its own pipes: nothing of one that is killed in the middle of an answer is left for the next one.
    """

    def __init__(self, jobs: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own module)
            command("dashboard.workshop.process"),
            env={**os.environ, "PYTHONPATH": python_path()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._orders, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        try:
            self._tell(dict(jobs))
        except OSError:  # it has ended already
            self.kill()
            raise

    @property
    def pid(self) -> int:
        """Which process it is."""
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it can be given an order."""
        return self._process.poll() is None

    def make(self, order: Order, report: Callable[[Working], None]) -> Made | Failed:
        """Have it made; `report` hears of each step. Raises Ended."""
        try:
            self._tell(order)
            while isinstance(answer := pickle.load(self._answers), Working):  # noqa: S301 (from our own process)
                report(answer)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.kill()  # its pipes close a moment before it counts as ended
            raise Ended from error
        return cast(Made | Failed, answer)

    def kill(self) -> None:
        """End it now, whatever it is doing; whoever waits for its answer hears of it."""
        self._process.kill()
        self._process.wait()

    def _tell(self, what: object) -> None:
        self._orders.write(pickle.dumps(what))  # whole or not at all, if it cannot be said
        self._orders.flush()
