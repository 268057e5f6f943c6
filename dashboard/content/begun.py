"""Content that is made side by side where each question waits for an engine elsewhere; and what is said without one."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from dashboard.language import Language
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.fault import EngineFault, TooSlow

R = TypeVar("R")
Make = Callable[[], R]


def side_by_side(makers: Sequence[Make[R]]) -> list[Make[R]]:
    """What returns the same, each begun now in a thread of its own, if the engine is remote; else as they are.

    The threads are nobody else's: one slow question holds up neither another section nor another reader.
    """
    if not warehouse().snapshot.engine.remote or len(makers) < 2:
        return list(makers)
    pool = ThreadPoolExecutor(len(makers), "begun")
    begun = [pool.submit(copy_context().run, make) for make in makers]  # in its context it reads what we read
    pool.shutdown(wait=False)
    return [one.result for one in begun]


def unanswered(fault: EngineFault, lang: Language) -> str:
    """What readers are told; where the engine stands and what is wrong with it is for those who look after it."""
    if isinstance(fault, TooSlow):
        return lang.t("This takes too long at the moment. Choose less, or try again later.")
    return lang.t(
        "The facts cannot be asked at the moment. What is known already is shown; the rest comes back by itself: "
        "please look again in a minute."
    )
