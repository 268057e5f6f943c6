"""Every step on the disk by its number, so that a test can let something happen there.

A step is a call of a function of `os` that changes the disk, or makes sure of a change. Of a write half has been done
when it happens.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

STEPS = ("open", "write", "fsync", "ftruncate", "rename", "replace", "mkdir", "unlink", "rmdir", "symlink", "utime")
What = Callable[[int, str], None]


class Counter:
    """How many steps there were, and their names."""

    def __init__(self) -> None:
        self.names: list[str] = []


@contextmanager
def at(what: What) -> Iterator[Counter]:
    """Within, `what` gets number and name of each step before it is taken."""
    counter = Counter()
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, _watched(name, getattr(os, name), counter, what))
        yield counter


def _watched(name: str, function: Any, counter: Counter, what: What) -> Any:
    def step(*args: Any, **kwargs: Any) -> Any:
        if name == "open" and not args[1] & os.O_CREAT:
            return function(*args, **kwargs)
        number = len(counter.names)
        counter.names.append(f"{name} {_place(args[0])}")
        if name == "write":
            return _half_then(function, args[0], args[1], lambda: what(number, counter.names[number]))
        what(number, counter.names[number])
        return function(*args, **kwargs)

    return step


def _place(target: Any) -> str:
    """The path that a step is about; of an open file only where the system tells it."""
    if not isinstance(target, int):
        return str(target)
    return str(held.readlink()) if (held := Path(f"/proc/self/fd/{target}")).is_symlink() else ""


def _half_then(write: Any, target: int, content: Any, happens: Callable[[], None]) -> int:
    half = write(target, bytes(content)[: len(content) // 2]) if len(content) > 1 else 0
    happens()
    return half + int(write(target, bytes(content)[half:]))
