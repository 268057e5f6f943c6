"""Content that is made side by side where each question waits for an engine elsewhere; and what is said without one."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from dashboard.language import Language
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.fault import EngineFault, TooSlow

R = TypeVar("R")
Make = Callable[[], R]
MOST = 64  # threads of this process that wait for an engine elsewhere
_POOL, _FREE = ThreadPoolExecutor(MOST, "begun"), threading.BoundedSemaphore(MOST)


def side_by_side(makers: Sequence[Make[R]]) -> list[Make[R]]:
    """What returns the same, each begun now in a thread of its own, if the engine is remote; else as they are.

    Nothing waits for a thread, so that one slow question holds up neither another section nor another reader.
    """
    if not warehouse().snapshot.engine.remote or len(makers) < 2:
        return list(makers)
    return [_begun(make) for make in makers]


def _begun(make: Make[R]) -> Make[R]:
    """Where no thread is free, who wants it makes it."""
    if not _FREE.acquire(blocking=False):
        return make
    begun = _POOL.submit(copy_context().run, make)  # in its context it reads what we read
    begun.add_done_callback(lambda _: _FREE.release())
    return begun.result


def unanswered(fault: EngineFault, lang: Language) -> str:
    """What readers of a page are told; where the engine stands and what is wrong with it is for those who look after
    it."""
    if isinstance(fault, TooSlow):
        return _too_slow(lang)
    return lang.t(
        "The facts cannot be asked at the moment. What is known already is shown; the rest appears by itself once "
        "they can be asked again."
    )


def ask_again(fault: EngineFault, lang: Language) -> str:
    """The same for who asked for a file, which does not come by itself."""
    if isinstance(fault, TooSlow):
        return _too_slow(lang)
    return lang.t("The facts cannot be asked at the moment. Please ask again in a minute.")


def _too_slow(lang: Language) -> str:
    return lang.t("This takes too long at the moment. Choose less, or try again later.")
