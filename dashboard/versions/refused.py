"""What a disk refuses, in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.values import Said
from dashboard.versions.version import FolderError
from dashboard.warehouse.build_error import StoreError, is_full, no_room


@contextmanager
def told(place: Path, facts: Path) -> Iterator[None]:
    """Whatever fails in this place: StoreError, or FolderError where it is about the data folder."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename or place)
        kind = FolderError if where.is_relative_to(facts) else StoreError
        why = error.strerror or str(error)
        words = Said("{path} cannot be read or written: {why}", path=str(where), why=why)
        raise kind(no_room(place) if is_full(error) else words) from error
