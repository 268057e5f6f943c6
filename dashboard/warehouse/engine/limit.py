"""How long an engine may be busy with a question of ours, and how it is told to leave it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from dashboard.values import Said
from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.fault import TooSlow
from dashboard.warehouse.engine.question import Question
from dashboard.warehouse.engine.session import drop, within

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession

BRIEF = 5.0  # seconds for a sign of life


@contextmanager
def limited(
    session: "SparkSession", where: Address, seconds: float, question: Question[Any] | None = None
) -> Iterator[None]:
    """What is asked within, in this thread, is told to stop after so many seconds, or once all have left the question.

    Raises TooSlow, Left.
    """
    tag = f"pocket-{token_hex(8)}"
    session.addTag(tag)  # this thread's only
    leave = partial(quietly, partial(session.interruptTag, tag))
    in_time = within(seconds, partial(_stop, session, tag), partial(too_slow, where))
    try:
        with in_time, question.on_engine(leave) if question else nullcontext():
            yield
    finally:
        session.removeTag(tag)


def too_slow(where: Address) -> TooSlow:
    """What is said after that time."""
    return TooSlow(Said("the engine at {place} took too long", place=where.place))


def _stop(session: "SparkSession", tag: str) -> None:
    """Tell the engine to stop; where even that is not answered, nothing more is expected of this session."""
    asking = threading.Thread(target=quietly, args=(lambda: session.interruptTag(tag),), daemon=True)
    asking.start()
    asking.join(BRIEF)
    if asking.is_alive():
        drop(session)


def quietly(do: Callable[[], object]) -> None:
    """Whatever becomes of it: who asked hears it by other ways."""
    try:
        do()
    except Exception:
        return
