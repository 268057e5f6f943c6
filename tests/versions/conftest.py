"""A place for small data folders and their versions, in memory where the machine has such a folder."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.versions import Versions
from tests.versions.small import small, versions

MEMORY = Path("/dev/shm")  # noqa: S108


@pytest.fixture
def place() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def ours(place: Path) -> Versions:
    """The versions of a small folder; the first one is noted."""
    small(place / "data")
    found = versions(place)
    assert found.newest().number == 1
    return found
