"""Content is made once and kept while the data stay the same."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from dashboard.warehouse import warehouse

P = ParamSpec("P")
R = TypeVar("R")


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returns for its (hashable) arguments while the data stays the same.

    `make` may only depend on its arguments and the warehouse; nobody may change what it returns.
    """

    @wraps(make)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        return warehouse().kept.get(key, lambda: make(*args, **kwargs))

    return look_up
