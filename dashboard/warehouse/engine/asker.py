"""Whoever asks an engine may leave before it answers; then nobody needs it to go on.

An outlet says so around its questions, in terms of its own (`asking`); an engine at work looks (`is_there`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

OFTEN = 0.25  # seconds between two looks
There = Callable[[], bool]


class Left(BaseException):
    """Nobody waits for the answer any more.

    No Exception, as KeyboardInterrupt is none: nothing has failed that anybody should be told, count or try again.
    """


def _always() -> bool:
    return True


_THERE: ContextVar[There] = ContextVar("there", default=_always)


@contextmanager
def asking(there: There) -> Iterator[None]:
    """Whatever is asked within, in this context, is asked only as long as `there()`, which may be called in any thread.

    What is asked after that, or is being answered then, raises Left.
    """
    token = _THERE.set(there)
    try:
        yield
    finally:
        _THERE.reset(token)


def is_there() -> There:
    """Tells of whoever asks here; to be looked at elsewhere, too."""
    return _THERE.get()


def may_leave() -> bool:
    """Whether whoever asks here may be gone before it is answered."""
    return _THERE.get() is not _always


def stay() -> None:
    """Raises Left if whoever asks here is gone."""
    if not _THERE.get()():
        raise Left
