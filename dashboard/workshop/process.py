"""The worker: does one order after the other in a process of its own, more gently than the server does its work.

Orders come in and answers go out by pipes; when the pipe of orders is closed, the server has ended and so does this.
"""

import os

if hasattr(os, "nice"):
    os.nice(10)  # before anything is loaded, and before the first thread takes it over

import logging
import pickle
import signal
import sys
import threading
from collections.abc import Mapping
from importlib import import_module
from queue import SimpleQueue
from typing import BinaryIO

from dashboard.made import Made
from dashboard.settings import settings
from dashboard.warehouse import BuildError, warehouse
from dashboard.warehouse.base import Unpublishable
from dashboard.workshop.order import Failed, Job, Order, Overtaken, Refused, Working

log = logging.getLogger("dashboard.workshop")
REQUEST = "workshop"  # what the lines of its log belong to: whatever fails here, somebody waits for it


def main() -> None:
    """Load what the jobs need, then do what is ordered until the server ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the server, which closes the pipe
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that a library prints gets between the answers
    orders: SimpleQueue[Order] = SimpleQueue()
    jobs: Mapping[str, str] = pickle.load(sys.stdin.buffer)  # noqa: S301 (from our own server)
    threading.Thread(target=_listen, args=[orders], daemon=True).start()
    _warm(jobs)
    while True:
        _answer(answers, _done(orders.get(), jobs, answers))


def _listen(orders: SimpleQueue[Order]) -> None:
    """Take in orders; a job that is being done does not outlive the server either."""
    try:
        while True:
            orders.put(pickle.load(sys.stdin.buffer))  # noqa: S301
    except EOFError:
        pass
    except Exception:
        log.exception("an order cannot be read")
    finally:
        os._exit(0)


def _warm(jobs: Mapping[str, str]) -> None:
    """Do now what the first order would wait for; what fails is told by the orders that need it."""
    try:
        if settings().log == "json":
            from dashboard.journal import write_lines  # loads Streamlit, which nothing else here needs

            write_lines(REQUEST)
        warehouse()
        for path in jobs.values():
            _job(path)
    except (BuildError, Unpublishable) as error:  # in words already
        log.error("the worker could not prepare everything: %s", error)
    except Exception:
        log.exception("the worker could not prepare everything")


def _job(path: str) -> Job:
    """The function that `module:function` names."""
    module, name = path.split(":")
    job: Job = getattr(import_module(module), name)
    return job


def _done(order: Order, jobs: Mapping[str, str], answers: BinaryIO) -> Made | Failed:
    """What an order led to."""

    def report(step: int, of: int, words: str) -> None:
        _answer(answers, Working(step, of, words))

    try:
        if not warehouse().turn_to(order.version):
            return Failed("version")
        made = _job(jobs[order.make])(**order.arguments, report=report)
        if not isinstance(made, Made):
            raise TypeError(f"{order.make} made a {type(made).__name__}")
        return made
    except Overtaken:
        return Failed("version")
    except Refused as refused:
        return Failed("refused", str(refused))
    except Exception:
        log.exception("%s could not be made", order.make)
        return Failed("fault")


def _answer(answers: BinaryIO, answer: Working | Made | Failed) -> None:
    answers.write(pickle.dumps(answer))
    answers.flush()


if __name__ == "__main__":
    main()
