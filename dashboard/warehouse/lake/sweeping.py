"""What goes once a new version counts: versions of before, and what never became one.

The new one counts already, so nothing that goes wrong here is more than a line in the log; whoever publishes next
tries again.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.warehouse.build_error import BuildError
from dashboard.warehouse.lake.lake import NUMBERED, POINTER, VERSIONS, Lake

CLOCK = "clock"
ABANDONED = 3600.0  # seconds after which nobody works on a version that is not whole
log = logging.getLogger(__name__)


def sweep(lake: Lake) -> None:
    """Delete versions of before, and what never became one; the pointer's version stays."""
    with _later(lake):
        for folder in _folders(lake):
            with _later(lake):
                lake.discard(folder)
    with _later(lake), lake.telling():
        for path, _, written in lake.place.found():
            if path.startswith(f".{POINTER}.") and clock(lake) - written > ABANDONED:
                lake.place.delete(path)


def _folders(lake: Lake) -> list[str]:
    """Those that may go."""
    whole = [one.folder for one in lake.all()]
    kept = {*whole[: lake.keep], lake.pointed()}
    with lake.telling():
        latest, now = dict[str, float](), clock(lake)
        for path, _, written in (*lake.place.found(VERSIONS), *lake.place.bare(VERSIONS)):
            folder = "/".join(path.split("/")[:2])
            if NUMBERED.match(folder):  # else it was begun by somebody else
                latest[folder] = max(latest.get(folder, 0), written)
    left = (folder for folder, written in latest.items() if folder in whole or now - written > ABANDONED)
    return [folder for folder in left if folder not in kept]


def clock(lake: Lake) -> float:
    """The time where the lake lies, which may not be ours: that of a file written now."""
    lake.place.write(f"{CLOCK}/now", b"")
    return max(written for _, _, written in lake.place.found(CLOCK))


@contextmanager
def _later(lake: Lake) -> Iterator[None]:
    try:
        yield
    except BuildError as error:
        log.warning("not all that is old could be deleted in %s: %s", lake.place.url, error)
