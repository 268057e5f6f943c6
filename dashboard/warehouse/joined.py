"""The published files of several cities in one store, which DuckDB asks as one.

Each file is attached, read-only; a view of the model that speaks of its city (`city_site` …) is here the rows of all
cities below one another, so that `queries/cities/` need not know how many there are.
"""

from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR

import duckdb

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.city import read_city
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.large import literal
from dashboard.warehouse.locked import LOCKED
from dashboard.warehouse.model import MODEL
from dashboard.warehouse.published import FIRST_S, MACROS, OTHER, VIEWS, Published, Unreadable, below, told_by
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.snapshot import Snapshot, snapshot
from dashboard.warehouse.truth import facts_folder

CLOSED = ("enable_external_access", "lock_configuration")  # only once all files are attached

UNPUBLISHED = Said("nothing of it is published yet; “pocket run” with its data folder and on the same store does that")
NO_FOLDER = Said("there is no such folder")
HIDDEN = Said("its folder cannot be looked at; whoever runs this server is to let it")


class InStore:
    """A city whose server publishes its data folder into the store; always the public copy."""

    def __init__(self, folder: Path, store: Path) -> None:
        self.folder = folder
        self._shelf = Shelf(_facts_of(folder), store, public=True)

    @property
    def name(self) -> str:
        """Its place, else its folder."""
        try:
            return read_city(self.folder).place
        except ValueError:
            return self.folder.name

    def noted(self) -> tuple[str, int | str]:
        """The version that is noted, and when its file was written; what lacks, if it was not."""
        version = self._noted()
        try:
            return version, self._shelf.file(version).stat().st_mtime_ns
        except OSError:
            return version, self._lacking()

    def _lacking(self) -> Said:
        """Why nothing of it is published."""
        try:
            is_there = S_ISDIR(self.folder.stat().st_mode)  # `is_dir` raises in some versions of Python
        except (FileNotFoundError, NotADirectoryError):
            is_there = False
        except OSError:
            return HIDDEN
        return UNPUBLISHED if is_there else NO_FOLDER

    def _noted(self) -> str:
        """Empty, too, where the note cannot be read: other pages have nothing to do with that."""
        try:
            return self._shelf.last_good()
        except (OSError, ValueError):
            return ""

    def read(self, own: Snapshot) -> Published[Path]:
        """What the city published last. Raises Unreadable."""
        version = self._noted()
        file = self._shelf.file(version)
        if not version:
            raise Unreadable(self._lacking())
        if not file.is_file():
            raise Unreadable(Said("its published file is missing; its own server makes it anew when it is started"))
        try:
            return told_by(snapshot(file, version), own, file)
        except Unreadable:
            raise
        except (duckdb.CatalogException, duckdb.BinderException, ValueError, KeyError) as error:
            raise Unreadable(OTHER) from error
        except (duckdb.Error, OSError) as error:
            said = Said("its published file cannot be read; its own server makes it anew when it is started")
            raise Unreadable(said) from error

    def holds(self, found: Published[Path]) -> bool:
        """Whether its file is still there."""
        return found.at.is_file()


def _facts_of(folder: Path) -> Path:
    """Where the facts of a city are that are published: of this server's own it may be a copy."""
    return facts_folder() if folder.resolve() == settings().data.resolve() else folder


def join_files(cities: Sequence[Published[Path]]) -> Local:
    """The cities in one connection, in their order. Raises duckdb.Error where a file cannot be read."""
    connection = duckdb.connect(config={key: value for key, value in LOCKED.items() if key not in CLOSED})
    for number, one in enumerate(cities):
        connection.execute(f"attach {literal(str(one.at))} as city_{number} (read_only)")
    for view in VIEWS:
        rows = below(view, list(cities[0].shapes[view]), _named, len(cities))
        connection.execute(f"create view {view} as {rows}")
    connection.execute(f"create view {FIRST_S} as select * from {_named(0, FIRST_S)}")  # noqa: S608 (our own words)
    for name in MACROS:
        connection.execute((MODEL / "macros" / f"{name}.sql").read_text(encoding="utf-8"))
    for name in CLOSED:
        connection.execute(f"set {name} = {LOCKED[name]}")
    return Local(connection)


def _named(number: int, table: str) -> str:
    return f"city_{number}.{table}"
