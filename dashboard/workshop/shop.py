"""The workshop: takes orders, has its worker process do one after the other, hands out what was made."""

import logging
import threading
from collections.abc import Mapping
from functools import cache

from dashboard.made import Made
from dashboard.settings import settings
from dashboard.workshop.book import Book, Task
from dashboard.workshop.jobs import JOBS
from dashboard.workshop.order import Cancelled, Failed, NotMade, Order, State, Working
from dashboard.workshop.worker import Ended, Worker

LIMIT = 120  # seconds for one order, with the start of a new worker where the last one had to be ended
ROOM = 20  # orders that are waiting or being worked on
PAUSE = 1.0  # seconds until a worker is tried again where the machine could not start one
log = logging.getLogger(__name__)


class Workshop:
    """Has files made by one worker process, which is started by the first order or by `start`. Thread-safe.

    The same order is made once, for however many; each who orders holds a ticket of its own. A worker that has to be
    ended (a time limit, nobody wants it any more) or that ends by itself is followed by a new one.
    """

    def __init__(
        self,
        jobs: Mapping[str, str] = JOBS,
        *,
        megabytes: float,
        seconds: float,
        limit: float = LIMIT,
        room: int = ROOM,
    ) -> None:
        self._jobs, self._seconds, self._limit = jobs, seconds, limit
        self._book = Book(megabytes, seconds, room)
        self._changed = threading.Condition()  # guards all that follows, and the book
        self._thread: threading.Thread | None = None
        self._worker: Worker | None = None
        self._current: Task | None = None  # what the worker has in hand

    def start(self) -> None:
        """Start the worker, which gets ready by itself; nobody waits for it."""
        with self._changed:
            if self._thread is None:
                thread = threading.Thread(target=self._work, name="workshop", daemon=True)
                thread.start()
                self._thread = thread

    def close(self) -> None:
        """End the worker; what is not made yet will not be made."""
        with self._changed:
            thread, self._thread = self._thread, None
            for task in self._book.open():
                self._end(task, Failed("ended"))
            self._changed.notify_all()
        if thread:
            thread.join()

    def order(self, order: Order) -> str:
        """Take an order; answers its ticket. Raises Full, and KeyError for a job that is not on the list."""
        if order.make not in self._jobs:
            raise KeyError(order.make)
        self.start()
        with self._changed:
            ticket = self._book.enter(order)
            self._changed.notify_all()
            return ticket

    def state(self, ticket: str) -> State:
        """How far the order is."""
        with self._changed:
            return self._book.state(ticket)

    def taken(self, ticket: str) -> Made:
        """The file. Raises NotMade with the state if there is none."""
        with self._changed:
            if made := self._book.made(ticket):
                return made
            raise NotMade(self._book.state(ticket))

    def cancel(self, ticket: str) -> None:
        """Want it no more; who else wants the same gets it. What is made already can still be taken."""
        with self._changed:
            if task := self._book.drop(ticket):
                self._end(task, Cancelled())

    def result(self, order: Order, timeout: float) -> Made:
        """Order it and wait for it (in a thread). Raises Full, and NotMade, also after so many seconds."""
        ticket = self.order(order)
        with self._changed:
            if self._changed.wait_for(lambda: not self._book.is_open(ticket), timeout):
                return self.taken(ticket)
        self.cancel(ticket)
        raise NotMade(Failed("limit"))

    def _work(self) -> None:
        """Have what is open done, one after the other; a thread of its own, which ends the worker with itself."""
        self._ready()
        while found := self._next():
            task, worker = found
            answer = self._answer(task, worker) if worker else Failed("ended")
            with self._changed:
                self._current = None
                self._end(task, answer)
                self._ready()
        with self._changed:
            if self._worker:
                self._worker.kill()
                self._worker = None

    def _next(self) -> tuple[Task, Worker | None] | None:
        """Wait for something to do, and who does it (see `_ready`); None at the end. Meanwhile what has been kept long
        enough is thrown away."""
        with self._changed:
            while self._thread and not self._book.open():
                self._changed.wait(self._seconds)
                self._book.expire()
            if not self._thread:
                return None
            self._current = task = self._book.open()[0]
            self._book.report(task, Working())
            return task, self._ready()

    def _answer(self, task: Task, worker: Worker) -> Made | Failed:
        """What the worker makes of it, within the time limit."""
        timer = threading.Timer(self._limit, self._end, [task, Failed("limit")])
        timer.daemon = True
        timer.start()
        try:
            return worker.make(task.order, lambda step: self._report(task, step))
        except Ended:
            return Failed("ended")
        except Exception:  # it cannot be told to another process; the next order can
            log.exception("%s cannot be ordered", task.order.make)
            return Failed("fault")
        finally:
            timer.cancel()

    def _report(self, task: Task, step: Working) -> None:
        with self._changed:
            self._book.report(task, step)

    def _end(self, task: Task, answer: Made | Failed | Cancelled) -> None:
        """Note what became of it, if that is news; the worker ends if it has it in hand."""
        with self._changed:
            if self._book.close(task, answer) and task is self._current and self._worker:
                self._worker.kill()
            self._changed.notify_all()

    def _ready(self) -> Worker | None:
        """The worker, started anew where it has ended; None, after a pause, where the machine cannot start one now."""
        with self._changed:
            try:
                if self._worker is None or not self._worker.lives:
                    self._worker = Worker(self._jobs)
                return self._worker
            except OSError:
                log.exception("no worker can be started; tried again")
                self._changed.wait_for(lambda: self._thread is None, PAUSE)
                return None


@cache
def workshop() -> Workshop:
    """The process's workshop."""
    return Workshop(megabytes=settings().workshop_mb, seconds=settings().workshop_seconds)
