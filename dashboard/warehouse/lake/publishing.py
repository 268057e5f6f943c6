"""A data folder as a new version of a lake: checked, built, written as Parquet, and only then pointed to."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import duckdb

from dashboard import disk
from dashboard.values import Said
from dashboard.warehouse.build import build, data_version
from dashboard.warehouse.build_error import BuildError, TemporaryError, is_full, no_room
from dashboard.warehouse.check import check
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.lake.lake import Lake, Version, hashed
from dashboard.warehouse.lake.manifest import FORM, Copy, File, Manifest
from dashboard.warehouse.large import literal, quoted
from dashboard.warehouse.package import read_package
from dashboard.warehouse.shelf import Shelf

TABLES = "select table_name from duckdb_tables() where database_name = 'built' order by table_name"
GROUP = 122_880  # rows of a group: what an engine reads as one piece of work
Proof = Callable[[Version], list[Fault]]  # asks somebody else what is wrong with a version that does not count yet
COPIES: tuple[Copy, ...] = ("public", "whole")


class Faulty(BuildError):
    """The facts have faults; `faults` lists them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(Said("the data has faults"))
        self.faults = faults


def publish(data: Path, store: Path, lake: Lake, proof: Proof = lambda _: []) -> Version:
    """Publish a data folder; what counted before stays unless every step goes well.

    `proof` may find faults in what is written before it counts. Raises Faulty, BuildError, EngineFault.
    """
    version = data_version(data)
    shelves = {"public": Shelf(data, store, public=True), "whole": Shelf(data, store, public=False)}
    if faults := [] if any(one.checked(version) for one in shelves.values()) else check(data):
        raise Faulty(faults)
    for copy, shelf in shelves.items():
        if not shelf.holds(version):
            build(data, shelf.file(version), public=copy == "public")
    if data_version(data) != version:
        raise BuildError(Said("the files changed while they were being read"))
    schema = str(read_package(data).raw.get("version", ""))
    return put(lake, {copy: shelves[copy].file(version) for copy in COPIES}, (version, schema), proof)


def put(lake: Lake, built: Mapping[Copy, Path], versions: tuple[str, str], proof: Proof = lambda _: []) -> Version:
    """Two warehouse files as a new version; `versions`: of the data and of their description."""
    number, folder = lake.begin()
    try:
        files = {copy: tuple(_written(lake, folder, copy, path)) for copy, path in built.items()}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        made = Manifest(number, *versions, now, FORM, files["public"], files["whole"])
        version = lake.finish(folder, made)
        if faults := proof(version):
            raise Faulty(faults)
        lake.point_to(version)
    except BaseException:
        _discard(lake, folder)
        raise
    lake.sweep()
    return version


def _discard(lake: Lake, folder: str) -> None:
    """Throw away what does not count; where that fails, too, the next one who publishes sweeps it."""
    with suppress(BuildError):
        lake.discard(folder)


def _written(lake: Lake, folder: str, copy: Copy, built: Path) -> Iterator[File]:
    """Every table of a warehouse file as Parquet in the lake, the models that are tables among them."""
    with _working() as place, duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(built))} as built (read_only)")  # it may be open here, but locked
        connection.execute("use built")
        for (table,) in connection.execute(TABLES).fetchall():
            made, path = place / f"{table}.parquet", f"{copy}/{table}.parquet"
            # The order of the rows is part of the facts; where an engine knows no rowid, this column is it.
            rows = f"select rowid as rowid, * from {quoted(table)} order by rowid"  # noqa: S608 (its own tables)
            how = f"format parquet, compression zstd, row_group_size {GROUP}"
            [count] = connection.execute(f"copy ({rows}) to {literal(str(made))} ({how})").fetchone() or (0,)
            yield hashed(table, path, disk.read(made), count)
            with lake.telling():
                lake.place.take(f"{folder}/{path}", made)
            made.unlink()


@contextmanager
def _working() -> Iterator[Path]:
    """A folder for one table at a time."""
    try:
        with TemporaryDirectory(prefix="pocket-lake-") as place:
            yield Path(place)
    except (duckdb.Error, OSError) as error:
        if is_full(error):
            raise TemporaryError(no_room(Path(gettempdir()))) from error
        raise BuildError(str(error)) from error
