"""The workshop's order book: what is open, who wants it, and what was made and is kept for a while."""

import secrets
from collections.abc import Hashable
from dataclasses import dataclass, field

from cachetools import LRUCache, TTLCache

from dashboard.made import Made
from dashboard.workshop.order import (
    Cancelled,
    Done,
    Failed,
    Forgotten,
    Full,
    Order,
    State,
    Waiting,
    Working,
)

TICKETS = 10_000  # whose state can still be asked for


@dataclass(eq=False)
class Task:
    """An order, how far it is, and how many tickets are on it."""

    order: Order
    state: State = field(default_factory=Waiting)
    wanted: int = 0


NOT_WANTED = Task(Order("", {}, ""), Cancelled())


class Book:
    """The same order is one task, for however many tickets; nobody can guess a ticket.

    Files are kept for so many seconds, and of so many megabytes the last ones; `room` is for so many open tasks.
    """

    def __init__(self, megabytes: float, seconds: float, room: int) -> None:
        self.room = room
        self._open: dict[Hashable, Task] = {}  # first come, first served
        self._tickets: LRUCache[str, Task] = LRUCache(TICKETS)
        self._kept: TTLCache[Hashable, Made] = TTLCache(megabytes * 1e6, seconds, getsizeof=_weight)

    def enter(self, order: Order) -> str:
        """Take an order; answers its ticket. Raises Full."""
        task, ticket = self._task(order), secrets.token_urlsafe(16)
        task.wanted += 1
        self._tickets[ticket] = task
        return ticket

    def _task(self, order: Order) -> Task:
        """The one that is open or done for the same order, else a new one."""
        if order.key in self._open:
            return self._open[order.key]
        if made := self._kept.get(order.key):
            return Task(order, _done(made))
        if len(self._open) >= self.room:
            raise Full
        self._open[order.key] = task = Task(order)
        return task

    def state(self, ticket: str) -> State:
        """How far the order is."""
        task = self._tickets.get(ticket)
        if task is None or (isinstance(task.state, Done) and task.order.key not in self._kept):
            return Forgotten()
        if isinstance(task.state, Waiting):
            return Waiting(list(self._open).index(task.order.key))
        return task.state

    def is_open(self, ticket: str) -> bool:
        """Whether something is still to come."""
        return isinstance(self.state(ticket), Waiting | Working)

    def made(self, ticket: str) -> Made | None:
        """The file, if it is there."""
        task = self._tickets.get(ticket)
        return self._kept.get(task.order.key) if task and isinstance(task.state, Done) else None

    def drop(self, ticket: str) -> Task | None:
        """Take the ticket off its task; answers the task if it is open and nobody else wants it."""
        if not self.is_open(ticket):
            return None
        task = self._tickets[ticket]
        self._tickets[ticket] = NOT_WANTED
        task.wanted -= 1
        return None if task.wanted else task

    def open(self) -> list[Task]:
        """What is to be done, in order."""
        return list(self._open.values())

    def report(self, task: Task, step: Working) -> None:
        """Note how far it is."""
        if self._has_open(task):
            task.state = step

    def close(self, task: Task, answer: Made | Failed | Cancelled) -> bool:
        """Note what became of a task; whether that is news."""
        if not self._has_open(task):
            return False
        del self._open[task.order.key]
        task.state = self._keep(task, answer) if isinstance(answer, Made) else answer
        return True

    def expire(self) -> None:
        """Throw away what has been kept long enough."""
        self._kept.expire()

    def _has_open(self, task: Task) -> bool:
        """Whether it is this task: a cancelled order may have been given again."""
        return self._open.get(task.order.key) is task

    def _keep(self, task: Task, made: Made) -> Done | Failed:
        try:
            self._kept[task.order.key] = made
        except ValueError:  # larger than all there is room for
            return Failed("size")
        return _done(made)


def _weight(made: Made) -> int:
    return len(made.content)


def _done(made: Made) -> Done:
    return Done(made.name, made.media_type, len(made.content))
