"""Where a lake lies: a folder that servers and engine share, or an object store.

Both can put a small file in place of another in one step, and that is all that publishing counts on.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Protocol

import pyarrow.fs as pafs

from dashboard import disk
from dashboard.lock import holding

STORE = re.compile(r"[a-z][a-z0-9+.-]+://.+")
TURN = "publishing"
CLOSED = 0o750
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
UNSEEN = (PermissionError, FileNotFoundError)  # what is closed to us, or deleted meanwhile
Found = tuple[str, int, float]  # path below the place, bytes, seconds since 1970 by the place's own clock


class Place(Protocol):
    """Paths are relative, with slashes."""

    url: str

    def lacking(self) -> list[str]: ...
    def read(self, path: str) -> bytes: ...
    def chunks(self, path: str) -> Iterator[bytes]: ...
    def write(self, path: str, content: bytes) -> None: ...
    def take(self, path: str, made: Path) -> None: ...
    def size(self, path: str) -> int: ...
    def found(self, below: str = "") -> list[Found]: ...
    def bare(self, below: str) -> list[Found]: ...
    def delete(self, path: str) -> None: ...
    def prune(self, path: str) -> None: ...
    def close(self, path: str) -> None: ...
    def turn(self, patience: float) -> AbstractContextManager[bool]: ...


class Folder:
    """A folder; whatever is named there is there whole, even after a power cut."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.url = str(self.path)

    def lacking(self) -> list[str]:
        """What is missing of its path, from above: the last one is the lake itself."""
        return [str(path) for path in (*reversed(self.path.parents), self.path) if not path.exists()]

    def read(self, path: str) -> bytes:
        """A file's content. Raises FileNotFoundError."""
        return (self.path / path).read_bytes()

    def chunks(self, path: str) -> Iterator[bytes]:
        """The same piece by piece."""
        return disk.read(self.path / path)

    def write(self, path: str, content: bytes) -> None:
        """The file with this content, in place of the one before, in one step."""
        disk.put(self.path / path, [content])

    def take(self, path: str, made: Path) -> None:
        """A file that was made elsewhere on this machine."""
        disk.put(self.path / path, disk.read(made))

    def size(self, path: str) -> int:
        """How many bytes it has; -1 if there is none."""
        target = self.path / path
        return target.stat().st_size if target.is_file() else -1

    def found(self, below: str = "") -> list[Found]:
        """Every file below, sorted by path."""
        told = []
        for folder, names in disk.walk(self.path / below, *UNSEEN):
            for path in (folder / name for name in names):
                with suppress(FileNotFoundError):
                    stat = path.stat()
                    told.append((path.relative_to(self.path).as_posix(), stat.st_size, stat.st_mtime))
        return sorted(told)

    def bare(self, below: str) -> list[Found]:
        """The folders in one that hold no file."""
        folders = sorted((self.path / below).iterdir()) if (self.path / below).is_dir() else []
        hollow = [one for one in folders if one.is_dir() and not any(names for _, names in disk.walk(one, *UNSEEN))]
        return [(one.relative_to(self.path).as_posix(), 0, one.stat().st_mtime) for one in hollow]

    def delete(self, path: str) -> None:
        """A file; it may be gone already."""
        (self.path / path).unlink(missing_ok=True)

    def prune(self, path: str) -> None:
        """The empty folders that are left of one."""
        for folder in sorted((self.path / path).rglob("*"), reverse=True):
            if folder.is_dir():
                folder.rmdir()
        if (self.path / path).is_dir():
            (self.path / path).rmdir()

    def close(self, path: str) -> None:
        """A new folder that nobody enters but who makes it, and its group."""
        disk.make_folder(self.path / path, CLOSED)

    @contextmanager
    def turn(self, patience: float) -> Iterator[bool]:
        """One at a time has it, where files can be locked; tells whether it is ours within so many seconds."""
        with ExitStack() as until_then:
            try:
                is_ours = until_then.enter_context(holding(self.path / TURN, patience))
            except OSError as error:
                if error.errno not in NO_LOCKS:
                    raise
                is_ours = True
            yield is_ours


class Store:
    """An object store, as Arrow reads it: `s3://bucket/lake`, `gs://…`, `abfs://…`, `hdfs://…`; an object is put
    there whole or not at all."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._system, self._root = pafs.FileSystem.from_uri(self.url)

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    def lacking(self) -> list[str]:
        """Object stores know no folders."""
        return []

    def read(self, path: str) -> bytes:
        """An object's content. Raises FileNotFoundError."""
        with self._system.open_input_stream(self._at(path)) as stream:
            content: bytes = stream.read()
        return content

    def chunks(self, path: str) -> Iterator[bytes]:
        """The same piece by piece."""
        with self._system.open_input_stream(self._at(path)) as stream:
            while chunk := stream.read(disk.CHUNK):
                yield chunk

    def write(self, path: str, content: bytes) -> None:
        """The object with this content, in place of the one before."""
        self._put(path, iter([content]))

    def take(self, path: str, made: Path) -> None:
        """A file that was made on this machine."""
        self._put(path, disk.read(made))

    def _put(self, path: str, chunks: Iterator[bytes]) -> None:
        self._system.create_dir(self._at(path).rpartition("/")[0], recursive=True)
        with self._system.open_output_stream(self._at(path)) as stream:
            for chunk in chunks:
                stream.write(chunk)

    def size(self, path: str) -> int:
        """How many bytes it has; -1 if there is none."""
        [told] = self._system.get_file_info([self._at(path)])
        return int(told.size) if told.is_file else -1

    def found(self, below: str = "") -> list[Found]:
        """Every object below, sorted by path."""
        chosen = pafs.FileSelector(self._at(below), recursive=True, allow_not_found=True)
        every = [one for one in self._system.get_file_info(chosen) if one.is_file]
        cut = len(self._root) + 1
        return sorted((one.path[cut:], int(one.size), (one.mtime_ns or 0) / 1e9) for one in every)

    def bare(self, _: str) -> list[Found]:
        """There are objects only."""
        return []

    def delete(self, path: str) -> None:
        """An object; it may be gone already."""
        if self.size(path) >= 0:
            self._system.delete_file(self._at(path))

    def prune(self, path: str) -> None:
        """What some stores keep as an empty folder."""
        [told] = self._system.get_file_info([self._at(path)])
        if told.type == pafs.FileType.Directory:
            self._system.delete_dir(self._at(path))

    def close(self, _: str) -> None:
        """Who may read which objects is a rule of the store."""

    def turn(self, _: float) -> AbstractContextManager[bool]:
        """There is no lock."""
        return nullcontext(True)


def place(named: str) -> Place:
    """The place that a setting names. Raises OSError and ValueError."""
    return Store(named) if STORE.match(named) else Folder(Path(named))
