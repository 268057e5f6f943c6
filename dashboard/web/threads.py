"""What a request has done in a thread, so that the loop that answers browsers goes on meanwhile."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from contextvars import copy_context
from typing import TypeVar

R = TypeVar("R")


def in_thread(pool: Executor, make: Callable[..., R], *args: object) -> asyncio.Future[R]:
    """In a thread of this pool, but within the request: it reads the same facts, and what it logs is private, too."""
    return asyncio.get_running_loop().run_in_executor(pool, copy_context().run, make, *args)
