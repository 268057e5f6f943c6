"""Content is made once and kept while the data stay the same."""

import threading
from collections.abc import Callable, Hashable, Sized
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from cachetools import LRUCache

from dashboard.content.parts import Section, figures
from dashboard.made import Made
from dashboard.warehouse import memory, warehouse

P = ParamSpec("P")
R = TypeVar("R")
CONTENT, DRAWN = 150_000, 8  # bytes of content with its HTML but without its charts; of a chart for each character
TEXT, LETTER = 500, 2  # bytes of a text, and of each of its letters
FEW = 8
_BESIDE = threading.Lock()


def weight(made: object) -> int:
    """The bytes that content takes, roughly: a section by its charts, whose drawings any screen asks for anyway."""
    if isinstance(made, str):
        return TEXT + LETTER * len(made)
    if isinstance(made, Made):
        return TEXT + len(made.content)
    if isinstance(made, Sized):
        return memory.weight(made)
    charts = [figure.chart for figure in figures(made)] if isinstance(made, Section) else []
    return CONTENT + DRAWN * sum(len(chart.drawing) for chart in charts)


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returns for its (hashable) arguments while the data stays the same.

    `make` may only depend on its arguments and the warehouse; nobody may change what it returns.
    """

    @wraps(make)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        return warehouse().snapshot.memory.get(key, lambda: make(*args, **kwargs), weight)

    return look_up


def beside(content: object, key: Hashable, make: Callable[[], R]) -> R:
    """What an outlet makes of content that nobody changes, kept as long as the content itself.

    `make` may only depend on the content and the key. Of the keys (languages; prefixes, which a browser may make up)
    the last few are kept.
    """
    kept: LRUCache[Hashable, Any] = vars(content).setdefault("_beside", LRUCache(FEW))
    with _BESIDE:
        if key in kept:
            return kept[key]  # type: ignore[no-any-return]
    made = make()
    with _BESIDE:
        kept[key] = made
    return made
