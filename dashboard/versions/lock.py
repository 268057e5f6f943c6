"""One process at a time publishes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.lock import holding
from dashboard.values import Said
from dashboard.versions.version import Held

PATIENCE = 5.0  # seconds


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock within. Raises Held if another one does for longer than one waits."""
    with holding(path, PATIENCE) as is_ours:
        if not is_ours:
            raise Held(Said("{folder} is held by another process that publishes", folder=str(path.parent)))
        yield
