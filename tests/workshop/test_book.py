"""The order book without a worker: one task for the same order, a ticket for each who orders, bounds everywhere."""

from collections.abc import Callable
from time import monotonic, sleep

import pytest

from dashboard.made import Made
from dashboard.workshop.book import Book
from dashboard.workshop.order import Cancelled, Done, Failed, Forgotten, Full, Order, State, Waiting, Working


def order(text: str = "a", version: str = "1") -> Order:
    return Order("echo", {"text": text, "twice": False}, version)


def made(size: int = 10) -> Made:
    return Made("file.txt", "text/plain", bytes(size))


def book(megabytes: float = 1, seconds: float = 60, room: int = 3) -> Book:
    return Book(megabytes, seconds, room)


def test_same_orders_are_one_task_and_tickets_differ() -> None:
    shelf = book()
    same = Order("echo", {"twice": False, "text": "a"}, "1")  # in another order
    tickets = [shelf.enter(order()), shelf.enter(same), shelf.enter(order("b")), shelf.enter(order(version="2"))]
    assert len(set(tickets)) == 4 and min(map(len, tickets)) >= 20
    assert [task.order for task in shelf.open()] == [order(), order("b"), order(version="2")]
    assert [shelf.state(ticket) for ticket in tickets] == [Waiting(0), Waiting(0), Waiting(1), Waiting(2)]


def test_no_more_orders_than_there_is_room_for_but_the_same_ones() -> None:
    shelf = book(room=2)
    shelf.enter(order("a")), shelf.enter(order("b"))
    with pytest.raises(Full):
        shelf.enter(order("c"))
    shelf.enter(order("b"))
    shelf.close(shelf.open()[0], made())
    shelf.enter(order("c"))


def test_who_cancels_takes_only_the_own_ticket_off() -> None:
    shelf = book()
    mine, yours = shelf.enter(order()), shelf.enter(order())
    assert shelf.drop(mine) is None and shelf.state(mine) == Cancelled() and shelf.state(yours) == Waiting(0)
    assert shelf.drop(mine) is None  # twice is once
    task = shelf.drop(yours)
    assert task is not None and shelf.close(task, Cancelled())
    assert shelf.open() == [] and shelf.drop("never given") is None


def test_a_late_answer_to_a_cancelled_order_is_not_taken_for_the_same_order_given_anew() -> None:
    shelf = book()
    old = shelf.drop(shelf.enter(order()))
    assert old is not None and shelf.close(old, Cancelled())
    anew = shelf.enter(order())
    shelf.report(old, Working(1, 1, "late"))
    assert not shelf.close(old, Failed("ended")) and shelf.state(anew) == Waiting(0)


def test_what_is_kept_is_given_to_whoever_orders_the_same() -> None:
    shelf = book()
    first = shelf.enter(order())
    shelf.close(shelf.open()[0], made())
    second = shelf.enter(order())
    assert shelf.open() == []
    assert shelf.state(first) == shelf.state(second) == Done("file.txt", "text/plain", 10)
    assert shelf.made(first) == shelf.made(second) == made()
    assert shelf.drop(first) is None and shelf.made(first) == made()  # done is done


def test_the_oldest_files_go_when_there_is_no_room_and_too_large_ones_never_come_in() -> None:
    shelf = book(megabytes=1)
    tickets = []
    for text in "abc":
        tickets.append(shelf.enter(order(text)))
        shelf.close(shelf.open()[0], made(400_000))
    large = shelf.enter(order("large"))
    shelf.close(shelf.open()[0], made(1_000_001))
    assert shelf.state(tickets[0]) == Forgotten() and shelf.made(tickets[0]) is None
    assert [shelf.made(ticket) for ticket in tickets[1:]] == [made(400_000)] * 2
    assert shelf.state(large) == Failed("size")
    shelf.enter(order("a"))
    assert [task.order for task in shelf.open()] == [order("a")]  # it is made again


def test_files_are_kept_for_their_time() -> None:
    shelf = book(seconds=0.05)
    ticket = shelf.enter(order())
    shelf.close(shelf.open()[0], made())
    assert isinstance(shelf.state(ticket), Done)
    assert comes(lambda: shelf.state(ticket), Forgotten())
    assert shelf.made(ticket) is None
    shelf.expire()
    assert len(shelf._kept) == 0 and shelf._kept.currsize == 0


def comes(state: Callable[[], State], wanted: State) -> bool:
    ends = monotonic() + 5
    while state() != wanted and monotonic() < ends:
        sleep(0.01)
    return state() == wanted
