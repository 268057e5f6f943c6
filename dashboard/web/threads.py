"""What a request has done in a thread, so that the loop that answers browsers goes on meanwhile."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from dashboard.settings import settings

R = TypeVar("R")
WAITING = 64  # threads that only wait for an engine elsewhere


def threads(name: str, few: int) -> ThreadPoolExecutor:
    """For what asks the facts: few where this process answers, as more would keep the pages waiting; else many, so that
    one slow question holds up no other."""
    return ThreadPoolExecutor(few if settings().engine == "duckdb" else WAITING, name)


def in_thread(pool: Executor, make: Callable[..., R], *args: object) -> asyncio.Future[R]:
    """In a thread of this pool, but within the request: it reads the same facts, and what it logs is private, too."""
    return asyncio.get_running_loop().run_in_executor(pool, copy_context().run, make, *args)
