"""The data folder as it would be, to be checked before anything is changed."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from dashboard.temporary import temporary


@contextmanager
def candidate(place: Path, facts: Path, files: Iterable[str], new: Mapping[str, Iterable[bytes]]) -> Iterator[Path]:
    """A folder in `place` with these files of the facts, the new ones with their new contents. Raises ValueError."""
    with temporary("checking-", place) as folder:
        for name in files:
            if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
                raise ValueError(f"{name}: no file of the data")
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name in new:
                with path.open("wb") as file:
                    file.writelines(new[name])
            else:
                _link((facts / name).resolve(), path)
        yield folder


def _link(source: Path, path: Path) -> None:
    try:
        path.symlink_to(source)
    except OSError:  # as Windows has it, and some file systems
        shutil.copy(source, path)
