"""Several files of a data folder replaced at once: whoever reads it finds all of them old, or all of them new.

The new files are made ready in a hidden folder of the data folder. Renaming that one to `.publishing` is the moment in
which they count; from then on whoever reads the data folder first puts them in their places (`settle`): the one who
began, or, if that process was killed, the next one. Several may do so at once: each file is moved by who comes first.
"""

import errno
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dashboard import disk
from dashboard.values import Said
from dashboard.warehouse.build_error import BuildError

PENDING = ".publishing"
NEW, GONE = "new", "gone"  # files to be put in place; names of those to be deleted
LEFT = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT)  # what a folder has that somebody else fills, or deleted


class Unsettled(BuildError):
    """Files that are published cannot be put in their places."""

    mend = Said("Close the program that holds the file, or let whoever runs this write there.")


def stage(folder: Path, draft: str, new: Mapping[str, Iterable[bytes]], gone: Iterable[str]) -> Path:
    """Make ready, in the hidden folder `draft`, what is to replace and what to be deleted; then it is on the disk."""
    made = folder / draft
    discard(made)
    try:
        disk.make_folder(made)
        for name, chunks in new.items():
            path = made / NEW / name
            disk.make_folder(path.parent)
            disk.write(path, chunks)
            with suppress(FileNotFoundError):
                shutil.copymode(folder / name, path)
        for name in gone:
            disk.make_folder((made / GONE / name).parent)
            disk.write(made / GONE / name, [])
        for place in _folders(made):
            disk.sync_folder(place)
        return made
    except OSError:
        with suppress(OSError):
            discard(made)
        raise


def take_over(made: Path) -> None:
    """From here on the files made ready are those of the data folder. Raises Unsettled if one keeps its place."""
    folder = made.parent
    made.rename(folder / PENDING)
    with suppress(OSError):  # it counts already
        disk.sync_folder(folder)
    settle(folder)


def settle(folder: Path) -> None:
    """Put files in their places that were published and are not there yet. Raises Unsettled."""
    pending = folder / PENDING
    if not pending.is_dir():
        return
    try:
        _move(pending, folder)
    except OSError as error:
        raise Unsettled(Said("published files cannot be put in their places: {why}", why=str(error))) from error


def _move(pending: Path, folder: Path) -> None:
    new, gone = pending / NEW, pending / GONE
    touched = {folder}
    for path in _files(new):
        target = folder / path.relative_to(new)
        disk.make_folder(target.parent)
        touched.add(target.parent)
        with suppress(FileNotFoundError):  # somebody else was faster
            path.replace(target)
    marks = list(_files(gone))
    for mark in marks:
        (folder / mark.relative_to(gone)).unlink(missing_ok=True)
        touched.add((folder / mark.relative_to(gone)).parent)
    for place in touched:
        disk.sync_folder(place)
    for mark in marks:
        mark.unlink(missing_ok=True)
    for place in _folders(pending):
        _delete_empty(place)


def _delete_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError as error:
        if error.errno not in LEFT:
            raise


def discard(made: Path) -> None:
    """Throw away what was made ready and does not count."""
    if made.is_dir():
        shutil.rmtree(made)


def _files(folder: Path) -> Iterator[Path]:
    """Every file in it; what is there no more, somebody else has put in its place."""
    for place, names in disk.walk(folder, FileNotFoundError):
        yield from (place / name for name in sorted(names))


def _folders(folder: Path) -> list[Path]:
    """Every folder in it and itself, the innermost first."""
    return [place for place, _ in disk.walk(folder, FileNotFoundError)][::-1]
